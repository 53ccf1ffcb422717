import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { replay as replayed, report as reportOf, type ReportSources } from '../../src/library/reports.ts';
import { DirectReader } from '../../src/opening/reader.ts';
import { canonical, canonicalHash, sha256Of } from '../../src/records/canonical.ts';
import { readReport } from '../../src/records/read-report.ts';
import { replayReport } from '../../src/records/replay-report.ts';
import { partedReport } from '../../src/records/report-html.ts';
import { InputError, valueOf } from '../../src/words/problem.ts';

const RULES = `
id: small
title: { vi: Ví dụ nhỏ, en: Small example }
referenceDate: 2020-06-05
size: 2
facts: { merit: number }
rules:
  - id: women
    title: { vi: Nữ, en: Women }
    source: { vi: Kế hoạch, en: The plan }
    count: { where: { fact: gender, operator: equal, value: female }, min: 1 }
objective:
  - { fact: merit, weight: 1 }
`;
const POOL = 'id,name,gender,merit\nA,An,female,1\nB,Bình,male,9\nC,Cúc,female,2\nD,Dũng,male,5\n';
const SMALL = { pool: { csv: POOL }, rules: { yaml: RULES } } as const;

const replay = (text: string) => replayReport(text, 'report.html', {});

/** What a forger may do to the data of a report. */
interface Changeable {
  readonly contents: Record<string, unknown>;
  readonly case: { rules: object; readonly pool: { readonly content: string } };
  readonly asked: readonly {
    readonly answer: { readonly slates: readonly { objective: number; members: readonly string[] }[] };
  }[];
}

/** A report whose data somebody changed who knows how it is sealed. */
function forged(
  report: string,
  change: (data: Changeable) => void,
  page = partedReport(report)!.page,
): string {
  const { seal: _, page: __, ...data } = JSON.parse(partedReport(report)!.json) as Record<string, unknown>;
  change(data as unknown as Changeable);
  const sealed = { ...data, seal: canonicalHash(data), page: sha256Of(page) };
  const script = `<script type="application/json" id="slate-record">${canonical(sealed).replaceAll('<', String.raw`\u003c`)}</script>\n`;
  const end = page.lastIndexOf('</body>');
  return page.slice(0, end) + script + page.slice(end);
}

let small: string;
beforeAll(async () => {
  ({ report: small } = await reportOf('propose', SMALL, { alternatives: 2, language: 'en' }));
});

