import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { numbersInTable } from '../../src/web/rules/numbers-in-table.ts';
import { giveTable, propose, servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

const CSV = [
  'No.,Name,Sex,Region',
  ...Array.from(
    { length: 12 },
    (_each, index) =>
      `${index + 1},Person ${'ABCDEFGHIJKL'[index]},${'FM'[index % 2]},${['North', 'North', 'South', 'West'][index % 4]}`,
  ),
].join('\n');

test.each(SETTINGS)(
  'seats are shared out in a form, in proportion to numbers that the table begins with ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    await giveTable(page, 'members.csv', CSV);
    await page.getByText(say('web.lead-own', { count: 12 })).waitFor();
    await page.getByRole('button', { name: say('web.say-rules') }).click();
    for (const label of [say('web.size-least'), say('web.size-most')]) {
      await page.getByLabel(label).fill('6');
      await page.getByLabel(label).press('Enter');
    }
    await page.getByText('max: 6').waitFor();
    await page.getByRole('button', { name: say('web.new-rule') }).click();
    const form = page.getByRole('region', { name: say('web.new-rule') });
    await form.getByLabel(say('web.kind')).selectOption('proportion');
    await form.getByLabel(say('web.groups-by'), { exact: true }).selectOption('Region');
    await form.getByText(say('web.missing-seats')).waitFor();
    // The pool's figure and the seats stand beside each number: 6, 3 and 3 people are due 3, 2 and 1 of six.
    await form.getByLabel(say('web.seats-to-share')).fill('6');
    const north = form.getByText(
      `${say('web.group-in-pool', { count: 6 })} · ${say('web.seats-due', { min: 3, max: 3 })}`,
    );
    await north.waitFor();
    await form.getByLabel('West', { exact: true }).fill('30');
    await form
      .getByText(`${say('web.group-in-pool', { count: 3 })} · ${say('web.seats-due', { min: 5, max: 5 })}`)
      .waitFor();
    // Numbers that stand in a file need not be typed; one in which there are none says so.
    const numbers = async (text: string): Promise<void> => {
      const chosen = page.waitForEvent('filechooser');
      await form.getByRole('button', { name: say('web.numbers-from-file') }).click();
      const file = { name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await (await chosen).setFiles(file);
    };
    await numbers('Region,Place\nNorth,here\n');
    await form.getByText(say('web.numbers-unread')).waitFor();
    await numbers('Place;Region;Members\na;north;6\nb;South;3\nc;West;4\n');
    await expect.poll(() => form.getByLabel('West', { exact: true }).inputValue(), SOON).toBe('4');
    await expect.poll(() => form.getByText(say('web.numbers-unread')).count(), SOON).toBe(0);
    await form.getByLabel('West', { exact: true }).fill('3');
    await north.waitFor();
    await form.getByLabel(say('web.seats-bound')).selectOption('min');
    await expect.poll(() => form.locator('[role=status] strong').count(), SOON).toBe(3);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-rule-seats`);
    await form.getByRole('button', { name: say('web.add-rule') }).click();
    await form.waitFor({ state: 'detached' });

    // One card says all that the file has as one rule, and opens in the same fields.
    const card = page.locator('[data-rule]');
    await page.getByText('seats: 6').waitFor();
    await expect.poll(() => card.count(), SOON).toBe(1);
    await card.locator(':scope > summary').click();
    await expect.poll(() => card.getByLabel(say('web.seats-to-share')).inputValue(), SOON).toBe('6');
    await expect.poll(() => card.getByLabel('West', { exact: true }).inputValue(), SOON).toBe('3');
    // An empty number takes the group out of the rule.
    await card.getByLabel('West', { exact: true }).fill('');
    await card.getByRole('button', { name: say('web.write-rule') }).click();
    const file = page.getByRole('textbox', { name: say('web.rule-file') });
    await expect.poll(() => file.textContent(), SOON).not.toContain('West');
    await page.getByRole('button', { name: say('web.take-over') }).click();
    await page.getByText(say('web.rules-unchanged')).waitFor();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('web.view-slate') })
      .click();
    await propose(page, language);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

test.each(SETTINGS)('a rule about posts counts units in its form ($language, $screen)', async (setting) => {
  const say = wordsOf('plan', setting.language);
  const { page, faults } = await served.openAt(
    '#/rules?pool=hai-duong-wards&rules=ward-leadership-2020&units=hai-duong-wards',
    setting,
  );
  const form = page.getByRole('region', { name: say('web.new-rule') });
  const begin = page.getByRole('button', { name: say('web.new-rule') });
  await begin.click();
  await form.getByLabel(say('web.column'), { exact: true }).selectOption('gender');
  await form.getByLabel(say('web.value'), { exact: true }).selectOption('male');
  await form.getByLabel(say('web.counted-in')).selectOption('unit');
  await form.getByText(say('web.strength-soft-short'), { exact: true }).click();
  await form.getByLabel(say('web.weight-unit')).waitFor();
  await form.locator('[role=status] strong').waitFor();
  await form.getByRole('button', { name: say('web.add-rule') }).click();
  await form.waitFor({ state: 'detached' });
  // Read again from the file, it is about units, and the form says so.
  const card = page.locator('[data-rule=male]');
  await card.locator(':scope > summary').click();
  await expect.poll(() => card.getByLabel(say('web.counted-in')).inputValue(), SOON).toBe('unit');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('numbers of groups are found in whichever table has them', () => {
  const known = ['North', 'Miền Nam'];
  const of = (csv: string) =>
    numbersInTable(csv, 'Region', known)?.map(({ group, number }) => [group, number]);
  expect(of('No.,Area,Members\n1,north,30\n2,miền nam,20\n3,West,5\n')).toEqual([
    ['North', 30],
    ['Miền Nam', 20],
    ['West', 5],
  ]);
  expect(of('Region,Members\nNorth,30\nWest,5\n')).toEqual([
    ['North', 30],
    ['West', 5],
  ]);
  expect(of('Region,Members\nNorth,30\nNorth,5\n')).toBeUndefined();
  expect(of('Region,Members\nNorth,many\n')).toBeUndefined();
  expect(of('Region,Members\n')).toBeUndefined();
});
