import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { PATIENCE } from './patience.ts';
import { slowPage, slowService } from './slowness.ts';
import { watchRequests } from './stillness.ts';

/** Where pictures of the views go; not committed. */
export const ARTEFACTS = fileURLToPath(new URL('../../artefacts/', import.meta.url));

/**
 * A real Chromium out of an npm package, so that a bare machine can run it. The package unpacks its
 * own libraries only where it believes to be on the platform that it was made for.
 */
export async function openBrowser(): Promise<Browser> {
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  process.env['TMPDIR'] ??= tmpdir();
  mkdirSync(ARTEFACTS, { recursive: true });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'],
  });
}

/** The screens that the story is walked on. */
export const SCREENS = {
  desktop: { width: 1440, height: 900 },
  laptop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

/** The screen of a test. */
export type Screen = keyof typeof SCREENS;

/** What a page did that it should not: errors, refused contents, requests to other hosts. */
export interface Watched {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** What a page is opened with. */
export interface PageOptions {
  readonly screen: Screen;
  readonly language: 'vi' | 'en';
  readonly scheme?: 'light' | 'dark';
}

/** A page in a profile of its own, in which every error is taken down. */
export async function openPage(browser: Browser, address: string, options: PageOptions): Promise<Watched> {
  const context = await browser.newContext({
    viewport: SCREENS[options.screen],
    colorScheme: options.scheme ?? 'light',
    reducedMotion: 'reduce',
    hasTouch: options.screen === 'phone',
  });
  await context.addInitScript(
    (language) => localStorage.setItem('slate.language', localStorage.getItem('slate.language') ?? language),
    options.language,
  );
  await slowService(context);
  const page = await context.newPage();
  await slowPage(page);
  watchRequests(page);
  page.setDefaultTimeout(PATIENCE);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A question that the service refuses with reasons is part of the story; Chromium logs it all the same.
    const refused = message.text().includes('status of 422');
    if (message.type() === 'error' && !refused)
      faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(?:data|blob):/.test(url)) faults.push(`outside: ${url}`);
  });
  return { page, faults };
}

/** Keeps a picture of the page. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${ARTEFACTS}${name}.png` });
}
