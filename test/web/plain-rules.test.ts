import { expect, test } from 'vitest';
import { giveTable, propose, servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

/** Running numbers stand for ids, one region is empty, and one cell of the genders. */
const CSV = [
  'No.,Name,Sex,Region,Votes',
  ...Array.from(
    { length: 12 },
    (_each, index) =>
      `${index + 1},Person ${'ABCDEFGHIJKL'[index]},${index === 2 ? '' : 'FM'[index % 2]},${index === 5 ? '' : ['North', 'South'][index % 2]},${10 + index}`,
  ),
].join('\n');

test.each(SETTINGS)(
  'a slate without points or goals has no merit, and persons are called by their names ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    await giveTable(page, 'members.csv', CSV);
    await page.getByText(say('web.lead-own', { count: 12 })).waitFor();
    await page.getByRole('button', { name: say('web.say-rules') }).click();
    const form = page.getByRole('region', { name: say('web.new-rule') });
    const begin = () => page.getByRole('button', { name: say('web.new-rule') }).click();
    const add = async (): Promise<void> => {
      await form.locator('[role=status] strong').waitFor();
      await form.getByRole('button', { name: say('web.add-rule') }).click();
      await form.waitFor({ state: 'detached' });
    };

    await begin();
    await form.getByLabel(say('web.column'), { exact: true }).selectOption('gender');
    await add();
    // What an empty cell means is asked of a column that has one, and of no other.
    await begin();
    await form.getByLabel(say('web.kind')).selectOption('each');
    await form.getByLabel(say('web.for-each'), { exact: true }).selectOption('Region');
    await form.getByLabel(say('web.empty-cells')).waitFor();
    await form.getByLabel(say('web.kind')).selectOption('sum');
    await form.getByLabel(say('web.number-column')).selectOption('Votes');
    await expect.poll(() => form.getByLabel(say('web.empty-cells')).count(), SOON).toBe(0);
    await form.getByLabel(say('web.at-least')).fill('20');
    // A goal of a sum costs by what is summed up, not by members.
    await form.getByText(say('web.strength-soft-short'), { exact: true }).click();
    await form.getByLabel(say('web.weight-amount')).waitFor();
    await form.getByText(say('web.strength-hard-short'), { exact: true }).click();
    await add();
    await begin();
    await form.getByLabel(say('web.kind')).selectOption('groups');
    await form.getByLabel(say('web.groups-by'), { exact: true }).selectOption('Region');
    await form.getByText(say('web.strength-soft-short'), { exact: true }).click();
    await form.getByLabel(say('web.weight-group')).waitFor();
    await add();
    // A goal is told from a binding rule, and groups have their number, on the card, too.
    const last = page.locator('[data-rule]').last().locator(':scope > summary');
    await last.getByText(say('web.strength-soft-short'), { exact: true }).waitFor();
    await last.getByText(say('web.pool-groups', { count: 2 })).waitFor();
    const file = page.getByRole('textbox', { name: say('web.rule-file') });
    expect((await file.textContent())?.match(/missing/g)).toHaveLength(1);

    const navigation = page.getByRole('navigation');
    const goTo = (view: string) => navigation.getByRole('link', { name: view, exact: true }).click();
    await page.getByRole('button', { name: say('web.take-over') }).click();
    await page.getByText(say('web.rules-unchanged')).waitFor();
    await goTo(say('web.view-slate'));
    await propose(page, language);
    // With a goal there is a best slate, and the meeting counts what it misses.
    await page.getByRole('button', { name: say('web.is-proven-best') }).waitFor();
    await goTo(say('web.view-meeting'));
    await page.getByText(say('web.goals-missed', { count: 0 }), { exact: true }).waitFor();

    await goTo(say('web.view-rules'));
    await last.click();
    await page
      .locator('[data-rule]')
      .last()
      .getByRole('button', { name: say('web.rule-delete') })
      .click();
    await page.getByRole('button', { name: say('web.take-over') }).click();
    await page.getByText(say('web.rules-unchanged')).waitFor();
    await goTo(say('web.view-slate'));
    await page.getByRole('link', { name: say('web.no-merit') }).waitFor();
    await expect.poll(() => page.getByText(say('web.is-proven-best')).count(), SOON).toBe(0);
    if (screen === 'phone') await page.getByText(say('web.candidates-short'), { exact: true }).click();
    const nameless = page.getByRole('listitem').filter({ hasText: 'Person C' });
    await expect.poll(() => nameless.locator('small').last().textContent(), SOON).toMatch(/^Person C /);
    await goTo(say('web.view-meeting'));
    await page.getByRole('button', { name: say('web.meeting-begin') }).waitFor();
    await expect.poll(() => page.getByText(say('web.section-soft'), { exact: true }).count(), SOON).toBe(0);
    await expect.poll(() => page.getByText(say('web.objective'), { exact: true }).count(), SOON).toBe(0);
    // A roster of few columns is no wider on a phone than they are.
    await goTo(say('web.view-print'));
    const roster = page.locator('article table');
    await roster.locator('tbody tr').first().waitFor();
    if (screen === 'phone')
      await expect.poll(() => roster.evaluate((table) => table.clientWidth), SOON).toBeLessThan(600);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
