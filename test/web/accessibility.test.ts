import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/words/language.ts';
import { pagePhrase, phraseOf } from '../../src/words/page.ts';
import { violationsOn } from './axe.ts';
import { picture, type Screen } from './browser.ts';
import { servedPage } from './served-page.ts';

const served = servedPage();

const IMPOSSIBLE = encodeURIComponent(JSON.stringify({ rules: { women: { min: 30, max: 30 } } }));
const CASE = 'pool=hai-duong&rules=hai-duong-2020';
const TOO_FEW = encodeURIComponent(JSON.stringify({ rules: { headcount: { max: 20 } } }));
const POSTS = 'pool=hai-duong-wards&rules=ward-leadership-2020&units=hai-duong-wards';

/** A view in a state that shows what it has, and what is there once it has loaded. */
interface Shown {
  readonly name: string;
  readonly hash: string;
  readonly ready: string;
  /** What is done to it first. */
  readonly act?: (page: Page, language: Language) => Promise<void>;
}

const named =
  (code: 'web.plan-picture' | 'web.plan-moves' | 'web.alternatives') =>
  (page: Page, language: Language): Promise<void> =>
    page
      .getByText(phraseOf('plan', language, code), { exact: true })
      .first()
      .click();

const VIEWS: readonly Shown[] = [
  { name: 'start', hash: '#/start', ready: 'main tbody tr' },
  { name: 'slate', hash: '#/slate', ready: '[data-state=kept]' },
  { name: 'person', hash: '#/slate/person/HD-001', ready: 'aside section[aria-busy=false] p' },
  { name: 'rule', hash: '#/slate/rule/women', ready: 'aside svg[role=slider]' },
  { name: 'scenarios', hash: '#/scenarios', ready: '[data-live-objective]' },
  { name: 'scenarios-solved', hash: '#/scenarios', ready: 'td button[aria-pressed=true]', act: solved },
  { name: 'rules', hash: '#/rules', ready: '.cm-line' },
  { name: 'meeting', hash: '#/meeting', ready: '[data-quota]' },
  { name: 'drafts', hash: '#/drafts', ready: 'ol li' },
  { name: 'roster', hash: '#/print', ready: 'article tbody tr' },
  // Opens a draft of its own, so it comes last.
  { name: 'no-slate', hash: `#/slate?${CASE}&changes=${IMPOSSIBLE}`, ready: 'article' },
];

/** The same of a placement. */
const PLACEMENT_VIEWS: readonly Shown[] = [
  { name: 'start', hash: '#/start', ready: 'main input[name=units]' },
  { name: 'plan', hash: '#/slate', ready: 'main [data-appointment]' },
  { name: 'moves', hash: '#/slate', ready: 'main tbody [data-move]', act: named('web.plan-moves') },
  { name: 'picture', hash: '#/slate', ready: 'main svg g[data-move]', act: named('web.plan-picture') },
  { name: 'alternatives', hash: '#/slate', ready: 'main thead small', act: named('web.alternatives') },
  {
    name: 'person',
    hash: `#/slate/person/${encodeURIComponent('WD-001@Ái Quốc/secretary')}`,
    ready: 'aside li',
  },
  { name: 'without-post', hash: '#/slate/person/WD-003', ready: 'aside section input' },
  { name: 'rule', hash: '#/slate/rule/one-not-local', ready: 'aside details' },
  { name: 'scenarios', hash: '#/scenarios', ready: '[data-live-objective]' },
  // On a phone it goes over to another part of the view, so that nothing of the plan follows.
  { name: 'post', hash: '#/slate', ready: 'main [data-leaving=true]', act: swapping },
  { name: 'rules', hash: '#/rules', ready: '.cm-line' },
  { name: 'drafts', hash: '#/drafts', ready: 'ol li' },
  { name: 'roster', hash: '#/print', ready: 'article tbody td' },
  // These open drafts of their own, so they come last.
  { name: 'empty', hash: `#/slate?${POSTS}`, ready: 'main td button' },
  { name: 'no-slate', hash: `#/slate?${POSTS}&changes=${TOO_FEW}`, ready: 'article' },
];

async function solved(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: /Giải \d+ kết hợp|Solve \d+ combinations/ }).click();
  await page.getByRole('button', { name: pagePhrase(language, 'web.trade-off-start') }).click();
  await page.locator('svg circle').first().waitFor();
  await page.locator('td button').nth(40).click();
}

async function swapping(page: Page): Promise<void> {
  await page.locator('main [data-appointment]').first().focus();
  await page.keyboard.press('s');
}

/** Each scheme, screen and language once; Vietnamese on the phone, for its words are the longer ones. */
const SETTINGS: readonly {
  readonly scheme: 'light' | 'dark';
  readonly screen: Screen;
  readonly language: Language;
}[] = [
  { scheme: 'light', screen: 'desktop', language: 'en' },
  { scheme: 'dark', screen: 'phone', language: 'vi' },
  { scheme: 'dark', screen: 'laptop', language: 'vi' },
];

/** Opens every list and form of a view that is folded away: here they are judged, too, and there is room for them. */
async function openFolded(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}

/** What is wrong with the views, one after the other; a picture of each is kept. */
async function faultsOf(
  page: Page,
  views: readonly Shown[],
  language: Language,
  picturedAs: string,
  /** Whether whatever is folded away is opened first. */
  isUnfolded: boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, hash, ready, act } of views) {
    // A link is opened from elsewhere: into an open page, it loads the page anew while it is looked at already.
    if (hash.includes('?')) await page.goto('about:blank');
    await page.goto(`${served.address}/${hash}`);
    await act?.(page, language);
    await page.locator(ready).first().waitFor({ state: 'attached' });
    if (isUnfolded) await openFolded(page);
    found.push(...(await violationsOn(page)).map((each) => `${name}: ${each}`));
    await picture(page, `${picturedAs}-${name}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) found.push(`${name}: wider than the screen by ${overflow}`);
  }
  return found;
}

describe.each(SETTINGS)('$scheme on a $screen', ({ scheme, screen, language }) => {
  const isUnfolded = screen === 'laptop';

  test('every view keeps WCAG A and AA and fits the screen', async () => {
    const { page } = await served.proposed({ screen, language, scheme });
    expect(await faultsOf(page, VIEWS, language, `${screen}-${scheme}`, isUnfolded)).toEqual([]);
    await page.context().close();
  });

  test('every view of a placement does, too', async () => {
    const { page } = await served.proposed({ screen, language, scheme }, POSTS);
    expect(
      await faultsOf(page, PLACEMENT_VIEWS, language, `placement-${screen}-${scheme}`, isUnfolded),
    ).toEqual([]);
    await page.context().close();
  });
});

test('where less motion is asked for, whatever changes has its new colours at once', async () => {
  const { page } = await served.openAt('#/start', { screen: 'desktop', language: 'en' });
  const button = page.locator('header button').first();
  const changed = await button.evaluate((element) => {
    const before = getComputedStyle(element).color;
    element.style.color = 'rgb(1, 2, 3)';
    return [before, getComputedStyle(element).color];
  });
  expect(changed[0]).not.toBe('rgb(1, 2, 3)');
  expect(changed[1]).toBe('rgb(1, 2, 3)');
  await page.context().close();
});
