import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { beforeAll, describe, expect, test } from 'vitest';
import { linesOfText, tableMeasures } from '../../src/papers/column-widths.ts';
import { columnsByRules, columnsNamed } from '../../src/papers/columns.ts';
import { PAPER_FORMATS } from '../../src/papers/paper.ts';
import { rosterOf } from '../../src/papers/roster.ts';
import { writePaper } from '../../src/papers/write-paper.ts';
import { csvRows } from '../../src/pool/reading/headed-table.ts';
import { readPoolCsv } from '../../src/pool/reading/read-csv.ts';
import { inert, inertCsvLine, withoutMark } from '../../src/tables/csv/write-csv.ts';
import { valueOf } from '../../src/words/problem.ts';
import { type PaperCase, referenceSlate, smallSlate, wardPlan } from './paper-case.ts';
import { unzipped } from './unzipped.ts';

let slate: PaperCase;
let plan: PaperCase;
beforeAll(async () => {
  [slate, plan] = await Promise.all([referenceSlate(), wardPlan()]);
});

/** Words of formulas, and what else a cell may begin with. */
const cellTexts = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'=", '"'), fc.string())
    .map(([first, rest]) => first + rest),
);

describe('columns', () => {
  test('are those that the rules read, and no others of the pool', () => {
    const columns = columnsByRules(slate.opened.asked);
    expect(columns).toContain('politicalTheory');
    expect(columns).toContain('examScore');
    expect(columns).not.toContain('nativePlace');
    expect(columns).not.toContain('ethnicity');
  });

  test('are chosen by names of facts, by titles in either language, or refused with what was meant', () => {
    const { columns, problems } = columnsNamed(['quê quán', 'Native place', 'birthdate'], slate.opened.asked);
    expect(columns).toEqual(['nativePlace', 'birthDate']);
    expect(problems).toEqual([]);
    const wrong = columnsNamed(['degre'], slate.opened.asked).problems;
    expect(wrong).toMatchObject([
      { code: 'papers.no-column', parameters: { name: 'degre', meant: 'degree' } },
    ]);
  });

  test('fill the page, and none is narrower than its longest word', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 });
    const table = fc
      .array(fc.record({ heading: cell, kind: fc.constantFrom('text' as const, 'short' as const) }), {
        minLength: 1,
        maxLength: 8,
      })
      .chain((columns) =>
        fc
          .array(fc.tuple(...columns.map(() => cell)), { maxLength: 4 })
          .map((rows) => ({ columns, sections: [{ rows }] })),
      );
    fc.assert(
      fc.property(table, (roster) => {
        const { widths } = tableMeasures(roster, [11, 8], (size) => (100 * 11) / size);
        const total = widths.reduce((sum, width) => sum + width, 0);
        expect([100, (100 * 11) / 8].some((page) => Math.abs(page - total) < 1e-6)).toBe(true);
        expect(widths.every((width) => width > 0)).toBe(true);
      }),
    );
  });

  test('have texts on as many lines as they need', () => {
    expect(linesOfText('Phó Trưởng ban', 20)).toBe(1);
    expect(linesOfText('Phó Trưởng ban', 10)).toBe(2);
    expect(linesOfText('Phó Trưởng ban', 4)).toBe(4);
    expect(linesOfText('', 4)).toBe(1);
  });
});

describe('a roster', () => {
  test('has everybody once, by bloc, and a structure that adds up', () => {
    const roster = rosterOf(slate.opened.asked, slate.slate, { language: 'vi' });
    const ids = roster.sections.flatMap(({ rows }) => rows.map((row) => row[1]));
    expect(new Set(ids)).toEqual(new Set(slate.slate.members));
    expect(ids).toHaveLength(slate.slate.members.length);
    expect(roster.sections.length).toBe(6);
    const count = new Map(roster.structure.map((line) => [line.label, line.count]));
    const bands = ['Dưới 40 tuổi', 'Từ 40 đến 50 tuổi', 'Trên 50 tuổi'].map((label) => count.get(label) ?? 0);
    expect(bands.reduce((sum, each) => sum + each, 0)).toBe(slate.slate.members.length);
    expect(count.get('Nữ')).toBe(11);
    expect(roster.missed).toHaveLength(slate.slate.report.rules.filter(({ cost }) => cost > 0).length);
    expect(roster.columns.map(({ over }) => over).filter((over) => over !== undefined)).toEqual([
      'Ngày sinh',
      'Ngày sinh',
    ]);
  });

  test('of a plan has every post, held or vacant', () => {
    const { asked } = plan.opened;
    const roster = rosterOf(asked, plan.slate, { language: 'en' });
    const titles = roster.sections.flatMap(({ rows }) => rows.flatMap((row) => row[3]!.split(' + ')));
    const vacant = roster.sections.flatMap(({ note = '' }) => (note === '' ? [] : note.split('; ')));
    expect(titles.length + vacant.length).toBe(asked.placement!.posts.length);
    expect(roster.sections).toHaveLength(asked.placement!.units.length);
  });

  test('without names has none, and nothing that tells who somebody is', () => {
    const { asked } = slate.opened;
    const roster = rosterOf(asked, slate.slate, { language: 'vi', blind: true });
    const text = JSON.stringify(roster);
    const { names, ids } = asked.pool;
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(roster.columns.map(({ heading }) => heading)).not.toContain('Chức vụ');
    expect(ids.filter((id) => text.includes(id)).length).toBe(slate.slate.members.length);
  });
});

