import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ownBoard } from './own-board.ts';
import { servedPage, SOON, wordsOf } from './served-page.ts';

const served = servedPage();
const say = wordsOf('slate', 'en');

/** Tab stops of a view at most: whatever is further away cannot be reached. */
const MOST_STOPS = 120;

/** Goes on by Tab, or back, until something has the focus. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no key leads to ${String(target)}`);
}

/** Whether whoever uses keys has fallen out of the page. */
const isLost = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement === document.body);

test('a board goes from its table to a printed slate by keys alone', async () => {
  const { page, faults } = await served.openAt('#/start', { screen: 'desktop', language: 'en' });
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  const button = (name: string): Locator => page.locator('main').getByRole('button', { name }).first();

  await page.getByText(say('web.capacity-enough')).waitFor();
  const table = page.locator('input[type=file]').first();
  const choosing = page.waitForEvent('filechooser');
  await tabTo(page, table);
  await page.keyboard.press('Enter');
  await (
    await choosing
  ).setFiles({
    name: 'members.xlsx',
    mimeType: 'application/octet-stream',
    buffer: ownBoard(),
  });
  await page.getByText(say('web.lead-own', { count: 30 })).waitFor();
  await tabTo(page, button(say('web.say-rules')), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('main[data-view=rules] h1:focus').waitFor({ state: 'attached' });

  // A rule, from the button that opens its form to the card that it becomes.
  await tabTo(page, page.getByLabel(say('web.size-least')));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('7');
  await tabTo(page, button(say('web.new-rule')));
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: say('web.new-rule') });
  await form.locator('select:focus').waitFor();
  await tabTo(page, form.getByRole('button', { name: say('web.cancel') }));
  await page.keyboard.press('Enter');
  await page.locator('button:focus', { hasText: say('web.new-rule') }).waitFor();
  await page.keyboard.press('Enter');
  for (let kinds = 0; kinds < 2; kinds += 1) await page.keyboard.press('ArrowDown');
  await tabTo(page, form.getByLabel(say('web.at-most')));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('5');
  await form.getByText('At most 5 members', { exact: false }).waitFor();
  await tabTo(page, form.getByRole('button', { name: say('web.add-rule') }));
  await page.keyboard.press('Enter');
  await page.locator('[data-rule] > summary:focus').waitFor();
  await page.keyboard.press('Enter');
  const card = page.locator('[data-rule]');
  await tabTo(page, card.getByRole('button', { name: say('web.rule-off') }));
  await page.keyboard.press('Enter');
  await card.getByText(say('web.rule-is-off')).waitFor();
  await page
    .locator(':focus')
    .and(card.getByRole('button', { name: say('web.rule-on') }))
    .waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => card.getByText(say('web.rule-is-off')).count(), SOON).toBe(0);

  // From the rules to the slate: what takes them over is what proposes then.
  await tabTo(page, button(say('web.take-over')), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('button:focus:not([aria-disabled])', { hasText: say('web.propose-now') }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('main[data-view=slate] h1:focus').waitFor({ state: 'attached' });
  await page.getByText(say('web.compliant')).waitFor();
  const rows = page.locator('main table [data-row]');
  const all = await rows.count();
  expect(all).toBeGreaterThanOrEqual(7);

  // One goes, and the best comes back.
  await tabTo(page, rows.first());
  await page.keyboard.press('Delete');
  await expect.poll(() => rows.count(), SOON).toBe(all - 1);
  await expect.poll(() => isLost(page), SOON).toBe(false);
  await tabTo(page, button(say('web.propose')), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => rows.count(), SOON).toBe(all);
  await expect.poll(() => isLost(page), SOON).toBe(false);

  await tabTo(page, page.getByRole('link', { name: say('web.view-print') }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
  await tabTo(page, button(say('web.print')));
  await page.keyboard.press('Enter');
  await page.locator('body[data-printed]').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});
