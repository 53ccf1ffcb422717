import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { bring, ownBoard } from './own-board.ts';
import { servedPage, SOON, wordsOf } from './served-page.ts';

const served = servedPage();
const say = wordsOf('slate', 'en');

/** Opens the form of a new rule. */
async function newRule(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: say('web.new-rule') }).click();
  return page.getByRole('region', { name: say('web.new-rule') });
}

/** Says in a form that those count who have this value in this column. */
async function countThose(form: Locator, column: string, value: string): Promise<void> {
  await form.getByLabel(say('web.column'), { exact: true }).selectOption(column);
  await form.getByLabel(say('web.value'), { exact: true }).selectOption(value);
}

async function add(form: Locator, sentence: string): Promise<void> {
  await form.getByText(sentence).waitFor();
  await form.getByRole('button', { name: say('web.add-rule') }).click();
  await form.waitFor({ state: 'detached' });
}

test('a board brings a workbook and five rules of its own, and prints its slate', async () => {
  const { page, faults } = await served.openAt('#/start', { screen: 'desktop', language: 'en' });
  await bring(page, ownBoard());
  // The rules of another case give way to new ones: nothing is asked for that this table has not.
  await page.getByText('members.xlsx').waitFor();
  await page.getByRole('radio', { name: say('web.own-rules-title') }).waitFor();
  await expect.poll(() => page.getByRole('alert').count(), SOON).toBe(0);
  await page.getByRole('link', { name: say('web.view-rules') }).click();

  // One from what the table suggests, which stands open while there is no rule.
  const women = page.getByRole('form', {
    name: say('web.suggestion', { count: 11, of: 30, value: 'female' }),
  });
  await women.getByLabel(say('web.how-many-of-them')).fill('4');
  await women.getByRole('button', { name: say('web.add-rule') }).click();
  await page.locator('[data-rule]').getByText('At least 4 members are female').waitFor();

  // Two of how many, one of how many of each, one as a goal.
  const north = await newRule(page);
  await countThose(north, 'Region', 'North');
  await north.getByLabel(say('web.at-least')).fill('2');
  await north.getByText(say('web.pool-has', { count: 10, of: 30 })).waitFor();
  await add(north, 'At least 2 members');
  const law = await newRule(page);
  await countThose(law, 'Skill', 'law');
  await add(law, 'At least 1 member');
  const each = await newRule(page);
  await each.getByLabel(say('web.kind')).selectOption('each');
  await each.getByLabel(say('web.for-each')).selectOption('Skill');
  await each.getByLabel(say('web.at-most')).fill('4');
  await add(each, 'At most 4 members');
  const farming = await newRule(page);
  await countThose(farming, 'Skill', 'farming');
  await farming.getByLabel(say('web.at-least')).fill('9');
  await farming.getByText(say('web.strength-soft-short')).click();
  await add(farming, 'At least 9 members');
  await page.getByRole('button', { name: say('web.add-term') }).click();
  await expect.poll(() => page.locator('[data-rule]').count(), SOON).toBe(5);
  await page.getByText(say('web.rules-valid')).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await picture(page, 'desktop-en-own-rules');

  // A rule that is off stays to be seen; one that is deleted comes back.
  const card = page.locator('[data-rule]').first();
  await card.locator(':scope > summary').click();
  await card.getByRole('button', { name: say('web.rule-off') }).click();
  await card.getByText(say('web.rule-is-off')).waitFor();
  await card.getByRole('button', { name: say('web.rule-on') }).click();
  await card.getByRole('button', { name: say('web.rule-delete') }).click();
  await expect.poll(() => page.locator('[data-rule]').count(), SOON).toBe(4);
  await page
    .locator('main')
    .getByRole('button', { name: say('web.undo') })
    .click();
  await expect.poll(() => page.locator('[data-rule]').count(), SOON).toBe(5);

  await page.getByRole('button', { name: say('web.take-over') }).click();
  await page.getByText(say('web.rules-unchanged')).waitFor();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('web.view-slate') })
    .click();
  await page
    .getByRole('button', { name: say('web.propose') })
    .first()
    .click();
  await page.getByText(say('web.compliant')).waitFor();
  // What counts is what is shown, and what is missed is said.
  const headings = page.locator('main table thead');
  for (const column of ['Gender', 'Region', 'Skill', 'Score']) await headings.getByText(column).waitFor();
  await page.getByRole('button', { name: say('web.goals-missed', { count: 1 }) }).click();
  await page.getByText('at least 9 required', { exact: false }).first().waitFor();
  await page.keyboard.press('Escape');
  await headings.getByRole('button', { name: 'Score' }).click();
  await page.locator('main table th[data-fact=Score][aria-sort=ascending]').waitFor();
  const scores = page.locator('main table td[data-fact=Score]');
  const first = async (): Promise<number> => Number(await scores.first().textContent());
  const least = await first();
  await headings.getByRole('button', { name: 'Score' }).click();
  await expect.poll(first, SOON).toBeGreaterThan(least);
  await picture(page, 'desktop-en-own-slate');

  // Why none can be better, checked; and what everybody else would do to it, before the click.
  await page.getByRole('button', { name: say('web.is-proven-best') }).click();
  await page.getByRole('button', { name: say('web.verify') }).click();
  await page.locator('[data-proven=true]').waitFor();
  await page
    .getByRole('button', { name: say('web.close') })
    .first()
    .click();
  const others = page.locator('main ul li').filter({ has: page.locator('[data-row]') });
  await others
    .first()
    .getByText(/points/)
    .waitFor();
  // The slate is full, so somebody leaves for whoever comes: what the row says is what its button does.
  const comes = await others.first().locator('[data-row]').textContent();
  const coming = others.filter({ has: page.getByText(comes!, { exact: true }) });
  const note = await coming.getByText(/^instead of /).textContent();
  const leaver = /^instead of (.+):$/.exec(note!)![1]!;
  const members = page.locator('main table [data-row]');
  await coming.locator('[data-row]').focus();
  await page.keyboard.press('a');
  await members.getByText(comes!, { exact: true }).waitFor();
  await expect.poll(() => members.getByText(leaver, { exact: true }).count(), SOON).toBe(0);
  await expect.poll(() => members.count(), SOON).toBe(10);
  await page.keyboard.press('Control+Z');
  await members.getByText(leaver, { exact: true }).waitFor();

  await page.getByRole('link', { name: say('web.view-print') }).click();
  const paper = page.getByRole('article');
  await paper.getByRole('columnheader', { name: 'Region' }).waitFor();
  await expect.poll(() => paper.locator('tbody tr').count(), SOON).toBe(10);
  await paper.getByText('1 goal is missed', { exact: false }).waitFor();
  await picture(page, 'desktop-en-own-roster');

  // The proof that was looked at stays with the draft, and goes into its report of record.
  const asked = page.waitForRequest(/\/check\/report$/);
  const answered = page.waitForResponse(/\/check\/report$/);
  await page.getByRole('button', { name: say('web.report-of-record') }).click();
  expect((await asked).postDataJSON()).toMatchObject({ kept: { claim: 'optimal' } });
  expect((await answered).status()).toBe(200);
  expect(faults).toEqual([]);
  await page.context().close();
});
