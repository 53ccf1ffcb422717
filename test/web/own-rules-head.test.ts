import { expect, test } from 'vitest';
import { giveTable, servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

const CSV = [
  'Name,Gender,Birth date,Region',
  ...Array.from(
    { length: 12 },
    (_each, index) =>
      `Person ${'ABCDEFGHIJKL'[index]},${index < 4 ? 'female' : 'male'},${index === 2 ? 'unknown' : `19${60 + index}-01-01`},${['North', 'South'][index % 2]}`,
  ),
].join('\n');

test.each(SETTINGS)(
  'from a cell that is mended to rules with a name and a day of their own ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    await giveTable(page, 'members.csv', CSV);
    await page.getByText(say('web.lead-mend', { count: 1 })).waitFor();
    const bad = page.locator('input[aria-invalid]');
    await bad.fill('1970');
    await bad.press('Enter');
    // The field is gone; what comes next has the focus.
    await page.locator('p:focus', { hasText: say('web.lead-own', { count: 12 }) }).waitFor();
    await page.getByRole('button', { name: say('web.say-rules') }).click();

    const title = page.getByLabel(say('web.rules-title'));
    await title.fill('Board 2026');
    await title.press('Enter');
    await page.getByLabel(say('web.rules-date')).fill('2026-06-30');
    await page.getByLabel(say('web.rules-date')).press('Enter');
    await page.getByRole('heading', { name: 'Board 2026' }).waitFor();
    await page.getByText('referenceDate: 2026-06-30').waitFor();

    // A rule that asks for more than there are says so, before it is added and after.
    const few = say('web.pool-has-too-few', { count: 6, of: 12, least: 7 });
    await page.getByRole('button', { name: say('web.new-rule') }).click();
    const form = page.getByRole('region', { name: say('web.new-rule') });
    const kind = form.getByLabel(say('web.kind'));
    const column = form.getByLabel(say('web.column'), { exact: true });
    await column.selectOption('Region');
    await form.getByLabel(say('web.at-least')).fill('7');
    await form.getByText(few).waitFor();
    await form.getByRole('button', { name: say('web.add-rule') }).click();
    await page.locator('[data-rule]').getByText(few).waitFor();

    // Whom a rule begins with is left out by kinds that are about all, on whatever way there.
    await page.getByRole('button', { name: say('web.new-rule') }).click();
    await expect.poll(() => column.count(), SOON).toBe(1);
    await kind.selectOption('share');
    await expect.poll(() => column.count(), SOON).toBe(1);
    await kind.selectOption('each');
    await expect.poll(() => column.count(), SOON).toBe(0);
    await form.getByText(say('web.pool-groups', { count: 2 })).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
