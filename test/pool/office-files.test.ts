import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/words/problem.ts';
import { readPoolCsv } from '../../src/pool/reading/read-csv.ts';
import { rowOf } from '../../src/pool/reading/rows-as-text.ts';
import { type WrittenCell, xlsxOf } from '../tables/xlsx.ts';
import { zipOf } from '../tables/zip.ts';

/** What is read of a file without a mapping: the facts of each candidate, or what is wrong. */
async function read(bytes: Buffer, ...facts: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  const reading = await readPoolCsv(bytes, 'list');
  if (!reading.ok) return reading.problems.map((each) => [describeProblem(each, 'en')]);
  const pool = reading.value;
  return pool.ids.map((id, row) => [
    id,
    pool.names[row],
    ...facts.map((fact) => rowOf(pool, row).get(fact) ?? ''),
  ]);
}

function sheet(rows: readonly (readonly WrittenCell[])[], merges: readonly string[] = []): Buffer {
  return xlsxOf([{ name: 'Danh sách', rows, merges }]);
}

async function noticesOf(bytes: Buffer): Promise<readonly string[]> {
  const reading = await readPoolCsv(bytes, 'list');
  return reading.ok ? reading.value.notices.map(({ code }) => code) : [];
}

describe('a list as offices lay it out, without a mapping,', () => {
  it('is read between its letterhead and the signatures, which stand under the names', async () => {
    const bytes = sheet(
      [
        ['ĐẢNG BỘ PHƯỜNG TÂN BÌNH', null, null, null, null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
        ['DANH SÁCH TRÍCH NGANG'],
        ['(Kèm theo Tờ trình số 12-TTr/ĐU, ngày 15/3/2025)'],
        [
          'TT',
          'Họ và tên',
          'Ngày, tháng, năm sinh',
          null,
          'Chức vụ, đơn vị công tác',
          'Ngày vào Đảng',
          null,
          'Trình độ',
        ],
        [null, null, 'Nam', 'Nữ', null, 'Dự bị', 'Chính thức', 'Chuyên môn', 'LLCT'],
        ['I', 'Tái cử'],
        [1, 'Nguyễn Văn An', '17/05/1980', '-', 'Bí thư', '03/02/2005', '03/02/2006', 'Thạc sĩ', 'CC'],
        [2, 'Trần Thị Bình', null, '20/11/1984', 'Phó Bí thư', '19/5/2010', '19/5/2011', 'Đại học', 'TC'],
        ['Tổng cộng: 02 đồng chí'],
        ['Danh sách này có 02 đồng chí./.'],
        [null, 'NGƯỜI LẬP BIỂU', null, null, null, null, null, 'T/M BAN THƯỜNG VỤ'],
        [null, 'Phạm Thị Lan', null, null, null, null, null, 'Nguyễn Văn Minh'],
      ],
      ['A1:F1', 'A2:I2', 'A3:I3', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'F4:G4', 'H4:I4'],
    );
    const facts = [
      'gender',
      'birthDate',
      'post',
      'joinedParty',
      'joinedPartyFull',
      'degree',
      'politicalTheory',
    ];
    expect(await read(bytes, ...facts)).toEqual([
      [
        '1',
        'Nguyễn Văn An',
        'male',
        '1980-05-17',
        'Bí thư',
        '2005-02-03',
        '2006-02-03',
        'Thạc sĩ',
        'advanced',
      ],
      [
        '2',
        'Trần Thị Bình',
        'female',
        '1984-11-20',
        'Phó Bí thư',
        '2010-05-19',
        '2011-05-19',
        'Đại học',
        'intermediate',
      ],
    ]);
  });

  it('is read with headings on three lines, merged downwards', async () => {
    const bytes = sheet(
      [
        ['Số TT', 'Họ và tên', 'Ngày sinh', null, 'Quá trình', null, 'Trình độ'],
        [null, null, 'Nam', 'Nữ', 'Ngày vào Đảng', null, 'Lý luận chính trị'],
        [null, null, null, null, 'Dự bị', 'Chính thức'],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
        ['1', 'Vũ Thị Giang', null, '04/07/1986', '2009', '2010', 'Cao cấp LLCT'],
      ],
      ['A1:A3', 'B1:B3', 'C1:D1', 'C2:C3', 'D2:D3', 'E1:F1', 'E2:F2', 'G2:G3'],
    );
    expect(
      await read(bytes, 'gender', 'birthDate', 'joinedParty', 'joinedPartyFull', 'politicalTheory'),
    ).toEqual([['1', 'Vũ Thị Giang', 'female', '1986-07-04', '2009', '2010', 'advanced']]);
  });

  it('of people who stand for a council has a title beside the training', async () => {
    const rows = [
      [
        'STT',
        'Họ và tên người ứng cử',
        'Ngày, tháng, năm sinh',
        'Giới tính',
        'Trình độ',
        null,
        null,
        'Nghề nghiệp, chức vụ',
      ],
      [null, null, null, null, 'Học hàm, học vị', 'Chuyên môn, nghiệp vụ', 'Lý luận chính trị'],
      [
        1,
        'Phạm Văn Khoa',
        '9/3/1982',
        'Nam',
        'Không',
        'Đại học Nông nghiệp',
        'Trung cấp',
        'Chủ tịch Hội Nông dân',
      ],
    ];
    expect(await read(sheet(rows), 'degree', 'politicalTheory', 'post')).toEqual([
      ['1', 'Phạm Văn Khoa', 'Đại học Nông nghiệp', 'intermediate', 'Chủ tịch Hội Nông dân'],
    ]);
  });

  it.each([
    [
      'under one heading',
      [
        ['TT', 'Họ và tên', null, 'Ngày sinh'],
        [1, 'Nguyễn Văn', 'Mạnh', '1977'],
        [2, 'Trần Thị', 'Nga', '1983'],
      ],
    ],
    [
      'under a heading each',
      [
        ['TT', 'Họ và tên đệm', 'Tên', 'Ngày sinh'],
        [1, 'Nguyễn Văn', 'Mạnh', '1977'],
        [2, 'Trần Thị', 'Nga', '1983'],
      ],
    ],
    [
      'under headings on two lines',
      [
        ['TT', 'Họ và tên', null, 'Ngày sinh'],
        [null, 'Họ đệm', 'Tên'],
        [1, 'Nguyễn Văn', 'Mạnh', '1977'],
        [2, 'Trần Thị', 'Nga', '1983'],
      ],
    ],
  ])('has names in two columns %s', async (_how, rows) => {
    expect(await read(sheet(rows), 'birthDate')).toEqual([
      ['1', 'Nguyễn Văn Mạnh', '1977'],
      ['2', 'Trần Thị Nga', '1983'],
    ]);
  });

  it('never takes a slip behind a name for the rest of it', async () => {
    const rows = [
      ['TT', 'Họ và tên', null, 'Ngày sinh'],
      [1, 'Nguyễn Văn Mạnh', null, '1977'],
      [2, 'Trần Thị Nga', 'đã chuyển', '1983'],
    ];
    expect(await read(sheet(rows))).toEqual([[expect.stringContaining('column 3 has no heading')]]);
  });

  it.each([
    [
      'marks for women alone',
      [
        ['TT', 'Họ và tên', 'Ngày sinh', 'Nữ'],
        [1, 'Lý A', '1978', null],
        [2, 'Mai B', '1985', 'x'],
        [3, 'Mai C', '1986', '0'],
      ],
    ],
    [
      'births without anything above',
      [
        ['TT', 'Họ và tên', 'Nam', 'Nữ'],
        [1, 'Lý A', 1978, null],
        [2, 'Mai B', null, 1985],
        [3, 'Mai C', 1986, null],
      ],
    ],
    [
      'forms of address',
      [
        ['TT', 'Ông/Bà', 'Họ và tên', 'Năm sinh'],
        [1, 'Ông', 'Lý A', 1978],
        [2, 'Bà', 'Mai B', 1985],
        [3, 'Ông', 'Mai C', 1986],
      ],
    ],
  ])('tells genders by %s', async (_how, rows) => {
    expect(await read(sheet(rows), 'gender', 'birthDate')).toEqual([
      ['1', 'Lý A', 'male', '1978'],
      ['2', 'Mai B', 'female', '1985'],
      ['3', 'Mai C', 'male', '1986'],
    ]);
  });

  it('numbers its people anew in every part', async () => {
    const rows = [
      ['DANH SÁCH'],
      ['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ'],
      ['I', 'PHƯỜNG 1'],
      [1, 'Trịnh Văn Năm', 1980, 'Bí thư'],
      [2, 'Hà Thị Oanh', 1985, 'Phó Bí thư'],
      ['II', 'PHƯỜNG 2'],
      [1, 'Kiều Văn Phát', 1979, 'Bí thư'],
      [2, 'La Thị Quế', 1990, 'Phó Bí thư'],
    ];
    expect((await read(sheet(rows))).map(([id]) => id)).toEqual(['1', '2', 'II.1', 'II.2']);
    expect(await noticesOf(sheet(rows))).toContain('notices.numbered-again');
    const csv = 'TT,Họ và tên,Giới tính\n1,A,Nam\n2,B,Nam\n1,C,Nữ\n2,D,Nữ\n1,E,Nữ\n';
    expect((await read(Buffer.from(csv))).map(([id]) => id)).toEqual(['1', '2', '2.1', '2.2', '3.1']);
  });

  it('has a number twice told as such, and a number that is missing', async () => {
    const csv = 'TT,Họ và tên,Giới tính,Năm sinh\n1,A,Nam,1980\n2,B,Nam,1980\n2,C,Nữ,1980\n,D,Nữ,1980\n';
    expect(await read(Buffer.from(csv))).toEqual([
      [expect.stringContaining('the id “2” is on line 3 and again on line 4')],
      [expect.stringContaining('list:5: TT: the id is empty')],
    ]);
  });

  it('has headings and values in two languages, shares below its sums, and dates as people type them', async () => {
    const bytes = sheet([
      ['STT', 'Họ và tên / Full name', 'G.TÍNH / Gender', 'NG.SINH', 'Chức vụ'],
      [1, 'Lê A', 'Nam / Male', 'ngày 17-5-1980', 'Giám đốc'],
      [2, 'Trần B', 'Nữ / Female', '18.6.1981.', 'Phó giám đốc'],
      [null, 'Cộng', 1, 1, 2],
      [null, 'Tỷ lệ %', '50%', '50%', '100%'],
    ]);
    expect(await read(bytes, 'gender', 'birthDate')).toEqual([
      ['1', 'Lê A', 'male', '1980-05-17'],
      ['2', 'Trần B', 'female', '1981-06-18'],
    ]);
    const unlike = Buffer.from('id,name,gender\nA,An,Nam / Female\n');
    expect(await read(unlike)).toEqual([[expect.stringContaining('“Nam / Female” is not allowed here')]]);
  });

  it('has its headings again on every page, and notes below', async () => {
    const head = ['TT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Đơn vị'];
    const rows = [
      head,
      [1, 2, 3, 4, 5],
      [1, 'Tô Văn Tài', 'Nam', '1/5/1975', 'Phường 5'],
      head,
      [1, 2, 3, 4, 5],
      [2, 'Ung Thị Uyên', 'Nữ', '2/6/1981', 'Phường 6'],
      ['Ghi chú:', 'Danh sách xếp theo đơn vị'],
      [null, '- Người in đậm là tái cử'],
    ];
    expect(await read(sheet(rows), 'unit')).toEqual([
      ['1', 'Tô Văn Tài', 'Phường 5'],
      ['2', 'Ung Thị Uyên', 'Phường 6'],
    ]);
  });

  it('knows people by what the state knows them by, where they are not numbered', async () => {
    const csv = 'Họ và tên,Số CCCD\nLục Văn Ái,001080012345\n';
    expect(await read(Buffer.from(csv))).toEqual([['001080012345', 'Lục Văn Ái']]);
  });

  it('has notes and signatures below it, in whatever columns they stand', async () => {
    const list = [
      'DANH SÁCH NHÂN SỰ GIỚI THIỆU,,,,',
      'TT,Họ và tên,Năm sinh,Giới tính,Chức vụ',
      '1,Lê A,1980,Nam,Chủ tịch',
      '2,Trần Thị B,1981,Nữ,Phó chủ tịch',
      ',,,,',
      'Danh sách này có 02 người./.,,,,',
      'Ghi chú: (*) là người tái cử,,,,',
      ',,,"Hải Dương, ngày 05 tháng 3 năm 2025",',
      'NGƯỜI LẬP BIỂU,,,TM. BAN THƯỜNG VỤ,',
      '(Ký và ghi rõ họ tên),,,BÍ THƯ,',
      'Nguyễn Văn X,,,Trần Văn Y,',
      '',
    ];
    const bytes = Buffer.from(list.join('\n'));
    expect(await read(bytes, 'gender')).toEqual([
      ['1', 'Lê A', 'male'],
      ['2', 'Trần Thị B', 'female'],
    ]);
    expect((await noticesOf(bytes)).filter((code) => code === 'notices.row-left-out')).toHaveLength(6);
  });

  it('that has a second one beside it is told as two tables', async () => {
    const head = ['TT', 'Họ và tên', 'Năm sinh'];
    const bytes = sheet([
      [...head, null, ...head],
      [1, 'Lê A', 1980, null, 3, 'Vũ C', 1990],
    ]);
    expect(await read(bytes)).toEqual([[expect.stringContaining('two tables lie beside each other')]]);
  });

  it('has dates with blanks and in words', async () => {
    const csv =
      'TT,Họ và tên,Ngày sinh,Ngày vào Đảng\n1,A,17 / 5 / 1980,ngày 03 tháng 02 năm 2005\n2,B,tháng 5/1984,năm 2010\n';
    expect(await read(Buffer.from(csv), 'birthDate', 'joinedParty')).toEqual([
      ['1', 'A', '1980-05-17', '2005-02-03'],
      ['2', 'B', '1984-05', '2010'],
    ]);
    expect(await read(Buffer.from('TT,Họ và tên,Ngày sinh\n1,A,ngày 3 năm 2005\n'))).toEqual([
      [expect.stringContaining('is not a date')],
    ]);
  });

  it('has percents, numbers with a mark before them, and dates without a day as people see them', async () => {
    const rows: WrittenCell[][] = [
      ['Mã', 'Họ tên', 'Ngày sinh', 'Ngày vào Đảng', 'Điểm thi'],
      [{ v: 7, s: 3 }, 'A', { v: 29_342, s: 4 }, { v: 36_526, s: 5 }, { v: 0.855, s: 6 }],
      [{ v: 8, s: 3 }, 'B', { v: 29_358, s: 4 }, { v: 36_528, s: 5 }, { v: 0.85, s: 6 }],
    ];
    const formats = ['"HD-"000', 'mm/yyyy', '[$-42A]yyyy', '0.0%'];
    const read2 = (more: readonly WrittenCell[][]): Promise<unknown> =>
      read(
        xlsxOf([{ name: 'a', rows: [...rows, ...more] }], { formats }),
        'birthDate',
        'joinedParty',
        'examScore',
      );
    const expected = [
      ['HD-007', 'A', '1980-05', '2000', '85.5'],
      ['HD-008', 'B', '1980-05-17', '2000-01-03', '85'],
    ];
    expect(await read2([])).toEqual(expected);
    // A large sheet is scanned, and says the same.
    const many = Array.from({ length: 12_000 }, (_each, at) => [
      `X${at}`,
      'Nguyễn Thị Minh Khai',
      '1980',
      '2001',
      1,
    ]);
    expect(((await read2(many)) as unknown[]).slice(0, 2)).toEqual(expected);
  });

  it('has figures as keyboards and spreadsheets write them, and signs that nobody sees', async () => {
    const csv =
      'Mã,Họ tên,Ngày sinh,Điểm thi\nA1\u200B,\uFEFFLê A,１７/０５/１９８０,８５\nA2,Lê\u00A0B,\'1980,\'85\nA3,C,’5/1980,"85,5 %"\n';
    expect(await read(Buffer.from(csv), 'birthDate', 'examScore')).toEqual([
      ['A1', 'Lê A', '1980-05-17', '85'],
      ['A2', 'Lê B', '1980', '85'],
      ['A3', 'C', '1980-05', '85.5'],
    ]);
  });

  it.each([
    [
      'in a numbered list',
      'TT,Họ và tên,Quê quán,Đơn vị\n1,A,Huế,Xã 1\n\nTT,Họ và tên,Đơn vị,Quê quán\n2,B,Xã 2,Vinh\n',
    ],
    ['between ids', 'Mã,Họ tên,Quê quán,Đơn vị\nA1,A,Huế,Xã 1\nMã,Họ tên,Đơn vị,Quê quán\nA2,B,Xã 2,Vinh\n'],
  ])('never takes the columns of a second table for those of the first, %s', async (_where, csv) => {
    expect(await read(Buffer.from(csv))).toEqual([
      [expect.stringMatching(/^list:\d: here the headings stand once more, but “Đơn vị” is not/)],
    ]);
  });

  it.each([
    ['CSV', 'Mã,Họ tên,Giới tính,Ngày sinh,Năng khiếu\nid,name,gender,birth date,talent\nA1,A,nam,1970,x\n'],
    [
      'below a title',
      'Danh sách,,,,\nSTT,Họ tên,Giới tính,Ngày sinh,Quê\nNo.,Full name,Sex,Birth date,Home\n1,A,nam,1970,x\n',
    ],
  ])('has its headings in a second language below the first, %s', async (_where, csv) => {
    expect(await read(Buffer.from(csv), 'gender')).toEqual([[expect.any(String), 'A', 'male']]);
    expect(await noticesOf(Buffer.from(csv))).toEqual(['notices.row-left-out']);
  });

  it('has its headings again between the rows of tables that were put together', async () => {
    const csv = 'Mã,Họ tên,Quê quán\nA1,A,Huế\nMã,Họ tên,Quê quán\nA2,B,Vinh\n';
    expect(await read(Buffer.from(csv))).toEqual([
      ['A1', 'A'],
      ['A2', 'B'],
    ]);
    expect(await noticesOf(Buffer.from(csv))).toEqual(['notices.row-left-out']);
  });

  it('has headings in letters of an old font told as that', async () => {
    const rows = [
      ['M·', 'Hä vµ tªn', 'Giíi tÝnh', 'Ngµy sinh'],
      ['A1', 'NguyÔn V¨n Hïng', 'Nam', '1980'],
    ];
    expect(await read(sheet(rows))).toEqual([
      [expect.stringContaining('“M·” looks like letters of the old encoding TCVN3')],
    ]);
  });

  it('says whose names they are', async () => {
    expect(await read(Buffer.from('TT,Họ và tên phụ huynh,Khối\n1,Lê A,5\n'))).toEqual([['1', 'Lê A']]);
    expect(await read(Buffer.from('No.,Full name of nominee,Block\n1,Ann,B\n'))).toEqual([['1', 'Ann']]);
    // Where a column is one of names, another one that begins so is one of its own.
    expect(await read(Buffer.from('TT,Họ tên cha,Họ tên\n1,Lê Cha,Lê A\n'))).toEqual([['1', 'Lê A']]);
  });

  it('has its cells parted by bars', async () => {
    expect(await read(Buffer.from('Mã|Họ tên|Quê quán\nA1|Lê, A|Huế\n'), 'nativePlace')).toEqual([
      ['A1', 'Lê, A', 'Huế'],
    ]);
  });

  it('is an ODS that does not say so at its beginning', async () => {
    const bytes = zipOf([
      {
        name: 'META-INF/manifest.xml',
        bytes: '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
      },
      {
        name: 'content.xml',
        bytes:
          '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>TT</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Họ tên</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Tạ Ấn</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
      },
      { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.spreadsheet' },
    ]);
    expect(await read(bytes)).toEqual([['1', 'Tạ Ấn']]);
  });
});
