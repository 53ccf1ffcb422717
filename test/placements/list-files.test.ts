import fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { openCaseOf } from '../../src/opening/open-case.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { rosterOf } from '../../src/papers/roster.ts';
import { slateCsv } from '../../src/papers/slate-csv.ts';
import { describeRule } from '../../src/rules/describe.ts';
import { parseRuleSet } from '../../src/rules/parse-rule-set.ts';
import { readVariations } from '../../src/scenarios/variation.ts';
import { propose } from '../../src/slate/propose.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';

afterAll(closeSolverThreads);

const HEAD = 'id: shown\nreferenceDate: 2024-01-01\n';

async function toldOf(text: string): Promise<readonly string[]> {
  const read = await parseRuleSet(HEAD + text, 'list.yaml', async () => undefined);
  if (read.ok) return [];
  return read.problems.map((each) => {
    const { line, column } = each.place ?? {};
    return `${line}:${column} ${describeProblem(each, 'en').replace(/^.*?: /, '')}`;
  });
}

async function rulesOf(text: string) {
  return valueOf(await parseRuleSet(HEAD + text, 'list.yaml', async () => undefined));
}

const WOMEN = '{ fact: gender, operator: equal, value: female }';

describe('what cannot be meant of a list is told at its place', () => {
  const cases: readonly (readonly [written: string, told: RegExp])[] = [
    ['list: 3\nsize: 3', /^4:1 .*leave out “size”/],
    ['list: { reserve: 3 }', /^3:7 .*how long the list is/],
    ['list: { places: 3, reserve: 3 }', /^3:20 .*leave out one of reserve and places/],
    ['list: { seats: 9, surplus: 10 %, reserve: 1 }', /^3:34 .*leave out one of reserve and surplus/],
    ['list: { seats: 3, surplus: { min: 10 %, max: 30 % } }', /^3:28 .*no whole number .* 3 seats/],
    ['list: { places: { min: 4, max: 3 } }', /^3:24 .*min \(4\) is greater than max \(3\)/],
    ['list: many', /^3:7 .*a whole number of places/],
    ['size: 3\nrules: [{ id: a, alternate: gender }]', /^4:18 .*“alternate” is about places/],
    [
      `size: 3\nrules: [{ id: a, count: { where: ${WOMEN}, min: 1 }, within: { first: 2 } }]`,
      /^4:\d+ .*“within”/,
    ],
    [
      `list: 3\nrules: [{ id: a, count: { where: ${WOMEN}, min: 1 }, within: { first: 4 } }]`,
      /^4:\d+ .*3 places here; 4/,
    ],
    [
      `list: 3\nrules: [{ id: a, count: { min: 1 }, within: { first: 1, blocks: 2 } }]`,
      /^4:\d+ .*1 place here; 2 is/,
    ],
    [`list: 3\nrules: [{ id: a, count: { min: 1 }, within: {} }]`, /^4:45 .*in one way/],
    [
      `list: 3\nrules: [{ id: a, require: { satisfy: ${WOMEN} }, within: { blocks: 2 } }]`,
      /^4:\d+ .*blocks and windows go/,
    ],
    ['list: 3\nrules: [{ id: a, pair: { same: gender } }]', /^4:18 .*nobody stands in pairs/],
    ['list: 3\nrules: [{ id: a, alternate: gendre }]', /^4:29 .*unknown fact “gendre”/],
    ['list: 3\nrules: [{ id: seats-place, alternate: gender }]', /^4:15 .*which every placement has/],
    [
      'list: 3\nrules: [{ id: a, count: { where: { fact: unit.kind, operator: equal, value: ward }, min: 1 } }]',
      /unknown fact “unit.kind”/,
    ],
    [
      `list: 4\nrules: [{ id: a, proportion: { forEach: gender, to: { female: 1 }, seats: 1 }, within: { blocks: 2 } }]`,
      /blocks and windows go with/,
    ],
  ];
  test.each(cases)('%s', async (written, told) => {
    const problems = await toldOf(written);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(told);
  });
});

it('how long a list is follows from its seats', async () => {
  const surplus = await rulesOf('list: { seats: 15, surplus: { min: 10 %, max: 30 % } }');
  expect(surplus.list).toMatchObject({ min: 17, max: 19, seats: 15, beyond: 'surplus' });
  expect(surplus.size).toEqual({ min: 17, max: 19 });
  const reserve = await rulesOf('list: { seats: 15, reserve: 3 }');
  expect(reserve.list).toMatchObject({ min: 18, max: 18, seats: 15, beyond: 'reserve' });
  const pairs = await rulesOf('list: { places: 4, substitutes: true }');
  expect(pairs.size).toEqual({ min: 8, max: 8 });
});

