import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePool } from '../../../fixtures/made-up/generate.ts';
import type { Pool } from '../../../src/pool/pool.ts';
import { readPoolCsv, readPoolFile } from '../../../src/pool/reading/read-csv.ts';
import { rowOf, rowsOfPool } from '../../../src/pool/reading/rows-as-text.ts';
import { csvLine } from '../../../src/tables/csv/write-csv.ts';
import { cellOf } from '../../../src/rules/facts/fact-table.ts';
import { LANGUAGES } from '../../../src/words/language.ts';
import { describeProblem, valueOf, type Problem } from '../../../src/words/problem.ts';

async function pool(csv: string | Buffer): Promise<Pool> {
  return valueOf(await readPoolCsv(csv, 'pool.csv'));
}

/** The bytes in pieces of a size, each filled again for the next one, as those of a file are. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  const room = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    piece.copy(room);
    yield room.subarray(0, piece.length);
  }
}

async function problems(csv: string | Buffer): Promise<readonly Problem[]> {
  const reading = await readPoolCsv(csv, 'pool.csv');
  return reading.ok ? [] : reading.problems;
}

async function codes(csv: string | Buffer): Promise<readonly string[]> {
  return (await problems(csv)).map(({ code, place }) => `${code}@${place?.line ?? ''}:${place?.field ?? ''}`);
}

/** A pool as CSV, in its own order of columns. */
function csvOf(read: Pool): string {
  const { headings, rows } = rowsOfPool(read);
  return [headings, ...rows.map((row) => headings.map((heading) => String(row[heading])))]
    .map((cells) => csvLine(cells))
    .join('');
}

function rowsOf(read: Pool): readonly (readonly (readonly [string, string])[])[] {
  return read.ids.map((_, row) => [...rowOf(read, row)]);
}

const ENGLISH = `id,name,gender,birthDate,bloc,politicalTheory,source,incumbent,appraisal2017,examScore
a,Trần Thị Hà,female,1980-05-17,party,advanced,examination,true,excellent,8.5
b,Lê Văn Nam,male,1980-05,ward,none,planning,false,not-completed,
`;
const VIETNAMESE = `Mã;Họ và tên;Giới tính;Ngày sinh;Khối;Lý luận chính trị;Nguồn;Đương nhiệm;Đánh giá 2017;Điểm thi
a;Trần Thị Hà;Nữ;17/05/1980;Khối Đảng;Cử nhân;Thi tuyển;x;Hoàn thành xuất sắc nhiệm vụ;8,5
b;Lê Văn Nam;Nam;05/1980;Xã, phường;Chưa;Quy hoạch;không;Không hoàn thành nhiệm vụ;
`;

