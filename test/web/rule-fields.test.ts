import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { giveTable, servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

const SKILLS = ['law; accounting', 'law', 'farming; marketing', 'farming', 'marketing; law'];

const CSV = [
  'Name,Gender,Birth date,Region,Skills',
  ...Array.from(
    { length: 20 },
    (_each, index) =>
      `Person ${'ABCDEFGHIJKLMNOPQRST'[index]},${index % 2 === 0 ? 'female' : 'male'},${1960 + index}-02-01,${['North', 'South', 'West'][index % 3]},${SKILLS[index % 5]}`,
  ),
].join('\n');

test.each(SETTINGS)(
  'a rule says one value among several, groups of two columns, and a day of its own ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    await giveTable(page, 'members.csv', CSV);
    await page.getByText(say('web.lead-own', { count: 20 })).waitFor();
    await page.getByRole('button', { name: say('web.say-rules') }).click();
    const form = page.getByRole('region', { name: say('web.new-rule') });
    const column = form.getByLabel(say('web.column'), { exact: true });
    const begin = () => page.getByRole('button', { name: say('web.new-rule') }).click();
    const add = async (): Promise<void> => {
      await form.locator('[role=status] strong').waitFor();
      await form.getByRole('button', { name: say('web.add-rule') }).click();
      await form.waitFor({ state: 'detached' });
    };

    // A column of which a cell holds several is asked for one of them, and declared so.
    await begin();
    await column.selectOption('Skills');
    const comparison = form.getByLabel(say('web.comparison'), { exact: true });
    await expect
      .poll(() => comparison.locator('option').allTextContents(), SOON)
      .toEqual([say('web.compare-contains')]);
    await form.getByLabel(say('web.value'), { exact: true }).selectOption('law');
    await form.getByText(say('web.pool-has', { count: 12, of: 20 })).waitFor();
    await add();

    await begin();
    await form.getByLabel(say('web.kind')).selectOption('each');
    await form.getByLabel(say('web.for-each'), { exact: true }).selectOption('Region');
    await form.getByRole('button', { name: say('web.for-each-further') }).click();
    const further = form.getByLabel(say('web.for-each-and'), { exact: true });
    await expect.poll(() => further.locator('option').allTextContents(), SOON).not.toContain('Skills');
    await further.selectOption('gender');
    await add();

    await begin();
    await form.getByLabel(say('web.kind')).selectOption('must');
    await form
      .getByRole('group', { name: say('web.what-they-must'), exact: true })
      .getByRole('combobox')
      .first()
      .selectOption('age');
    await comparison.last().selectOption('lessThan');
    await form.getByLabel(say('web.value'), { exact: true }).last().fill('70');
    await form.getByLabel(say('web.rule-day')).fill('2026-03-01');
    await form.getByText(say('web.pool-has', { count: 20, of: 20 })).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await picture(page, `${screen}-${language}-rule-fields`);
    await add();

    const file = page.getByRole('textbox', { name: say('web.rule-file') });
    for (const part of ['operator: contains', 'separator: ;', '- Region', '- gender', 'at: 2026-03-01'])
      await expect.poll(() => file.textContent(), SOON).toContain(part);
    await page.getByRole('button', { name: say('web.take-over') }).click();
    await page.getByText(say('web.rules-unchanged')).waitFor();
    // Read again, each opens in the same fields.
    const card = page.locator('[data-rule]').last();
    await card.locator(':scope > summary').click();
    await expect.poll(() => card.getByLabel(say('web.rule-day')).inputValue(), SOON).toBe('2026-03-01');
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