it('rules of a list are said in both languages', async () => {
  const ruleSet = await rulesOf(`list: { places: 6, substitutes: true }
rules:
  - { id: zipper, alternate: gender, within: { first: 4 } }
  - { id: pairs, pair: { different: gender } }
  - { id: head-pairs, pair: { same: gender }, within: { first: 3 } }
  - { id: five, count: { where: ${WOMEN}, min: 1 }, within: { blocks: 4 } }
  - { id: head, count: { where: ${WOMEN}, min: 1 }, within: { from: 2, to: 3 } }
`);
  const said = ruleSet.rules.map((rule) => [rule.id, describeRule(rule, ruleSet)] as const);
  expect(said.map(([id, { en }]) => `${id}: ${en}`)).toEqual([
    'zipper: Neighbours at places 1 to 4 differ in gender: 1 and 2, 3 and 4, and so on',
    'zipper.2: Neighbours at places 1 to 4 differ in gender: 2 and 3, 4 and 5, and so on',
    'pairs: At every place the two differ in gender',
    'head-pairs: At each of the places 1 to 3 both have the same gender',
    'five: At least 1 member is female, for each block of 4 places from 1 to 6',
    'head: At least 1 member is female and is at places 2 to 3',
  ]);
  expect(said.map(([, { vi }]) => vi).slice(2)).toEqual([
    'Ở mỗi vị trí, người chính thức và người dự khuyết khác nhau về giới tính',
    'Ở mỗi vị trí từ 1 đến 3, người chính thức và người dự khuyết cùng giới tính',
    'Mỗi nhóm 4 vị trí liền nhau từ 1 đến 6: ít nhất 1 người là nữ',
    'Ít nhất 1 người là nữ và ở các vị trí từ 2 đến 3',
  ]);
});

const people = Array.from({ length: 6 }, (_, index) => ({
  id: `P${index}`,
  name: `No ${index}`,
  gender: index < 3 ? 'male' : 'female',
  unit: `Unit ${index % 2}`,
  votes: 60 - index,
}));
const FILE = `${HEAD}list: { seats: 3, reserve: 1 }
facts: { votes: number }
rules:
  - { id: zipper, alternate: gender }
  - { id: units, count: { forEach: unit, max: 2 } }
  - { id: women, count: { where: ${WOMEN}, min: 2 } }
objective: [{ fact: votes, weight: 1 }]
`;
const placesOf = (members: readonly string[]): readonly string[] =>
  members.map((id) => id.replace('@', ' ').replace('/place', ''));

it('a list is proposed in order, with decisions on people and on places', async () => {
  const pool = { candidates: people };
  const question = await openQuestion({ pool, rules: { yaml: FILE } });
  const { status, slates } = await question.propose();
  expect(status).toBe('optimal');
  expect(placesOf(slates[0]!.members)).toEqual(['P0 1', 'P3 2', 'P1 3', 'P4 4']);
  const decided = await openQuestion({
    pool,
    rules: { yaml: FILE },
    decisions: { pin: ['P4@1/place'], exclude: ['P0'] },
  });
  expect(placesOf((await decided.propose()).slates[0]!.members)).toEqual(['P4 1', 'P1 2', 'P3 3', 'P2 4']);
});

it('a term for each place gives every place a weight of its own', async () => {
  const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(
      weights,
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 6 }),
      async (own, votes) => {
        const terms = own.map(
          (weight, index) =>
            `{ fact: votes, weight: ${weight}, where: { fact: place, operator: equal, value: ${index + 1} } }`,
        );
        const candidates = votes.map((each, index) => ({
          id: `V${index}`,
          name: `No ${index}`,
          votes: each,
        }));
        const question = await openQuestion({
          pool: { candidates },
          rules: { yaml: `${HEAD}list: 3\nfacts: { votes: number }\nobjective: [${terms.join(', ')}]\n` },
        });
        const { slates } = await question.propose();
        // The most votes at the heaviest places.
        const descending = (one: number, other: number): number => other - one;
        const best = votes.toSorted(descending).slice(0, 3);
        const heaviest = own.toSorted(descending);
        expect(slates[0]!.objective).toBe(
          best.reduce((sum, each, index) => sum + each * heaviest[index]!, 0),
        );
      },
    ),
    { numRuns: 20 },
  );
});

