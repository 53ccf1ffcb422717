import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPerson, giveRole } from '../../src/store/people/people.ts';
import { openStore } from '../../src/store/store.ts';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { codeShownBy, PASSWORD } from './joining.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'slate-sign-in-'));
const invitations = new Map<string, string>();
beforeAll(async () => {
  const store = await openStore({ folder });
  for (const { language } of SETTINGS) {
    const who = { login: `an.${language}`, name: 'Nguyễn Văn An', role: 'drafter' } as const;
    const added = await addPerson(store.db, { who: 'test', body: 'city' }, who);
    await giveRole(store.db, { who: 'test', body: 'ward' }, added!.person, 'reader');
    invitations.set(language, added!.token);
  }
  await store.close();
});
const served = servedPage({ people: 'accounts', store: { folder } });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Chromium logs what is refused, also a draft that is of another board. */
function isOfTheStory(fault: string): boolean {
  return /status of (?:401|422)|status of 404 .*\/api\/v1\/drafts\//.test(fault);
}

describe.each(SETTINGS)('in $language on a $screen', ({ language, screen }) => {
  const say = wordsOf('slate', language);

  test('somebody is invited, joins, goes, and comes back', async () => {
    const { page, faults } = await served.openAt(`#/join/${invitations.get(language)}`, { language, screen });
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('heading', { name: say('web.join') }).waitFor();
    // Nobody is to find the link in the history of the browser.
    expect(page.url()).not.toContain('join');
    await expect
      .poll(() => page.getByRole('img', { name: say('web.scan-picture') }).isVisible(), SOON)
      .toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-join`);
    await field(say('web.new-password')).fill(PASSWORD);
    await field(say('web.password-again')).fill(`${PASSWORD}.`);
    await page.getByText(say('web.passwords-differ')).waitFor();
    await field(say('web.password-again')).fill(PASSWORD);
    await field(say('web.scan-code')).fill('000000');
    await press(say('web.join-now'));
    await page.getByRole('alert').waitFor();
    await field(say('web.scan-code')).fill(await codeShownBy(page));
    await press(say('web.join-now'));
    await page.getByRole('heading', { name: say('web.recovery-codes') }).waitFor();
    const codes = await page
      .getByRole('list', { name: say('web.recovery-codes') })
      .locator('li')
      .allInnerTexts();
    expect(codes).toHaveLength(10);
    expect(await violationsOn(page)).toEqual([]);
    await press(say('web.codes-kept'));
    await page.locator('main tbody tr').first().waitFor();

    await press(say('web.account'));
    await page.getByText('Nguyễn Văn An').waitFor();
    await page.getByText(say('web.role', { role: 'drafter' })).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-account`);
    await page.getByRole('button', { name: say('web.other-board', { body: 'ward' }) }).click();
    await expect
      .poll(async () => {
        await page.keyboard.press('Escape');
        await press(say('web.account'));
        return page.getByText(say('web.board', { body: 'ward' })).count();
      }, SOON)
      .toBe(1);
    await page.getByRole('button', { name: say('web.sign-out'), exact: true }).click();

    await page.getByRole('heading', { name: say('web.sign-in') }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-sign-in`);
    const signIn = async (password: string, code: string): Promise<void> => {
      await field(say('web.login')).fill(`An.${language}`);
      await field(say('web.password')).fill(password);
      await field(say('web.code')).fill(code);
      await press(say('web.sign-in'));
    };
    await signIn('wrong', codes[0]!);
    await page.getByRole('alert').waitFor();
    await signIn(PASSWORD, codes[0]!);
    await page.locator('main tbody tr').first().waitFor();

    // A session that ends elsewhere shows where to sign in again, and what was done is there afterwards.
    await page.getByRole('textbox', { name: say('web.draft-title') }).fill('Mine');
    await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
    await page.context().clearCookies();
    await page.goto(`${served.address}/#/slate`);
    await page.getByRole('heading', { name: say('web.sign-in') }).waitFor();
    await signIn(PASSWORD, codes[1]!);
    await expect
      .poll(() => page.getByRole('textbox', { name: say('web.draft-title') }).inputValue(), SOON)
      .toBe('Mine');
    expect(faults.filter((fault) => !isOfTheStory(fault))).toEqual([]);
    await page.context().close();
  });

  test('an invitation that was taken up says so, and leads to signing in', async () => {
    const { page } = await served.openAt('#/join/0123456789ab.none', { language, screen });
    await page.getByRole('alert').getByText(say('web.no-invitation')).waitFor();
    await page.getByRole('button', { name: say('web.sign-in') }).click();
    await page.getByRole('heading', { name: say('web.sign-in') }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });
});
