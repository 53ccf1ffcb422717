import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  comparisonSchema,
  robustnessSchema,
  sweepSchema,
  tradeOffSchema,
} from '../../src/scenarios/answers.ts';
import { smallTable, textOfTable } from '../../src/tables/csv/small-table.ts';
import { proposalSchema } from '../../src/slate/propose-answer.ts';
import { expectRefused, filesWith, REFERENCE, slate } from './run-slate.ts';

const FILES = {
  'pool.csv': 'id,name,gender\nA,An,female\nB,Bình,male\nC,Chi,female\nD,Dũng,male\n',
  'rules.yaml': `id: small
title: { vi: Nhỏ, en: Small }
referenceDate: 2020-06-05
size: { min: 2, max: 2 }
rules:
  - id: women
    title: { vi: Nữ, en: Women }
    count: { where: { fact: gender, operator: equal, value: female }, exactly: 1 }
objective:
  - { where: { fact: gender, operator: equal, value: female }, weight: 1 }
scenarios:
  - { id: two, title: Two women, rules: { women: { exactly: 2 } } }
  - { id: three, rules: { women: { exactly: 3 } } }
`,
  'one.yaml': 'scenarios:\n  - { id: two, rules: { women: { exactly: 2 } } }\n',
  'slate.json': '["A", "B"]',
};

function setting() {
  const files = filesWith(FILES);
  const base = ['--pool', files['pool.csv'], '--rules', files['rules.yaml'], '--lang', 'en'];
  return { files, base, folder: dirname(files['pool.csv']) };
}

describe('compare', () => {
  test('puts the scenarios beside the rules side by side, and writes a page', async () => {
    const { base, folder } = setting();
    const report = join(folder, 'compare.html');
    const ran = await slate(['compare', ...base, '--report', report]);
    expect(ran).toMatchObject({ code: 0, stderr: `Wrote ${report}\n` });
    expect(ran.stdout).toContain('Two women');
    expect(ran.stdout).toContain('three: “Women” (exactly 3) cannot hold');
    expect(await readFile(report, 'utf8')).toMatch(/^<!doctype html>/);
  });

  test('names the option that takes scenarios where the rules have none', async () => {
    const ran = await slate(['compare', '--pool', 'hai-duong', '--rules', 'hai-duong-2020', '--lang', 'en']);
    expectRefused(ran);
    expect(ran.stderr).toContain('or name a file that has some by --scenarios\n');
  });

  test('answers in JSON for the scenarios that are named', async () => {
    const { base } = setting();
    const ran = await slate(['compare', 'two', '--no-base', ...base, '--json']);
    const { scenarios } = comparisonSchema.parse(JSON.parse(ran.stdout));
    expect(scenarios.map(({ id, members }) => [id, members])).toEqual([['two', ['A', 'C']]]);
  });

  test('says which scenario makes a decision that cannot be', async () => {
    const { base } = setting();
    const scenario = 'scenarios:\n  - { id: one }\n  - { id: other, exclude: [B], pin: [Z] }\n';
    const ran = await slate(['compare', ...base, '--scenarios', '-'], { input: scenario });
    expectRefused(ran);
    expect(ran.stderr).toBe('<stdin>:3:5: /scenarios/1: pin: there is no candidate “Z” in the pool\n');
  });

  test('takes the scenarios from standard input, and one of them for any other question', async () => {
    const { base } = setting();
    const [compared, proposed, checked] = await Promise.all([
      slate(['compare', 'two', '--no-base', ...base, '--scenarios', '-', '--json'], {
        input: FILES['one.yaml'],
      }),
      slate(['propose', ...base, '--scenario', '-#two', '--json'], { input: FILES['one.yaml'] }),
      slate(['propose', ...base, '--scenario', '-'], { input: 'scenarios:\n  - { id: two, rule: {} }\n' }),
    ]);
    const { scenarios } = comparisonSchema.parse(JSON.parse(compared.stdout));
    expect(scenarios.map(({ members }) => members)).toEqual([['A', 'C']]);
    expect(proposalSchema.parse(JSON.parse(proposed.stdout)).slates[0]?.members).toEqual(['A', 'C']);
    expectRefused(checked);
    expect(checked.stderr).toContain(
      '<stdin>:2:16: /scenarios/0/rule: unknown key “rule” (did you mean “rules”?)',
    );
  });

  test('says which scenario an answer was made from, also where it decides on persons alone', async () => {
    const { base } = setting();
    const [plain, two, pinned, told] = await Promise.all([
      slate(['propose', ...base, '--json']),
      slate(['propose', ...base, '--scenario', '-', '--json'], { input: FILES['one.yaml'] }),
      slate(['propose', ...base, '--scenario', '-', '--json'], {
        input: 'scenarios:\n  - { id: with-b, pin: [B] }\n',
      }),
      slate(['propose', ...base, '--scenario', '-', '--lang', 'en'], { input: FILES['one.yaml'] }),
    ]);
    const [without, ...under] = [plain, two, pinned].map(
      ({ stdout }) => proposalSchema.parse(JSON.parse(stdout)).inputs,
    );
    expect(without!.scenario).toBeUndefined();
    expect(under.map(({ rules }) => rules)).toEqual([without!.rules, without!.rules]);
    expect(under.map(({ scenario }) => scenario?.name)).toEqual(['two', 'with-b']);
    const digits = under[0]!.scenario!.sha256.slice(0, 12);
    expect(told.stdout + told.stderr).toContain(`, scenario two ${digits} `);
  });

  test('takes the units from standard input, for all scenarios', async () => {
    const wards = 'fixtures/hai-duong-wards';
    const units = await readFile(join(wards, 'units.csv'), 'utf8');
    const base = ['--pool', join(wards, 'pool.csv'), '--rules', 'ward-leadership-2020', '--json'];
    const [compared, proposed] = await Promise.all([
      slate(['compare', ...base, '--units', '-'], { input: units }),
      slate(['propose', ...base, '--units', join(wards, 'units.csv')]),
    ]);
    const { scenarios } = comparisonSchema.parse(JSON.parse(compared.stdout));
    const { slates } = proposalSchema.parse(JSON.parse(proposed.stdout));
    expect(scenarios.map(({ status }) => status)).toEqual(['optimal', 'optimal']);
    expect(scenarios[0]?.members).toEqual(slates[0]?.members);
  });

  test('takes only one thing from standard input', async () => {
    const { base } = setting();
    const ran = await slate(['propose', ...base, '--units', '-', '--scenario', '-#two'], { input: '' });
    expectRefused(ran);
    expect(ran.stderr).toContain(
      'only one input can come from standard input (-), not --units and --scenario together; give the others as files',
    );
  });

  test('tells which scenarios there are', async () => {
    const { base } = setting();
    const ran = await slate(['compare', 'twoo', ...base]);
    expectRefused(ran);
    expect(ran.stderr).toContain('there is no scenario “twoo” (did you mean “two”?)');
  });
});

