import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

test.each(SETTINGS)(
  'goals that are missed, and what they take off the merit, are one click away wherever a slate is judged ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.proposed(
      { screen, language },
      'pool=hai-duong&rules=hai-duong-2020',
    );
    const count = page.getByRole('button', { name: say('web.goals-missed', { count: 1 }) });
    const price = page.getByText(language === 'vi' ? '− 6 do mục tiêu' : '− 6 for goals', { exact: false });
    for (const view of ['slate', 'meeting', 'scenarios'] as const) {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: say(`web.view-${view}`) })
        .click();
      await count.click();
      await price.waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await picture(page, `${screen}-${language}-goals-${view}`);
      await page.keyboard.press('Escape');
      await expect.poll(() => price.count(), SOON).toBe(0);
    }
    // Back from the goal itself, the hand is where it was.
    await count.click();
    await page.getByRole('dialog').getByRole('button').click();
    const drawer = page.getByRole('complementary', { name: say('web.rule') });
    await drawer.waitFor();
    await expect.poll(() => drawer.evaluate((place) => place === document.activeElement), SOON).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => count.evaluate((button) => button === document.activeElement), SOON).toBe(true);
    // Where scenarios stand side by side, each says it of itself.
    await page.getByRole('slider').last().focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: say('web.keep-scenario') }).click();
    const compared = page.getByRole('region', { name: say('web.compare'), exact: true }).last();
    const goals = compared.getByRole('row').filter({ hasText: say('web.section-soft') });
    await expect.poll(() => goals.first().getByRole('cell').count(), SOON).toBe(2);
    expect(await goals.first().getByRole('cell').first().textContent()).toBe(
      say('web.goals-missed', { count: 1 }),
    );
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

test('a point is one, and so is a point less', () => {
  const say = wordsOf('slate', 'en');
  const more = (points: string): string => say('web.points-more', { points });
  expect(['+1', '−1', '0', '−1.5', '+21'].map(more)).toEqual([
    '+1 point',
    '−1 point',
    '0 points',
    '−1.5 points',
    '+21 points',
  ]);
});

test('in a meeting, too, nothing is kept, broken or missed while nobody is on the slate', async () => {
  const say = wordsOf('slate', 'en');
  const { page, faults } = await served.openAt('#/meeting?pool=hai-duong&rules=hai-duong-2020', {
    screen: 'desktop',
    language: 'en',
  });
  await page.getByText(say('web.nobody-yet')).waitFor();
  const states = (): Promise<readonly (string | null)[]> =>
    page
      .locator('[data-quota]')
      .evaluateAll((tiles) => [...new Set(tiles.map((tile) => tile.getAttribute('data-state')))]);
  await expect.poll(states, SOON).toEqual(['empty']);
  expect(await page.getByText(/goals? missed/).count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});
