import * as fc from 'fast-check';
import { writeOds } from 'hucre/ods';
import { expect, it } from 'vitest';
import { readUnitsTable } from '../../src/placements/read-units.ts';
import { readPoolCsv } from '../../src/pool/reading/read-csv.ts';
import { xlsOf } from '../tables/xls.ts';
import { xlsxOf } from '../tables/xlsx.ts';
import { zipOf } from '../tables/zip.ts';

const CSV = Buffer.from(
  'DANH SÁCH,,\nTT,Họ và tên,Ngày sinh,,LLCT\n,,Nam,Nữ,\n1,Lê A,17/5/1980,,CC\n2,"Trần ""B""",,1985,TC\n',
);
const ROWS = [
  ['Mã', 'Họ tên', 'Ngày sinh'],
  ['A1', 'X', '17/05/1980'],
  ['A2', 'Y', '05/1980'],
];
const XLSX = xlsxOf([
  {
    name: 'a',
    rows: [
      ['Mã', 'Họ tên', 'Ngày sinh'],
      ['A1', 'X', { v: 29_358, s: 1 }],
      ['A2', 'Y', '05/1980'],
    ],
    merges: ['A1:A2'],
  },
]);

/** Bytes cut off, turned into others, repeated or exchanged, as disks and people do. */
function mutated(bytes: Buffer): fc.Arbitrary<Buffer> {
  const at = fc.nat(bytes.length - 1);
  return fc.oneof(
    at.map((end) => bytes.subarray(0, end)),
    fc.array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
      const copy = Buffer.from(bytes);
      for (const [place, byte] of changes) copy[place] = byte;
      return copy;
    }),
    fc.tuple(at, at, fc.integer({ min: 2, max: 50 })).map(([one, other, times]) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)];
      const part = bytes.subarray(start, end);
      return Buffer.concat([
        bytes.subarray(0, end),
        ...Array.from({ length: times }, () => part),
        bytes.subarray(end),
      ]);
    }),
    fc
      .constantFrom<BufferEncoding>('utf16le', 'latin1')
      .map((encoding) => Buffer.from(bytes.toString('utf8'), encoding)),
  );
}

/** A workbook of which the parts are damaged before they are packed: what the archive itself says of it is right. */
function mutatedParts(): fc.Arbitrary<Buffer> {
  const sheet =
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Mã</t></is></c><c r="B1" t="s"><v>0</v></c></row><row r="2" hidden="1"><c r="A2" s="1"><v>7</v></c><c r="B2" t="s"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="C1:C3"/></mergeCells></worksheet>';
  // Long enough to be scanned.
  const filler = `<row>${' '.repeat(1 << 20)}</row>`;
  const book = '<workbook><sheets><sheet name="a" sheetId="1" r:id="x"/></sheets></workbook>';
  const texts = '<sst><si><t>Họ tên</t></si><si><t>Lê A</t></si></sst>';
  return fc
    .tuple(
      mutated(Buffer.from(sheet)),
      mutated(Buffer.from(texts)),
      fc.constantFrom('sheet', 'texts', 'both'),
    )
    .map(([brokenSheet, brokenTexts, which]) => {
      const ofSheet = which === 'texts' ? Buffer.from(sheet) : brokenSheet;
      const end = ofSheet.lastIndexOf('</sheetData>');
      const at = end === -1 ? ofSheet.length : end;
      return zipOf([
        { name: 'xl/workbook.xml', bytes: book },
        {
          name: 'xl/_rels/workbook.xml.rels',
          bytes: '<R><Relationship Id="x" Target="worksheets/sheet1.xml"/></R>',
        },
        { name: 'xl/sharedStrings.xml', bytes: which === 'sheet' ? texts : brokenTexts },
        {
          name: 'xl/worksheets/sheet1.xml',
          bytes: Buffer.concat([ofSheet.subarray(0, at), Buffer.from(filler), ofSheet.subarray(at)]),
        },
      ]);
    });
}

it('a mutated large sheet gives a reading or a clear problem, and never throws', async () => {
  const told = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(mutatedParts(), async (broken) => {
      const reading = await readPoolCsv(broken, 'pool');
      if (reading.ok) told.read += 1;
      else {
        expect(reading.problems.length).toBeGreaterThan(0);
        told.refused += 1;
      }
    }),
    { numRuns: 200 },
  );
  expect(Math.min(told.read, told.refused)).toBeGreaterThan(5);
});

it.each([
  ['CSV', CSV],
  ['XLSX', XLSX],
  ['XLS', xlsOf([{ name: 'a', rows: ROWS, merges: [[1, 2, 0, 0]] }])],
  ['ODS', Buffer.from(await writeOds({ sheets: [{ name: 'a', rows: ROWS }] }))],
])('a mutated %s gives a reading or a clear problem, and never throws', async (_format, bytes) => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(mutated(bytes), async (broken) => {
      const reading = await readPoolCsv(broken, 'pool');
      if (reading.ok) expect(reading.value.size).toBeGreaterThan(0);
      else expect(reading.problems.length).toBeGreaterThan(0);
      refused += Number(!reading.ok);
    }),
    { numRuns: 500 },
  );
  expect(refused).toBeGreaterThan(20);
});

it('a mutated table of units gives a reading or a clear problem, and never throws', async () => {
  const units = Buffer.from(
    'name,kind,secretary\nXã A,ward,HD-001\nPhường B,ward,\nThành phố,city,HD-002;HD-003\n',
  );
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(mutated(units), async (broken) => {
      const reading = await readUnitsTable(broken, 'units');
      if (!reading.ok) expect(reading.problems.length).toBeGreaterThan(0);
      refused += Number(!reading.ok);
    }),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(20);
});

it.each([
  ['the content of an ODS', 'content.xml', 'META-INF/manifest.xml', '<manifest/>'],
  ['the texts of an XLSX', 'xl/sharedStrings.xml', 'xl/workbook.xml', '<workbook/>'],
])(
  '%s that is too large to be held is told before it is unpacked into texts',
  async (_what, large, small, text) => {
    const bytes = zipOf([
      { name: small, bytes: text },
      { name: large, bytes: Buffer.alloc(130 << 20, 0x20) },
    ]);
    expect(bytes.length).toBeLessThan(1 << 20);
    const before = process.memoryUsage().rss;
    const reading = await readPoolCsv(bytes, 'pool');
    expect(reading.ok ? [] : reading.problems.map(({ parameters }) => parameters)).toEqual([
      { fault: 'too-large' },
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(600 << 20);
  },
);

it.each([
  ['a million columns', Buffer.from(`id,name${','.repeat(1_000_000)}\nA,A\n`)],
  ['many columns', Buffer.from(`id,name${',x'.repeat(20_000)}\nA,A\n`)],
  ['one huge cell', Buffer.from(`id,name\nA,${'x'.repeat(50_000_000)}\n`)],
  ['an open quotation', Buffer.from(`id,name\nA,"${'x\n'.repeat(5_000_000)}`)],
])('%s is a clear problem', async (_what, bytes) => {
  const reading = await readPoolCsv(bytes, 'pool');
  expect(reading.ok ? [] : reading.problems.map(({ code }) => code)).toEqual([
    expect.stringMatching(/^pool\.(?:too-many-columns|long-row|unterminated-quote)$/),
  ]);
});
