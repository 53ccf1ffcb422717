import { expect, test } from 'vitest';
import { passes, withFilter, NO_FILTERS } from '../../src/web/slate/filters/people-filters.ts';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

const person = (cells: Record<string, string>, age?: readonly [number, number]) => ({
  id: 'A',
  name: 'An',
  cells,
  age,
});

test('all filters must be satisfied together; an age that is known too roughly may be any of its years', () => {
  const women = withFilter(NO_FILTERS, 'gender', { is: 'values', values: ['female'] });
  const young = withFilter(women, 'age', { is: 'range', min: undefined, max: 40 });
  expect(passes(person({ gender: 'female' }, [40, 41]), young)).toBe(true);
  expect(passes(person({ gender: 'female' }, [41, 42]), young)).toBe(false);
  expect(passes(person({ gender: 'male' }, [30, 30]), young)).toBe(false);
  expect(passes(person({ gender: 'female' }), young)).toBe(false);
  const scored = withFilter(NO_FILTERS, 'Score', { is: 'range', min: 7.5, max: undefined });
  expect(passes(person({ Score: '7,5' }), scored)).toBe(true);
  expect(passes(person({ Score: '' }), scored)).toBe(false);
  expect(withFilter(women, 'gender', { is: 'values', values: [] })).toEqual(NO_FILTERS);
  expect(passes(undefined, NO_FILTERS)).toBe(true);
  expect(passes(undefined, women)).toBe(false);
});

test.each(SETTINGS)(
  'lists are narrowed by several columns, and quotas written as numbers ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.proposed({ screen, language });
    const members = page.getByRole('region', { name: say('web.members', { count: 47 }) });
    if (screen === 'phone')
      await page
        .getByText(say('web.members', { count: 47 }))
        .first()
        .click();
    const rows = members.locator('tr').filter({ has: page.locator('[data-row]') });
    await members.getByRole('button', { name: say('web.filter'), exact: true }).click();
    const chooser = page.getByRole('dialog', { name: say('web.filter') });
    await chooser.getByLabel(say('web.column'), { exact: true }).selectOption('gender');
    await chooser.getByRole('checkbox').last().check();
    await expect.poll(() => rows.count(), SOON).toBe(11);
    await chooser.getByLabel(say('web.column'), { exact: true }).selectOption('age');
    await chooser.getByLabel(say('web.to'), { exact: true }).fill('45');
    await expect.poll(() => rows.count(), SOON).toBeLessThan(11);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-filter`);
    await page.keyboard.press('Escape');
    const chips = members.getByRole('list', { name: say('web.filter') });
    for (const left of [1, 0]) {
      await chips.getByRole('button').first().click();
      await expect.poll(() => chips.getByRole('button').count(), SOON).toBe(left);
    }
    await expect.poll(() => rows.count(), SOON).toBe(47);

    await page.getByRole('link', { name: say('web.view-scenarios') }).click();
    const women = language === 'vi' ? 'Nữ' : 'Women';
    const number = page.getByLabel(say('web.write-bound', { title: women, label: '' }), { exact: true });
    const slider = page.getByRole('slider', { name: women, exact: true });
    // How many there could be at most is known once the service has said it.
    await expect
      .poll(async () => Number(await slider.getAttribute('aria-valuemax')), SOON)
      .toBeGreaterThan(20);
    await number.fill('12');
    await expect.poll(() => slider.getAttribute('aria-valuenow'), SOON).toBe('12');
    // Exactly so many may become a range.
    await page.getByRole('button', { name: say('web.as-range', { title: women }) }).click();
    await page
      .getByLabel(say('web.write-bound', { title: women, label: say('web.at-most') }), { exact: true })
      .fill('14');
    await expect
      .poll(
        () =>
          page
            .getByRole('slider', { name: `${women}: ${say('web.at-most')}`, exact: true })
            .getAttribute('aria-valuenow'),
        SOON,
      )
      .toBe('14');
    await page.locator('[data-live=slate]').waitFor();
    await picture(page, `${screen}-${language}-dial-numbers`);

    // The map says where the rules stand, and what its colours mean.
    await page.getByRole('button', { name: /Giải \d+ kết hợp|Solve \d+ combinations/ }).click();
    const legend = page.getByRole('list', { name: say('web.legend') });
    await legend.getByText(say('web.as-it-stands')).waitFor();
    await expect.poll(() => page.locator('td button[data-standing=true]').count(), SOON).toBe(1);
    const standing = page.locator('td button[data-standing=true]');
    await expect.poll(() => standing.getAttribute('aria-label'), SOON).toContain(`${women} 11`);
    await legend.scrollIntoViewIfNeeded();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-heat-legend`);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
