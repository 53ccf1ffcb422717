import { describe, expect, it } from 'vitest';
import type { Pool } from '../../../src/pool/pool.ts';
import { readPoolCsv, type ReadOptions } from '../../../src/pool/reading/read-csv.ts';
import { rowsOfPool } from '../../../src/pool/reading/rows-as-text.ts';
import { describeProblem, valueOf } from '../../../src/words/problem.ts';
import { type WrittenSheet, xlsxOf } from '../../tables/xlsx.ts';

const HEADINGS = ['TT', 'Họ và tên', 'Giới tính', 'Ngày sinh'];
const HEALTH: WrittenSheet = {
  name: 'Sở Y tế',
  rows: [
    ['DANH SÁCH NHÂN SỰ SỞ Y TẾ'],
    [],
    HEADINGS,
    [1, 'Trần Thị Hà', 'Nữ', { v: 29_358, s: 1 }],
    [2, 'Lê Văn Nam', 'Nam', '05/1980'],
  ],
};
const HOME: WrittenSheet = {
  name: 'Sở Nội vụ',
  rows: [
    [...HEADINGS, 'Ghi chú'],
    [1, 'Vũ Thị Cúc', 'Nữ', '1985', 'x'],
  ],
};
const COUNTS: WrittenSheet = {
  name: 'Tổng hợp',
  rows: [
    ['Đơn vị', 'Số lượng'],
    ['Sở Y tế', 2],
  ],
};

async function pool(sheets: readonly WrittenSheet[], options: ReadOptions = {}): Promise<Pool> {
  return valueOf(await readPoolCsv(xlsxOf(sheets), 'can-bo.xlsx', options));
}

async function told(sheets: readonly WrittenSheet[], options: ReadOptions = {}): Promise<readonly string[]> {
  const read = await readPoolCsv(xlsxOf(sheets), 'can-bo.xlsx', options);
  return read.ok ? [] : read.problems.map((each) => describeProblem(each, 'en'));
}

const noticed = (read: Pool): readonly string[] => read.notices.map((each) => describeProblem(each, 'en'));

