import { expect, test } from 'vitest';
import { pagePhrase } from '../../src/words/page.ts';
import { picture } from './browser.ts';
import { giveTable, propose, servedPage, sharedLink, SOON } from './served-page.ts';

const served = servedPage();

test('claims nothing while the service is gone, and goes on when it is back', async () => {
  const { page } = await served.proposed({ screen: 'desktop', language: 'vi' });
  await page.route('**/api/**', (route) => route.abort());
  await page.locator('main table [data-row]').first().focus();
  await page.keyboard.press('Delete');
  await page.getByRole('alert').waitFor(SOON);
  // The slate that kept all rules is another one now.
  await page.locator('[data-state=unchecked]').getByText(pagePhrase('vi', 'web.unchecked')).waitFor();
  await page.goto(`${served.address}/#/rules`);
  await page.getByRole('status').getByText(pagePhrase('vi', 'web.unchecked')).waitFor(SOON);
  await expect.poll(() => page.getByText(pagePhrase('vi', 'web.rules-unreadable')).count(), SOON).toBe(0);
  await picture(page, 'desktop-vi-service-gone');
  await page.goto(`${served.address}/#/slate`);
  await page.getByRole('alert').first().waitFor(SOON);
  await expect.poll(() => page.locator('main table [data-row]').count(), SOON).toBe(46);
  await page.unroute('**/api/**');
  await expect.poll(() => page.getByRole('alert').count(), SOON).toBe(0);
  await page.locator('[data-state=kept]').first().waitFor(SOON);
  await page.context().close();
});

test('works where the browser keeps nothing, and says so', async () => {
  const { page, faults } = await served.open({ screen: 'desktop', language: 'en' });
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('access is denied', 'SecurityError');
        },
      });
  });
  await page.goto(`${served.address}/#/slate`);
  await propose(page, 'en');
  await page.getByRole('status').getByText(pagePhrase('en', 'web.unkept')).waitFor();
  await page.goto(`${served.address}/#/start`);
  await giveTable(page, 'own.csv', 'id,name\nA,An\nB,Bình\n');
  await page.getByRole('status').getByText(pagePhrase('en', 'web.tables-unkept')).waitFor();
  // What this page knows it goes on knowing, until it is left.
  await page.goto(`${served.address}/#/rules`);
  await page.getByText(pagePhrase('en', 'web.rules-unchanged')).waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a link is copied when what shares it opens, and not again when it closes', async () => {
  const { page } = await served.openAt('#/slate', { screen: 'desktop', language: 'en' });
  await page.evaluate(() => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    const clipboard = { writeText: async (text: string) => void copied.push(text) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard });
  });
  const link = await sharedLink(page, 'en');
  const copied = () => page.evaluate(() => (window as unknown as { readonly copied: unknown }).copied);
  await expect.poll(copied, SOON).toEqual([link]);
  await page.getByRole('button', { name: pagePhrase('en', 'web.share') }).click();
  await expect
    .poll(() => page.getByLabel(pagePhrase('en', 'web.link'), { exact: true }).count(), SOON)
    .toBe(0);
  expect(await copied()).toEqual([link]);
  await page.context().close();
});

test('says that a link was cut on its way, and takes nothing of it', async () => {
  const query = 'pool=hai-duong-wards&rules=ward-leadership-2020&units=hai-duong-wards&changes=%7B%22rules';
  for (const screen of ['desktop', 'phone'] as const) {
    const { page, faults } = await served.openAt(`#/slate?${query}`, { screen, language: 'vi' });
    const told = page.getByRole('alert').filter({ hasText: pagePhrase('vi', 'web.link-broken') });
    await told.getByText(pagePhrase('vi', 'web.link-broken-detail')).waitFor();
    await picture(page, `${screen}-vi-link-broken`);
    expect(await sharedLink(page, 'vi')).toMatch(/pool=hai-duong&rules=hai-duong-2020$/);
    await page.keyboard.press('Escape');
    await told.getByRole('button', { name: pagePhrase('vi', 'web.close') }).click();
    await expect.poll(() => page.getByRole('alert').count(), SOON).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  }
});

test('keeps what is being written when another view is opened', async () => {
  const { page, faults } = await served.openAt('#/rules', { screen: 'desktop', language: 'vi' });
  await page.getByText(pagePhrase('vi', 'web.rules-unchanged')).waitFor();
  await page.locator('.cm-content').getByText('exactly: 11').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('2');
  await page.getByText(pagePhrase('vi', 'web.rules-valid')).waitFor();
  await page.goto(`${served.address}/#/scenarios`);
  const dial = page.getByRole('slider', { name: 'Nữ', exact: true });
  // How far it can be turned comes from the pool.
  await expect.poll(() => dial.getAttribute('aria-valuemax'), SOON).not.toBe('11');
  await dial.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.goto(`${served.address}/#/start`);
  await page.goto(`${served.address}/#/rules`);
  await page.locator('.cm-content').getByText('exactly: 12').waitFor();
  await page.goto(`${served.address}/#/scenarios`);
  await page.reload();
  await dial.waitFor();
  await expect.poll(() => dial.getAttribute('aria-valuenow'), SOON).toBe('13');
  await page.goto(`${served.address}/#/rules`);
  await page.locator('.cm-content').getByText('exactly: 12').waitFor();
  // Discarded it is gone for good, and the draft never had it.
  await page.getByRole('button', { name: pagePhrase('vi', 'web.revert') }).click();
  await page.reload();
  await page.locator('.cm-content').getByText('exactly: 11').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a swap is given up by Escape', async () => {
  const { page } = await served.proposed({ screen: 'phone', language: 'vi' });
  const row = page.locator('main table [data-row]').nth(2);
  const name = (await row.textContent())!;
  await row.focus();
  await page.keyboard.press('s');
  const choosing = page.getByText(pagePhrase('vi', 'web.choose-replacement', { name }));
  await choosing.waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => choosing.count(), SOON).toBe(0);
  await row.waitFor();
  await expect.poll(() => page.locator('main table [data-row]').count(), SOON).toBe(47);
  await page.context().close();
});

