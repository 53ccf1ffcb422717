import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture, type Watched } from './browser.ts';
import { keptForm } from '../../src/web/drafts/draft.ts';
import { historyOf, move } from '../../src/web/state/history.ts';
import { servedPage, SOON, wordsOf } from './served-page.ts';
import { WORK } from './work.ts';

/** Two people on one draft, each in a browser of their own, on one service with a store. */
const folder = mkdtempSync(join(tmpdir(), 'slate-together-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const served = servedPage({ store: { folder } });
const say = wordsOf('slate', 'en');
const options = { screen: 'desktop', language: 'en' } as const;

const title = (page: Page) => page.getByLabel(say('web.draft-title'));
const rows = (page: Page) => page.locator('main table [data-row]');
const count = async (page: Page, members: number): Promise<void> => {
  await expect.poll(() => rows(page).count(), SOON).toBe(members);
};
const kept = (page: Page) => page.locator('[data-kept=true]').waitFor({ state: 'attached' });
const onRow = async (page: Page, at: number, key: string): Promise<string> => {
  const row = rows(page).nth(at);
  const name = (await row.textContent())!;
  await row.focus();
  await page.keyboard.press(key);
  return name;
};
/** What is a part of the story: a line that is down, and a version that somebody else wrote first. */
const unexpected = ({ faults }: Watched): readonly string[] =>
  faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|status of 412/.test(fault));

/** Keeps a draft with the shipped slate on it, as a page would. @returns its id */
async function keptDraft(called: string): Promise<string> {
  const [, ...lines] = fixture('slate.csv').toString().trim().split('\n');
  const members = lines.map((line) => line.split(',')[0]!);
  const action = { do: 'take', members, from: 'proposal' } as const;
  const history = move(historyOf(WORK), action, 1, 'somebody');
  const id = called.toLowerCase();
  const form = keptForm({ id, title: called, changed: 1, history, marks: [] });
  await ask(`/drafts/${id}`, 'PUT', form);
  return id;
}

/** Opens a draft from the list, and looks at its slate. */
async function openedBySomebody(called: string): Promise<Watched> {
  const watched = await served.openAt('#/drafts', options);
  await watched.page.getByRole('button', { name: new RegExp(`^${called}`) }).click();
  await expect.poll(() => title(watched.page).inputValue(), SOON).toBe(called);
  await watched.page.goto(`${served.address}/#/slate`);
  await count(watched.page, 47);
  return watched;
}

async function both(called: string): Promise<{ readonly an: Watched; readonly binh: Watched }> {
  await keptDraft(called);
  const [an, binh] = await Promise.all([openedBySomebody(called), openedBySomebody(called)]);
  return { an, binh };
}

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../fixtures/hai-duong/${name}`, import.meta.url));

interface Listed {
  readonly drafts: readonly { readonly title: string }[];
}

async function ask(path: string, method = 'GET', body?: object, version?: number): Promise<Listed> {
  const headers = {
    'content-type': 'application/json',
    ...(version === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
  };
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const response = await fetch(`${served.address}/api/v1${path}`, init);
  expect(response.ok).toBe(true);
  return (await response.json()) as Listed;
}

test('two people see each other’s changes as they come, and take back their own alone', async () => {
  const { an, binh } = await both('Together');
  await onRow(an.page, 0, 'Delete');
  await count(binh.page, 46);
  await onRow(binh.page, 10, 'Delete');
  await count(an.page, 45);
  await binh.page
    .getByText(say('web.kept-with', { by: '' }).split(';')[0]!, { exact: false })
    .first()
    .waitFor();
  // The last step is Bình's; An takes back An's.
  await an.page.keyboard.press('Control+Z');
  await count(an.page, 46);
  await count(binh.page, 46);
  await binh.page.keyboard.press('Control+Z');
  await count(an.page, 47);
  // Nothing is left that either could take back, but what led to the slate.
  await binh.page.keyboard.press('Control+Z');
  await kept(binh.page);
  await count(binh.page, 47);
  await an.page.reload();
  await count(an.page, 47);
  expect([...unexpected(an), ...unexpected(binh)]).toEqual([]);
  await an.page.context().close();
  await binh.page.context().close();
});

test('what both do while one is away goes together; the same thing is shown from both sides', async () => {
  const { an, binh } = await both('Apart');
  await binh.page.context().setOffline(true);
  await onRow(an.page, 0, 'Delete');
  const contested = await onRow(an.page, 5, 'x');
  await title(an.page).fill('As An calls it');
  await kept(an.page);
  // Bình pins whom An has excluded, and takes somebody else off.
  const row = rows(binh.page).filter({ hasText: contested }).first();
  await row.focus();
  await binh.page.keyboard.press('p');
  await onRow(binh.page, 20, 'Delete');
  await title(binh.page).fill('As Bình calls it');
  await binh.page.getByText(say('web.unkept-shared')).waitFor();
  await binh.page.context().setOffline(false);

  const conflicts = binh.page.getByRole('alert', { name: say('web.others-decided') });
  await conflicts.waitFor();
  await expect.poll(() => conflicts.getByRole('group').count(), SOON).toBe(2);
  await expect
    .poll(() => conflicts.textContent(), SOON)
    .toContain(say('web.conflict-mine', { value: 'As Bình calls it' }));
  await expect
    .poll(() => conflicts.textContent(), SOON)
    .toContain(say('web.conflict-theirs', { value: 'As An calls it' }));
  await expect
    .poll(() => conflicts.textContent(), SOON)
    .toContain(say('web.conflict-mine', { value: say('web.conflict-pinned') }));
  await picture(binh.page, 'desktop-en-conflicts');
  await count(binh.page, 44);
  await count(an.page, 44);
  const named = (name: string) => conflicts.getByRole('group', { name });
  await named(say('web.draft-title'))
    .getByRole('button', { name: say('web.take-mine') })
    .click();
  await conflicts.getByRole('button', { name: say('web.leave-theirs') }).click();
  await conflicts.waitFor({ state: 'detached' });
  await expect.poll(() => title(an.page).inputValue(), SOON).toBe('As Bình calls it');
  // Bình's work as it was is among the versions, for An, too.
  await an.page.goto(`${served.address}/#/drafts`);
  await an.page.getByText(say('web.mine-before')).first().waitFor();
  expect([...unexpected(an), ...unexpected(binh)]).toEqual([]);
  await an.page.context().close();
  await binh.page.context().close();
});

