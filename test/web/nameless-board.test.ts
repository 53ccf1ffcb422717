import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { giveTable, servedPage, SETTINGS, wordsOf, SOON } from './served-page.ts';

const served = servedPage();

/** A pupils' council: a heading of names that no table knows, classes that begin with a number. */
const COUNCIL = [
  'Kandidatin;Class;Votes received',
  ...Array.from(
    { length: 12 },
    (_each, index) => `Pupil ${'ABCDEFGHIJKL'[index]};${7 + (index % 3)}a;${index * 7}`,
  ),
].join('\n');

test.each(SETTINGS)(
  'a table that does not say who is who asks for it, and goes on ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    await giveTable(page, 'council.csv', COUNCIL);
    await page.getByText(say('web.lead-names')).waitFor();
    const names = page.getByLabel(say('web.which-are-names'));
    expect(await violationsOn(page)).toEqual([]);
    await names.selectOption('Kandidatin');
    await page.getByText(say('web.lead-own', { count: 12 })).waitFor();
    await expect.poll(() => names.count(), SOON).toBe(0);
    // A class is no number with a unit, votes are one.
    await expect
      .poll(() => page.getByLabel(say('web.column-unit', { heading: 'Class' })).count(), SOON)
      .toBe(0);
    await expect
      .poll(() => page.getByLabel(say('web.column-unit', { heading: 'Votes received' })).count(), SOON)
      .toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
