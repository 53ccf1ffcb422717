import { expect, test } from 'vitest';
import { bring, ownBoard } from './own-board.ts';
import { propose, servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

const RULES = `id: score
title: Board 2026
referenceDate: 2026-01-01
size: 7
facts: { Score: number }
rules:
  - id: good
    title: On average
    average: { fact: Score, min: 60 }
objective: [{ fact: Score, weight: 1 }]
`;

test.each(SETTINGS)(
  'rules that were dropped are waited for, and an average is turned at the meeting ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    const go = async (view: 'slate' | 'meeting'): Promise<void> => {
      const views = page.getByRole('navigation', { name: say('web.navigation') });
      await views.getByRole('link', { name: say(`web.view-${view}`), exact: true }).click();
    };
    await bring(page, ownBoard());
    await page.getByRole('radio', { name: say('web.own-rules-title') }).waitFor();
    const toSlate = page.getByRole('button', { name: say('web.propose-now') }).first();
    await expect.poll(() => toSlate.isEnabled(), SOON).toBe(true);
    // The service takes its time over the file: until it has read it nothing is proposed under the rules before.
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/rule-sets/validate', async (route) => {
      await held;
      await route.continue();
    });
    await page
      .locator('input[type=file][accept*=yaml]')
      .first()
      .setInputFiles({ name: 'score.yaml', mimeType: 'text/yaml', buffer: Buffer.from(RULES) });
    await expect.poll(() => toSlate.isEnabled(), SOON).toBe(false);
    release();
    await page.getByRole('radio', { name: 'Board 2026' }).waitFor();
    await expect.poll(() => toSlate.isEnabled(), SOON).toBe(true);

    await go('slate');
    await propose(page, language);
    await go('meeting');
    const tile = page.locator('[data-quota=good]');
    await tile.waitFor();
    // The best seven have 94.857142…: as many decimals as merit has everywhere.
    await expect.poll(() => tile.locator('p b').first().textContent(), SOON).toMatch(/^\d+(?:[.,]\d{1,3})?$/);
    const more = tile.getByRole('button', {
      name: say('web.dial-more', { title: 'On average', side: 'min' }),
    });
    await more.click();
    await tile.getByText(/≥ 61/).first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