describe('readPoolCsv', () => {
  it('reads English and Vietnamese, comma, semicolon and tab, NFC and NFD, with and without BOM, LF and CRLF alike', async () => {
    const expected = rowsOf(await pool(ENGLISH));
    const variants = [
      VIETNAMESE,
      VIETNAMESE.replaceAll(';', '\t'),
      VIETNAMESE.normalize('NFD'),
      `\uFEFF${VIETNAMESE}`,
      VIETNAMESE.replaceAll('\n', '\r\n'),
      VIETNAMESE.toUpperCase()
        .replace('A;TRẦN THỊ HÀ', 'a;Trần Thị Hà')
        .replace('B;LÊ VĂN NAM', 'b;Lê Văn Nam'),
      ENGLISH.replaceAll('8.5', '"8,5"'),
      ENGLISH.trimEnd(),
      ENGLISH.replaceAll(',', ' , '),
      `${ENGLISH}\n\n,,,,,,,,,\n   \n`,
    ];
    for (const variant of variants) expect(rowsOf(await pool(variant))).toEqual(expected);
  });

  it('puts values in typed columns', async () => {
    const read = await pool(ENGLISH);
    const { columns, headings, size } = read;
    expect([size, headings.length]).toEqual([2, 10]);
    expect(columns.get('incumbent')).toEqual({
      type: 'boolean',
      codes: Uint32Array.of(2, 1),
      values: [null, false, true],
    });
    expect(columns.get('examScore')).toEqual({
      type: 'number',
      low: Float64Array.of(8.5, Number.NaN),
      high: Float64Array.of(8.5, Number.NaN),
      denominator: 10,
    });
    expect(cellOf(read.fact('birthDate')!, 0)).toBe(Date.UTC(1980, 4, 17) / 86_400_000);
    expect(cellOf(read.fact('birthDate')!, 1)).toEqual([
      Date.UTC(1980, 4, 1) / 86_400_000,
      Date.UTC(1980, 4, 31) / 86_400_000,
    ]);
    expect(read.fact('merit')).toBeUndefined();
  });

  it('shares one array for both ends where every value is exact', async () => {
    const column = (await pool('id,name,examScore\na,A,1\n')).fact('examScore');
    expect(column?.type === 'number' && column.low === column.high).toBe(true);
  });

  it('keeps columns that it does not know under their own headings', async () => {
    const { extras, headings } = await pool('id,name, Điểm  khác ,toString\na,A, x  y ,z\nb,B,,\n');
    expect(headings).toEqual(['id', 'name', 'Điểm khác', 'toString']);
    expect([...extras].map(([name, texts]) => [name, texts.at(0), texts.at(1)])).toEqual([
      ['Điểm khác', 'x y', ''],
      ['toString', 'z', ''],
    ]);
  });

  it('takes any text for an id', async () => {
    const ids = ['result', '__proto__', 'constructor', 'feasible', 'a b', '0', '-', 'x"y', 'é'];
    const read = await pool(csvLine(['id', 'name']) + ids.map((id) => csvLine([id, 'A'])).join(''));
    expect(read.ids).toEqual(ids);
  });

  it('hashes the bytes as they are', async () => {
    const bytes = Buffer.from(`\uFEFF${ENGLISH}`);
    expect((await pool(bytes)).sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('tells where a cell stands', async () => {
    const read = await pool('Mã,Họ tên,merit\n\n"a","A\nB",1\nb,B,2\n');
    expect(read.placeOf(1, 'merit')).toEqual({ file: 'pool.csv', line: 5, field: 'merit' });
    expect(read.placeOf(0, 'name')).toEqual({ file: 'pool.csv', line: 3, field: 'Họ tên' });
  });

  it('reads back what it writes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 30 }), async (seed, size) => {
        const options = { size, seed, shape: { unclearBirthDates: 0.5, relatives: 0.5 } };
        const csv = [...generatePool(options)].join('');
        const read = await pool(csv);
        const written = csvOf(read);
        expect(written).toBe(csv);
        expect(rowsOf(await pool(written))).toEqual(rowsOf(read));
      }),
      { numRuns: 50 },
    );
  });

  it('reads the same however the bytes come', async () => {
    const bytes = Buffer.from(`\uFEFF${VIETNAMESE}`);
    const whole = await pool(bytes);
    for (const size of [1, 2, 3, 7, 64]) {
      const chunks = async function* (): AsyncGenerator<Buffer> {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      const read = valueOf(await readPoolCsv(chunks(), 'pool.csv'));
      expect([rowsOf(read), read.sha256]).toEqual([rowsOf(whole), whole.sha256]);
    }
  });

  it('tells a delimiter from headings that hold other ones', async () => {
    const read = await pool('"Ghi chú; riêng",id,name\nx,a,A\n');
    expect(read.ids).toEqual(['a']);
    expect((await pool('mã;tên;sinh (ngày, tháng, năm)\na;A;1980')).headings).toHaveLength(3);
  });
});

