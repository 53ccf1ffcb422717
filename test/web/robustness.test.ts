import { expect, test } from 'vitest';
import type { Loss } from '../../src/scenarios/answers.ts';
import { pagePhrase } from '../../src/words/page.ts';
import { memberLosses } from '../../src/web/scenarios/member-losses.ts';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { propose, servedPage, SOON } from './served-page.ts';

const loss = (out: readonly string[], standing: Loss['standing'], replacements = 0): Loss => ({
  out: [...out],
  standing,
  breaks: [],
  replacements,
});

test('members come first on whom the slate hangs most', () => {
  const losses = memberLosses({
    losses: [
      loss(['A'], 'compliant'),
      loss(['B'], 'mendable', 3),
      loss(['C'], 'mendable', 1),
      loss(['D'], 'broken'),
      loss(['E'], 'mendable', 9),
      loss(['B', 'E'], 'broken'),
      loss(['D', 'E'], 'broken'),
    ],
  });
  expect(losses.map(({ member }) => member)).toEqual(['D', 'E', 'B', 'C', 'A']);
  expect(losses[1]?.brokenWith).toEqual(['B', 'D']);
  expect(losses.at(-1)?.brokenWith).toEqual([]);
});

const served = servedPage();

test('shows how firm the slate in hand stands', async () => {
  const { page, faults } = await served.openAt('#/scenarios', { screen: 'desktop', language: 'vi' });
  const panel = page.getByRole('region', { name: pagePhrase('vi', 'web.robustness') });
  await panel.getByText(pagePhrase('vi', 'web.robustness-empty')).waitFor();
  await page.goto(`${served.address}/#/slate`);
  await propose(page, 'vi');
  await page.goto(`${served.address}/#/scenarios`);
  await panel.getByText(pagePhrase('vi', 'web.cases', { count: 47 })).waitFor();
  // Figures of the reference case, as `slate robustness` tells them.
  await expect
    .poll(() => panel.locator('li b').allTextContents(), SOON)
    .toEqual(['17', '30', '0', '136', '944', '1']);
  const rows = panel.locator('tbody tr');
  await expect.poll(() => rows.count(), SOON).toBe(8);
  await rows.first().locator('summary').click();
  await panel.getByRole('button', { name: pagePhrase('vi', 'web.show-more', { count: 39 }) }).click();
  await expect.poll(() => rows.count(), SOON).toBe(47);
  await expect.poll(() => panel.textContent(), SOON).not.toMatch(/HD-\d/);
  expect(await violationsOn(page)).toEqual([]);
  await panel.scrollIntoViewIfNeeded();
  await picture(page, 'desktop-vi-robustness');
  await rows.first().locator('button').click();
  await page.getByRole('complementary').waitFor();
  await page.goto(`${served.address}/#/slate`);
  await page.locator('main table [data-row]').first().focus();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Delete');
  await page.goto(`${served.address}/#/scenarios`);
  await panel.getByText(pagePhrase('vi', 'web.robustness-violated')).waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});
