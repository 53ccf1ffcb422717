import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { bring, ownBoard } from './own-board.ts';
import { servedPage, sharedLink, SOON, wordsOf } from './served-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'slate-draft-links-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const served = servedPage({ store: { folder } });
const say = wordsOf('slate', 'en');
const options = { screen: 'desktop', language: 'en' } as const;
const rows = (page: Page) => page.locator('main table [data-row]');

test('a link opens a draft of the store with its own table, for reading', async () => {
  const author = await served.openAt('#/start', options);
  await bring(author.page, ownBoard());
  await author.page.getByText(say('web.lead-own', { count: 30 })).waitFor();
  await author.page.getByRole('button', { name: say('web.propose-now') }).click();
  await expect.poll(() => rows(author.page).count(), SOON).toBe(10);
  await author.page.locator('[data-kept=true]').waitFor({ state: 'attached' });
  await sharedLink(author.page, 'en');
  await author.page.getByText(say('web.link-draft')).waitFor();
  await author.page.getByLabel(say('web.for-reading')).check();
  const link = await author.page.getByLabel(say('web.link'), { exact: true }).inputValue();
  expect(decodeURIComponent(link)).not.toMatch(/Member|North/);
  await author.page.keyboard.press('Escape');

  const reader = await served.open(options);
  await reader.page.goto(link);
  await reader.page.getByText(say('web.reading-only-detail')).waitFor();
  await expect.poll(() => rows(reader.page).count(), SOON).toBe(10);
  expect(await violationsOn(reader.page)).toEqual([]);
  await rows(reader.page).first().focus();
  await reader.page.keyboard.press('Delete');
  await reader.page.getByText(say('web.reading-refused')).waitFor();
  // What becomes of the draft shows as it comes.
  await rows(author.page).first().focus();
  await author.page.keyboard.press('Delete');
  await expect.poll(() => rows(reader.page).count(), SOON).toBe(9);
  await reader.page.reload();
  await expect.poll(() => rows(reader.page).count(), SOON).toBe(9);
  expect([...author.faults, ...reader.faults]).toEqual([]);
  await author.page.context().close();
  await reader.page.context().close();
});

test('a link to a draft that is not there says so', async () => {
  const { page } = await served.openAt('#/slate?draft=nowhere', options);
  const told = page.getByRole('alert').filter({ hasText: say('web.link-broken') });
  await told.waitFor();
  await expect.poll(() => told.textContent(), SOON).toContain(say('web.link-broken-detail'));
  await page.context().close();
});
