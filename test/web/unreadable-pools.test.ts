import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { POOLS_FOLDER } from '../../src/opening/shipped.ts';
import { pagePhrase } from '../../src/words/page.ts';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { servedPage, SOON } from './served-page.ts';

const poolsFolder = mkdtempSync(join(tmpdir(), 'slate-pools-'));
cpSync(join(POOLS_FOLDER, 'hai-duong'), join(poolsFolder, 'hai-duong'), { recursive: true });
mkdirSync(join(poolsFolder, 'spoilt'));
writeFileSync(join(poolsFolder, 'spoilt', 'pool.csv'), 'id,name\nA,An\n');
writeFileSync(join(poolsFolder, 'spoilt', 'pool.yaml'), 'title: { vi: Hỏng, en: Spoilt }\ncolour: red\n');
const served = servedPage({ poolsFolder });
afterAll(() => rmSync(poolsFolder, { recursive: true }));

test('a pool that cannot be read is told with file and line, and the others can be chosen', async () => {
  const { page, faults } = await served.openAt('#/start', { screen: 'desktop', language: 'vi' });
  await page.getByText(pagePhrase('vi', 'web.pool-unreadable', { name: 'spoilt', count: 1 })).click();
  const told = page.locator('details[open]', { hasText: 'spoilt/pool.yaml' });
  await expect.poll(() => told.textContent(), SOON).toContain('spoilt/pool.yaml');
  await expect.poll(() => told.getByRole('listitem').textContent(), SOON).toMatch(/^Dòng 2: .*colour/);
  await expect.poll(() => page.locator('input[name=pool]').count(), SOON).toBe(1);
  await page.getByText(pagePhrase('vi', 'web.capacity-enough')).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await picture(page, 'desktop-vi-unreadable-pool');
  expect(faults).toEqual([]);
  await page.context().close();
});