describe('papers', () => {
  test.each(PAPER_FORMATS)('are written as %s, the same again for the same slate', async (format) => {
    const write = () => writePaper(slate.opened.asked, slate.slate, format, { language: 'vi' });
    const [first, second] = await Promise.all([write(), write()]);
    expect(first.length).toBeGreaterThan(1000);
    if (format === 'csv' || format === 'html') expect(second).toEqual(first);
  });

  test('as CSV are read as the same slate, and as a pool', async () => {
    const bytes = await writePaper(slate.opened.asked, slate.slate, 'csv', { language: 'vi' });
    const pool = valueOf(await readPoolCsv(Buffer.from(bytes).toString(), 'slate.csv'));
    expect(pool.ids).toEqual(slate.slate.members);
    expect(pool.columns.has('politicalTheory')).toBe(true);
  });

  test('without names have none in any format', async () => {
    const { asked } = slate.opened;
    const names = slate.slate.members.map((id) => asked.pool.names[asked.pool.ids.indexOf(id)]!);
    const [csv, html, docx, xlsx] = await Promise.all(
      (['csv', 'html', 'docx', 'xlsx'] as const).map((format) =>
        writePaper(asked, slate.slate, format, { language: 'vi', blind: true }),
      ),
    );
    const texts = [
      Buffer.from(csv!).toString(),
      Buffer.from(html!).toString(),
      unzipped(docx!, 'word/document.xml'),
      unzipped(xlsx!, 'xl/sharedStrings.xml'),
    ];
    expect(texts.map((text) => names.filter((name) => text.includes(name)))).toEqual([[], [], [], []]);
    expect(texts.every((text) => text.includes(slate.slate.members[0]!))).toBe(true);
  });

  test('as DOCX are A4 landscape, repeat their headings, part no row, and have columns of fixed width', async () => {
    const docx = await writePaper(plan.opened.asked, plan.slate, 'docx', { language: 'vi' });
    const xml = unzipped(docx, 'word/document.xml');
    expect(xml).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:cantSplit\/>/g)!.length).toBe(xml.match(/<w:tr>/g)!.length);
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
  });

  test('have no formula in any cell, whatever people are called', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(cellTexts, { minLength: 1, maxLength: 4, selector: (text) => text.trim() }),
        async (names) => {
          fc.pre(names.every((name) => name.trim() !== ''));
          const { opened, slate: small } = await smallSlate(names);
          const csv = await writePaper(opened.asked, small, 'csv', { language: 'en' });
          const rows = valueOf(csvRows(Buffer.from(csv).toString(), 'slate.csv'));
          const cells = rows.flatMap((row) => row.cells);
          // A number below 0 is one to a spreadsheet as well.
          const isFormula = (cell: string): boolean => /^[=+\-@\t\r]/.test(cell) && !/^-\d+$/.test(cell);
          expect(cells.filter(isFormula)).toEqual([]);
          const xlsx = await writePaper(opened.asked, small, 'xlsx', { language: 'en' });
          const sheet = (await readXlsx(xlsx, { readStyles: true })).sheets[0]!;
          expect([...sheet.cells!.values()].filter(({ formula }) => formula !== undefined)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('as HTML show every name as it is, and nothing of it works', async () => {
    const { opened, slate: small } = await smallSlate(['<script>alert(1)</script>', 'A & B']);
    const html = Buffer.from(await writePaper(opened.asked, small, 'html', { language: 'en' })).toString();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('A &amp; B');
    expect(html).not.toContain('<script');
    expect(html).toContain("default-src 'none'");
  });
});

test('a cell that was made inert is what it was before', () => {
  fc.assert(
    fc.property(cellTexts, (text) => {
      fc.pre(!/^'+[=+\-@\t\r＝＋－＠]/.test(text));
      expect(withoutMark(inert(text))).toBe(text);
      expect(inertCsvLine([text])).not.toMatch(/^"?[=+@＝＋－＠]/);
    }),
  );
  expect(inert('-12.5')).toBe('-12.5');
  expect(inert('-1+1')).toBe("'-1+1");
  expect(withoutMark("''=1")).toBe('=1');
});