describe('several sheets of a workbook', () => {
  it('are the tables of several units, by their names or all that are alike', async () => {
    const together = await pool([HEALTH, COUNTS, HOME], { sheet: '*' });
    expect(rowsOfPool(together)).toEqual({
      headings: ['id', 'name', 'gender', 'birthDate', 'Ghi chú', 'unit'],
      rows: [
        {
          id: 'so-y-te.1',
          name: 'Trần Thị Hà',
          gender: 'female',
          birthDate: '1980-05-17',
          'Ghi chú': '',
          unit: 'Sở Y tế',
        },
        {
          id: 'so-y-te.2',
          name: 'Lê Văn Nam',
          gender: 'male',
          birthDate: '1980-05',
          'Ghi chú': '',
          unit: 'Sở Y tế',
        },
        {
          id: 'so-noi-vu.1',
          name: 'Vũ Thị Cúc',
          gender: 'female',
          birthDate: '1985',
          'Ghi chú': 'x',
          unit: 'Sở Nội vụ',
        },
      ],
    });
    expect(together.sheets).toEqual({
      all: ['Sở Y tế', 'Tổng hợp', 'Sở Nội vụ'],
      read: ['Sở Y tế', 'Sở Nội vụ'],
      alike: ['Sở Y tế', 'Sở Nội vụ'],
    });
    expect(together.placeOf(2, 'birthDate')).toEqual({
      file: 'can-bo.xlsx',
      sheet: 'Sở Nội vụ',
      line: 2,
      field: 'Ngày sinh',
    });
    expect(noticed(together)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('the workbook also has “Tổng hợp”'),
        expect.stringContaining('its name is the unit of those on it: “Sở Y tế”, “Sở Nội vụ”'),
        expect.stringContaining(
          'the name of the sheet stands before them in the ids: the first is “so-y-te.1”',
        ),
      ]),
    );
    const named = await pool([HEALTH, COUNTS, HOME], { sheet: ['3', 'Sở Y tế', '1'] });
    expect(rowsOfPool(named)).toEqual(rowsOfPool(together));
    expect(named.sha256).toBe(together.sha256);
  });

  it('are read alone where none is named, and the others told', async () => {
    const first = await pool([HEALTH, COUNTS, HOME]);
    expect([first.ids, first.headings.includes('unit')]).toEqual([['1', '2'], false]);
    expect(noticed(first)).toEqual([
      expect.stringContaining('the workbook also has “Tổng hợp”'),
      expect.stringContaining('“Sở Nội vụ” has candidates under the same headings, and is not read'),
    ]);
  });

  it('have all their errors told at once, each with its sheet', async () => {
    const [title, , headings, ...people] = HEALTH.rows;
    const bad = { ...HEALTH, rows: [title!, headings!, [1, 'A', 'đực', '1980'], ...people] };
    const worse = { ...HOME, rows: [HOME.rows[0]!, ['1', 'B', 'Nữ', '31/02/1980']] };
    expect(await told([bad, worse], { sheet: '*' })).toEqual([
      expect.stringMatching(/^can-bo.xlsx › Sở Y tế:3: Giới tính: /),
      expect.stringMatching(/^can-bo.xlsx › Sở Y tế:4: TT: /),
      expect.stringMatching(/^can-bo.xlsx › Sở Nội vụ:2: Ngày sinh: /),
    ]);
    expect(await told([HEALTH, HOME], { sheet: ['Sở Y tế', 'Sở X', 'Sở Z'] })).toEqual([
      expect.stringContaining('no sheet “Sở X”'),
      expect.stringContaining('no sheet “Sở Z”'),
    ]);
  });

  it('have one id for one person, and tell who seems to be there twice', async () => {
    const own = (name: string, ...people: readonly (readonly string[])[]): WrittenSheet => ({
      name,
      rows: [['Mã', 'Họ và tên', 'Ngày sinh', 'Đơn vị'], ...people],
    });
    const [one, other] = [own('A', ['K1', 'Lê An', '1980', 'P1']), own('B', ['K1', 'Lê An', '1980', 'P2'])];
    expect(await told([one, other], { sheet: '*' })).toEqual([
      expect.stringMatching(/^can-bo.xlsx › B:2: Mã: the id “K1” is also in A/),
    ]);
    const twice = await pool([one, own('B', ['K2', 'Đ/c Lê An', '1980', ''])], { sheet: '*' });
    expect(noticed(twice)).toContainEqual(
      expect.stringContaining('K2 has the name and the birth date of K1'),
    );
    // One has units of its own: the sheet's name says nothing then.
    expect(rowsOfPool(twice).rows.map(({ unit }) => unit)).toEqual(['P1', '']);
  });

  it('tell which columns they lack, and are left out of “*” where other facts stand on them', async () => {
    const other: WrittenSheet = {
      name: 'Khác',
      rows: [
        ['Họ và tên', 'Chức vụ'],
        ['Z', 'Trưởng phòng'],
      ],
    };
    const all = await pool([HEALTH, HOME, other], { sheet: '*' });
    expect([all.size, noticed(all)]).toEqual([
      3,
      expect.arrayContaining([
        expect.stringContaining(
          '“Khác” lacks gender and date of birth and also has post, unlike the first; it is not read',
        ),
      ]),
    ]);
    const named = await pool([HEALTH, other], { sheet: ['1', '2'] });
    expect(rowsOfPool(named).rows.at(-1)).toMatchObject({ name: 'Z', gender: '', post: 'Trưởng phòng' });
    expect(noticed(named)).toEqual(
      expect.arrayContaining([expect.stringContaining('what a sheet lacks is empty')]),
    );
  });

  it('are read where they are hidden only by their names, and nobody is called after “Sheet1”', async () => {
    const sheets: readonly WrittenSheet[] = [
      { ...HEALTH, name: 'Sheet1' },
      { ...HOME, name: 'Sheet2', state: 'hidden' },
    ];
    const all = await pool(sheets, { sheet: '*' });
    expect([all.size, noticed(all)]).toEqual([
      2,
      [expect.stringContaining('the sheet “Sheet2” of the workbook is hidden')],
    ]);
    const both = await pool(sheets, { sheet: ['1', '2'] });
    expect([both.ids, both.headings.includes('unit')]).toEqual([['sheet1.1', 'sheet1.2', 'sheet2.1'], false]);
  });

  it('tell that one word is spelled in two ways, whatever sheets it stands on', async () => {
    const unit = (name: string, word: string): WrittenSheet => ({
      name,
      rows: [
        ['Mã', 'Họ và tên', 'Chức vụ'],
        [name, 'X', word],
      ],
    });
    const both = await pool([unit('A', 'Ủy viên'), unit('B', 'Uỷ viên')], { sheet: '*' });
    expect(both.asWritten('post')?.at(1)).toBe('Uỷ viên');
    expect(rowsOfPool(both).rows[1]).toMatchObject({ post: 'Ủy viên' });
  });
});
