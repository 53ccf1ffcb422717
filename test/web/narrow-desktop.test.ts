import { expect, test } from 'vitest';
import { picture } from './browser.ts';
import { servedPage, SOON, wordsOf } from './served-page.ts';

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

test('what a slate comes to stands in one row above it, with goals that are missed, in both languages', async () => {
  for (const language of ['vi', 'en'] as const) {
    const { page, faults } = await served.proposed(
      { screen: 'desktop', language },
      'pool=hai-duong&rules=hai-duong-2020',
    );
    const say = wordsOf('slate', language);
    await page.getByRole('button', { name: say('web.goals-missed', { count: 1 }) }).waitFor();
    await page.getByRole('button', { name: say('web.is-proven-best') }).waitFor();
    const bar = page.getByRole('region', { name: say('web.summary') });
    for (const width of [1440, 1400, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      // What is done stands beside how the slate stands, not below it.
      const below = () =>
        bar.evaluate((row) => {
          const [standing, actions] = [row.firstElementChild!, row.lastElementChild!];
          return actions.getBoundingClientRect().top >= standing.getBoundingClientRect().bottom;
        });
      await expect.poll(below, SOON).toBe(false);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  }
});
