import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joined } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson } from '../../src/store/people/people.ts';
import { openStore } from '../../src/store/store.ts';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { join } from './joining.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const folder = mkdtempSync(joined(tmpdir(), 'slate-board-'));
const invitations = new Map<string, string>();
beforeAll(async () => {
  const store = await openStore({ folder });
  for (const { language } of SETTINGS) {
    const who = { login: `an.${language}`, name: 'Nguyễn Văn An', role: 'administrator' } as const;
    invitations.set(
      language,
      (await addPerson(store.db, { who: 'test', body: `city-${language}` }, who))!.token,
    );
  }
  await store.close();
});
const served = servedPage({ people: 'accounts', store: { folder } });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(SETTINGS)(
  'an administrator lets people in, gives roles and decides on a draft ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt(`#/join/${invitations.get(language)}`, { language, screen });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await join(page, language);
    await press(say('web.account'));
    await press(say('web.people-of-board'));

    const form = page.locator('main form');
    await form.getByLabel(say('web.person-name'), { exact: true }).fill('Trần Thị Bình');
    await form.getByLabel(say('web.login'), { exact: true }).fill(`binh.${language}`);
    await form.getByRole('button', { name: say('web.invite') }).click();
    const link = page.getByRole('textbox', { name: say('web.invitation-link') });
    await expect.poll(() => link.inputValue(), SOON).toContain('/#/join/');
    const binh = page.locator('[data-person]').filter({ hasText: 'Trần Thị Bình' });
    await binh.getByText(say('web.not-joined')).waitFor();
    await binh.getByRole('combobox').selectOption('approver');
    await expect.poll(() => binh.getByRole('combobox').inputValue(), SOON).toBe('approver');
    // Nobody takes away from themselves what nobody else could give back.
    const own = page.locator('[data-person]').filter({ hasText: 'Nguyễn Văn An' });
    await expect.poll(() => own.getByRole('button').count(), SOON).toBe(0);
    await own.getByRole('combobox').selectOption('reader');
    await own.getByRole('alert').waitFor();
    await own.locator('summary').click();
    await own.getByRole('button', { name: say('web.save-held') }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-board`);
    await binh.getByRole('button', { name: say('web.remove-person') }).click();
    await binh.getByRole('button', { name: say('web.remove-person-sure') }).click();
    await binh.waitFor({ state: 'detached' });

    // A program gets a key, which is shown once, and is taken back.
    await page.getByRole('textbox', { name: say('web.key-name') }).fill('Cổng thông tin');
    await page.getByLabel(say('web.key-until')).fill('2099-12-31');
    await page.getByRole('button', { name: say('web.give-key'), exact: true }).click();
    const key = await page.getByRole('textbox', { name: say('web.key'), exact: true }).inputValue();
    expect(key).toMatch(/^slate_[0-9a-f]{12}_[0-9a-f]{64}$/);
    const given = page.locator('[data-key]').filter({ hasText: 'Cổng thông tin' });
    await given.getByText(say('web.key-state', { state: 'valid' })).waitFor();
    await expect.poll(() => given.textContent(), SOON).toContain('2099');
    expect(await violationsOn(page)).toEqual([]);
    await given.getByRole('button', { name: say('web.withdraw-key', { name: 'Cổng thông tin' }) }).click();
    await given.getByRole('button', { name: say('web.withdraw-sure') }).click();
    await given.getByText(say('web.key-state', { state: 'withdrawn' })).waitFor();

    // A draft goes its way: submitted, returned, submitted and approved.
    await page.getByRole('textbox', { name: say('web.draft-title') }).fill('Decided');
    await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
    await page
      .getByRole('navigation')
      .getByRole('link', { name: say('web.view-drafts') })
      .click();
    await press(say('web.step-submitted'));
    await page.getByText(say('web.state-submitted')).waitFor();
    await press(say('web.step-draft'));
    await page.getByText(say('web.state-draft')).waitFor();
    await press(say('web.step-submitted'));
    await press(say('web.step-approved'));
    await page.getByText(say('web.state-approved')).waitFor();
    await page.getByText(say('web.closed-approved')).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-decision`);
    expect(faults.filter((fault) => !/status of (?:401|404|409|422)/.test(fault))).toEqual([]);
    await page.context().close();
  },
);
