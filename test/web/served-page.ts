import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type RunningService, startService } from '../../src/service/server.ts';
import { openBrowser, openPage, type PageOptions, type Watched } from './browser.ts';

/** The page on the real service, in a real browser. */
export interface ServedPage {
  /** Where the service is, such as `http://127.0.0.1:40123`. */
  readonly address: string;
  readonly open: (options: PageOptions) => Promise<Watched>;
}

/** Starts the service and a browser before the tests of a file, and ends both after them. */
export function servedPage(): ServedPage {
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
  return {
    get address() {
      return service.address;
    },
    open: (options) => openPage(browser, service.address, options),
  };
}
