import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';
import { batchOf, sizeOf } from '../../src/web/batches/new-batch.ts';
import { webBatchesEn } from '../../src/words/en/web-batches.ts';
import { webBatchesVi } from '../../src/words/vi/web-batches.ts';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { servedPage, SETTINGS, SOON } from './served-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'slate-web-batches-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const served = servedPage({ store: { folder } });

/** A made-up commune, and a table that is none. */
const COMMUNE = fileURLToPath(new URL('../../fixtures/country/xa-0002.csv', import.meta.url));
const TEXT = fileURLToPath(new URL('../../fixtures/hai-duong/scenarios.yaml', import.meta.url));
const RULES = 'commune-committee-2025';

const pool = (key: string, units?: string) => ({
  key,
  title: key,
  detail: '',
  read: async () => ({ name: key }),
  ...(units !== undefined && { units }),
});
const rules = (key: string, takesUnits = false) => ({
  key,
  title: key,
  detail: '',
  takesUnits,
  read: async () => ({ id: key }),
});

test('every pool under every rule set is a case, with units where posts are filled', async () => {
  const scenario = { id: 'more', title: 'More', changes: { rules: { women: { min: 9 } } } };
  const one = { pools: [pool('a'), pool('b')], ruleSets: [rules('r')], scenarios: [scenario], costs: ['x'] };
  expect(sizeOf(one)).toEqual({ cases: 2, answers: 6 });
  expect(await batchOf(one)).toEqual({
    cases: ['a', 'b'].map((id) => ({ id, title: id, pool: { name: id } })),
    rules: { id: 'r' },
    scenarios: [{ id: 'more', title: 'More', rules: { women: { min: 9 } } }],
    under: ['more'],
    costs: ['x'],
  });
  const several = {
    pools: [pool('a', 'a')],
    ruleSets: [rules('r'), rules('s', true)],
    scenarios: [],
    costs: [],
  };
  expect(await batchOf(several)).toEqual({
    cases: [
      { id: 'a r', title: 'a – r', pool: { name: 'a' }, rules: { id: 'r' } },
      { id: 'a s', title: 'a – s', pool: { name: 'a' }, units: { name: 'a' }, rules: { id: 's' } },
    ],
  });
});

describe.each(SETTINGS)('batches on the page, $language on a $screen', ({ language, screen }) => {
  const words = language === 'en' ? webBatchesEn : webBatchesVi;
  const press = (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();

  test('are begun, followed, stopped, taken up, looked at and saved', async () => {
    const { page, faults } = await served.openAt('#/batches', { language, screen });
    await page.getByText(RULES, { exact: true }).waitFor(SOON);
    // The rules of the open draft are chosen; others are wanted.
    const chosen = page.getByRole('checkbox', { checked: true });
    await chosen.first().uncheck();
    await expect.poll(() => chosen.count(), SOON).toBe(0);
    await page
      .getByRole('checkbox', {
        name:
          language === 'en'
            ? 'Party committee of a commune, 2025–2030'
            : 'Ban Chấp hành Đảng bộ xã, nhiệm kỳ 2025–2030',
      })
      .check();
    for (const file of [COMMUNE, TEXT]) {
      await page
        .locator('main input[type=file]')
        .setInputFiles(
          file === TEXT
            ? { name: 'no-table.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') }
            : file,
        );
    }
    await page.getByText(words.costs).first().click();
    await page.locator('details').getByRole('checkbox').first().check();
    await picture(page, `${screen}-${language}-batch-new`);
    expect(await violationsOn(page)).toEqual([]);
    await press(page, words.start({ cases: 2, answers: 4 }));
    const row = page.locator('li[data-batch]').first();
    await row.waitFor(SOON);
    await row
      .getByRole('button', { name: words.cancel })
      .click({ timeout: 3_000 })
      .catch(() => undefined);
    await expect.poll(() => row.getAttribute('data-batch'), SOON).toMatch(/done|cancelled/);
    if ((await row.getAttribute('data-batch')) === 'cancelled') {
      await row.getByRole('button', { name: words.resume }).click();
    }
    await expect.poll(() => row.getAttribute('data-batch'), SOON).toBe('done');
    await row.getByRole('button', { name: words.show }).click();
    await page.getByRole('heading', { name: words.failures(1) }).waitFor(SOON);
    await page.getByRole('region', { name: words.byScenario }).waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(width).toBeLessThanOrEqual(0);
    await picture(page, `${screen}-${language}-batch-result`);
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: words.files.parquet }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('cases.parquet');
    const bytes = await (await fetch(saved.url())).arrayBuffer();
    expect(await parquetReadObjects({ file: bytes })).toHaveLength(4);
    await row.getByRole('button', { name: words.remove }).click();
    await expect.poll(() => page.locator('li[data-batch]').count(), SOON).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
