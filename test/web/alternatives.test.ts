import { expect, test } from 'vitest';
import { servedPage, SOON, wordsOf } from './served-page.ts';

const served = servedPage();
const say = wordsOf('slate', 'en');

test('of each slate that stands beside the others it is said whether it is proven, of the best, too', async () => {
  const { page, faults } = await served.proposed(
    { screen: 'desktop', language: 'en' },
    'pool=hai-duong&rules=hai-duong-2020',
  );
  await page.getByRole('button', { name: say('web.alternatives') }).click();
  const heads = page.getByRole('columnheader').filter({ hasText: /^Slate \d/ });
  await expect.poll(() => heads.count(), SOON).toBe(4);
  await expect.poll(() => heads.filter({ hasText: say('web.proven') }).count(), SOON).toBe(4);
  expect(faults).toEqual([]);
  await page.context().close();
});
