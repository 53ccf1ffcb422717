import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type RunningService, type ServiceOptions, startService } from '../../src/service/server.ts';
import type { Language } from '../../src/words/language.ts';
import {
  pagePhrase,
  type PageParameters,
  type PagePhraseCode,
  phraseOf,
  type Subject,
} from '../../src/words/page.ts';
import { openBrowser, openPage, type PageOptions, type Screen, type Watched } from './browser.ts';
import { PATIENCE } from './patience.ts';

/** How to look again and again for what is to come. */
export const SOON = { timeout: PATIENCE, interval: 50 };

/** What the stories of a board are walked in; Vietnamese on the phone, for its words are the longer ones. */
export const SETTINGS: readonly { readonly language: Language; readonly screen: Screen }[] = [
  { language: 'en', screen: 'desktop' },
  { language: 'vi', screen: 'phone' },
];

/** The page on the real service, in a real browser. */
export interface ServedPage {
  /** Where the service is, such as `http://127.0.0.1:40123`. */
  readonly address: string;
  /** An empty page that may go there. */
  readonly open: (options: PageOptions) => Promise<Watched>;
  /** A view of the page, such as `#/start`. */
  readonly openAt: (hash: string, options: PageOptions) => Promise<Watched>;
  /** The view of the slate with the best one taken; of the case that a query names, or of the first. */
  readonly proposed: (options: PageOptions, query?: string) => Promise<Watched>;
}

/** Starts the service and a browser before the tests of a file, and ends both after them. */
export function servedPage(
  options: Pick<ServiceOptions, 'poolsFolder' | 'people' | 'store'> = {},
): ServedPage {
  let service: Pick<RunningService, 'address' | 'close'>;
  let browser: Browser;
  beforeAll(async () => {
    service =
      servedAt(options) ?? (await startService({ port: 0, logger: pino({ level: 'silent' }), ...options }));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await service.close();
  });
  const open = (options: PageOptions): Promise<Watched> => openPage(browser, service.address, options);
  const openAt = async (hash: string, options: PageOptions): Promise<Watched> => {
    const watched = await open(options);
    await watched.page.goto(`${service.address}/${hash}`);
    return watched;
  };
  return {
    get address() {
      return service.address;
    },
    open,
    openAt,
    proposed: async (options, query) => {
      const watched = await openAt(query === undefined ? '#/slate' : `#/slate?${query}`, options);
      await propose(watched.page, options.language);
      return watched;
    },
  };
}

/** Whoever serves the page already (`SLATE_SERVED_AT`), where nothing is asked for that it may not have. */
function servedAt(options: object): Pick<RunningService, 'address' | 'close'> | undefined {
  const address = process.env['SLATE_SERVED_AT'];
  const isUsual = !('people' in options || 'poolsFolder' in options);
  return address !== undefined && isUsual ? { address, close: async () => undefined } : undefined;
}

/** Gives the start view a table of one's own, as a file is chosen there. */
export async function giveTable(page: Page, name: string, csv: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
}

/** Takes the best slate, and waits until the check has found it in order. */
export async function propose(page: Page, language: Language): Promise<void> {
  await page
    .getByRole('button', { name: pagePhrase(language, 'web.propose') })
    .first()
    .click();
  await page.getByText(pagePhrase(language, 'web.compliant')).waitFor();
}

/** Opens what can be shared, and gives the link that is there. */
export async function sharedLink(page: Page, language: Language): Promise<string> {
  await page.getByRole('button', { name: pagePhrase(language, 'web.share') }).click();
  return page.getByLabel(pagePhrase(language, 'web.link'), { exact: true }).inputValue();
}

/** Says what the page says, of a slate or of a plan. */
export function wordsOf(
  subject: Subject,
  language: Language,
): <Code extends PagePhraseCode>(code: Code, ...parameters: PageParameters<Code>) => string {
  return (code, ...parameters) => phraseOf(subject, language, code, ...parameters);
}
