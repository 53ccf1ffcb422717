import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../src/tables/workbook/workbook.ts';
import type { SheetRow } from '../../../src/tables/workbook/workbook-rows.ts';
import { type XlsCell, xlsOf, type XlsOptions, type XlsSheet } from '../xls.ts';

async function rowsOf(bytes: Buffer, sheet = 0): Promise<readonly SheetRow[]> {
  const workbook = await openWorkbook(bytes, 'xls');
  const rows: SheetRow[] = [];
  for await (const row of workbook.rows(sheet)) rows.push(row);
  return rows;
}

async function cellsOf(
  rows: readonly (readonly XlsCell[])[],
  { options = {}, ...more }: Partial<XlsSheet> & { readonly options?: XlsOptions } = {},
): Promise<readonly (readonly string[])[]> {
  const bytes = xlsOf([{ name: 'a', rows, ...more }], options);
  return (await rowsOf(bytes)).map(({ cells }) => cells);
}

describe('a workbook of Excel 97 to 2003', () => {
  it('has its texts, numbers, marks and what formulas came to', async () => {
    expect(
      await cellsOf([
        ['Mã', 'Đồng Sơn', null, 'x'],
        [1, -7, 8.5, 0.1 + 0.2, true, false],
        [{ formula: 'A1' }, { formula: 'Trần', isShared: true }, { formula: 2.5 }, { rich: 'Lê Đậm' }],
      ]),
    ).toEqual([
      ['Mã', 'Đồng Sơn', '', 'x'],
      ['1', '-7', '8.5', '0.3', 'true', 'false'],
      ['A1', 'Trần', '2.5', 'Lê Đậm'],
    ]);
  });

  it('shows numbers as people see them, in either epoch', async () => {
    const formats = ['dd\\.mm\\.yyyy', '[$-42A]mm/yyyy;@', '"HD-"000', '0.0%'];
    const numbers = [
      { v: 7, s: 3 },
      { v: 0.855, s: 4 },
    ] as const;
    const shown = ['1980-05-17', '1980-05', 'HD-007', '85.5%'];
    expect(
      await cellsOf([[{ v: 29_358, s: 1 }, { v: 29_342, s: 2 }, ...numbers]], { options: { formats } }),
    ).toEqual([shown]);
    const early = [{ v: 29_358 - 1462, s: 1 }, { v: 29_342 - 1462, s: 2 }, ...numbers];
    expect(await cellsOf([early], { options: { formats, is1904: true } })).toEqual([shown]);
  });

  it('says merged cells in every row of them', async () => {
    expect(await cellsOf([['1', 'Xã A'], ['2'], ['3', 'Xã B']], { merges: [[0, 1, 1, 1]] })).toEqual([
      ['1', 'Xã A'],
      ['2', 'Xã A'],
      ['3', 'Xã B'],
    ]);
  });

  it('tells hidden rows and sheets', async () => {
    const bytes = xlsOf([
      { name: 'ẩn', rows: [['x']], isHidden: true },
      { name: 'Danh sách', rows: [['y'], ['z']], hiddenRows: [2] },
    ]);
    expect((await openWorkbook(bytes, 'xls')).sheets).toMatchObject([
      { name: 'ẩn', isHidden: true },
      { name: 'Danh sách', isHidden: false },
    ]);
    expect(await rowsOf(bytes, 1)).toEqual([
      { cells: ['y'], row: 1, isHidden: false },
      { cells: ['z'], row: 2, isHidden: true },
    ]);
  });

  it('tells hidden columns', async () => {
    const bytes = xlsOf([{ name: 'a', rows: [['x', 'y', 'z']], hiddenColumns: [1] }]);
    const workbook = await openWorkbook(bytes, 'xls');
    expect([0, 1, 2].map((column) => workbook.isColumnHidden(0, column))).toEqual([false, true, false]);
  });

  it('has texts that go on in further records', async () => {
    const rows = Array.from({ length: 400 }, (_each, at) => [
      `Ủy viên ${at}`,
      `Đồng chí ${at} `.repeat(at % 40),
    ]);
    expect(await cellsOf(rows)).toEqual(rows.map((row) => row.map((cell) => cell)));
    expect(await cellsOf([['ế'.repeat(20_000), 'sau']])).toEqual([['ế'.repeat(20_000), 'sau']]);
  });

  it('is told as what it is where it has a password, is older, or is damaged', async () => {
    const plain = xlsOf([{ name: 'a', rows: [['x']] }]);
    const version = plain.indexOf(Buffer.from('090810000006', 'hex'));
    const older = Buffer.from(plain);
    older.writeUInt16LE(0x0500, version + 4);
    const locked = xlsOf([{ name: 'a', rows: [['x']] }], { isLocked: true });
    const faults = await Promise.all(
      [locked, older, plain.subarray(0, 700), Buffer.alloc(600, plain.subarray(0, 8))].map(async (bytes) =>
        openWorkbook(bytes, 'xls').then(
          () => 'read',
          ({ fault }: { fault: string }) => fault,
        ),
      ),
    );
    expect(faults).toEqual(['locked', 'old', 'broken', 'broken']);
  });
});