describe('a report of record', () => {
  test('has slate, rules with sources, alternatives, hashes, versions and proof, in both languages', () => {
    for (const words of ['Bình', 'The plan', 'Kế hoạch', 'Alternatives', 'Các lựa chọn khác'])
      expect(small).toContain(words);
    expect(small).toContain(sha256Of(POOL));
    expect(small).toContain('checked in whole numbers, without a solver');
    expect(small).toContain('Personal data: this file holds the whole table of 4 candidates');
    expect(small).toMatch(/<html lang="en">[\s\S]*<input [^>]*id="en" checked>/);
    expect(readReport(small, 'r').data.asked.map(({ question }) => question)).toEqual(['propose']);
  });

  const cases: readonly (readonly [string, Parameters<typeof reportOf>[0], ReportSources, object])[] = [
    [
      'the reference case',
      'propose',
      { pool: { name: 'hai-duong' }, rules: { id: 'hai-duong-2020' } },
      { alternatives: 2 },
    ],
    [
      'a plan',
      'check',
      {
        pool: { name: 'hai-duong-wards' },
        units: { name: 'hai-duong-wards' },
        rules: { id: 'ward-leadership-2020' },
        slate: { file: 'fixtures/hai-duong-wards/plan.csv' },
      },
      {},
    ],
    ['a check', 'check', { ...SMALL, slate: ['A', 'B'] }, {}],
    ['a check of a slate that breaks rules', 'check', { ...SMALL, slate: ['B', 'D'] }, {}],
    ['no slate', 'propose', { ...SMALL, decisions: { pin: ['B', 'D'] } }, {}],
    ['ways out', 'diagnose', { ...SMALL, decisions: { pin: ['B', 'D'] } }, {}],
    ['a repair', 'repair', { ...SMALL, slate: ['B', 'D'] }, {}],
    ['a replacement', 'replace', { ...SMALL, slate: ['B', 'C'] }, { candidate: 'B' }],
    ['a reason', 'why', SMALL, { candidate: 'A' }],
    [
      'objects, changed rules and decisions',
      'propose',
      {
        pool: {
          candidates: [
            { id: 'A', name: 'An', gender: 'female', m: 3 },
            { id: 'B', name: 'Bảo', gender: 'male', m: 4 },
          ],
          columns: { m: 'merit' },
        },
        rules: { yaml: RULES },
        scenario: { size: 1 },
        decisions: { exclude: ['B'] },
      },
      {},
    ],
  ];
  test.each(cases)('is repeated, and nothing differs: %s', async (_, name, sources, options) => {
    const { answer, report } = await reportOf(name, sources, options);
    const again = await replay(report);
    expect(again).toMatchObject({ same: true, tampered: [], differences: [] });
    expect(again.answers[0]!.answer).toMatchObject({ ...('status' in answer && { status: answer.status }) });
    expect(again.proof?.holds ?? true).toBe(true);
  });

  test.each(cases)(
    'without names is repeated with the table, and names nobody: %s',
    async (_, name, sources, options) => {
      const { report } = await reportOf(name, sources, { ...options, blind: true });
      const { names } = valueOf(await new DirectReader().pool(sources.pool));
      expect(names.filter((each) => each.length > 2 && report.includes(each))).toEqual([]);
      expect(report).not.toMatch(/19\d\d-\d\d-\d\d|\d\d\/\d\d\/19\d\d/);
      await expect(replayed(report)).rejects.toThrow(/the report has no names/);
      const { pool, units } = sources;
      const again = await replayed(report, { pool, ...(units !== undefined && { units }) });
      expect(again).toMatchObject({ same: true, tampered: [], differences: [] });
      expect(again.proof?.holds ?? true).toBe(true);
      await expect(replayed(report, { pool: { csv: `${POOL}E,Em,male,1\n` } })).rejects.toThrow(
        /made of another table/,
      );
    },
  );

  test('without names has none of those that its tables, messages and slate bring along', async () => {
    const pool = {
      csv: 'id,name,gender,birthDate,merit,family\nA,Lê Thị An,female,1980-05-17,1,nhà ông Trần Văn Bình\nB,Trần Văn Bình,male,1970-01-02,9,nhà ông Trần Văn Bình\nC,Vũ Cúc,female,1981,2,\nD,,,,,\n,Cộng: Phạm Thị Lập,,,,\n'.replace(
        'D,,,,,\n',
        '',
      ),
      reading: { mapping: { accepted: ['row-left-out · Cộng: Phạm Thị Lập'] } },
    };
    const rules = {
      yaml: RULES.replace(
        'objective:',
        '  - { id: families, count: { forEach: family, max: 1 } }\nobjective:',
      ),
    };
    const slate = { csv: 'id,name\nA,Lê Thị An\nB,Trần Văn Bình\n' };
    const { report } = await reportOf('check', { pool, rules, slate }, { blind: true });
    for (const word of ['Thị An', 'Văn Bình', 'Vũ Cúc', 'Thị Lập', '1980', '1970-01'])
      expect(report).not.toContain(word);
    expect(report).toContain('nhà ông B');
    expect(await replayed(report, { pool })).toMatchObject({ same: true, tampered: [] });
    const changed = await replayed(report.replaceAll('nhà ông B', 'nhà ông A'), { pool });
    expect(changed.same).toBe(false);
  });

  test('without names says what names are left in it', async () => {
    const pool = { csv: 'id,name,gender,merit\nA,Lê Thị An,female,1\nB,Bình,male,9\nC,Vũ Cúc,female,2\n' };
    const rules = { yaml: RULES.replace('id: small', '# Not with Lê Thị An\nid: small') };
    const told = await reportOf('propose', { pool, rules }, { blind: true, language: 'en' });
    expect(told.report).toContain('are kept as written, and name 1 candidate.');
    expect(told.report).toContain('1 candidate has a name of one word');
    expect(await replayed(told.report, { pool })).toMatchObject({ same: true, tampered: [] });
    const nothing = { csv: pool.csv.replace('B,Bình', 'B,Lê Bình') };
    const { report } = await reportOf('propose', { pool: nothing, rules: { yaml: RULES } }, { blind: true });
    expect(report).not.toContain('Not taken out');
  });

  test('tells the conflicts where no slate exists, and the best slates beside one that is checked', async () => {
    const none = await reportOf('propose', { ...SMALL, decisions: { pin: ['B', 'D'] } }, { language: 'en' });
    expect(none.answer.status).toBe('infeasible');
    expect(readReport(none.report, 'r').data.asked.map(({ question }) => question)).toEqual([
      'propose',
      'diagnose',
    ]);
    expect(none.report).toContain('Ways out, the cheapest first');
    const checked = await reportOf('check', { ...SMALL, slate: ['A', 'B'] }, {});
    expect(readReport(checked.report, 'r').data.asked.map(({ question }) => question)).toEqual([
      'check',
      'propose',
    ]);
  });

  test('holds the rules that its rules extend, and needs no file of the machine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slate-report-'));
    writeFileSync(join(folder, 'base.yaml'), RULES.replace('id: small', 'id: base'));
    const own = join(folder, 'own.yaml');
    writeFileSync(own, 'id: own\nextends: base\n');
    const { report } = await reportOf('propose', { pool: { csv: POOL }, rules: { file: own } }, {});
    rmSync(folder, { recursive: true });
    expect(await replay(report)).toMatchObject({ same: true });
    expect(report).not.toContain(folder);
  });

  test('reads no file of the machine, whatever it is called', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'slate-report-'));
    writeFileSync(join(folder, 'base.yaml'), RULES.replace('id: small', 'id: base'));
    const text = 'id: own\nextends: base\n';
    const report = forged(small, (data) => {
      data.contents[sha256Of(text)] = { text };
      data.case.rules = { content: sha256Of(text), called: join(folder, 'own.yaml') };
    });
    await expect(replay(report)).rejects.toThrow(/base/);
    rmSync(folder, { recursive: true });
  });
});

