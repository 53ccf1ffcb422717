import { expect, test } from 'vitest';
import { pagePhrase } from '../../src/words/page.ts';
import { xlsxOf } from '../tables/xlsx.ts';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { servedPage, SOON } from './served-page.ts';

const served = servedPage();

const HEADINGS = ['Mã', 'Họ và tên', 'Giới tính', 'Nơi công tác'];

/** Two sheets of candidates; in the first one two wards differ in a tone mark alone. */
const WORKBOOK = xlsxOf([
  {
    name: 'Đợt 1',
    rows: [HEADINGS, ['A', 'Trần Thị An', 'Nữ', 'Đông Sơn'], ['B', 'Lê Văn Bình', 'Nam', 'Đồng Sơn']],
  },
  { name: 'Đợt 2', rows: [HEADINGS, ['C', 'Vũ Thị Cúc', 'Nữ', 'Ái Quốc']] },
  { name: 'Hỏng', rows: [HEADINGS, ['D', 'Đỗ Văn Dũng', 'đực', 'Ái Quốc']] },
]);

test('takes a workbook: its sheet can be chosen, and what looks odd accepted for good', async () => {
  const { page, faults } = await served.openAt('#/start', { screen: 'desktop', language: 'vi' });
  await page.locator('input[type=file]').first().setInputFiles({
    name: 'nguồn.xlsx',
    mimeType: 'application/octet-stream',
    buffer: WORKBOOK,
  });
  const person = (name: string) => page.locator('main tbody th').getByText(name);
  await person('Trần Thị An').waitFor();
  const sheet = page.getByRole('combobox', { name: pagePhrase('vi', 'web.sheet') });
  await expect.poll(() => sheet.inputValue(), SOON).toBe('Đợt 1');

  const notices = page.getByRole('region', { name: pagePhrase('vi', 'web.notices') }).getByRole('listitem');
  const wards = notices.filter({ hasText: 'Đồng Sơn' });
  await wards.waitFor();
  await expect.poll(() => notices.filter({ hasText: 'Đợt 2' }).count(), SOON).toBe(1);
  expect(await violationsOn(page)).toEqual([]);
  await picture(page, 'desktop-vi-own-workbook');
  await wards.getByRole('button').click();
  await expect.poll(() => wards.count(), SOON).toBe(0);
  await expect.poll(() => notices.filter({ hasText: 'Đợt 2' }).count(), SOON).toBe(1);

  const choose = async (name: string): Promise<void> => {
    await sheet.click();
    await page.getByRole('option', { name }).click();
  };
  await choose('Đợt 2');
  await person('Vũ Thị Cúc').waitFor();
  await expect.poll(() => person('Trần Thị An').count(), SOON).toBe(0);
  // Bytes, sheet and what was accepted are kept with the draft.
  await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
  await page.reload();
  await person('Vũ Thị Cúc').waitFor();
  await expect.poll(() => sheet.inputValue(), SOON).toBe('Đợt 2');
  await choose('Đợt 1');
  await person('Trần Thị An').waitFor();
  await notices.filter({ hasText: 'Đợt 2' }).waitFor();
  await expect.poll(() => wards.count(), SOON).toBe(0);

  // All that are alike are one table; what is wrong with one of them says on which sheet it stands.
  await choose(pagePhrase('vi', 'web.all-sheets', { sheets: 3 }));
  await page.getByRole('listitem').filter({ hasText: 'Hỏng' }).filter({ hasText: 'đực' }).waitFor();
  await picture(page, 'desktop-vi-own-workbook-sheets');

  await choose('Hỏng');
  // A cell is set right where it is shown; what is read from then on is the sheet with it.
  const cell = page.getByRole('textbox', { name: 'Giới tính, 2' });
  await expect.poll(() => cell.inputValue(), SOON).toBe('đực');
  await cell.fill('Nam');
  await cell.press('Enter');
  await person('Đỗ Văn Dũng').waitFor();
  await page
    .locator('main tbody tr')
    .filter({ hasText: 'Đỗ Văn Dũng' })
    .getByText('nam', { exact: true })
    .waitFor();
  // The other sheets are still there, and what was mended is when its sheet is taken up again.
  await expect.poll(() => sheet.inputValue(), SOON).toBe('Hỏng');
  await choose('Đợt 1');
  await person('Trần Thị An').waitFor();
  await choose('Hỏng');
  await person('Đỗ Văn Dũng').waitFor();
  await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
  await page.reload();
  await person('Đỗ Văn Dũng').waitFor();
  await expect.poll(() => sheet.inputValue(), SOON).toBe('Hỏng');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('says what a file is that is no table', async () => {
  const { page, faults } = await served.openAt('#/start', { screen: 'desktop', language: 'en' });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'nguồn.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('%PDF-1.7\n'),
    });
  await page.getByRole('listitem').filter({ hasText: 'PDF' }).waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('reads all sheets that have the same headings as one table', async () => {
  const { page, faults } = await served.openAt('#/start', { screen: 'desktop', language: 'vi' });
  const unit = (name: string, ...people: readonly (readonly string[])[]) => ({
    name,
    rows: [['TT', 'Họ và tên', 'Giới tính'], ...people],
  });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'nguồn.xlsx',
      mimeType: 'application/octet-stream',
      buffer: xlsxOf([
        unit('Sở Y tế', ['1', 'Trần Thị An', 'Nữ']),
        unit('Sở Nội vụ', ['1', 'Lê Văn Bình', 'Nam']),
      ]),
    });
  const person = (name: string) => page.locator('main tbody th').getByText(name);
  await person('Trần Thị An').waitFor();
  const sheet = page.getByRole('combobox', { name: pagePhrase('vi', 'web.sheet') });
  await sheet.click();
  const all = pagePhrase('vi', 'web.all-sheets', { sheets: 2 });
  await page.getByRole('option', { name: all }).click();
  await person('Lê Văn Bình').waitFor();
  await person('Trần Thị An').waitFor();
  await expect.poll(() => sheet.inputValue(), SOON).toBe(all);
  await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
  await page.reload();
  await person('Lê Văn Bình').waitFor();
  await expect.poll(() => sheet.inputValue(), SOON).toBe(all);
  expect(await violationsOn(page)).toEqual([]);
  await picture(page, 'desktop-vi-all-sheets');
  expect(faults).toEqual([]);
  await page.context().close();
});