it('where somebody works is their unit, and no place', async () => {
  const slate = ['P0', 'P4', 'P2', 'P5'];
  const question = await openQuestion({ pool: { candidates: people }, rules: { yaml: FILE } });
  const { rules } = await question.check(slate);
  expect(rules.find(({ id, group }) => id === 'units' && group === 'Unit 0')).toMatchObject({ actual: 3 });
});

it('what people do now is no title on a list without substitutes', async () => {
  const opened = await openCaseOf({
    pool: { candidates: people },
    rules: { yaml: FILE },
    slate: { csv: 'place,id,post\n2,P0,Teacher\n' },
  });
  expect(placesOf(valueOf(opened).slate)).toEqual(['P0 2']);
});

it('a list made by hand is read in its order, or by its column of places', async () => {
  const opened = async (csv: string) =>
    openCaseOf({ pool: { candidates: people }, rules: { yaml: FILE }, slate: { csv, called: 'list.csv' } });
  const inOrder = valueOf(await opened('id\nP1\nP4\nP0\n'));
  expect(placesOf(inOrder.slate)).toEqual(['P1 1', 'P4 2', 'P0 3']);
  const placed = valueOf(await opened('STT,mã\n3,P0\n1,P1\n2,\n'));
  expect(placesOf(placed.slate)).toEqual(['P0 3', 'P1 1']);
  const wrong = await opened('place,id\n1,P1\n5,P2\nx,P3\n2,P1\n4,P9\n');
  expect(wrong.ok ? [] : wrong.problems.map(({ code, place }) => `${place?.line} ${code}`)).toEqual([
    '3 placements.no-place',
    '4 placements.no-place',
    '5 pool.slate-duplicate',
    '6 pool.unknown-member',
  ]);
});

it('at places of two a table says who is who', async () => {
  const yaml = FILE.replace('seats: 3, reserve: 1', 'places: 2, substitutes: true').replace(
    'alternate',
    'alternate',
  );
  const opened = async (csv: string) =>
    openCaseOf({ pool: { candidates: people }, rules: { yaml }, slate: { csv } });
  const unsaid = await opened('place,id\n1,P0\n');
  expect(unsaid.ok ? [] : unsaid.problems.map(({ code }) => code)).toEqual(['placements.which-of-two']);
  const said = valueOf(await opened('place,title,id\n1,Place,P0\n1,dự khuyết,P1\n'));
  expect(said.slate).toEqual(['P0@1/place', 'P1@1/substitute']);
});

it('a list needs no units, and says so where there are some', async () => {
  const opened = await openCaseOf({
    pool: { candidates: people },
    rules: { yaml: FILE },
    units: { csv: 'name,kind\nXã Một,commune\n' },
  });
  expect(opened.ok ? [] : opened.problems.map(({ code }) => code)).toEqual(['placements.no-units-of-list']);
});

it('papers number people by their places', async () => {
  const { asked } = valueOf(await openCaseOf({ pool: { candidates: people }, rules: { yaml: FILE } }));
  const [slate] = (await propose(asked)).slates;
  expect(slateCsv(asked, slate!, {}).split('\n').slice(0, 3)).toEqual([
    'place,id,name,gender,unit,votes',
    '1,P0,No 0,male,Unit 0,60',
    '2,P3,No 3,female,Unit 1,57',
  ]);
  const { sections, title } = rosterOf(asked, slate!, { language: 'en' });
  expect(title).toBe('LIST OF CANDIDATES IN ORDER');
  expect(sections.flatMap(({ rows }) => rows.map((row) => row.slice(0, 3).join(' ')))).toEqual([
    '1 P0 No 0',
    '2 P3 No 3',
    '3 P1 No 1',
    '4 P4 No 4',
  ]);
});

it('a scenario changes all parts of a rule about stretches that overlap, and nothing varies one alone', async () => {
  const question = await openQuestion({
    pool: { candidates: people },
    rules: { yaml: FILE },
    scenario: { rules: { zipper: 'off' } },
  });
  const { rules } = await question.check(['P0', 'P1', 'P3', 'P4']);
  expect(rules.map(({ id }) => id)).not.toContain('zipper');
  expect(rules.map(({ id }) => id)).not.toContain('zipper.2');
  const varied = readVariations(['zipper.max=1..2'], await rulesOf(FILE.slice(HEAD.length)));
  expect(varied.ok ? [] : varied.problems.map(({ code }) => code)).toEqual(['scenarios.stretches-of-rule']);
});
