import { expect, test } from 'vitest';
import { SCREENS } from './browser.ts';
import { servedPage, SOON, wordsOf } from './served-page.ts';

const served = servedPage();
const say = wordsOf('slate', 'en');

/** As wide as a tablet that is turned, or a page on a desk that is shown twice as large. */
const NARROW = { width: 720, height: 900 };

test('every row follows when the page becomes narrow and wide again, however many there are', async () => {
  const { page, faults } = await served.proposed({ screen: 'desktop', language: 'en' });
  const rows = page.locator('main tr, main li').filter({ has: page.locator('[data-row]') });
  const lists = rows.getByRole('button', {
    name: say('web.actions-with', { name: '' }),
    includeHidden: true,
  });
  const pins = rows.getByRole('button', { name: say('web.pin', { name: '' }), includeHidden: true });
  const [people, icons] = [await rows.count(), await pins.count()];
  expect(people).toBeGreaterThan(100);
  expect(icons).toBe(people);
  await page.setViewportSize(NARROW);
  await expect.poll(() => lists.count(), SOON).toBe(people);
  await page.setViewportSize(SCREENS.desktop);
  await expect.poll(() => pins.count(), SOON).toBe(people);
  expect(faults).toEqual([]);
  await page.context().close();
});
