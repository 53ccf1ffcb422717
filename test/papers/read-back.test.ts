import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { openCaseOf } from '../../src/opening/open-case.ts';
import { PAPER_FORMATS, type PaperFormat } from '../../src/papers/paper.ts';
import { writePaper } from '../../src/papers/write-paper.ts';
import { readPoolCsv } from '../../src/pool/reading/read-csv.ts';
import { readSlate } from '../../src/pool/read-slate.ts';
import type { Pool } from '../../src/pool/pool.ts';
import { rowOf, rowsOfPool } from '../../src/pool/reading/rows-as-text.ts';
import { tableOf } from '../../src/pool/reading/workbook-table.ts';
import { wordKey } from '../../src/tables/text/same-word.ts';
import { csvLine } from '../../src/tables/csv/write-csv.ts';
import { valueOf } from '../../src/words/problem.ts';
import { type PaperCase, paperCase, referenceSlate, smallSlate, wardPlan } from './paper-case.ts';

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

/** Texts as people and spreadsheets write them: like formulas and numbers, with marks of tables, in two forms of Unicode, long. */
function nastyText(maxLength: number): fc.Arbitrary<string> {
  const part = fc.constantFrom(
    ...Array.from('=+-@\'",;|/:.01aA '),
    'ế',
    'ế'.normalize('NFD'),
    'Ủy',
    '001',
    'x'.repeat(maxLength),
  );
  return (
    fc
      .array(part, { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''))
      // An apostrophe before what begins like a formula is the mark that makes it none, and no part of a text.
      .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/^\s*'[=+\-@]/.test(text))
  );
}

/** As ids and names are kept. */
const kept = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ');

test('slates of any ids and names are read back from data and rosters in either language', async () => {
  const people = fc.uniqueArray(fc.tuple(nastyText(40), nastyText(400)), {
    minLength: 1,
    maxLength: 6,
    selector: ([id]) => kept(id),
  });
  await fc.assert(
    fc.asyncProperty(people, fc.constantFrom('vi', 'en'), async (all, language) => {
      const ids = all.map(([id]) => kept(id));
      const small = await smallSlate(
        all.map(([, name]) => name),
        ids,
      );
      for (const format of ['csv', 'xlsx'] as const) {
        const bytes = await writePaper(small.opened.asked, small.slate, format, { language });
        const sources = {
          pool: { pool: small.opened.pool },
          rules: small.opened.ground.ruleSet,
          slate: { csv: bytes, called: `slate.${format}` },
        };
        expect(valueOf(await openCaseOf(sources)).slate.toSorted()).toEqual(ids.toSorted());
      }
    }),
    { numRuns: 60 },
  );
});

test('plans of any units, titles and ids are read back, too', async () => {
  const names = fc.uniqueArray(nastyText(60), { minLength: 2, maxLength: 4, selector: wordKey });
  const people = fc.uniqueArray(nastyText(30), { minLength: 4, maxLength: 4, selector: kept });
  await fc.assert(
    fc.asyncProperty(names, people, fc.constantFrom('vi', 'en'), async (units, ids, language) => {
      const appointed = units.map((unit, at) => csvLine([unit, 'secretary', ids[at]!]));
      const plan = await paperCase({
        pool: { candidates: ids.map((id) => ({ id, name: `Tên ${id}`, gender: 'female' })) },
        units: { units: units.map((name) => ({ name, kind: 'ward' })) },
        rules: {
          yaml: 'id: p\nreferenceDate: 2020-06-05\ntitles: [{ id: secretary, title: { vi: Bí thư, en: Secretary } }]\nrules: [{ id: w, count: { where: { fact: gender, operator: equal, value: female }, min: 0 } }]\n',
        },
        slate: { csv: ['unit,title,id\n', ...appointed].join('') },
      });
      for (const format of ['csv', 'xlsx'] as const) {
        const bytes = await writePaper(plan.opened.asked, plan.slate, format, { language });
        const sources = {
          pool: { pool: plan.opened.pool },
          rules: plan.opened.ground.ruleSet,
          units: { table: plan.opened.units! },
          slate: { csv: bytes, called: `plan.${format}` },
        };
        expect(valueOf(await openCaseOf(sources)).slate.toSorted()).toEqual(plan.slate.members.toSorted());
      }
    }),
    { numRuns: 60 },
  );
});

/** A pool as `slate pool import` writes it. */
function written(pool: Pool): string {
  const { headings, rows } = rowsOfPool(pool);
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]
    .map((cells) => csvLine(cells))
    .join('');
}

test('a pool that was read and written is read as the same', async () => {
  const row = fc.tuple(nastyText(30), nastyText(300), nastyText(60), nastyText(200));
  const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 5, selector: ([id]) => kept(id) });
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const table = ['id,name,unit,Ghi chú\n', ...all.map((cells) => csvLine(cells))].join('');
      const first = valueOf(await readPoolCsv(table, 'first'));
      const again = valueOf(await readPoolCsv(written(first), 'again'));
      expect(again.ids).toEqual(first.ids);
      expect(again.names).toEqual(first.names);
      for (let at = 0; at < first.size; at += 1) expect(rowOf(again, at)).toEqual(rowOf(first, at));
    }),
    { numRuns: 60 },
  );
});