test('a meeting is one for all who look on, and its minutes stay with the draft', async () => {
  const { an, binh } = await both('Meeting');
  const meeting = async ({ page }: Watched): Promise<void> => {
    await page.getByRole('link', { name: say('web.view-meeting') }).click();
    await page.locator('[data-quota=women]').waitFor();
  };
  await Promise.all([meeting(an), meeting(binh)]);
  await an.page.getByRole('button', { name: say('web.meeting-begin') }).click();
  await binh.page.getByText(say('web.no-decisions')).waitFor();
  await an.page.locator('[data-quota=women]').getByRole('button').last().click();
  const decision = ({ page }: Watched): Locator => page.locator('[data-decision=change-rule]');
  await decision(binh)
    .getByText(say('web.cell-now', { before: '= 11', after: '= 12' }))
    .waitFor();
  await decision(binh).getByRole('textbox').fill('The congress asked for it');
  await expect
    .poll(() => decision(an).getByRole('textbox').inputValue(), SOON)
    .toBe('The congress asked for it');
  await an.page.getByRole('button', { name: say('web.meeting-end') }).click();
  const minutes = ({ page }: Watched): Locator => page.getByRole('article', { name: say('web.minutes') });
  await minutes(binh).getByText('The congress asked for it').waitFor();
  await kept(an.page);
  await an.page.reload();
  await minutes(an).getByText('The congress asked for it').waitFor();
  expect([...unexpected(an), ...unexpected(binh)]).toEqual([]);
  await an.page.context().close();
  await binh.page.context().close();
});

test('a draft shows its rounds of consultation, and that it is submitted', async () => {
  const id = await keptDraft('Consulted');
  const { page, faults } = await openedBySomebody('Consulted');
  await page.goto(`${served.address}/#/drafts`);
  // Begun and recorded on the page: a round of whoever stands, and one from a table of ballots.
  const begin = page.locator('form').filter({ hasText: say('web.procedure') });
  await begin.getByLabel(say('web.rounds-title')).fill('committee');
  await begin.getByLabel(say('web.procedure')).selectOption('party-five-steps');
  await begin.getByLabel(say('web.seats')).fill('41');
  await begin.getByRole('button', { name: say('web.begin'), exact: true }).click();
  const record = page.locator('summary').filter({ hasText: say('web.record-round') });
  await record.click();
  await page.getByLabel(say('web.votes-for', { name: 'Lê Mạnh Vinh' })).waitFor();
  await page.getByRole('button', { name: say('web.record'), exact: true }).click();
  await page.locator('li[data-recorded=true]').first().waitFor();
  await record.click();
  await page.locator('main details input[type=file]').setInputFiles({
    name: 'ballots.csv',
    mimeType: 'text/csv',
    buffer: fixture('ballots.csv'),
  });
  await page.getByRole('heading', { name: say('web.rounds', { title: 'committee' }) }).waitFor();
  await page.getByText(say('web.round-counts', { carried: 44, fellOut: 3, tied: 0 })).waitFor();
  const ways = page.getByRole('region', { name: say('web.ways') });
  await expect.poll(() => ways.getByRole('row').count(), SOON).toBe(48);
  await expect
    .poll(() => ways.getByRole('row', { name: /Lê Mạnh Vinh/ }).textContent(), SOON)
    .toContain('fell out: too few votes');
  // Another round by hand: the votes of each who stands.
  await record.click();
  await page.getByLabel(say('web.ballots-of')).fill('90');
  const votes = page.locator('main details ul input');
  await expect.poll(() => votes.count(), SOON).toBe(44);
  for (let index = 0; index < 44; index += 1) await votes.nth(index).fill(index === 3 ? '10' : '80');
  await page.getByRole('button', { name: say('web.record'), exact: true }).click();
  await page.getByText(say('web.round-counts', { carried: 43, fellOut: 1, tied: 0 })).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await picture(page, 'desktop-en-rounds');
  await ask(`/drafts/${id}/state`, 'POST', { to: 'submitted' }, 1);
  await page.getByText(say('web.closed-submitted')).waitFor();
  await page.getByRole('button', { name: say('web.go-on-in-copy') }).click();
  await page.getByText(say('web.closed-submitted')).waitFor({ state: 'detached' });
  await title(page).fill('Consulted, going on');
  await kept(page);
  expect((await ask('/drafts')).drafts.map((each) => each.title)).toContain('Consulted, going on');
  expect(faults).toEqual([]);
  await page.context().close();
});
