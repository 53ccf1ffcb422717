import { expect, test } from 'vitest';
import { picture } from './browser.ts';
import { servedPage, SETTINGS, wordsOf, SOON } from './served-page.ts';

const served = servedPage();

test.each(SETTINGS)('an ordered list stands in its order, in $language on a $screen', async (setting) => {
  const { screen, language } = setting;
  const say = wordsOf('list', language);
  const { page, faults } = await served.proposed(setting, 'pool=spanish-list&rules=spanish-list');
  await page.getByRole('heading', { name: say('web.plan', { count: 16 }) }).waitFor();
  await picture(page, `list-${screen}-${language}`);
  const places = (): Promise<readonly string[]> =>
    page
      .locator('main [data-appointment]')
      .evaluateAll((all) =>
        all.map((each) => (each.getAttribute('data-appointment') ?? '').replace(/^.*@/, '')),
      );
  // From the first place to the last, each once; what a list has not is not there: moves, and ways to look at them.
  await expect.poll(places, SOON).toEqual(Array.from({ length: 16 }, (_, index) => `${index + 1}/place`));
  await expect.poll(() => page.getByText(say('web.plan-picture')).count(), SOON).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});
