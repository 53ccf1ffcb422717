import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startService, type RunningService } from '../../src/service/server.ts';
import type { Language } from '../../src/words/language.ts';
import { pagePhrase } from '../../src/words/page.ts';
import { violationsOn } from './axe.ts';
import { openBrowser, openPage, picture, type Screen } from './browser.ts';

let service: RunningService;
let browser: Browser;
beforeAll(async () => {
  service = await startService({ port: 0, logger: pino({ level: 'silent' }) });
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await service.close();
});

const IMPOSSIBLE = encodeURIComponent(JSON.stringify({ rules: { women: { min: 30, max: 30 } } }));
const CASE = 'pool=hai-duong&rules=hai-duong-2020';

/** Every view in a state that shows what it has, and what is there once it has loaded. */
const VIEWS: readonly {
  readonly name: string;
  readonly hash: string;
  readonly ready: string;
  /** Sweep and trade off first. */
  readonly press?: true;
}[] = [
  { name: 'start', hash: '#/start', ready: 'main tbody tr' },
  { name: 'slate', hash: '#/slate', ready: '[data-state=kept]' },
  { name: 'person', hash: '#/slate/person/HD-001', ready: 'aside h4' },
  { name: 'rule', hash: '#/slate/rule/women', ready: 'aside svg[role=slider]' },
  { name: 'scenarios', hash: '#/scenarios', ready: '[data-live-objective]' },
  {
    name: 'scenarios-solved',
    hash: '#/scenarios',
    ready: 'td button',
    press: true,
  },
  { name: 'rules', hash: '#/rules', ready: '.cm-line' },
  { name: 'drafts', hash: '#/drafts', ready: 'ol li' },
  { name: 'roster', hash: '#/print', ready: 'article tbody tr' },
  // Opens a draft of its own, so it comes last.
  { name: 'no-slate', hash: `#/slate?${CASE}&changes=${IMPOSSIBLE}`, ready: 'article' },
];

const SETTINGS: readonly {
  readonly scheme: 'light' | 'dark';
  readonly screen: Screen;
  readonly language: Language;
}[] = [
  { scheme: 'light', screen: 'desktop', language: 'vi' },
  { scheme: 'dark', screen: 'desktop', language: 'en' },
  { scheme: 'light', screen: 'phone', language: 'en' },
  { scheme: 'dark', screen: 'phone', language: 'vi' },
];

async function withSlate(page: Page, language: Language): Promise<void> {
  await page.goto(`${service.address}/#/slate`);
  const propose = pagePhrase(language, 'web.propose');
  await page.getByRole('button', { name: propose }).first().click();
  await page.getByText(pagePhrase(language, 'web.compliant')).waitFor();
  await page.waitForTimeout(400);
}

test.each(SETTINGS)(
  'every view keeps WCAG A and AA and fits the screen, $scheme on a $screen',
  async ({ scheme, screen, language }) => {
    const { page } = await openPage(browser, service.address, { screen, language, scheme });
    await withSlate(page, language);
    const found: string[] = [];
    for (const { name, hash, ready, press } of VIEWS) {
      await page.goto(`${service.address}/${hash}`);
      // Only a page that is loaded anew opens what a link carries.
      if (hash.includes('?')) await page.reload();
      if (press === true) {
        await page.getByRole('button', { name: /Giải \d+ kết hợp|Solve \d+ combinations/ }).click();
        await page.getByRole('button', { name: pagePhrase(language, 'web.trade-off-start') }).click();
        await page.locator('svg circle').first().waitFor();
      }
      await page.locator(ready).first().waitFor({ state: 'attached' });
      if (press === true) await page.locator(ready).nth(40).click();
      await page.waitForTimeout(250);
      await picture(page, `${screen}-${scheme}-${name}`);
      found.push(...(await violationsOn(page)).map((each) => `${name}: ${each}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) found.push(`${name}: wider than the screen by ${overflow}`);
    }
    expect(found).toEqual([]);
    await page.context().close();
  },
  180_000,
);
