import type { Page, Request } from 'playwright-core';
import { PATIENCE } from './patience.ts';

/** The requests of a page that have no answer yet, and how many it ever sent. */
interface Requests {
  readonly open: Set<Request>;
  sent: number;
}

const REQUESTS = new WeakMap<Page, Requests>();

/** Milliseconds without a change; longer than the page waits for the hand to rest before it asks something. */
const QUIET = 450;

/** Takes down what a page asks for from now on, so that `stillness` knows what it waits for. */
export function watchRequests(page: Page): void {
  const requests: Requests = { open: new Set(), sent: 0 };
  REQUESTS.set(page, requests);
  page.on('request', (request) => {
    // What follows a job or a draft stays open for as long as it is shown.
    if (request.resourceType() === 'eventsource') return;
    requests.open.add(request);
    requests.sent += 1;
  });
  const ended = (request: Request): void => void requests.open.delete(request);
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
}

/**
 * Waits until nothing is under way on a page: no request, nothing that says it is busy, no animation that
 * ends, and no change over some time. What is looked at as a whole is looked at then.
 *
 * @throws where a page does not come to rest.
 */
export async function stillness(page: Page): Promise<void> {
  const requests = REQUESTS.get(page);
  if (requests === undefined) throw new Error('the requests of this page are not watched');
  const end = Date.now() + PATIENCE;
  for (;;) {
    const { sent } = requests;
    const wasOpen = requests.open.size > 0;
    const isQuiet = await page.evaluate(untilQuiet, { quiet: QUIET, patience: PATIENCE });
    if (isQuiet && !wasOpen && requests.open.size === 0 && requests.sent === sent) return;
    if (Date.now() > end) throw new Error(`no stillness; open: ${urlsOf(requests.open)}`);
  }
}

function urlsOf(requests: ReadonlySet<Request>): string {
  return [...requests].map((request) => request.url()).join(', ') || 'no request';
}

/** Runs in the page; `false` where it never became quiet. */
async function untilQuiet(limits: { readonly quiet: number; readonly patience: number }): Promise<boolean> {
  const isBusy = (): boolean =>
    document.querySelector('[aria-busy=true], [data-loading=true], [data-stale=true]') !== null ||
    document.getAnimations().some(({ playState, effect }) => {
      // A loader turns for ever; what it stands for is a request.
      const isEndless = effect?.getComputedTiming().endTime === Infinity;
      return playState === 'running' && !isEndless;
    });
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  let hasChanged = true;
  const watching = new MutationObserver(() => (hasChanged = true));
  watching.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const end = performance.now() + limits.patience;
  while ((hasChanged || isBusy()) && performance.now() < end) {
    hasChanged = false;
    await new Promise((resolve) => setTimeout(resolve, limits.quiet));
    await frame();
    await frame();
  }
  watching.disconnect();
  return !hasChanged && !isBusy();
}
