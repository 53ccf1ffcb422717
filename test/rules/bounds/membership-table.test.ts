import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openQuestion } from '../../../src/index.ts';
import { report as reportOf } from '../../../src/library/reports.ts';
import { closeSolverThreads } from '../../../src/optimize/threads/solver-threads.ts';
import { replayReport } from '../../../src/records/replay-report.ts';
import { loadRuleSet } from '../../../src/rules/load.ts';
import { valueOf } from '../../../src/words/problem.ts';
import { xlsxOf } from '../../tables/xlsx.ts';
import { sentencesIn } from '../reading.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slate-membership-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeSolverThreads();
});

const rulesWith = (table: string): string => `id: branches
referenceDate: 2026-01-01
size: 4
facts: { branch: text, merit: number }
rules:
  - id: by-membership
    proportion: { forEach: branch, ${table}, seats: 4 }
objective: [{ fact: merit, weight: 1 }]
`;

function written(rules: string, files: Readonly<Record<string, string | Buffer>>): string {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const path = join(folder, 'branches.yaml');
  writeFileSync(path, rules);
  return path;
}

const CSV = 'Branch;Note;Members\nNorth;;300\nSouth;old; 80\nIsles;;20\n';
const HERE = rulesWith('table: { file: members.csv, group: branch, number: members }');
const BY_HAND = rulesWith('to: { North: 300, South: 80, Isles: 20 }');

describe('seats in proportion to a table beside the rule file', () => {
  it.each([
    ['a CSV', 'members.csv', CSV],
    ['a CSV that says how it is parted', 'members.csv', `\uFEFFsep=;\r\n${CSV}`],
    [
      'a workbook',
      'members.xlsx',
      xlsxOf([
        { name: 'Notes', rows: [['nothing']], state: 'hidden' },
        {
          name: 'Members',
          rows: [
            ['Branch', null, 'Members'],
            ['North', null, 300],
            ['South', null, 80],
            ['Isles', null, 20],
          ],
        },
      ]),
    ],
  ])('of %s are those of the numbers by hand', async (_, name, content) => {
    const path = written(HERE.replace('members.csv', name), { [name]: content });
    const read = valueOf(await loadRuleSet(path));
    writeFileSync(path, BY_HAND);
    const byHand = valueOf(await loadRuleSet(path));
    expect(read.rules).toEqual(byHand.rules);
    expect(read.sha256).not.toBe(byHand.sha256);
  });

  it('change the hash of the rules with the table', async () => {
    const path = written(HERE, { 'members.csv': CSV });
    const { sha256 } = valueOf(await loadRuleSet(path));
    writeFileSync(join(folder, 'members.csv'), CSV.replace('300', '301'));
    expect(valueOf(await loadRuleSet(path)).sha256).not.toBe(sha256);
  });

  it('are in a report of record, and replayed from it', async () => {
    const path = written(HERE, { 'members.csv': CSV });
    const branches = ['North', 'North', 'North', 'South', 'South', 'Isles'];
    const people = branches.map((branch, index) => `P${index},No ${index},${branch},${index}`);
    const csv = `id,name,branch,merit\n${people.join('\n')}\n`;
    const { report } = await reportOf('propose', { pool: { csv }, rules: { file: path } }, {});
    rmSync(join(folder, 'members.csv'));
    expect(await replayReport(report, 'report.html', {})).toMatchObject({ same: true });
  });

  const table = 'table: { file: members.csv, group: branch, number: members }';
  it.each([
    ['no table of that name', table, {}, /there is no table “members.csv”/],
    ['a name with a folder', table.replace('members.csv', '../members.csv'), {}, /without a folder/],
    ['no such column', table, { 'members.csv': 'branch,number\nNorth,1\n' }, /no column “members”.*number/],
    ['no number', table, { 'members.csv': 'branch,members\nNorth,"1,203"\n' }, /“1,203” for “North”/],
    ['a row of totals', table, { 'members.csv': 'branch,members\nNorth,3\n,3\n' }, /totals/],
    ['a group twice', table, { 'members.csv': 'branch,members\nNorth,3\nNorth,4\n' }, /earlier row/],
    ['nothing', table, { 'members.csv': 'branch,members\n' }, /no row below/],
    ['a quotation mark that is open', table, { 'members.csv': 'branch,members\n"North,3\n' }, /quotation/],
    ['both', `to: { North: 1 }, ${table}`, {}, /leave one out/],
    ['neither', 'round: dhondt', {}, /to what is missing/],
  ])('are refused where there is %s', async (_, source, shelf, told) => {
    const problems = await sentencesIn(rulesWith(source), shelf);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(told);
  });

  it('say at which line of the table what is wrong', async () => {
    const path = written(HERE, { 'members.csv': `${CSV}Islands;;many\n` });
    const read = await loadRuleSet(path);
    expect(read.ok ? [] : read.problems.map(({ place }) => place)).toEqual([
      { file: expect.stringContaining('members.csv'), line: 5 },
    ]);
  });
});

it('seats in proportion within the first places of a list', async () => {
  const people = [9, 8, 7, 6].map((merit, index) => `N${index},N${index},North,${merit}`);
  const csv = `id,name,branch,merit\n${[...people, 'S0,S0,South,1', 'S1,S1,South,2'].join('\n')}\n`;
  const yaml = HERE.replace('size: 4', 'list: 4').replace(
    /proportion: .*/,
    'proportion: { forEach: branch, to: { North: 50, South: 50 }, seats: 2 }\n    within: { first: 2 }',
  );
  const question = await openQuestion({ pool: { csv }, rules: { yaml } });
  const { slates, assurance } = await question.propose({ proof: true });
  const places = slates[0]!.members.toSorted((one, other) =>
    one.split('@')[1]! < other.split('@')[1]! ? -1 : 1,
  );
  // Of the three best of the North one may stand in the first two places, and the better one of the South must.
  expect(new Set(places.slice(0, 2).map((each) => each[0]))).toEqual(new Set(['N', 'S']));
  expect(slates[0]!.objective).toBe(9 + 8 + 7 + 2);
  expect(assurance).toBe('proven');
});