describe('encodings', () => {
  // Excel's "CSV" on a Vietnamese Windows; Lâm and Lăm are two units.
  const bytes = Buffer.from('id,name,unit\nA1,L\u00e2 A,L\u00e2m\nA2,L\u00e3 B,L\u00e3m\n', 'latin1');

  it('other than UTF-8 are named, and nothing is guessed silently', async () => {
    const [found] = await problems(bytes);
    expect(found).toMatchObject({
      code: 'pool.not-decoded',
      parameters: { guess: 'windows-1258' },
      place: { line: 2 },
    });
  });

  it('are read when they are named, however the bytes come, and hashed as they are', async () => {
    for (const size of [1, 2, 3, 64]) {
      const chunks = async function* (): AsyncGenerator<Buffer> {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      const reading = await readPoolCsv(chunks(), 'pool.csv', { encoding: 'windows-1258' });
      const read = valueOf(reading);
      expect(read.fact('unit')).toMatchObject({ values: [null, 'Lâm', 'Lăm'] });
      expect(read.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('of two bytes a letter are read when they are named', async () => {
    const wide = Buffer.from('\uFEFFid,name,unit\nA1,A,Lâm\n', 'utf16le');
    const read = valueOf(await readPoolCsv(wide, 'pool.csv', { encoding: 'utf-16le' }));
    expect(read.fact('unit')).toMatchObject({ values: [null, 'Lâm'] });
  });

  it('that somebody got wrong before leave a sign that is refused', async () => {
    expect(await codes('id,name\nA1,L\uFFFD A\n')).toEqual(['pool.lost-letter@2:']);
  });
});

describe('problems of a CSV', () => {
  it('are found all at once, each at its line and heading', async () => {
    const csv = `Mã,Họ tên,Giới tính,birthDate,incumbent,examScore,appraisal2017
a,A,x,31/02/1980,maybe,1e999,fine
b,B,f
,C,,,,,
a,,,,,,
"d
d",D,,,,"x
y",
c,C,,,,2020-01-01,
`;
    expect(await codes(csv)).toEqual([
      'pool.bad-choice@2:Giới tính',
      'pool.impossible-date@2:birthDate',
      'pool.bad-boolean@2:incumbent',
      'pool.bad-number@2:examScore',
      'pool.bad-choice@2:appraisal2017',
      'pool.empty-id@4:Mã',
      'pool.duplicate-id@5:Mã',
      'pool.empty-name@5:Họ tên',
      'pool.bad-number@6:examScore',
      'pool.bad-number@9:examScore',
    ]);
  });

  it('come row by row and in the order of columns, however many rows and pieces there are', async () => {
    const rows = Array.from({ length: 1500 }, (_each, at) => at + 2);
    const csv = [
      'id,name,gender,birthDate',
      ...rows.map(
        (line) =>
          `c${line % 400 === 0 ? 2 : line},"Trần ""Hà"" ${line}",${line % 7 === 0 ? '?' : 'nữ'},${line % 5 === 0 ? '31/02/1980' : '1980'}${line % 31 === 0 ? ',more' : ''}`,
      ),
    ].join('\n');
    const wanted = rows.flatMap((line) =>
      line % 31 === 0
        ? [`pool.cell-count@${line}:`]
        : [
            ...(line % 400 === 0 ? [`pool.duplicate-id@${line}:id`] : []),
            ...(line % 7 === 0 ? [`pool.bad-choice@${line}:gender`] : []),
            ...(line % 5 === 0 ? [`pool.impossible-date@${line}:birthDate`] : []),
          ],
    );
    const bytes = Buffer.from(csv);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 500, max: 100_000 }), async (size) => {
        const read = await readPoolCsv(inPieces(bytes, size), 'pool.csv');
        const told = read.ok ? [] : read.problems;
        expect(told.map(({ code, place }) => `${code}@${place?.line ?? ''}:${place?.field ?? ''}`)).toEqual(
          wanted,
        );
        const names = read.ok ? [] : (read.readable?.names ?? []);
        expect(names.slice(-1)).toEqual(['Trần "Hà" 1501']);
      }),
      { numRuns: 20 },
    );
  });

  it('say the value and what is allowed, in both languages', async () => {
    const found = await problems('id,name,gender\na,A,x\nb,B,\na,C,m\n');
    expect(found.map((each) => describeProblem(each, 'en'))).toEqual([
      'pool.csv:2: gender: “x” is not allowed here; allowed are female, male, other, or the Vietnamese words for them',
      'pool.csv:4: id: the id “a” is on line 2 and again on line 4; every candidate needs an id of their own',
    ]);
    for (const language of LANGUAGES) {
      for (const each of found) expect(describeProblem(each, language)).not.toContain('undefined');
    }
  });

  it.each([
    ['an empty file', '', ['pool.empty-file@:']],
    ['a file of blank cells', ' , \n,\n', ['pool.empty-file@:']],
    ['a file of blank lines', '\n\n', ['pool.empty-file@:']],
    ['a byte order mark alone', '\uFEFF', ['pool.empty-file@:']],
    ['headings alone', 'id,name\n', ['pool.no-candidates@:']],
    ['no name', 'id,post\nA,x\n', ['pool.missing-column@:']],
    ['no headings that are known', 'x,y\n1,2\n', ['pool.missing-column@:']],
    ['two headings of one meaning', 'id,name,Họ tên\na,A,A\n', ['pool.duplicate-heading@1:Họ tên']],
    ['two extra columns of one name', 'id,name,Merit,merit\na,A,1,2\n', ['pool.duplicate-heading@1:merit']],
    ['a column without a heading', 'id,name,\na,A,\nb,B,x\n', ['pool.cell-without-heading@3:']],
    ['ids that differ only in Unicode form', 'id,name\n\u1ea1,A\na\u0323,B\n', ['pool.duplicate-id@3:id']],
    ['a stray quotation mark', 'id,name\na,A "B" C\nb,\n', ['pool.stray-quote@2:', 'pool.empty-name@3:name']],
    ['a stray quotation mark in the headings', 'id,na"me\na,A\n', ['pool.stray-quote@1:']],
    ['an open quotation mark', 'id,name\na,A\nb,"B\nc,C\n', ['pool.unterminated-quote@3:']],
    ['UTF-16', Buffer.from('\uFEFFid,name\na,A\n', 'utf16le'), ['pool.utf16@:']],
    ['UTF-16 without a mark', Buffer.from('id,name\na,A\n', 'utf16le'), ['pool.utf16@:']],
    ['what is no text', Buffer.from('AB\u0003\u0004\u0000\u0000xl/workbook.xml'), ['pool.no-text@:']],
    ['a row without end', `id,name\na,${'x'.repeat(3_000_000)}`, ['pool.long-row@2:']],
    ['another 8-bit encoding', Buffer.from('id,name\na,A\nb,\u00c9\n', 'latin1'), ['pool.not-decoded@3:']],
    ['a cut character at the end', Buffer.from('id,name\na,\u1ea1').subarray(0, -1), ['pool.not-decoded@2:']],
  ])('name %s', async (_, csv, expected) => {
    expect(await codes(csv)).toEqual(expected);
  });

  it('say what was read as headings, where a table seems to have none', async () => {
    const found = await problems('HD-1,An,nam\nHD-2,Bình,nữ\n');
    expect(found.map((each) => describeProblem(each, 'en'))).toEqual([
      'pool.csv: there is no column “name”; it is needed. Line 1 was read as the headings: “HD-1”, “An”, “nam”; if the table has no line of headings, put one above',
    ]);
  });

  it('are listed up to a thousand, and counted beyond', async () => {
    const found = await problems(`id,name,gender\n${'a,A,x\n'.repeat(1500)}`);
    expect(found).toHaveLength(1001);
    expect(found.at(-1)).toMatchObject({ code: 'pool.more-problems', parameters: { count: 1999 } });
  });

  it('never throw, whatever the text', async () => {
    const text = fc.array(
      fc.constantFrom('id', 'name', 'gender', ',', ';', '\n', '"', ' ', 'x', '\0', '\uFEFF'),
    );
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        const reading = await readPoolCsv(parts.join(''), 'pool.csv');
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('readPoolFile', () => {
  it('reads a file, and names what cannot be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pool-'));
    try {
      const path = join(folder, 'pool.csv');
      await writeFile(path, ENGLISH);
      expect(valueOf(await readPoolFile(path)).size).toBe(2);
      const missing = await readPoolFile(join(folder, 'none.csv'));
      expect(missing).toMatchObject({ ok: false, problems: [{ parameters: { reason: 'missing' } }] });
      expect(await readPoolFile(folder)).toMatchObject({ problems: [{ parameters: { reason: 'folder' } }] });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('tables as offices write them', () => {
  const facts = async (csv: string, ...names: readonly string[]): Promise<readonly unknown[]> => {
    const read = await pool(csv);
    return read.ids.map((id, row) => [
      id,
      read.names[row],
      ...names.map((name) => rowOf(read, row).get(name)),
    ]);
  };

  it('have rows that lack empty cells at their end, or have some too many', async () => {
    expect(await facts('id,name,gender,post,unit\nA1,X,nữ\nA2,Y,nam,P,Q\n', 'gender', 'post')).toEqual([
      ['A1', 'X', 'female', ''],
      ['A2', 'Y', 'male', 'P'],
    ]);
    expect(await facts('id,name,gender\nA1,X,nữ,,\n', 'gender')).toEqual([['A1', 'X', 'female']]);
    expect(await codes('id,name\nA1,X,y\n')).toEqual(['pool.cell-count@2:']);
  });

  it('say how they are to be read', async () => {
    expect(await facts('sep=;\r\nid;name;post\r\nA1;X;"a;b"\r\n', 'post')).toEqual([['A1', 'X', 'a;b']]);
  });

  it('have titles above, headings on two lines, and births under the gender', async () => {
    const csv = `DANH SÁCH TRÍCH NGANG NHÂN SỰ;;;
;;;
TT;Họ và tên;Ngày, tháng, năm sinh;
;;Nam;Nữ
1;Lê A;17/5/1980;
2;Trần B;;01/1985
`;
    expect(await facts(csv, 'gender', 'birthDate')).toEqual([
      ['1', 'Lê A', 'male', '1980-05-17'],
      ['2', 'Trần B', 'female', '1985-01'],
    ]);
    expect((await pool(csv)).placeOf(1, 'birthDate')).toMatchObject({ line: 6 });
  });

  it('number their columns, are parted, sum up and are signed', async () => {
    const csv = `TỈNH ỦY HẢI DƯƠNG,,,,
STT,Họ và tên,Trình độ,,Giới tính
,,Chuyên môn,LLCT,
(1),(2),(3),(4),(5)
I,KHỐI ĐẢNG,,,
1,Lê A,Đại học,Cao cấp,Nam
,,,,
II,KHỐI CHÍNH QUYỀN,,,
2,Trần B,Thạc sĩ,Trung cấp,Nữ
Tổng cộng: 2 người,,,,
,,,NGƯỜI LẬP BIỂU,
,,,Phạm C,
`;
    expect(await facts(csv, 'degree', 'politicalTheory', 'gender')).toEqual([
      ['1', 'Lê A', 'Đại học', 'advanced', 'male'],
      ['2', 'Trần B', 'Thạc sĩ', 'intermediate', 'female'],
    ]);
  });

  it('are told where a row is filled for both genders', async () => {
    expect(await codes('TT,Họ tên,Ngày sinh,\n,,Nam,Nữ\n1,A,1980,1981\n')).toEqual([
      'pool.both-genders@3:Ngày sinh Nam',
    ]);
  });

  it('have a heading that means another one more exactly', async () => {
    const csv = 'Mã,Họ tên,Trình độ,Trình độ chuyên môn\nA1,X,12/12,Thạc sĩ\n';
    expect(await facts(csv, 'degree', 'Trình độ')).toEqual([['A1', 'X', 'Thạc sĩ', '12/12']]);
  });

  it('keep a candidate that only looks like a line of headings or sums', async () => {
    expect(await codes('id,name,gender\n,,female\n')).toEqual([
      'pool.empty-id@2:id',
      'pool.empty-name@2:name',
    ]);
    expect(await facts('id,name\nA,Tổng Văn B\nTổng,Cộng\n')).toEqual([
      ['A', 'Tổng Văn B'],
      ['Tổng', 'Cộng'],
    ]);
  });
});

describe('one word in several spellings', () => {
  it('is one value, under the spelling that came first', async () => {
    const csv = 'id,name,unit,bloc\nA1,X,Ủy ban,Khối Đảng\nA2,Y,Uỷ ban,Khối Ðảng\nA3,Z,ỦY BAN,chính quyền\n';
    const { columns } = await pool(csv);
    expect(columns.get('unit')).toMatchObject({ codes: Uint32Array.of(1, 1, 1), values: [null, 'Ủy ban'] });
    expect(columns.get('bloc')).toMatchObject({ values: [null, 'party', 'government'] });
  });

  it('are two values where they differ in a tone mark', async () => {
    const { columns } = await pool('id,name,homeUnit\nA1,X,Đông Sơn\nA2,Y,Đồng Sơn\n');
    expect(columns.get('homeUnit')).toMatchObject({ values: [null, 'Đông Sơn', 'Đồng Sơn'] });
  });
});

describe('the words of offices', () => {
  it('are known', async () => {
    const csv = `Mã,Họ và tên,Giới tính,Ngày vào Đảng dự bị,Ngày vào Đảng chính thức,Trình độ,Trình độ chuyên môn,LLCT
A1,X,Nữ giới,03/02/2005,03/02/2006,12/12,Thạc sĩ,Cao cấp LLCT-HC
A2,Y,Ông,,,12/12,Đại học,Cử nhân LLCT
A3,Z,Nam,-,–,12/12,Đại học,CC
`;
    const read = await pool(csv);
    const seen = ['gender', 'joinedParty', 'joinedPartyFull', 'degree', 'politicalTheory'];
    expect(read.ids.map((_id, row) => seen.map((name) => rowOf(read, row).get(name)))).toEqual([
      ['female', '2005-02-03', '2006-02-03', 'Thạc sĩ', 'advanced'],
      ['male', '', '', 'Đại học', 'advanced'],
      ['male', '', '', 'Đại học', 'advanced'],
    ]);
  });
});

describe('a table without ids', () => {
  const read = async (csv: string) => {
    const pool = valueOf(await readPoolCsv(csv, 'pool.csv'));
    return { ids: pool.ids, names: pool.names, notices: pool.notices.map(({ code }) => code) };
  };

  it('has its rows numbered, which is told', async () => {
    expect(await read('name,post\nAn,x\nBình,y\n')).toEqual({
      ids: ['1', '2'],
      names: ['An', 'Bình'],
      notices: ['notices.no-ids'],
    });
  });

  it('takes a column of people for one of names, where none is', async () => {
    expect((await read('Member,Region\nAn,North\n')).names).toEqual(['An']);
    expect((await read('Member,Họ và tên\nyes,An\n')).names).toEqual(['An']);
  });

  it('is read below its title, whatever its headings are', async () => {
    const csv = 'Board 2026,,,\n\nNo.,Member,Region,Skill\n1,An,North,law\n2,Bình,South,farming\n';
    expect(await read(csv)).toMatchObject({ ids: ['1', '2'], names: ['An', 'Bình'], notices: [] });
  });
});
