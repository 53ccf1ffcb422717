import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { servedPage, wordsOf } from './served-page.ts';

const served = servedPage();
const say = wordsOf('slate', 'en');

/** How many steps of the tabulator are looked at: all of the header and the bar below it. */
const STEPS = 18;

/** What has the focus, and whether that shows. */
function focused(page: Page): Promise<{ readonly name: string; readonly shows: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement!;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const shows = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    return { name: element.getAttribute('aria-label') ?? element.textContent, shows };
  });
}

test('whatever the tabulator comes to shows that it has the focus', async () => {
  const { page, faults } = await served.openAt('#/slate', { screen: 'desktop', language: 'en' });
  await page
    .getByRole('button', { name: say('web.propose') })
    .first()
    .waitFor();
  const hidden: string[] = [];
  const names: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const { name, shows } = await focused(page);
    names.push(name);
    if (!shows) hidden.push(name);
  }
  expect(hidden).toEqual([]);
  expect(names).toContain(say('web.draft-title'));
  expect(faults).toEqual([]);
  await page.context().close();
});
