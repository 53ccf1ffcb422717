import { describe, expect, it } from 'vitest';
import { openQuestion } from '../../../src/index.ts';
import { readPoolCsv } from '../../../src/pool/reading/read-csv.ts';
import { cellOf } from '../../../src/rules/facts/fact-table.ts';
import { describeProblem, valueOf } from '../../../src/words/problem.ts';
import { xlsxOf } from '../../tables/xlsx.ts';

const ROWS = [
  ['DANH SÁCH NHÂN SỰ', '', '', '', ''],
  ['STT', 'Họ và tên', 'Năm sinh', '', 'Chức vụ'],
  ['', '', 'Nam', 'Nữ', ''],
  ['A', 'XÃ ÁI QUỐC', '', '', ''],
  ['1', 'Bảy Tám', '1971', '', 'Bí thư'],
  ['2', 'Chín Mười', '', '1981', 'Phó Bí thư'],
  ['', 'Cộng', '1', '1', ''],
  ['B. PHƯỜNG TỨ MINH', '', '', '', ''],
  ['1', 'Trăm Nghìn', '1966', '', 'Bí thư'],
  ['', 'Tổng số: 3', '', '', ''],
];
const CSV = ROWS.map((row) => row.join(',')).join('\n');

describe('titles of parts', () => {
  it.each([
    ['a CSV', Buffer.from(CSV)],
    ['a workbook', xlsxOf([{ name: 'DS', rows: ROWS.map((row) => row.map((cell) => cell || null)) }])],
  ])('are the unit of everybody below, where the mapping of %s says so', async (_, bytes) => {
    const pool = valueOf(await readPoolCsv(bytes, 'pool', { mapping: { parts: 'unit' } }));
    const unit = pool.columns.get('unit')!;
    expect(pool.notices.map((each) => describeProblem(each, 'en').replace(/^.*?: /, ''))).toEqual([
      'the row with “XÃ ÁI QUỐC” is no candidate, but gives the unit of everybody below it',
      'the row “Cộng 1 1” is no candidate, and left out',
      'the row with “PHƯỜNG TỨ MINH” is no candidate, but gives the unit of everybody below it',
      expect.stringContaining('the numbers begin again here'),
      'the row “Tổng số: 3” is no candidate, and left out',
    ]);
    expect(pool.names.map((name, row) => [pool.ids[row], name, cellOf(unit, row)])).toEqual([
      ['1', 'Bảy Tám', 'XÃ ÁI QUỐC'],
      ['2', 'Chín Mười', 'XÃ ÁI QUỐC'],
      [expect.stringMatching(/\.1$/), 'Trăm Nghìn', 'PHƯỜNG TỨ MINH'],
    ]);
  });

  it('are left out without it, and one of a column that is there is refused', async () => {
    const plain = valueOf(await readPoolCsv(Buffer.from(CSV), 'pool'));
    expect(plain.columns.has('unit')).toBe(false);
    const twice = await readPoolCsv(Buffer.from(CSV), 'pool', { mapping: { parts: 'post' } });
    expect(twice.ok ? [] : twice.problems.map(({ code }) => code)).toEqual(['pool.duplicate-heading']);
  });

  it('count in rules as a column does', async () => {
    const yaml =
      'id: r\nreferenceDate: 2020-06-05\nsize: 2\nrules: [{ id: one, count: { forEach: unit, max: 1 } }]\n';
    const pool = { csv: CSV, reading: { mapping: { parts: 'unit' } } };
    const { slates } = await (await openQuestion({ pool, rules: { yaml } })).propose();
    expect(slates[0]!.members.some((id) => id.endsWith('.1'))).toBe(true);
  });
});

it('a date behind the apostrophe that spreadsheets keep texts with is a date', async () => {
  const csv = "id,name,gender,birthDate\n1,A,Nam,'02/02/1981\n2,B,Nữ,’1980\n";
  const pool = valueOf(await readPoolCsv(Buffer.from(csv), 'pool'));
  expect(cellOf(pool.columns.get('birthDate')!, 0)).toBe(Date.UTC(1981, 1, 2) / 86_400_000);
});

it.each([
  ['Hoàn thành NV', 'completed'],
  ['Hoàn thành tốt NV', 'good'],
  ['Không hoàn thành NV', 'not-completed'],
])('%s is an appraisal', async (word, value) => {
  const pool = valueOf(await readPoolCsv(Buffer.from(`Mã CB,Họ tên,Xếp loại 2019\n007,A,${word}\n`), 'pool'));
  expect(pool.ids).toEqual(['007']);
  expect(cellOf(pool.columns.get('appraisal2019')!, 0)).toBe(value);
});
