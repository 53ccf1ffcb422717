import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { proposalSchema, type NearBest } from '../../src/slate/propose-answer.ts';
import { pagePhrase } from '../../src/words/page.ts';
import { candidatesOff } from '../../src/web/slate/people/candidates-off.ts';
import { rankOf, standingsIn } from '../../src/web/slate/people/standing.ts';
import { peopleOf } from '../../src/web/people/person.ts';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { servedPage, SOON } from './served-page.ts';

const NEAR: NearBest = {
  within: 0.01,
  best: 100,
  threshold: 99,
  sure: ['A'],
  open: ['B', 'C'],
  out: ['D'],
  undecided: ['E'],
};

test('everybody stands as the service says', () => {
  const standings = standingsIn(NEAR);
  expect([...standings.keys()].sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(standings.get('C')).toBe('open');
  expect(standings.get('E')).toBe('undecided');
});

test('candidates near the best come first, and out of a swap those of the same bloc', () => {
  const rows = ['D', 'E', 'C', 'B', 'A'].map((id) => ({ id, name: id, bloc: id === 'D' ? 'party' : 'ward' }));
  const people = peopleOf({ size: 5, headings: ['id', 'name', 'bloc'], rows, sha256: '' }, '2020-06-05');
  const standings = standingsIn(NEAR);
  const off = (members: readonly string[], leaving: string | undefined): readonly string[] =>
    candidatesOff(people, { members, exclude: [] }, { which: 'open', wanted: '', leaving, standings }).map(
      ({ id }) => id,
    );
  expect(off([], undefined)).toEqual(['A', 'C', 'B', 'E', 'D']);
  expect(off(['A'], 'A')).toEqual(['C', 'B', 'E', 'D']);
  expect(rankOf(undefined)).toBe(rankOf('open'));
});

const served = servedPage();

async function nearBestOf(exclude: readonly string[], nearBest: number): Promise<NearBest> {
  const response = await fetch(`${served.address}/api/v1/propose`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      pool: { name: 'hai-duong' },
      rules: { id: 'hai-duong-2020' },
      decisions: { exclude },
      nearBest,
    }),
  });
  return proposalSchema.parse(await response.json()).nearBest!;
}

const tallies = async (page: Page): Promise<readonly number[]> => {
  await page.locator('button[data-standing=open]').waitFor(SOON);
  const texts = await page.locator('button[data-standing] b').allTextContents();
  return texts.map(Number);
};

test('says exactly who is sure, open and out, and asks anew after a change', async () => {
  const { page, faults } = await served.proposed({ screen: 'desktop', language: 'vi' });
  const asked: {
    readonly nearBest: number;
    readonly decisions: { readonly exclude: readonly string[] };
  }[] = [];
  let ended = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/cancel')) ended += 1;
    if (request.method() === 'POST' && request.url().endsWith('/proposals')) {
      asked.push(request.postDataJSON() as (typeof asked)[number]);
    }
  });
  // Nothing of it is asked before it is wanted, so the proposal does not wait for it.
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: pagePhrase('vi', 'web.near-best-short') }).click();
  const near = await nearBestOf([], 0.001);
  await expect.poll(() => tallies(page), SOON).toEqual([near.sure.length, near.open.length, near.out.length]);
  const rows = page.locator('main table tr:has([data-row])');
  const open = pagePhrase('vi', 'web.standing-open');
  const section = page.getByRole('region', { name: pagePhrase('vi', 'web.near-best') });
  const chips = section.locator('li button');
  await expect.poll(() => chips.count(), SOON).toBe(near.open.length);
  const headed = (count: number) =>
    section.getByRole('heading', { name: pagePhrase('vi', 'web.near-on', { count }), exact: true });
  await expect.poll(async () => headed(await rows.filter({ hasText: open }).count()).count(), SOON).toBe(1);
  await expect
    .poll(() => page.locator('main ul [data-row]').first().locator('xpath=../..').textContent(), SOON)
    .toContain(open);
  expect(await violationsOn(page)).toEqual([]);
  await picture(page, 'desktop-vi-near-best');
  const release = await unheard(page);
  await section.getByText('1 %', { exact: true }).click();
  await expect.poll(() => asked.at(-1)?.nearBest, SOON).toBe(0.01);
  await section.getByRole('progressbar').waitFor({ state: 'attached' });
  // A change while it is asked ends the question.
  await rows.first().locator('[data-row]').focus();
  await page.keyboard.press('x');
  await expect.poll(() => ended, SOON).toBe(1);
  await release();
  await section.getByText('0,1 %', { exact: true }).click();
  await expect.poll(() => asked.at(-1)?.nearBest, SOON).toBe(0.001);
  const { exclude } = asked.at(-1)!.decisions;
  expect(exclude).toHaveLength(1);
  const without = await nearBestOf(exclude, 0.001);
  expect(without.out).toContain(exclude[0]);
  await section.getByText(pagePhrase('vi', 'web.standing-open-means')).waitFor(SOON);
  await expect
    .poll(() => tallies(page), SOON)
    .toEqual([without.sure.length, without.open.length, without.out.length]);
  expect(faults).toEqual([]);
  await page.context().close();
});

