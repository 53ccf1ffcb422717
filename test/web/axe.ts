import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { stillness } from './stillness.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds against WCAG 2.2 A and AA on the page once it is still, each with the elements it is about.
 * A check of what is changing would judge what nobody ever sees, such as the colours that a button had before.
 */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await stillness(page);
  // In a world of its own, the page's policy does not forbid it.
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SOURCE);
  const found = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { readonly axe: typeof axe };
    const results = await checker.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(
        ({ target, any, all }) =>
          `${target.join(' ')} ${[...any, ...all].map(({ message }) => message).join('; ')}`,
      ),
    }));
  });
  await session.detach();
  return found.flatMap(({ id, help, nodes }) => nodes.slice(0, 4).map((node) => `${id} (${help}): ${node}`));
}
