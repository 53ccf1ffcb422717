import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { picture } from './browser.ts';
import { servedPage, wordsOf } from './served-page.ts';

const served = servedPage();
const say = wordsOf('slate', 'en');

const styleOf = (element: Locator, property: string, pseudo?: string): Promise<string> =>
  element.evaluate((shown, [name, part]) => getComputedStyle(shown, part).getPropertyValue(name), [
    property,
    pseudo,
  ] as const);

test('where the system has its own colours, what is chosen and where a slider stands is still seen', async () => {
  const { page, faults } = await served.proposed(
    { screen: 'desktop', language: 'en' },
    'pool=hai-duong&rules=hai-duong-2020',
  );
  await page.emulateMedia({ forcedColors: 'active' });
  const link = (view: 'slate' | 'start'): Locator =>
    page.getByRole('navigation').getByRole('link', { name: say(`web.view-${view}`), exact: true });
  const edge = 'border-bottom-color';
  expect(await styleOf(link('slate'), edge)).not.toBe(await styleOf(link('start'), edge));
  const chosen = page.locator('main .mantine-SegmentedControl-indicator').first();
  expect(await styleOf(chosen, 'border-top-width')).not.toBe('0px');

  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('web.view-scenarios') })
    .click();
  const bar = page.locator('.mantine-Slider-bar').first();
  await bar.waitFor();
  const behind = await styleOf(page.locator('body'), 'background-color');
  expect(await styleOf(bar, 'background-color')).not.toBe(behind);
  const track = page.locator('.mantine-Slider-track').first();
  expect(await styleOf(track, 'border-top-width', '::before')).not.toBe('0px');
  await picture(page, 'desktop-en-forced-colours');
  expect(faults).toEqual([]);
  await page.context().close();
});
