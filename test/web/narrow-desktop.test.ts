import { expect, test } from 'vitest';
import { picture } from './browser.ts';
import { servedPage } from './served-page.ts';

const served = servedPage();

test('where a member was found stands in one line in Vietnamese, on a desktop of 1280 pixels, too', async () => {
  const { page, faults } = await served.proposed({ screen: 'desktop', language: 'vi' });
  await page.setViewportSize({ width: 1280, height: 800 });
  const lines = await page.locator('main table td[data-fact=source]').evaluateAll((cells) =>
    cells.map((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return words.getClientRects().length;
    }),
  );
  expect(lines.length).toBeGreaterThan(40);
  expect(new Set(lines)).toEqual(new Set([1]));
  await picture(page, 'narrow-desktop-vi-members');
  expect(faults).toEqual([]);
  await page.context().close();
});