describe('a report that was changed', () => {
  test('in what people see', async () => {
    const again = await replay(small.replaceAll('Bình</td>', 'Bỉnh</td>'));
    expect(again.tampered.map(({ code }) => code)).toEqual(['records.tampered']);
    expect(again).toMatchObject({ same: false, differences: [] });
  });

  test('in what people see, with its hash made anew', async () => {
    const page = partedReport(small)!.page.replaceAll('Bình</td>', 'Bỉnh</td>');
    const again = await replay(forged(small, () => {}, page));
    expect(again).toMatchObject({ same: false, differences: [], tampered: [{ code: 'records.tampered' }] });
  });

  test('in its answer, with all hashes made anew', async () => {
    const report = forged(small, (data) => {
      data.asked[0]!.answer.slates[0]!.objective = 12;
    });
    const again = await replay(report);
    expect(again.differences.map(({ what }) => what)).toEqual(['objective']);
    expect(again.differences[0]!.message.en).toContain('12 then, 11 now');
  });

  test('in its slate, with all hashes made anew: the proof is of another', async () => {
    const again = await replay(
      forged(small, (data) => {
        data.asked[0]!.answer.slates[0]!.members = ['C', 'D'];
      }),
    );
    expect(again.differences.map(({ what }) => what)).toContain('slate');
    expect(again.proof?.holds).toBe(false);
  });

  test('in a table that it holds, or without it', async () => {
    const changed = await replay(small.replace('B,Bình,male,9', 'B,Bình,male,1'));
    expect(changed.tampered.map(({ code }) => code)).toEqual(['records.changed-content', 'records.tampered']);
    expect(changed.differences.length).toBeGreaterThan(0);
    const without = forged(small, (data) => {
      delete data.contents[data.case.pool.content];
    });
    await expect(replay(without)).rejects.toThrow(/pool is missing/);
  });

  test.each([
    ['', 'no report of record'],
    ['<p>hello', 'no report of record'],
    ['<script type="application/json" id="slate-record">{"a":</script>\n', 'cannot be read'],
    ['<script type="application/json" id="slate-record">{}</script>\n', 'cannot be read'],
  ])('so that it is none: %s', async (text, told) => {
    await expect(replay(text)).rejects.toThrow(told);
  });

  test('in any one letter, is told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(small.length - 1), fc.constantFrom('Z', '7', ' '), async (at, letter) => {
        fc.pre(small[at] !== letter);
        const changed = small.slice(0, at) + letter + small.slice(at + 1);
        const same = await replay(changed).then(
          (again) => again.same,
          (error: unknown) => {
            expect(error).toBeInstanceOf(InputError);
            return false;
          },
        );
        expect(same).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
