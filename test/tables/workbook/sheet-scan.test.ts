import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPoolCsv } from '../../../src/pool/reading/read-csv.ts';
import { rowOf } from '../../../src/pool/reading/rows-as-text.ts';
import { scannedWorkbook } from '../../../src/tables/workbook/scanned-workbook.ts';
import type { SheetRow, Workbook } from '../../../src/tables/workbook/workbook-rows.ts';
import { openWorkbook } from '../../../src/tables/workbook/workbook.ts';
import { valueOf } from '../../../src/words/problem.ts';
import { type WrittenCell, type WrittenSheet, xlsxOf } from '../xlsx.ts';
import { zipOf } from '../zip.ts';

/** The rows of a sheet that have something in them, without the empty cells at their ends. */
async function rowsOf(workbook: Workbook, sheet = 0): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const { cells, row, isHidden } of workbook.rows(sheet)) {
    const last = cells.findLastIndex((cell) => cell !== '');
    if (last !== -1) rows.push({ cells: cells.slice(0, last + 1), row, isHidden });
  }
  return rows;
}

const SHARED = ['Trần Thị Hà', '', 'a & b < c "d"', '_x000D_', 'Đ', 'x'.repeat(300)];

const cell: fc.Arbitrary<WrittenCell> = fc.oneof(
  fc.constant(null),
  fc.constantFrom('Lê A', ' hai  chữ ', 'a&b', '<', '"', 'ữ', '_x0041_', ''),
  fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, -0, 0.05, 1e-7, 12.5),
  ),
  fc.nat(7).map((v) => ({ v, t: 's' as const })),
  fc.constantFrom('1', '0').map((v) => ({ v, t: 'b' as const })),
  fc.constantFrom('Nữ & nam', 'a_b', '').map((v) => ({ v, t: 'str' as const, f: 'A1&"<x>"' })),
  fc.integer({ min: 1, max: 60_000 }).map((v) => ({ v, s: 1 as const })),
  fc.double({ min: 1, max: 60_000, noNaN: true }).map((v) => ({ v, s: 1 as const, f: 'TODAY()' })),
  fc.nat(5000).map((v) => ({ v, s: 2 as const })),
  fc.constant({ v: '#N/A', t: 'e' as const }),
);

const sheet: fc.Arbitrary<WrittenSheet> = fc.record({
  name: fc.constantFrom('Danh sách', 'a & b'),
  rows: fc.array(fc.array(cell, { maxLength: 30 }), { minLength: 1, maxLength: 12 }),
  merges: fc.uniqueArray(fc.constantFrom('A1:A3', 'C2:D4', 'AB1:AB9', 'B2:F2'), { maxLength: 3 }),
  hiddenRows: fc.uniqueArray(fc.nat(12), { maxLength: 3 }),
});

