import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { openOwnRules } from './own-board.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

test.each(SETTINGS)(
  'a rule names its groups, its share as a fraction, itself and its source ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    await openOwnRules(page, language);
    const form = page.getByRole('region', { name: say('web.new-rule') });
    const field = (label: string) => form.getByLabel(label, { exact: true });
    const file = page.getByRole('textbox', { name: say('web.rule-file') });
    const begin = async (kind: string): Promise<void> => {
      await page.getByRole('button', { name: say('web.new-rule') }).click();
      await field(say('web.kind')).selectOption(kind);
    };
    const add = async (): Promise<void> => {
      await form.locator('[role=status] strong').first().waitFor();
      await form.getByRole('button', { name: say('web.add-rule') }).click();
      await form.waitFor({ state: 'detached' });
    };

    // Of a list of groups, which begins with all that the table has.
    await begin('each');
    await field(say('web.for-each')).selectOption('Region');
    await field(say('web.at-least')).fill('1');
    await field(say('web.at-most')).fill('');
    await field(say('web.which-groups')).selectOption('values');
    await field('West').uncheck();
    await field(say('web.rule-title')).fill('North and South are there');
    await field(say('web.rule-source')).fill('Statutes, 7');
    await add();
    const card = page.locator('[data-rule=north-and-south-are-there]');
    await card.getByText('North and South are there', { exact: true }).waitFor();
    await expect.poll(() => file.textContent(), SOON).toContain('- North');

    // Of the groups with somebody of a kind in them; without one it says what is missing.
    await begin('each');
    await field(say('web.for-each')).selectOption('Skill');
    await field(say('web.which-groups')).selectOption('where');
    await form.getByText(say('web.missing-groups')).waitFor();
    const among = form.getByRole('group', { name: say('web.groups-where') });
    await among.getByRole('button', { name: say('web.first-condition') }).click();
    await among.getByLabel(say('web.column'), { exact: true }).selectOption('Region');
    await add();

    // A third is a third, and no per cent.
    await begin('share');
    await field(say('web.at-least')).fill('a third');
    await form.getByText(say('web.no-share')).waitFor();
    await field(say('web.at-least')).fill('1/3');
    await field(say('web.deviation')).selectOption('exact');
    await field(say('web.rule-title')).fill('A third');
    await form.getByRole('button', { name: say('web.in-each-language') }).click();
    await field(say('web.rule-title-vi')).fill('Một phần ba');
    await form.locator('[role=status] strong').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await picture(page, `${screen}-${language}-rule-words`);
    await add();

    await expect.poll(() => page.locator('[data-rule]').count(), SOON).toBe(3);
    await expect.poll(() => page.getByText(say('web.more-in-file')).count(), SOON).toBe(0);
    const third = page.locator('[data-rule=a-third]');
    await third.locator(':scope > summary').click();
    await third.getByText(language === 'vi' ? 'Một phần ba' : 'A third', { exact: true }).waitFor();
    await expect
      .poll(() => third.getByLabel(say('web.at-least'), { exact: true }).inputValue(), SOON)
      .toBe('1/3');
    await expect
      .poll(() => third.getByLabel(say('web.deviation'), { exact: true }).inputValue(), SOON)
      .toBe('exact');
    // Another most leaves the least as it is written.
    await third.getByLabel(say('web.at-most'), { exact: true }).fill('60');
    await third.getByRole('button', { name: say('web.write-rule') }).click();
    await expect.poll(() => file.textContent(), SOON).toContain('max: 60 %');
    await expect.poll(() => file.textContent(), SOON).toContain('min: 1/3');
    await page.getByRole('button', { name: say('web.take-over') }).click();
    await page.getByText(say('web.rules-unchanged')).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

test.each(SETTINGS)(
  'a rule of a file that is extended opens whole, and is written into this one ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/rules?pool=hai-duong&rules=hai-duong-2020', {
      screen,
      language,
    });
    const card = page.locator('[data-rule=newcomers]');
    await card.locator(':scope > summary').click();
    await card.getByLabel(say('web.at-least'), { exact: true }).waitFor();
    await expect
      .poll(() => card.getByLabel(say('web.at-least'), { exact: true }).inputValue(), SOON)
      .toBe('1/3');
    await card.getByLabel(say('web.at-least'), { exact: true }).fill('2/5');
    await card.getByRole('button', { name: say('web.write-rule') }).click();
    // A rule of this file can go away; one of the extended file cannot.
    await card.getByRole('button', { name: say('web.rule-delete') }).waitFor();
    await expect
      .poll(() => card.getByLabel(say('web.at-least'), { exact: true }).inputValue(), SOON)
      .toBe('2/5');
    await page.getByRole('button', { name: say('web.take-over') }).click();
    await page.getByText(say('web.rules-unchanged')).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