describe('sweep', () => {
  test('shows the range, the edge of what is possible, and why not beyond', async () => {
    const { base, folder } = setting();
    const files = ['cells.csv', 'sweep.html', 'map.svg'].map((name) => join(folder, name));
    const [csv, report, picture] = files;
    const ran = await slate([
      'sweep',
      ...base,
      '--vary',
      'women=0..3',
      '--csv',
      csv!,
      '--report',
      report!,
      '--picture',
      picture!,
    ]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('4 of 4 cells solved; a slate exists in 3');
    expect(ran.stdout).toContain('2*');
    expect(ran.stdout).toContain('“Women” (exactly 3)');
    expect((await readFile(csv!, 'utf8')).split('\n')).toHaveLength(6);
    expect(await readFile(picture!, 'utf8')).toMatch(/^<svg /);
  });

  test('takes a scenario, and answers in JSON', async () => {
    const { base, files } = setting();
    const args = ['sweep', ...base, '--scenario', files['one.yaml'], '--vary', 'size=2..3', '--json'];
    const sweep = sweepSchema.parse(JSON.parse((await slate(args)).stdout));
    expect(sweep.cells.map(({ members }) => members)).toEqual([
      ['A', 'C'],
      ['A', 'B', 'C'],
    ]);
  });

  test('refuses files that cannot be written before anything is solved, all at once', async () => {
    const { base, folder } = setting();
    const ran = await slate([
      'sweep',
      ...base,
      '--vary',
      'women=0..3',
      '--csv',
      folder,
      '--report',
      '/no/x.html',
    ]);
    expectRefused(ran);
    expect(ran.stderr).toContain(`${folder} cannot be written (EISDIR)`);
    expect(ran.stderr).toContain('/no/x.html cannot be written (ENOENT)');
  });

  test('does not call impossible what time did not suffice for', async () => {
    const args = ['sweep', ...REFERENCE, '--vary', 'women=9..15', '--time-limit', '0.001', '--lang', 'en'];
    const ran = await slate(args);
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain('whether one exists as the rules stand is not known');
    expect(ran.stdout).not.toContain('none exists');
  });

  test.each([
    [[], 'nothing is varied'],
    [['--vary', 'woman=1..2'], 'the rule set has no rule “woman” (did you mean “women”?)'],
    [['--vary', 'women=2..1'], 'whole numbers are needed'],
    [['--vary', 'women=1..2', '--vary', 'women.min=1'], '“women.min” is varied twice'],
    [['--vary', 'women=0..9999', '--vary', 'size=1..9999'], 'cells, but at most 20,000 are possible'],
  ])('%j is refused', async (args, message) => {
    const ran = await slate(['sweep', ...setting().base, ...args]);
    expectRefused(ran);
    expect(ran.stderr).toContain(message);
  });
});

test('tradeoff shows every best compromise', async () => {
  const { base } = setting();
  const args = ['trade-off', ...base, '--measure', 'objective', '--measure=-women'];
  const [table, json] = await Promise.all([slate(args), slate([...args, '--json'])]);
  expect(table.stdout).toContain('3 compromises');
  expect(tradeOffSchema.parse(JSON.parse(json.stdout)).points).toHaveLength(3);
});

test('robustness says what happens when members drop out', async () => {
  const { base, files } = setting();
  const args = ['robustness', files['slate.json'], ...base];
  const [table, json] = await Promise.all([slate(args), slate([...args, '--out', '1', '--json'])]);
  expect(table).toMatchObject({ code: 0 });
  expect(table.stdout).toContain('If two do');
  expect(robustnessSchema.parse(JSON.parse(json.stdout)).one).toEqual({
    compliant: 0,
    mendable: 2,
    broken: 0,
  });
});

test('robustness that runs out of time says so', async () => {
  const args = ['robustness', 'fixtures/hai-duong/slate-by-hand.csv', ...REFERENCE, '--lang', 'en'];
  const ran = await slate([...args, '--time-limit', '0.001']);
  expect(ran).toMatchObject({
    code: 3,
    stdout: '',
    stderr: 'Time ran out before there was an answer. Allow more with --time-limit SECONDS.\n',
  });
});

test('a program is answered where time ran out, too', async () => {
  const args = ['robustness', 'fixtures/hai-duong/slate-by-hand.csv', ...REFERENCE, '--json'];
  const ran = await slate([...args, '--time-limit', '0.001']);
  expect(ran.code).toBe(3);
  expect(JSON.parse(ran.stdout)).toEqual({
    status: 'unknown',
    message: {
      vi: expect.stringContaining('Hết thời gian'),
      en: expect.stringContaining('Time ran out'),
    },
  });
});

test('propose and check take a scenario', async () => {
  const { base, files } = setting();
  const under = ['--scenario', `${files['rules.yaml']}#two`];
  const proposed = await slate(['propose', ...base, ...under, '--json']);
  expect(proposed.stdout).toContain('"C"');
  expect((await slate(['check', files['slate.json'], ...base, ...under])).code).toBe(1);
  const several = await slate(['propose', ...base, '--scenario', files['rules.yaml']]);
  expectRefused(several);
  expect(several.stderr).toContain('has several scenarios; choose one');
});

describe('answers as tables', () => {
  /** Text of a table that was written, in either format. */
  const readBack = async (file: string): Promise<readonly (readonly string[])[]> => {
    const rows = smallTable((await textOfTable(await readFile(file)))!);
    return 'unreadable' in rows ? [] : rows.map(({ cells }) => cells);
  };

  test.each([
    ['cost', ['cost', 'women'], 'Value', ['0', '1', '2']],
    ['sweep', ['sweep', '--vary', 'women=0..2'], 'women', ['0', '1', '2']],
    [
      'trade-off',
      ['trade-off', '--measure', 'objective', '--measure', 'women'],
      'Women (more is better)',
      ['2'],
    ],
    ['robustness', ['robustness', 'slate.json', '--out', '1'], 'Drops out: Id', ['A', 'B']],
    ['compare', ['compare'], 'two', ['optimal', '2', '2']],
  ])('of %s say the same as CSV and as a workbook', async (_, asked, heading, column) => {
    const { files, base, folder } = setting();
    const named = asked.map((each) => (each === 'slate.json' ? files['slate.json'] : each));
    const tables: (readonly (readonly string[])[])[] = [];
    for (const format of ['csv', 'xlsx']) {
      const file = join(folder, `table.${format}`);
      const ran = await slate([...named, ...base, '--table', file]);
      expect(ran.stderr).toBe(`Wrote ${file}\n`);
      tables.push(await readBack(file));
    }
    const [csv, workbook] = tables as [string[][], string[][]];
    const filled = (rows: readonly (readonly string[])[]): unknown =>
      rows.map((row) => row.join('|').replace(/\|+$/, ''));
    expect(filled(workbook)).toEqual(filled(csv));
    const at = csv[0]!.indexOf(heading);
    expect(csv.slice(1, 1 + column.length).map((row) => row[at])).toEqual(column);
  });

  test('begin no cell like a formula, and have a format', async () => {
    const files = filesWith({ ...FILES, 'pool.csv': FILES['pool.csv'].replace('An', '"=1+1"') });
    const base = ['--pool', files['pool.csv'], '--rules', files['rules.yaml'], '--lang', 'en'];
    const file = join(dirname(files['pool.csv']), 'losses.csv');
    await slate(['robustness', files['slate.json'], ...base, '--table', file]);
    expect(await readFile(file, 'utf8')).toContain("A,'=1+1,");
    const ran = await slate(['cost', 'women', ...base, '--table', 'women.txt']);
    expectRefused(ran);
    expect(ran.stderr).toContain('.csv');
  });
});
