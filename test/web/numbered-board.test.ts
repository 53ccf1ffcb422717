import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bring, oddBoard } from './own-board.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

const RULES = (women: number): string => `id: board
title: Board
referenceDate: 2026-06-01
size: 9
rules:
  - id: women
    count:
      where: { fact: gender, operator: equal, value: female }
      min: ${women}
`;

/** Rules of one's own, dropped onto the first page. */
async function dropRules(page: Page, women: number): Promise<void> {
  await page
    .locator('input[type=file]')
    .nth(1)
    .setInputFiles({ name: 'rules.yaml', mimeType: 'text/yaml', buffer: Buffer.from(RULES(women)) });
}

test.each(SETTINGS)(
  'people who are but numbered are not taken for counts ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    await bring(page, oddBoard());
    await page.getByText(say('web.lead-own', { count: 30 })).waitFor();
    await dropRules(page, 12);
    await page.getByRole('radio', { name: /^Board/, checked: true }).waitFor();
    await page
      .getByRole('button', { name: say('web.propose-now') })
      .first()
      .click();
    // None of the sentences about why there is none names anybody, and each says its bound once.
    const conflict = page.locator('article').filter({ hasText: language === 'vi' ? 'ít nhất' : 'at least' });
    await conflict.first().waitFor();
    const told = (await page.locator('article').allTextContents()).join('\n');
    expect(told).not.toMatch(/Member [A-Z]\d/u);
    await page
      .getByRole('button', { name: say('web.accept') })
      .first()
      .click();
    await page.getByText(say('web.compliant')).waitFor();
    // What would become of the slate is told by the bound as it stands now, and of points there is nothing to say.
    if (screen === 'phone')
      await page.getByText(say('web.candidates-short'), { exact: true }).first().click();
    const others = page.getByRole('region', { name: say('web.candidates-off') });
    await expect
      .poll(() => others.textContent(), SOON)
      .toContain(language === 'vi' ? 'Ít nhất 9 người' : 'At least 9 members');
    await expect
      .poll(() => others.textContent(), SOON)
      .not.toMatch(/12 (?:members|người)|\b0 (?:points|điểm)/u);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
