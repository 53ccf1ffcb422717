import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { bring, oddBoard } from './own-board.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

test.each(SETTINGS)(
  'a table that was made for people is read, and leads to rules and a slate ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    await bring(page, oddBoard());
    // Its headings are found below the title, names under “Member”; that candidates are numbered is told.
    await page.getByText(say('web.lead-own', { count: 30 })).waitFor();
    await expect.poll(() => page.locator('[data-heading=Member]').getAttribute('data-is'), SOON).toBe('fact');
    const notices = page.getByRole('region', { name: say('web.notices') }).getByRole('listitem');
    await notices.filter({ hasText: '1, 2, 3' }).waitFor();
    // Whose cell it is; the page has no lines of a workbook that could be read.
    const cells = [{ word: 'n/a', name: 'Member H7' }];
    const odd = { heading: 'Assessment /100', cells };
    await page.getByText(say('web.odd-number', odd)).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-odd-table`);

    await page.getByRole('button', { name: say('web.say-rules') }).click();
    const counted = page.getByRole('button', { name: say('web.add-term') });
    await expect.poll(() => counted.isDisabled(), SOON).toBe(true);
    await page.getByRole('button', { name: say('web.leave-empty') }).click();
    await counted.click();
    await page.getByRole('button', { name: say('web.new-rule') }).click();
    const form = page.getByRole('region', { name: say('web.new-rule') });
    await form.getByText(say('web.pool-has', { count: 19, of: 30 })).waitFor();
    await form.getByRole('button', { name: say('web.add-rule') }).click();
    await expect.poll(() => page.locator('[data-rule]').count(), SOON).toBe(1);
    await page.getByRole('button', { name: say('web.take-over') }).click();
    await page.getByRole('button', { name: say('web.propose-now') }).click();
    await page.getByText(say('web.compliant')).waitFor();
    await expect.poll(() => page.locator('main [data-row]').count(), SOON).toBeGreaterThan(9);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