/** Keeps from the page that its jobs have ended, however fast they are, until it is called. */
async function unheard(page: Page): Promise<() => Promise<void>> {
  const events = '**/api/v1/proposals/*/events';
  await page.route(events, () => undefined);
  return () => page.unroute(events);
}

/** As a pool is answered that is too large for its time: three of the open ones are not settled. */
async function unsettled(route: Route): Promise<void> {
  const response = await route.fetch();
  const job = (await response.json()) as { readonly result?: { readonly nearBest: NearBest } };
  if (job.result === undefined) return route.fulfill({ response, json: job });
  const { open, ...near } = job.result.nearBest;
  const nearBest = { ...near, open: open.slice(3), undecided: open.slice(0, 3) };
  return route.fulfill({ response, json: { ...job, result: { ...job.result, nearBest } } });
}

test('can be stopped and asked again, and says what time left undecided', async () => {
  const { page, faults } = await served.proposed({ screen: 'phone', language: 'vi' });
  const press = (code: 'web.near-best-short' | 'web.stop' | 'web.ask-again'): Promise<void> =>
    page.getByRole('button', { name: pagePhrase('vi', code) }).click();
  let timeLimitMs = 600_000;
  await page.route('**/api/v1/proposals', async (route) => {
    const body = route.request().postDataJSON() as Readonly<Record<string, unknown>>;
    await route.continue({ postData: JSON.stringify({ ...body, timeLimitMs }) });
  });
  const release = await unheard(page);
  await press('web.near-best-short');
  await press('web.stop');
  await page.getByText(pagePhrase('vi', 'web.near-stopped')).waitFor(SOON);
  await release();
  timeLimitMs = 1;
  await press('web.ask-again');
  await page.getByText(pagePhrase('vi', 'web.near-unknown', { seconds: 15 })).waitFor(SOON);
  timeLimitMs = 600_000;
  await page.route('**/api/v1/proposals/*', unsettled);
  const longer = page.getByRole('button', { name: pagePhrase('vi', 'web.near-longer') });
  await longer.click();
  await page.getByText(pagePhrase('vi', 'web.near-undecided', { count: 3, seconds: 60 })).waitFor(SOON);
  await page.locator('button[data-standing=undecided]').click();
  await picture(page, 'phone-vi-near-best-undecided');
  await page.unroute('**/api/v1/proposals/*', unsettled);
  await longer.click();
  await page.getByText(pagePhrase('vi', 'web.near-best-short')).waitFor(SOON);
  await expect.poll(() => page.locator('button[data-standing]').count(), SOON).toBe(3);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('says so when the service is gone while it is asked', async () => {
  const { page } = await served.proposed({ screen: 'desktop', language: 'vi' });
  await page.route('**/api/v1/proposals/**', (route) => route.abort());
  await page.getByRole('button', { name: pagePhrase('vi', 'web.near-best-short') }).click();
  await page.getByText(pagePhrase('vi', 'web.unreachable')).waitFor(SOON);
  await expect.poll(() => page.getByRole('progressbar').count(), SOON).toBe(0);
  await page.unroute('**/api/v1/proposals/**');
  await page.getByRole('button', { name: pagePhrase('vi', 'web.ask-again') }).click();
  await page.locator('button[data-standing=open]').waitFor(SOON);
  await page.context().close();
});
