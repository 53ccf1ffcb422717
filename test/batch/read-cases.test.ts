import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareBatch } from '../../src/batch/batch-parts.ts';
import { readBatch } from '../../src/batch/read-cases.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slate-cases-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function problemsOf(file: string): Promise<readonly string[]> {
  const reading = await readBatch(file);
  return reading.ok ? [] : reading.problems.map((each) => describeProblem(each, 'en'));
}

describe('a table of cases', () => {
  it('has a line a case: paths count from its folder, further columns go along', async () => {
    const file = written(
      'cases.csv',
      'Mã,Tên,Nguồn,Bộ quy tắc,Phương án,Tỉnh\nA,Xã A,pools/a.csv,own.yaml,small,Bắc\n,,hai-duong,hai-duong-2020,,\n',
    );
    const { cases, under, costs } = valueOf(await readBatch(file));
    expect([under, costs]).toEqual([[], []]);
    expect(cases[0]).toEqual({
      id: 'A',
      title: { vi: 'Xã A', en: 'Xã A' },
      pool: join(folder, 'pools/a.csv'),
      rules: join(folder, 'own.yaml'),
      scenario: 'small',
      carried: new Map([['Tỉnh', 'Bắc']]),
      place: { file, line: 2 },
    });
    expect(cases[1]).toMatchObject({ id: 'hai-duong', pool: 'hai-duong', rules: 'hai-duong-2020' });
  });

  it('is refused with everything that is wrong, line by line', async () => {
    const lost = written('lost.csv', 'id,pool\nA,a.csv\nB,\nC,\n');
    expect(await problemsOf(lost)).toEqual([
      expect.stringMatching(/lost\.csv:3: pool: the case names no candidates/),
      expect.stringMatching(/lost\.csv:4: pool: the case names no candidates/),
    ]);
    const twice = written('twice.csv', 'id,pool\nA,a.csv\nA,b.csv\n');
    expect(await problemsOf(twice)).toEqual([
      expect.stringMatching(/twice\.csv:3: id: there are two cases “A”/),
    ]);
    expect(await problemsOf(written('poolless.csv', 'id\nA\n'))).toEqual([expect.stringContaining('pool')]);
    expect(await problemsOf(written('empty.csv', 'id,pool\n'))).toEqual([
      expect.stringContaining('there are no cases'),
    ]);
    expect(await problemsOf(join(folder, 'nowhere.csv'))).toHaveLength(1);
  });
});

describe('batch.yaml', () => {
  it('says rules, scenarios and cases, or the table of them', async () => {
    written('two.csv', 'id,pool\nA,a.csv\nB,b.csv\n');
    const file = written(
      'batch.yaml',
      'rules: own.yaml\nscenarios: more.yaml\nunder: [x]\ncosts: [women]\ntable: two.csv\n',
    );
    expect(valueOf(await readBatch(file))).toMatchObject({
      rules: join(folder, 'own.yaml'),
      scenarios: join(folder, 'more.yaml'),
      under: ['x'],
      costs: ['women'],
      cases: [{ id: 'A' }, { id: 'B' }],
    });
    const listed = written('listed.yaml', 'cases:\n  - { id: A, pool: a.csv, province: Bắc }\n');
    const { cases } = valueOf(await readBatch(listed));
    expect(cases[0]).toMatchObject({ id: 'A', pool: join(folder, 'a.csv') });
    expect(cases[0]!.carried).toEqual(new Map([['province', 'Bắc']]));
    expect(cases[0]!.place).toMatchObject({ file: listed, line: 2 });
  });

  it.each([
    ['cases:\n  - { id: A }\n', 'pool'],
    ['case: []\n', 'did you mean “cases”?'],
    ['rules: r.yaml\n', 'there are no cases'],
    ['table: nowhere.csv\n', 'nowhere.csv'],
  ])('is refused where it cannot be meant: %j', async (text, words) => {
    expect((await problemsOf(written('wrong.yaml', text))).join('\n')).toContain(words);
  });
});

describe('the batch.yaml of the README', () => {
  it('is read as it stands, with the scenarios of its rules', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, text] = /```yml\n(rules: .*?)```/s.exec(readme) ?? [];
    const own = join(folder, 'readme');
    mkdirSync(own);
    writeFileSync(join(own, 'cases.csv'), 'id,pool\nA,a.csv\n');
    writeFileSync(join(own, 'batch.yaml'), text!);
    const prepared = valueOf(await prepareBatch(valueOf(await readBatch(own))));
    expect(prepared.scenarios.map(({ id }) => id)).toEqual([
      'base',
      'women-20',
      'women-25',
      'without-police',
    ]);
  });

  it('may name scenarios by the rule set that has them', async () => {
    const text = 'rules: directive-45\nscenarios: commune-committee-2025\nunder: [women-20]\n';
    const file = written('by-id.yaml', `${text}cases: [{ id: A, pool: hai-duong }]\n`);
    const { cases } = valueOf(await prepareBatch(valueOf(await readBatch(file))));
    expect(cases[0]!.jobs.map(({ scenario }) => scenario)).toEqual(['base', 'women-20']);
  });
});

describe('a folder', () => {
  it('is its tables, each the candidates of a case, unless it says otherwise', async () => {
    const own = join(folder, 'tables');
    mkdirSync(own);
    writeFileSync(join(own, 'b.csv'), 'id,name\n');
    writeFileSync(join(own, 'a.xlsx'), '');
    writeFileSync(join(own, 'notes.txt'), '');
    expect(valueOf(await readBatch(own)).cases.map(({ id, pool }) => [id, pool])).toEqual([
      ['a', join(own, 'a.xlsx')],
      ['b', join(own, 'b.csv')],
    ]);
    writeFileSync(join(own, 'cases.csv'), 'id,pool\nonly,b.csv\n');
    expect(valueOf(await readBatch(own)).cases.map(({ id }) => id)).toEqual(['only']);
  });

  it('of a shipped country is found by its name', async () => {
    expect(valueOf(await readBatch('country/cases.csv')).cases).toHaveLength(12);
  });
});
