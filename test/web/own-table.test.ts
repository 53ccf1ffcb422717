import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { picture } from './browser.ts';
import { servedPage, SETTINGS, SOON, wordsOf } from './served-page.ts';

const served = servedPage();

const HEADINGS = 'Card,Full name,Sex,Incumbent,Score,Region';

/** A table of an office with words of its own: no column of ids is known, nor what stands for women and for yes. */
const TABLE = [
  'Members of the council',
  HEADINGS,
  'M1,An Tran,lady,sitting,85/100,North',
  'M2,Binh Le,male,no,70/100,South',
  'M3,Cuc Vu,lady,no,64/100,North',
];
const NEXT = [
  ...TABLE.slice(0, 2),
  'M1,An Tran,lady,sitting,91/100,North',
  TABLE[3]!,
  'M4,Dao Ly,lady,no,77/100,West',
];

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

test.each(SETTINGS)(
  'a table with words of its own is read, kept and delivered anew ($language, $screen)',
  async ({ language, screen }) => {
    const say = wordsOf('slate', language);
    const { page, faults } = await served.openAt('#/start', { screen, language });
    const drop = page.locator('input[type=file]').first();
    await drop.setInputFiles(csv('council.csv', TABLE));
    const table = page.getByRole('region', { name: say('web.table'), exact: true });
    const readAs = (heading: string) =>
      table.getByLabel(say('web.column-read-as', { heading }), { exact: true });
    await readAs('Card').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-own-table`);

    // What is wrong is set right beside what stands in the columns.
    await readAs('Card').selectOption('id');
    await table.getByLabel(say('web.word-means', { word: 'lady' })).selectOption('female');
    await table.getByLabel(say('web.word-means', { word: 'sitting' })).selectOption('true');
    const person = (name: string) => page.locator('main tbody th').getByText(name);
    await person('Cuc Vu').waitFor();
    // Rules of another case, which ask for columns that this table has not, have given way.
    await page.getByRole('radio', { name: say('web.own-rules-title') }).waitFor();
    await expect.poll(() => page.getByRole('alert').count(), SOON).toBe(0);
    const reading = table.locator('details');
    if ((await reading.getAttribute('open')) === null) await reading.locator('summary').first().click();
    await table.getByLabel(say('web.column-unit', { heading: 'Score' })).selectOption('points');
    await page.locator('main td').getByText('85', { exact: true }).waitFor();

    // The way of reading is a file for the next time.
    const saved = page.waitForEvent('download');
    await table.getByRole('button', { name: say('web.save-mapping') }).click();
    const mapping: unknown = JSON.parse(readFileSync(await (await saved).path(), 'utf8'));
    expect(mapping).toMatchObject({
      columns: { Card: 'id', Sex: 'gender', Score: { as: 'Score', unit: 'points' } },
      values: { gender: { female: ['lady'] }, incumbent: { true: ['sitting'] } },
    });

    await table.getByLabel(say('web.table-name')).fill('Council 2026');
    await table.getByLabel(say('web.table-name')).press('Enter');
    const choice = page.getByRole('radio', { name: 'Council 2026' });
    await choice.waitFor();

    // A new delivery is compared with it, and taken over person by person.
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: say('web.new-delivery') }).click();
    await (await chooser).setFiles(csv('council-2.csv', NEXT));
    const delivery = page.getByRole('region', { name: say('web.delivery-of', { file: 'council-2.csv' }) });
    await delivery.getByText(say('web.cell-now', { before: '85', after: '91' })).waitFor();
    await delivery.getByText(say('web.delivered-new', { count: 1 })).waitFor();
    await delivery.getByLabel('Cuc Vu (M3)').uncheck();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, `${screen}-${language}-delivery`);
    await delivery.getByRole('button', { name: say('web.take-delivery', { count: 2, of: 3 }) }).click();
    await person('Dao Ly').waitFor();
    await expect.poll(() => person('Cuc Vu').count(), SOON).toBe(1);
    await page.locator('main td').getByText('91', { exact: true }).waitFor();

    // Several tables are kept; one that was removed comes back.
    await drop.setInputFiles(csv('other.csv', ['id,name', 'X1,Xuan Do', 'X2,Yen Ho']));
    await person('Xuan Do').waitFor();
    await page.locator('[data-kept=true]').waitFor({ state: 'attached' });
    await page.reload();
    await person('Xuan Do').waitFor();
    await choice.check();
    await person('Dao Ly').waitFor();
    await table.getByRole('button', { name: say('web.remove-table') }).click();
    await page.getByRole('button', { name: say('web.restore-table', { title: 'Council 2026' }) }).click();
    await expect.poll(() => choice.isChecked(), SOON).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  },
);