describe('a sheet that is scanned', () => {
  it('is read as the library reads it', async () => {
    await fc.assert(
      fc.asyncProperty(
        sheet,
        fc.boolean(),
        fc.constantFrom<'1' | undefined>('1', undefined),
        async (made, withoutPlaces, date1904) => {
          // Where cells do not say where they stand, none may be left out.
          const plain = withoutPlaces
            ? { ...made, merges: [], hiddenRows: [], withoutPlaces: true as const }
            : made;
          const bytes = xlsxOf([plain], { shared: SHARED, ...(date1904 && { date1904 }) });
          const scanned = scannedWorkbook(bytes)!;
          const read = await openWorkbook(bytes, 'xlsx');
          expect(scanned.sheets).toEqual(read.sheets);
          expect(await rowsOf(scanned)).toEqual(await rowsOf(read));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has runs of text put together, and leaves out how they are pronounced', async () => {
    const bytes = zipOf([
      { name: '[Content_Types].xml', bytes: '<Types/>' },
      {
        name: 'xl/workbook.xml',
        bytes: "<workbook><sheets><sheet name='a' sheetId='1' r:id='x'/></sheets></workbook>",
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        bytes: '<Relationships><Relationship Id="x" Target="/xl/worksheets/a.xml"/></Relationships>',
      },
      {
        name: 'xl/sharedStrings.xml',
        bytes:
          '<sst><si><r><rPr><b/></rPr><t>Trần </t></r><r><t xml:space="preserve">Thị &amp;</t></r><rPh sb="0"><t>no</t></rPh></si><si/><si><t/></si><si><t>Hà</t></si></sst>',
      },
      {
        name: 'xl/worksheets/a.xml',
        bytes:
          '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>3</v></c><c t="s"><v>9</v></c><c t="inlineStr"><is><r><rPr><i/></rPr><t>Lê </t></r><r><t>A</t></r></is></c><c><f/><v/></c><c t="n"><v>7</v><extLst><ext/></extLst></c></row></sheetData></worksheet>',
      },
    ]);
    expect(await rowsOf(scannedWorkbook(bytes)!)).toEqual([
      { cells: ['Trần Thị &', '', 'Hà', '', 'Lê A', '', '7'], row: 1, isHidden: false },
    ]);
  });

  it('of some megabytes is a pool like any other, with merged cells and hidden rows', async () => {
    const people = Array.from({ length: 12_000 }, (_each, at): readonly WrittenCell[] => [
      at + 1,
      `Nguyễn Văn ${at}`,
      { v: 29_000 + (at % 900), s: 1 },
      at % 3 === 0 ? `Phường ${at / 3}` : null,
    ]);
    const rows = [['DANH SÁCH'], ['TT', 'Họ và tên', 'Ngày sinh', 'Đơn vị'], ...people];
    const merges = people.flatMap((_each, at) => (at % 3 === 0 ? [`D${at + 3}:D${at + 5}`] : []));
    const bytes = xlsxOf([{ name: 'a', rows, merges, hiddenRows: [10, 11], hiddenColumns: [4] }]);
    const pool = valueOf(await readPoolCsv(bytes, 'pool.xlsx'));
    expect(pool.size).toBe(12_000);
    expect(pool.notices.map(({ code }) => code)).toEqual(['notices.hidden-rows', 'notices.hidden-columns']);
    expect([0, 1, 2, 3, 11_999].map((row) => [...rowOf(pool, row).values()])).toEqual([
      ['1', 'Nguyễn Văn 0', '1979-05-25', 'Phường 0'],
      ['2', 'Nguyễn Văn 1', '1979-05-26', 'Phường 0'],
      ['3', 'Nguyễn Văn 2', '1979-05-27', 'Phường 0'],
      ['4', 'Nguyễn Văn 3', '1979-05-28', 'Phường 1'],
      ['12000', 'Nguyễn Văn 11999', expect.any(String), 'Phường 3999'],
    ]);
  });

  it('that is cut off or lies is told as broken', async () => {
    const row = `<row><c t="inlineStr"><is><t>${'x'.repeat(100)}</t></is></c></row>`;
    for (const end of [
      '<row><c',
      '<row><c r="A1"><v>1',
      '<row r="',
      '<x/></sheetData>',
      '<row><c r="ZZZZ1"/></row>',
    ]) {
      const xml = `<worksheet><sheetData>${row.repeat(12_000)}${end}`;
      const bytes = zipOf([
        { name: 'xl/workbook.xml', bytes: '<workbook><sheet name="a" r:id="x"/></workbook>' },
        {
          name: 'xl/_rels/workbook.xml.rels',
          bytes: '<R><Relationship Id="x" Target="worksheets/sheet1.xml"/></R>',
        },
        { name: 'xl/worksheets/sheet1.xml', bytes: xml },
      ]);
      const read = await readPoolCsv(bytes, 'pool.xlsx');
      expect(read.ok ? [] : read.problems.map(({ code }) => code)).toContain('pool.unreadable-workbook');
    }
  });
});