test.each(['vi', 'en'] as const)('fits a phone in %s', async (language) => {
  const { page } = await served.proposed({ screen: 'phone', language });
  const cut = (): Promise<readonly string[]> =>
    page.evaluate(() => {
      const wide = document.documentElement.scrollWidth > innerWidth ? ['page'] : [];
      const shown = [...document.querySelectorAll<HTMLElement>('nav, button span')].filter(
        (each) => getComputedStyle(each).overflowX !== 'visible' && each.clientWidth > 1,
      );
      const clipped = shown.filter((each) => each.scrollWidth > each.clientWidth + 1);
      return [...wide, ...clipped.map((each) => `${each.tagName} ${each.textContent}`)];
    });
  await expect.poll(cut, SOON).toEqual([]);
  await page.getByRole('button', { name: pagePhrase(language, 'web.alternatives') }).click();
  await page.getByText(pagePhrase(language, 'web.slate-number', { number: 4 })).waitFor();
  await expect.poll(cut, SOON).toEqual([]);
  // Who is on which slate must be in sight beside the names.
  const box = await page.locator('td[data-on]').first().boundingBox();
  expect(box!.x).toBeLessThan(250);
  const names = await page.locator('th[scope=row]:has(+ td[data-on])').first().boundingBox();
  expect(names!.width).toBeGreaterThan(110);
  expect(names!.height).toBeLessThan(80);
  // The words of a button stand in its middle.
  const off = await page
    .getByRole('button', { name: pagePhrase(language, 'web.take') })
    .first()
    .evaluate((button) => {
      const [outer, inner] = [button, button.querySelector('span span')!].map((each) =>
        each.getBoundingClientRect(),
      );
      return Math.abs(outer!.top + outer!.bottom - inner!.top - inner!.bottom) / 2;
    });
  expect(off).toBeLessThan(2);
  await picture(page, `phone-${language}-alternatives`);
  await page.goto(`${served.address}/#/scenarios`);
  await page.locator('[data-live-objective]').waitFor();
  await expect.poll(cut, SOON).toEqual([]);
  await page.goto(`${served.address}/#/print`);
  const lines = page.locator('article tbody tr');
  await lines.first().waitFor();
  const highest = (): Promise<number> =>
    lines.evaluateAll((rows) => Math.max(...rows.map((row) => row.getBoundingClientRect().height)));
  // Its letters come late: until then others stand for them, which take more room.
  await expect.poll(highest, SOON).toBeLessThan(70);
  await page.context().close();
});

test.each(['vi', 'en'] as const)(
  'what sticks keeps to one row, and nothing runs out of the page, from 769 pixels on in %s',
  async (language) => {
    const { page } = await served.proposed({ screen: 'desktop', language });
    // The merit of another slate than the best stands with the best merit beside it.
    await page.locator('main table [data-row]').first().focus();
    await page.keyboard.press('Delete');
    await page.locator('[data-state=violated], [data-state=kept]').first().waitFor();
    const bar = page.getByRole('region', { name: pagePhrase(language, 'web.summary') });
    await bar.locator('dd').first().waitFor(SOON);
    for (const width of [769, 850, 920, 1024]) {
      await page.setViewportSize({ width, height: 768 });
      const [height, stuck, over] = await Promise.all([
        bar.evaluate((each) => each.getBoundingClientRect().height),
        page
          .getByRole('region', { name: pagePhrase(language, 'web.quotas'), exact: true })
          .evaluate((each) => Number.parseFloat(getComputedStyle(each).top)),
        page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ]);
      expect([width, height <= stuck, over]).toEqual([width, true, 0]);
    }
    await page.context().close();
  },
);

const POSTS = 'pool=hai-duong-wards&rules=ward-leadership-2020&units=hai-duong-wards';

test.each([
  ['a slate', undefined],
  ['a plan', POSTS],
])('nothing of %s runs out of its panel at 1280 pixels', async (_name, query) => {
  const { page } = await served.proposed({ screen: 'desktop', language: 'vi' }, query);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.locator('main table [data-row]').first().focus();
  const out = await page.locator('main section').evaluateAll((sections) =>
    sections.flatMap((section) => {
      const edge = section.getBoundingClientRect().right + 1;
      const inside = [...section.querySelectorAll<HTMLElement>('table, td, button, small, span')];
      return inside
        .filter((each) => !each.closest('.visually-hidden') && each.getBoundingClientRect().right > edge)
        .map((each) => `${each.tagName} ${each.textContent.slice(0, 40)}`);
    }),
  );
  expect(out).toEqual([]);
  await page.context().close();
});

test('a view with nothing to show leads to where that can be changed', async () => {
  const { page } = await served.openAt('#/print', { screen: 'desktop', language: 'vi' });
  await page.getByRole('button', { name: pagePhrase('vi', 'web.go-to-slate') }).click();
  await page.getByText(pagePhrase('vi', 'web.empty-slate')).waitFor();
  await page.goto(`${served.address}/#/start`);
  await giveTable(page, 'bad.csv', 'id,name\n,An\n');
  await page.locator('input[aria-invalid]').waitFor();
  for (const view of ['slate', 'scenarios']) {
    await page.goto(`${served.address}/#/${view}`);
    await page.getByRole('button', { name: pagePhrase('vi', 'web.go-to-start') }).click();
    await page.locator('input[aria-invalid]').waitFor();
    expect(new URL(page.url()).hash).toBe('#/start');
  }
  await page.context().close();
});
