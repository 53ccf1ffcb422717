import { describe, expect, it } from 'vitest';
import type { Pool } from '../../src/pool/pool.ts';
import { readPoolCsv, type ReadOptions } from '../../src/pool/reading/read-csv.ts';
import { rowOf } from '../../src/pool/reading/rows-as-text.ts';
import { valueOf } from '../../src/words/problem.ts';
import { type WrittenSheet, xlsxOf } from '../tables/xlsx.ts';
import { zipOf } from '../tables/zip.ts';

async function pool(bytes: Buffer, options: ReadOptions = {}): Promise<Pool> {
  return valueOf(await readPoolCsv(bytes, 'pool.xlsx', options));
}

async function codes(bytes: Buffer, options: ReadOptions = {}): Promise<readonly string[]> {
  const reading = await readPoolCsv(bytes, 'pool.xlsx', options);
  return reading.ok
    ? []
    : reading.problems.map(({ code, place }) => `${code}@${place?.line ?? ''}:${place?.field ?? ''}`);
}

async function facts(bytes: Buffer, ...names: readonly string[]): Promise<readonly unknown[]> {
  const read = await pool(bytes);
  return read.ids.map((id, row) => [id, read.names[row], ...names.map((name) => rowOf(read, row).get(name))]);
}

const noticed = (read: Pool): readonly string[] => read.notices.map(({ code }) => code);

