import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture, type Watched } from './browser.ts';
import { propose, servedPage, SETTINGS, sharedLink, SOON, wordsOf } from './served-page.ts';

/** The story of a board that fills the posts of the wards, on the real service and in a real browser. */
const served = servedPage();

const CASE = 'pool=hai-duong-wards&rules=ward-leadership-2020&units=hai-duong-wards';

const BAD_UNITS = 'Tên,Loại\nÁi Quốc,phường\n,xã\nái quốc,phường\n';

describe.each(SETTINGS)('posts, in $language on a $screen', ({ language, screen }) => {
  const say = wordsOf('plan', language);
  const snap = (page: Page, name: string): Promise<void> =>
    picture(page, `placement-${screen}-${language}-${name}`);
  const holders = (page: Page): Locator => page.locator('main [data-appointment]');
  const post = (page: Page, id: string): Locator => page.locator(`main [data-appointment="${id}"]`);

  const opened = (hash: string): Promise<Watched> => served.openAt(hash, { screen, language });
  const proposed = (): Promise<Watched> => served.proposed({ screen, language }, CASE);

  test('rules that fill posts bring the pool and the units that go with them', async () => {
    const { page, faults } = await opened('#/start');
    await page.getByText(say('web.capacity-enough')).waitFor();
    await expect.poll(() => page.getByRole('heading', { name: say('web.units') }).count(), SOON).toBe(0);
    await page.getByText('ward-leadership-2020', { exact: false }).click();
    await page.getByRole('heading', { name: say('web.units') }).waitFor();
    await page.getByText(say('web.capacity-of-posts')).waitFor();
    await expect.poll(() => page.locator('input[name=pool]:checked').count(), SOON).toBe(1);
    await expect.poll(() => page.locator('input[name=units]:checked').count(), SOON).toBe(1);
    await snap(page, 'start');
    // A table of one's own with errors says them all, each in its cell, and is mended there.
    await page
      .locator('section', { has: page.getByRole('heading', { name: say('web.units') }) })
      .locator('input[type=file]')
      .setInputFiles({ name: 'units.csv', mimeType: 'text/csv', buffer: Buffer.from(BAD_UNITS) });
    const mending = page.getByRole('heading', { name: say('web.mend-units') });
    await mending.waitFor();
    const bad = page.locator('input[aria-invalid]');
    await expect.poll(() => bad.count(), SOON).toBe(2);
    await snap(page, 'start-bad-units');
    await bad.first().fill('An Thượng');
    await bad.first().press('Enter');
    // The next cell is at hand.
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Bình Hàn');
    await page.keyboard.press('Enter');
    await expect.poll(() => mending.count(), SOON).toBe(0);
    await page
      .getByText(say('web.units-count', { count: 3 }))
      .first()
      .waitFor();
    // What was mended is taken back step by step; what was chosen before comes back.
    await page.keyboard.press('Control+Z');
    await expect.poll(() => bad.count(), SOON).toBe(1);
    for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('Control+Z');
    await page.getByText(say('web.capacity-of-posts')).waitFor();
    // The choice of rules, its pool and its units are one step.
    await page.keyboard.press('Control+Z');
    await expect.poll(() => page.locator('input[name=units]').count(), SOON).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('fills the posts, says why, swaps, breaks a rule, is mended, and keeps it all through a reload', async () => {
    const { page, faults } = await opened(`#/slate?${CASE}`);
    await page.getByRole('button', { name: say('web.begin-with-present') }).click();
    await page.getByRole('heading', { name: say('web.plan', { count: 73 }) }).waitFor();
    await propose(page, language);
    await expect.poll(() => holders(page).count(), SOON).toBe(70);
    // Five of 25 secretaries are chairs as well: one cell across two titles.
    await expect.poll(() => page.locator('main td[data-combined=true]').count(), SOON).toBe(5);
    await snap(page, 'plan');

    // Why?
    const kept = (await holders(page).first().getAttribute('data-appointment'))!;
    await post(page, kept).click();
    const drawer = page.getByRole('complementary');
    await drawer.getByRole('button', { name: say('web.take-without') }).waitFor();
    await expect.poll(() => drawer.textContent(), SOON).not.toContain(kept);
    await snap(page, 'why');
    await drawer.press('Escape');
    await expect.poll(() => drawer.count(), SOON).toBe(0);

    // Swap by keys: the first of the list takes the post.
    await post(page, kept).focus();
    await page.keyboard.press('s');
    await page.getByText(/^\d+(?:\/| of )200 (?:người|eligible)/).waitFor();
    await snap(page, 'swap');
    const candidates = page.locator('main ul li').filter({ has: page.locator('[data-row]') });
    const points = candidates.first().getByText(/[−+]?\d.* (?:points|điểm)$/);
    await points.waitFor();
    await candidates.first().locator('[data-row]').focus();
    await page.keyboard.press('a');
    await expect.poll(() => post(page, kept).count(), SOON).toBe(0);
    await expect.poll(() => holders(page).count(), SOON).toBe(70);
    await page.keyboard.press('Control+Z');
    await expect.poll(() => post(page, kept).count(), SOON).toBe(1);

    // Without the combined posts the plan breaks the rule on them; a repair is one click away.
    const combined = page.locator('main td[data-combined=true] [data-appointment]');
    await combined.first().focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => holders(page).count(), SOON).toBe(69);
    const mend = page.getByRole('button', { name: /Sửa bằng|Fix with/ }).first();
    await mend.waitFor();
    await snap(page, 'violations');
    await mend.click();
    await page.getByText(say('web.compliant')).waitFor();
    for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('Control+Z');
    await expect.poll(() => holders(page).count(), SOON).toBe(70);

    // Everything is still there after a reload.
    await post(page, kept).focus();
    await page.keyboard.press('p');
    await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
    await page.goto(`${served.address}/#/slate`);
    await page.reload();
    await expect.poll(() => holders(page).count(), SOON).toBe(70);
    await expect.poll(() => post(page, kept).textContent(), SOON).toContain(say('web.is-pinned'));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('draws the moves, and lists them for everybody', async () => {
    const { page, faults } = await proposed();
    await page.getByText(say('web.plan-picture'), { exact: true }).click();
    const lines = page.locator('main svg g[data-move]');
    await lines.first().waitFor();
    await snap(page, 'picture');
    const drawn = await lines.count();
    await lines.first().locator('text').click();
    await page.getByRole('complementary').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(say('web.plan-moves'), { exact: true }).click();
    const listed = page.locator('main tbody tr');
    await listed.first().waitFor();
    const leaving = page.locator('td [data-move=leaves]');
    await expect.poll(async () => (await listed.count()) - (await leaving.count()), SOON).toBe(drawn);
    await snap(page, 'moves');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('compares plans post by post, and says of somebody without a post what one would cost', async () => {
    const { page, faults } = await proposed();
    await page.getByRole('button', { name: say('web.alternatives') }).click();
    await page.getByText(say('web.slate-number', { number: 4 })).waitFor();
    await page.getByRole('columnheader', { name: say('web.differing-posts') }).waitFor();
    await snap(page, 'alternatives');
    await page.getByRole('button', { name: say('web.close'), exact: true }).click();
    await page.goto(`${served.address}/#/slate/person/WD-003`);
    const drawer = page.getByRole('complementary');
    await drawer.getByText(say('web.no-post-possible')).waitFor();
    await drawer.getByRole('button', { name: say('web.ask-of-post') }).click();
    // Nobody is twice chosen who has had two terms there: the reason is the rule itself.
    await drawer
      .getByText(/Không quá 2 nhiệm kỳ|At most 2 consecutive|một nhiệm kỳ|whole term/)
      .first()
      .waitFor();
    await snap(page, 'without-post');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('prints a roster by unit, and gives a link that opens the same plan elsewhere', async () => {
    const { page, faults } = await proposed();
    const link = await sharedLink(page, language);
    expect(link).not.toMatch(/[^\p{ASCII}]/u);
    await page.goto(`${served.address}/#/print`);
    await page.getByRole('heading', { name: say('web.roster-by-unit') }).waitFor();
    await expect.poll(() => page.locator('main tbody').count(), SOON).toBe(25);
    await expect.poll(() => page.locator('main tbody tr:has(td)').count(), SOON).toBe(70);
    await snap(page, 'roster');
    await page.context().close();
    const other = await served.openAt(new URL(link).hash, { screen, language });
    await expect.poll(() => holders(other.page).count(), SOON).toBe(70);
    expect([...faults, ...other.faults]).toEqual([]);
    await other.page.context().close();
  });

  test('tells contradictions of a placement', async () => {
    const changes = encodeURIComponent(JSON.stringify({ rules: { headcount: { max: 20 } } }));
    const { page, faults } = await opened(`#/slate?${CASE}&changes=${changes}`);
    // Ways out may come before the contradictions: they are asked apart.
    const conflict = page.locator('main article', {
      hasText: /25 (?:trong khi chỉ được phép|must be chosen where) 20/,
    });
    await conflict.first().waitFor();
    await snap(page, 'no-slate');
    await expect.poll(() => conflict.count(), SOON).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

const inVietnamese = wordsOf('plan', 'vi');

test.each(['city-and-wards-2020', 'ward-headcount-2020'])(
  'takes %s with the pool and the units that are made for it, and fills its posts',
  async (rules) => {
    const { page, faults } = await served.openAt('#/start', { screen: 'desktop', language: 'vi' });
    await page.locator('label', { hasText: rules }).click();
    await page.getByText(inVietnamese('web.capacity-of-posts')).waitFor();
    for (const group of ['pool', 'units']) {
      const chosen = page.locator('label', { has: page.locator(`input[name=${group}]:checked`) });
      await expect
        .poll(() => chosen.textContent(), SOON)
        .toMatch(/^(?:Ban Chấp hành thành phố và|Công chức, người)/);
    }
    await page.getByRole('button', { name: inVietnamese('web.go-to-slate') }).click();
    await propose(page, 'vi');
    await picture(page, `placement-desktop-vi-${rules}`);
    await expect.poll(() => page.locator('main [data-appointment]').count(), SOON).toBeGreaterThan(100);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

test('tells by name which appointments are open, and how firm a plan stands', async () => {
  const headcount = 'pool=ward-headcount&rules=ward-headcount-2020&units=ward-headcount';
  const { page, faults } = await served.proposed({ screen: 'desktop', language: 'vi' }, headcount);
  await page.getByRole('button', { name: inVietnamese('web.near-best-short') }).click();
  const near = page.getByRole('region', { name: inVietnamese('web.near-best') });
  await near.locator('button[data-standing=open]').waitFor();
  // Whatever time sufficed for, every appointment is told by person, title and unit.
  await near.locator('button[data-standing=out]').click();
  const named = near.locator('li button');
  await named.first().waitFor();
  const told = await named.allTextContents();
  expect(told.filter((each) => !/^[^@]+ \((?:Công chức|Người hoạt động).*, .+\)$/u.test(each))).toEqual([]);
  // In the grid every appointment bears its mark in words, and what is sure is sure in both.
  const cells = page.locator('main td [data-appointment]');
  const standings = page.locator('main td small span[data-standing]');
  await expect.poll(async () => (await standings.count()) - (await cells.count()), SOON).toBe(0);
  for (const standing of ['sure', 'open'] as const) {
    await near.locator(`button[data-standing=${standing}]`).click();
    const marks = page.locator(`main td small span[data-standing=${standing}]`, {
      hasText: inVietnamese(`web.standing-${standing}`),
    });
    const isHeaded = async (): Promise<boolean> => {
      const count = await marks.count();
      const heading = near.getByRole('heading', { name: inVietnamese('web.near-on', { count }) });
      return (await heading.count()) === (count > 0 ? 1 : 0);
    };
    await expect.poll(isHeaded, SOON).toBe(true);
  }
  await picture(page, 'placement-desktop-vi-near-best');
  expect(await violationsOn(page)).toEqual([]);
  await page.goto(`${served.address}/#/scenarios`);
  await page.getByRole('button', { name: inVietnamese('web.robustness-start') }).click();
  const firm = page.getByRole('region', { name: inVietnamese('web.hangs-on') });
  await firm.getByRole('rowheader').first().waitFor();
  await expect.poll(() => firm.textContent(), SOON).not.toMatch(/@|filled-|seats-|HC-\d/);
  await expect.poll(() => firm.getByRole('columnheader').count(), SOON).toBe(2);
  await picture(page, 'placement-desktop-vi-robustness');
  expect(faults).toEqual([]);
  await page.context().close();
});
