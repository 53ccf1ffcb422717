import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { picture, type Watched } from './browser.ts';
import { giveTable, servedPage, SETTINGS, sharedLink, SOON, wordsOf } from './served-page.ts';

/** The story that a board goes through, on the real service and in a real browser. */
const served = servedPage();

const BAD_CSV = `Mã,Họ và tên,Giới tính,Ngày sinh,Khối,Đơn vị
X-1,Trần Văn Một,nam,1970-02-30,party,Văn phòng
X-2,Lê Thị Hai,x,1980-05-01,ward,Ái Quốc
X-3,Phạm Văn Ba,nam,1975-01-01,ward,Bình Hàn
`;

describe.each(SETTINGS)('in $language on a $screen', ({ language, screen }) => {
  const say = wordsOf('slate', language);
  const snap = (page: Page, name: string): Promise<void> => picture(page, `${screen}-${language}-${name}`);
  const status = (page: Page) => page.locator('[data-state]').first();

  const opened = (hash: string): Promise<Watched> => served.openAt(hash, { screen, language });
  const proposed = (): Promise<Watched> => served.proposed({ screen, language });

  const showPart = async (page: Page, label: string): Promise<void> => {
    if (screen === 'phone') await page.getByText(label, { exact: true }).first().click();
  };

  test('shows what the candidates can give, and mends bad cells in place', async () => {
    const { page, faults } = await opened('#/start');
    await page.getByText(say('web.capacity-enough')).waitFor();
    await snap(page, 'start');
    await giveTable(page, 'mine.csv', BAD_CSV);
    const bad = page.locator('input[aria-invalid]');
    await bad.nth(1).waitFor();
    await expect.poll(() => bad.count(), SOON).toBe(2);
    await snap(page, 'start-bad-cells');
    // They may be far below the file.
    await page.getByRole('button', { name: say('web.go-to-mending', { count: 2 }) }).click();
    await expect.poll(() => bad.first().evaluate((cell) => cell === document.activeElement), SOON).toBe(true);
    await bad.nth(1).fill('nữ');
    await bad.nth(1).press('Enter');
    await expect.poll(() => bad.count(), SOON).toBe(1);
    await bad.first().fill('1970-02-28');
    await bad.first().press('Enter');
    await page
      .getByText(say('web.candidates', { count: 3 }))
      .first()
      .waitFor();
    // Until its cell is gone, the keys are the cell's.
    await expect.poll(() => bad.count(), SOON).toBe(0);
    // What was mended can be taken back, and the shipped pool is still there.
    await page.keyboard.press('Control+Z');
    await expect.poll(() => bad.count(), SOON).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('proposes the best slate, checks every change, and takes steps back', async () => {
    const { page, faults } = await proposed();
    await snap(page, 'slate');
    const rows = page.locator('main table [data-row]');
    await expect.poll(() => rows.count(), SOON).toBe(47);
    const first = (await rows.first().textContent())!;
    await rows.first().focus();
    await page.keyboard.press('p');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    await expect.poll(() => rows.count(), SOON).toBe(43);
    await page.getByRole('heading', { name: say('web.repairs') }).waitFor();
    const mend = page.getByRole('button', { name: /Sửa bằng|Fix with/ }).first();
    await mend.waitFor();
    await snap(page, 'slate-violations');
    await mend.click();
    await page.getByText(say('web.compliant')).waitFor();
    await expect.poll(() => rows.allTextContents(), SOON).toContainEqual(expect.stringContaining(first));
    for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press('Control+Z');
    await expect.poll(() => rows.count(), SOON).toBe(47);
    await expect
      .poll(() => page.locator('main table').first().getByText(say('web.is-pinned')).count(), SOON)
      .toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('swaps a member for somebody else', async () => {
    const { page, faults } = await proposed();
    const rows = page.locator('main table [data-row]');
    const leaving = (await rows.nth(2).textContent())!;
    await rows.nth(2).focus();
    await page.keyboard.press('s');
    await page.getByText(say('web.choose-replacement', { name: leaving })).waitFor();
    await page.locator('main ul [data-row]').first().focus();
    // Whose turn it is by now: their order changes once it is known what taking each of them would do.
    const coming = (await page.evaluate(() => document.activeElement?.textContent))!;
    await page.keyboard.press('a');
    await expect.poll(async () => (await rows.allTextContents()).includes(coming), SOON).toBe(true);
    await expect.poll(() => rows.allTextContents(), SOON).not.toContain(leaving);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('says why somebody is not on it, and what a quota costs', async () => {
    const { page, faults } = await proposed();
    await page.goto(`${served.address}/#/slate/person/HD-003`);
    const drawer = page.getByRole('complementary');
    await drawer.getByRole('button', { name: say('web.take-with') }).waitFor();
    await expect.poll(() => drawer.textContent(), SOON).not.toContain('HD-0081');
    await snap(page, 'why');
    await page.goto(`${served.address}/#/slate/rule/women`);
    const chart = drawer.getByRole('slider', { name: say('web.cost-chart') });
    await chart.waitFor();
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    await drawer.getByRole('button', { name: say('web.use-this-bound') }).waitFor();
    await snap(page, 'cost');
    await drawer.getByRole('button', { name: say('web.use-this-bound') }).click();
    await page.getByText(say('web.compliant')).waitFor();
    await drawer.press('Escape');
    await expect.poll(() => drawer.count(), SOON).toBe(0);
    await showPart(page, say('web.quotas'));
    await page.getByText('= 12').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('finds who could take the seat of a member, and says what stands behind it', async () => {
    const { page, faults } = await proposed();
    await page.locator('main table [data-row]').first().click();
    const section = page.getByRole('region', { name: say('web.if-withdraws') });
    await section.getByRole('button', { name: say('web.find-replacements') }).click();
    await section.getByText(say('web.by-one-solver')).waitFor();
    await section
      .getByRole('button', { name: say('web.take') })
      .first()
      .waitFor();
    // Somebody withdraws with them: two leave, two come.
    await section.getByRole('combobox', { name: say('web.also-withdraws') }).click();
    const both = page.waitForResponse((response) => response.url().endsWith('/replace'));
    await page.getByRole('option').first().click();
    const asked = (await both).request().postDataJSON() as { readonly also?: readonly string[] };
    expect(asked.also).toHaveLength(1);
    await section
      .getByRole('button', { name: say('web.take') })
      .first()
      .waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('shows alternatives side by side', async () => {
    const { page, faults } = await proposed();
    await page.getByRole('button', { name: say('web.alternatives') }).click();
    await page.getByText(say('web.slate-number', { number: 4 })).waitFor();
    await snap(page, 'alternatives');
    await page
      .getByRole('button', { name: say('web.take') })
      .nth(1)
      .click();
    await page.getByText(say('web.compliant')).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('tells contradictions and accepts a way out', async () => {
    const changes = encodeURIComponent(JSON.stringify({ rules: { women: { min: 30, max: 30 } } }));
    const { page, faults } = await opened(`#/slate?pool=hai-duong&rules=hai-duong-2020&changes=${changes}`);
    const accept = page.getByRole('button', { name: say('web.accept'), exact: true });
    await accept.first().waitFor();
    await snap(page, 'no-slate');
    await accept.first().click();
    await page.getByText(say('web.compliant')).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('lets the answer follow a quota', async () => {
    const { page, faults } = await opened('#/scenarios');
    const merit = page.locator('[data-live-objective]');
    await merit.waitFor();
    const before = await merit.getAttribute('data-live-objective');
    const dial = page.getByRole('slider', { name: language === 'vi' ? 'Nữ' : 'Women', exact: true });
    await dial.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => merit.getAttribute('data-live-objective'), SOON).not.toBe(before);
    await page.getByRole('button', { name: say('web.keep-scenario') }).click();
    await page.getByText(say('web.as-it-stands')).waitFor();
    await page.getByRole('button', { name: say('web.sweep-start', { cells: 81 }) }).click();
    const cells = page.locator('table:has(caption) td button');
    await expect.poll(() => cells.count(), SOON).toBe(81);
    await cells.nth(40).click();
    await expect.poll(() => cells.nth(40).getAttribute('aria-pressed'), SOON).toBe('true');
    await page.getByRole('button', { name: say('web.trade-off-start') }).click();
    await page.getByRole('slider', { name: say('web.trade-off') }).waitFor();
    await snap(page, 'scenarios');
    await page.getByRole('button', { name: say('web.use-scenario') }).click();
    await page.getByText(say('web.compliant')).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('edits rules beside their file, and uses them only once they are valid', async () => {
    const { page, faults } = await opened('#/rules');
    const take = page.getByRole('button', { name: say('web.take-over') });
    await page.getByText(say('web.rules-unchanged')).waitFor();
    const editor = page.locator('.cm-content');
    // The editor draws the lines near what is seen; on a phone it begins below all rules.
    await expect
      .poll(async () => {
        await editor.evaluate((drawn) => drawn.scrollIntoView({ block: 'start' }));
        return editor.getByText('exactly: 11').count();
      }, SOON)
      .toBeGreaterThan(0);
    await editor.getByText('exactly: 11').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('x');
    await page.locator('.cm-lint-marker-error').first().waitFor();
    await expect.poll(() => take.isDisabled(), SOON).toBe(true);
    await snap(page, 'rules-error');
    await page.getByRole('button', { name: say('web.revert') }).click();
    await page.getByText(say('web.rules-unchanged')).waitFor();
    await page
      .locator('details', {
        hasText: language === 'vi' ? 'Đúng 11 người là nữ' : 'Exactly 11 members are female',
      })
      .first()
      .click();
    await page.getByLabel(say('web.at-least')).first().waitFor();
    const card = page.locator('details[open]');
    await card.getByLabel(say('web.at-least')).fill('12');
    await card.getByLabel(say('web.at-most')).fill('12');
    await card.getByRole('button', { name: say('web.write-rule') }).click();
    await editor.getByText('exactly: 12').waitFor();
    await page.getByText(say('web.rules-valid')).waitFor();
    await snap(page, 'rules');
    await take.click();
    await page.getByText(say('web.rules-unchanged')).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('keeps drafts through a reload, with their history, and opens them from a file', async () => {
    const { page, faults } = await proposed();
    await page.locator('main table [data-row]').first().focus();
    await page.keyboard.press('Delete');
    const title = page.getByLabel(say('web.draft-title'));
    await title.fill('Phương án 1');
    await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
    await page.reload();
    await expect.poll(() => title.inputValue(), SOON).toBe('Phương án 1');
    await expect.poll(() => page.locator('main table [data-row]').count(), SOON).toBe(46);
    await page.keyboard.press('Control+Z');
    await expect.poll(() => page.locator('main table [data-row]').count(), SOON).toBe(47);
    await page.goto(`${served.address}/#/drafts`);
    await page.getByText(say('web.state-first'), { exact: false }).first().waitFor();
    await page.locator('ol button').last().click();
    await page.getByText(say('web.difference-joined', { count: 47 })).waitFor();
    await snap(page, 'drafts');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('web.save-file') }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('phuong-an-1.slate.json');
    await page.getByRole('button', { name: say('web.new-draft') }).click();
    await expect.poll(() => title.inputValue(), SOON).not.toBe('Phương án 1');
    await page.locator('input[type=file]').setInputFiles(await download.path());
    await expect.poll(() => title.inputValue(), SOON).toBe('Phương án 1');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('prints a roster, and gives a link that opens the same work elsewhere', async () => {
    const { page, faults } = await proposed();
    const link = await sharedLink(page, language);
    expect(link).not.toMatch(/[^\p{ASCII}]/u);
    await page.goto(`${served.address}/#/print`);
    await page.getByRole('heading', { name: say('web.roster-title') }).waitFor();
    await expect.poll(() => page.locator('main tbody tr:has(td)').count(), SOON).toBe(47);
    await snap(page, 'roster');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'DOCX' }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/\.docx$/);
    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('web.report-of-record') }).click(),
    ]);
    expect(report.suggestedFilename()).toMatch(/-report\.html$/);
    expect(readFileSync(await report.path(), 'utf8')).toContain('id="slate-record"');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.getByRole('banner').isVisible(), SOON).toBe(false);
    await page.context().close();

    const other = await served.openAt(new URL(link).hash, { screen, language });
    await expect.poll(() => other.page.locator('main table [data-row]').count(), SOON).toBe(47);
    await status(other.page).waitFor();
    expect([...faults, ...other.faults]).toEqual([]);
    await other.page.context().close();
  });
});