const PLAIN: WrittenSheet = {
  name: 'Danh sách',
  rows: [
    ['Mã', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Điểm thi'],
    ['A1', 'Trần Thị Hà', 'Nữ', { v: 29_358, s: 1 }, 8.5],
    ['A2', 'Lê Văn Nam', 'Nam', '05/1980', null],
  ],
};

describe('a workbook', () => {
  it('is read as the same table in CSV is', async () => {
    const csv =
      'Mã,Họ và tên,Giới tính,Ngày sinh,Điểm thi\nA1,Trần Thị Hà,Nữ,17/05/1980,"8,5"\nA2,Lê Văn Nam,Nam,05/1980,\n';
    const [one, other] = [await pool(xlsxOf([PLAIN])), valueOf(await readPoolCsv(csv, 'pool.csv'))];
    expect(one.ids.map((_id, row) => [...rowOf(one, row)])).toEqual(
      other.ids.map((_id, row) => [...rowOf(other, row)]),
    );
    expect(one.placeOf(1, 'birthDate')).toEqual({ file: 'pool.xlsx', line: 3, field: 'Ngày sinh' });
  });

  it('is read laid out to be printed: a title, merged headings on two lines, births under the gender', async () => {
    const sheet: WrittenSheet = {
      name: 'Biểu 1',
      rows: [
        ['DANH SÁCH TRÍCH NGANG NHÂN SỰ'],
        [],
        ['TT', 'Họ và tên', 'Ngày, tháng, năm sinh', null, 'Đơn vị', 'Trình độ', null],
        [null, null, 'Nam', 'Nữ', null, 'Chuyên môn', 'LLCT'],
        [1, 2, 3, 4, 5, 6, 7],
        ['I', 'KHỐI ĐẢNG'],
        [1, 'Lê A', { v: 29_358, s: 1 }, null, 'Sở Nội vụ', 'Đại học', 'Cao cấp'],
        [2, 'Trần B', null, '01/1985', null, 'Thạc sĩ', 'TC'],
        ['Tổng cộng', null, 1, 1],
        [],
        [null, null, null, null, 'NGƯỜI LẬP BIỂU'],
      ],
      merges: ['A1:G1', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:E4', 'F3:G3', 'E7:E8'],
    };
    expect(await facts(xlsxOf([sheet]), 'gender', 'birthDate', 'unit', 'degree', 'politicalTheory')).toEqual([
      ['1', 'Lê A', 'male', '1980-05-17', 'Sở Nội vụ', 'Đại học', 'advanced'],
      ['2', 'Trần B', 'female', '1985-01', 'Sở Nội vụ', 'Thạc sĩ', 'intermediate'],
    ]);
  });

  it.each(['1', 'true'] as const)('counts days from 1904 where it says so (%s)', async (date1904) => {
    const bytes = xlsxOf(
      [{ ...PLAIN, rows: [PLAIN.rows[0]!, ['A1', 'X', 'Nữ', { v: 29_358 - 1462, s: 1 }]] }],
      {
        date1904,
      },
    );
    expect(await facts(bytes, 'birthDate')).toEqual([['A1', 'X', '1980-05-17']]);
  });

  it('shows numbers as people see them, and never computes a formula', async () => {
    const rows = [
      ['Mã', 'Họ tên', 'Điểm thi', 'Chức vụ', 'Tái cử'],
      [
        { v: 7, s: 2 as const },
        { v: 0, t: 's' as const },
        { v: 8.3, f: 'A1*2' },
        { v: 'X', t: 'str' as const, f: '"Y"' },
        { v: 1, t: 'b' as const },
      ],
      ['008', 'B', { v: '8,25', t: 'str' as const }, 2 ** 53, { v: 0, t: 'b' as const }],
    ];
    const bytes = xlsxOf([{ name: 'a', rows }], { shared: [' Trần  Thị Hà '] });
    expect(await facts(bytes, 'examScore', 'post', 'incumbent')).toEqual([
      ['007', 'Trần Thị Hà', '8.3', 'X', 'true'],
      ['008', 'B', '8.25', '9007199254740990', 'false'],
    ]);
  });

  it('is read where its cells do not say where they stand', async () => {
    expect(await facts(xlsxOf([{ ...PLAIN, withoutPlaces: true }]), 'gender')).toEqual([
      ['A1', 'Trần Thị Hà', 'female'],
      ['A2', 'Lê Văn Nam', 'male'],
    ]);
  });

  it('has its sheet of candidates found, or chosen, and tells of hidden rows and other sheets', async () => {
    const notes: WrittenSheet = { name: 'Ghi chú', rows: [['Lưu ý'], ['x']] };
    const secret: WrittenSheet = { ...PLAIN, name: 'Ẩn', state: 'hidden' };
    const other: WrittenSheet = {
      name: 'Khác',
      rows: [
        ['id', 'name'],
        ['Z', 'Z'],
      ],
    };
    const bytes = xlsxOf([notes, secret, { ...PLAIN, hiddenRows: [3] }, other]);
    const read = await pool(bytes);
    expect([read.ids, noticed(read)]).toEqual([
      ['A1', 'A2'],
      ['notices.hidden-rows', 'notices.other-sheets', 'notices.unlike-sheet', 'notices.hidden-sheets'],
    ]);
    expect((await pool(bytes, { sheet: 'Khác' })).ids).toEqual(['Z']);
    expect((await pool(bytes, { sheet: '4' })).ids).toEqual(['Z']);
    expect(await codes(bytes, { sheet: 'Nào' })).toEqual(['pool.no-sheet@:']);
  });

  it('tells of hidden columns that are read, and not of empty ones beside them', async () => {
    const bytes = xlsxOf([{ ...PLAIN, hiddenColumns: [3, 99] }]);
    const [{ code, parameters } = { code: '' }] = (await pool(bytes)).notices;
    expect([code, parameters]).toEqual(['notices.hidden-columns', { headings: ['Giới tính'] }]);
  });

  it('has cells merged with those above where a row is shorter', async () => {
    const rows = [
      ['Mã', 'Họ tên', 'Ghi chú', 'Giới tính', 'Đơn vị'],
      ['A1', 'X', null, 'Nữ', 'Sở Nội vụ'],
      ['A2', 'Y'],
    ];
    const bytes = xlsxOf([{ name: 'a', rows, merges: ['E2:E3'] }]);
    expect(await facts(bytes, 'gender', 'unit')).toEqual([
      ['A1', 'X', 'female', 'Sở Nội vụ'],
      ['A2', 'Y', '', 'Sở Nội vụ'],
    ]);
  });

  it('has its bad cells told at their rows', async () => {
    const rows = [
      ['Mã', 'Họ tên', 'Giới tính'],
      ['A1', 'X', 'z'],
      [],
      ['A1', 'Y', { v: '#N/A', t: 'e' as const }],
    ];
    expect(await codes(xlsxOf([{ name: 'a', rows }]))).toEqual([
      'pool.bad-choice@2:Giới tính',
      'pool.duplicate-id@4:Mã',
      'pool.bad-choice@4:Giới tính',
    ]);
  });
});

describe('a file that is no table', () => {
  it.each([
    ['a binary workbook', zipOf([{ name: 'xl/workbook.bin', bytes: 'x' }]), 'xlsb'],
    ['a text document', zipOf([{ name: 'word/document.xml', bytes: '<x/>' }]), 'word'],
    ['an archive', zipOf([{ name: 'a.csv', bytes: 'id,name\nA,A\n' }]), 'archive'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'picture'],
    ['a web page', Buffer.from('\n<html><table></table></html>'), 'web-page'],
    ['an answer of Slate', Buffer.from('{\n  "status": "optimal"\n}'), 'json'],
    ['a locked workbook', compound('EncryptedPackage'), 'locked'],
  ])('is named by its content: %s', async (_what, bytes, kind) => {
    const reading = await readPoolCsv(bytes, 'pool.xlsx');
    expect(reading).toMatchObject({
      ok: false,
      problems: [{ code: 'pool.not-a-table', parameters: { kind } }],
    });
  });

  it('is refused where it claims to be small and is not, or the other way round', async () => {
    const zeros = Buffer.alloc(64 << 20);
    const lie = xlsxOf([PLAIN], { more: [{ name: 'xl/media/a.bin', bytes: zeros, claims: 10 }] });
    const truth = xlsxOf([PLAIN], {
      more: Array.from({ length: 9 }, (_each, at) => ({ name: `xl/media/${at}.bin`, bytes: zeros })),
    });
    const faults = await Promise.all([lie, truth].map((bytes) => readPoolCsv(bytes, 'pool.xlsx')));
    expect(faults).toMatchObject([
      { ok: false, problems: [{ parameters: { fault: 'broken' } }] },
      { ok: false, problems: [{ parameters: { fault: 'too-large' } }] },
    ]);
  });
});

/** The beginning of a compound file with one stream of that name. */
function compound(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(1000),
  ]);
}
