import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { servedPage, SETTINGS, sharedLink, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

test.each(SETTINGS)(
  'a meeting decides before all eyes, and its minutes say what and why ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.proposed({ screen, language });
    await page.getByRole('link', { name: say('web.view-meeting') }).click();
    await page.getByRole('button', { name: say('web.meeting-begin') }).click();
    await page.getByText(say('web.no-decisions')).waitFor();
    const women = page.locator('[data-quota=women]');
    await women.waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-meeting`);

    // A bound is moved, a slate is taken, and each is taken down with what it changed.
    await women.getByRole('button').last().click();
    await women.and(page.locator('[data-state=violated]')).waitFor();
    await page.getByRole('button', { name: say('web.propose') }).click();
    const taken = page.locator('[data-decision=take]');
    await taken.getByText(say('web.compliant')).waitFor();
    const moved = page.locator('[data-decision=change-rule]');
    await moved.getByText(say('web.cell-now', { before: '= 11', after: '= 12' })).waitFor();
    await moved.getByRole('textbox').fill('The congress asked for it');
    await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
    await page.reload();
    await expect.poll(() => moved.getByRole('textbox').inputValue(), SOON).toBe('The congress asked for it');

    await page.getByRole('button', { name: say('web.meeting-end') }).click();
    const minutes = page.getByRole('article', { name: say('web.minutes') });
    await expect.poll(() => minutes.locator('tbody tr').count(), SOON).toBe(2);
    await minutes.getByText('The congress asked for it').waitFor();
    await minutes.getByText(say('web.roster-kept')).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-minutes`);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: say('web.save-minutes') }).click();
    const html = readFileSync(await (await saved).path(), 'utf8');
    expect(html).toContain('The congress asked for it');
    expect(html).toMatch(/^<!doctype html>/);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

test('a link for reading shows a slate in which nothing can be changed', async () => {
  const say = wordsOf('slate', 'en');
  const author = await served.proposed({ screen: 'desktop', language: 'en' });
  await sharedLink(author.page, 'en');
  await author.page.getByLabel(say('web.for-reading')).check();
  const link = await author.page.getByLabel(say('web.link'), { exact: true }).inputValue();
  // Ids and figures alone: no name of anybody is in the address.
  expect(decodeURIComponent(link)).not.toMatch(/\d{4}-\d\d-\d\d|Nguyễn|Trần/);
  await author.page.context().close();

  const { page, faults } = await served.open({ screen: 'desktop', language: 'en' });
  await page.goto(link);
  await page.getByText(say('web.reading-only-detail')).waitFor();
  await page.getByText(say('web.compliant')).waitFor();
  const rows = page.locator('main tbody tr[data-row], main tbody [data-row]');
  const members = page.getByRole('heading', { name: /^Members \(/ });
  const before = await members.textContent();
  await rows.first().focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('p');
  await page.getByText(say('web.reading-refused')).waitFor();
  await expect.poll(() => members.textContent(), SOON).toBe(before);
  expect(await violationsOn(page)).toEqual([]);
  // A reload reads it again; only a copy can be worked on.
  await page.getByRole('link', { name: say('web.view-drafts') }).click();
  await page.reload();
  await page.getByRole('button', { name: say('web.make-copy') }).click();
  await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
  await expect.poll(() => page.getByText(say('web.reading-only-detail')).count(), SOON).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});
