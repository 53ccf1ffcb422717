import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPoolCsv } from '../../src/pool/read-csv.ts';
import { xlsxOf } from '../tables/xlsx.ts';

const CSV = Buffer.from(
  'DANH SÁCH,,\nTT,Họ và tên,Ngày sinh,,LLCT\n,,Nam,Nữ,\n1,Lê A,17/5/1980,,CC\n2,"Trần ""B""",,1985,TC\n',
);
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

it.each([
  ['CSV', CSV],
  ['XLSX', XLSX],
])(
  'a mutated %s gives a reading or a clear problem, and never throws',
  { timeout: 120_000 },
  async (_format, bytes) => {
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
  },
);

it.each([
  ['a million columns', Buffer.from(`id,name${','.repeat(1_000_000)}\nA,A\n`)],
  ['many columns', Buffer.from(`id,name${',x'.repeat(20_000)}\nA,A\n`)],
  ['one huge cell', Buffer.from(`id,name\nA,${'x'.repeat(50_000_000)}\n`)],
  ['an open quotation', Buffer.from(`id,name\nA,"${'x\n'.repeat(5_000_000)}`)],
])('%s is a clear problem', { timeout: 60_000 }, async (_what, bytes) => {
  const reading = await readPoolCsv(bytes, 'pool');
  expect(reading.ok ? [] : reading.problems.map(({ code }) => code)).toEqual([
    expect.stringMatching(/^pool\.(?:too-many-columns|long-row|unterminated-quote)$/),
  ]);
});
