import { expect, test } from 'vitest';
import { servedPage, SOON, wordsOf } from './served-page.ts';

const served = servedPage();
const say = wordsOf('slate', 'en');

test('a link put into the address of an open page shows the slate it names, and the way back what became of it', async () => {
  const { page, faults } = await served.proposed(
    { screen: 'desktop', language: 'en' },
    'pool=hai-duong&rules=hai-duong-2020',
  );
  const rows = page.locator('main table [data-row]');
  await expect.poll(() => rows.count(), SOON).toBe(47);
  const link = '#/slate?pool=hai-duong&rules=hai-duong-2020&members=HD-001~HD-002';
  await page.goto(`${served.address}/${link}`);
  await expect.poll(() => rows.count(), SOON).toBe(2);
  // What is done since is not undone by going to another view and back.
  await rows.first().focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => rows.count(), SOON).toBe(1);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('web.view-rules') })
    .click();
  await page.locator('main[data-view=rules]').waitFor();
  await page.goBack();
  await page.locator('main[data-view=slate]').waitFor();
  await expect.poll(() => rows.count(), SOON).toBe(1);
  expect(faults).toEqual([]);
  await page.context().close();
});
