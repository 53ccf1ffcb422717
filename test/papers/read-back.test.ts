import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { openCaseOf } from '../../src/opening/open-case.ts';
import { PAPER_FORMATS, type PaperFormat } from '../../src/papers/paper.ts';
import { writePaper } from '../../src/papers/write-paper.ts';
import { readSlate } from '../../src/pool/read-slate.ts';
import { tableOf } from '../../src/pool/workbook-table.ts';
import { valueOf } from '../../src/words/problem.ts';
import { type PaperCase, referenceSlate, smallSlate, wardPlan } from './paper-case.ts';

/** The members that a paper is read as, by the case that it was written from. */
async function readAgain(
  { opened, slate }: PaperCase,
  format: PaperFormat,
  blind = false,
): Promise<readonly string[]> {
  const bytes = await writePaper(opened.asked, slate, format, { language: 'vi', blind });
  const sources = {
    pool: { pool: opened.pool },
    rules: opened.ground.ruleSet,
    ...(opened.units !== undefined && { units: { table: opened.units } }),
    slate: { csv: bytes, called: `slate.${format}` },
  };
  return valueOf(await openCaseOf(sources)).slate;
}

test.each(['csv', 'xlsx'] as const)(
  'a slate and a plan written as %s are read as the same',
  async (format) => {
    const cases = await Promise.all([referenceSlate(), wardPlan()]);
    for (const each of cases) {
      expect(new Set(await readAgain(each, format))).toEqual(new Set(each.slate.members));
      expect(new Set(await readAgain(each, format, true))).toEqual(new Set(each.slate.members));
    }
  },
);

test('ids that begin like formulas are read as they were', async () => {
  const id = fc
    .tuple(fc.constantFrom('', '=', '+', '-', '@'), fc.stringMatching(/^[a-z0-9]{1,4}$/))
    .map(([first, rest]) => first + rest);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(id, { minLength: 1, maxLength: 5 }), async (ids) => {
      const small = await smallSlate(
        ids.map((each) => `name of ${each}`),
        ids,
      );
      const format = PAPER_FORMATS[ids.length % 2]!;
      expect(new Set(await readAgain(small, format))).toEqual(new Set(ids));
    }),
    { numRuns: 20 },
  );
});

test('an office’s own workbook is read by its ids, titles and sums left out', async () => {
  const rows = [
    ['DANH SÁCH'],
    [],
    ['TT', 'Họ và tên', 'Mã số'],
    ['I', 'Khối Đảng'],
    [1, 'An', 'A'],
    [2, 'Bình', 'B'],
    ['', 'Tổng số: 2 người', ''],
  ];
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows }] }));
  expect(valueOf(readSlate(valueOf(await tableOf(bytes, 'slate.xlsx')), 'slate.xlsx')).ids).toEqual([
    'A',
    'B',
  ]);
});

test('a workbook without ids, and one that is broken, are told as such', async () => {
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows: [['Họ và tên'], ['An']] }] }));
  expect(await tableOf(bytes, 'a.xlsx')).toMatchObject({ problems: [{ code: 'pool.slate-no-id-column' }] });
  const cut = await tableOf(bytes.subarray(0, bytes.length - 40), 'b.xlsx');
  expect(cut.ok && !Buffer.isBuffer(cut.value)).toBe(false);
});
