import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { PAGE_FOLDER } from '../../src/service/page-files.ts';
import { startService } from '../../src/service/server.ts';
import { openBrowser, openPage } from './browser.ts';
import { PATIENCE } from './patience.ts';

/** Kilobytes of script, gzipped, that the first view may load. */
const MOST_SCRIPT = 350;

test('the first view loads little script', () => {
  const html = readFileSync(`${PAGE_FOLDER}index.html`, 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((found) => found[1]!);
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(PAGE_FOLDER + path)).length, 0);
  expect(bytes / 1000).toBeLessThan(MOST_SCRIPT);
  // The rest is there, but loaded only where it is looked at.
  const all = readdirSync(`${PAGE_FOLDER}assets`).filter((name) => name.endsWith('.js'));
  expect(all.length).toBeGreaterThan(scripts.length);
});

declare global {
  /** Milliseconds from the next key to the next other merit on the page. */
  var untilNewSlate: Promise<number> | undefined;
}

/** Runs in the page, so that no time of the test's own comes between the key and the picture. */
function watchMerit(): void {
  const merit = (): string | null | undefined =>
    document.querySelector('[data-live-objective]')?.getAttribute('data-live-objective');
  const before = merit();
  let began = Number.POSITIVE_INFINITY;
  addEventListener('keydown', () => (began = performance.now()), { capture: true, once: true });
  globalThis.untilNewSlate = new Promise((resolve) => {
    const look = (): void => {
      const now = merit();
      if (typeof now === 'string' && now !== before) resolve(performance.now() - began);
      else requestAnimationFrame(look);
    };
    look();
  });
}

test('a quota turned by key is answered by a new slate each time', async () => {
  const service = await startService({ port: 0, logger: pino({ level: 'silent' }) });
  const browser = await openBrowser();
  const { page } = await openPage(browser, service.address, { screen: 'desktop', language: 'vi' });
  await page.goto(`${service.address}/#/scenarios`);
  const merit = page.locator('[data-live-objective]');
  await merit.waitFor();
  const dial = page.getByRole('slider', { name: 'Nữ', exact: true });
  await dial.focus();
  const took: number[] = [];
  for (const key of [...Array<string>(8).fill('ArrowRight'), ...Array<string>(8).fill('ArrowLeft')]) {
    await page.evaluate(watchMerit);
    await page.keyboard.press(key);
    took.push(await page.evaluate(() => globalThis.untilNewSlate!));
  }
  const median = took.toSorted((a, b) => a - b)[took.length / 2]!;
  console.info(`slider to new slate: median ${Math.round(median)} ms of ${took.length}`);
  expect(took).toHaveLength(16);
  await browser.close();
  await service.close();
});

test('a key that comes before it is known how many there are turns the dial all the same', async () => {
  const service = await startService({ port: 0, logger: pino({ level: 'silent' }) });
  const browser = await openBrowser();
  const { page } = await openPage(browser, service.address, { screen: 'desktop', language: 'vi' });
  // The service takes as long as the test likes to say how many candidates could count.
  const { promise: turned, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/api/v1/capacity', (route) => turned.then(() => route.continue()));
  await page.goto(`${service.address}/#/scenarios`);
  const dial = page.getByRole('slider', { name: 'Nữ', exact: true });
  await dial.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => dial.getAttribute('aria-valuenow'), { timeout: PATIENCE }).toBe('12');
  const known = page.waitForResponse('**/api/v1/capacity');
  answer();
  await known;
  // What could count is the end of the dial from now on.
  await expect.poll(() => dial.getAttribute('aria-valuemax'), { timeout: PATIENCE }).toBe('28');
  await expect.poll(() => dial.getAttribute('aria-valuenow'), { timeout: PATIENCE }).toBe('12');
  await browser.close();
  await service.close();
});
