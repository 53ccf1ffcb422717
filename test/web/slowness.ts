import type { BrowserContext, Page } from 'playwright-core';
import { Random } from '../../fixtures/made-up/random.ts';

/** How many times slower than this machine the processor of a page is (`SLATE_SLOW_PAGE`). */
const PROCESSOR = Number(process.env['SLATE_SLOW_PAGE'] ?? 1);

/** The most milliseconds that a question waits before it goes to the service (`SLATE_SLOW_SERVICE`). */
const DELAY = Number(process.env['SLATE_SLOW_SERVICE'] ?? 0);

/** Which delays the questions get (`SLATE_SLOW_SEED`). */
const SEED = Number(process.env['SLATE_SLOW_SEED'] ?? 1);

/** Gives a page the processor of a slower machine, if the environment asks for one. */
export async function slowPage(page: Page): Promise<void> {
  if (PROCESSOR === 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR });
}

/**
 * Lets every question to the service wait for a random while, if the environment asks for it, so that the
 * answers come late and in another order.
 */
export async function slowService(context: BrowserContext): Promise<void> {
  if (DELAY === 0) return;
  const random = new Random(SEED);
  await context.route(/\/api\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, random.whole(0, DELAY)));
    // The page may have been closed or the question been taken back meanwhile.
    await route.continue().catch(() => undefined);
  });
}
