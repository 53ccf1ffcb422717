import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';

afterAll(closeSolverThreads);

const BRANCHES = ['North', 'South', 'Isles'];
const people = BRANCHES.flatMap((branch) =>
  Array.from({ length: 4 }, (_, index) => ({ id: `${branch}${index}`, branch, merit: (index * 7) % 5 })),
);
const pool = {
  csv: [
    'id,name,branch,merit',
    ...people.map(({ id, branch, merit }) => `${id},${id},${branch},${merit}`),
  ].join('\n'),
};
const rules = (rule: string, seats: number): string => `
id: branches
title: Branches
referenceDate: 2026-01-01
size: ${seats}
facts: { branch: { type: text, values: [North, South, Isles] }, merit: number }
rules: [{ id: by-membership, title: By membership, ${rule} }]
objective: [{ fact: merit, weight: 1 }]
`;

/** The best merit of so many of a branch. */
const best = (branch: string, seats: number): number =>
  people
    .filter((each) => each.branch === branch)
    .map(({ merit }) => merit)
    .sort((one, other) => other - one)
    .slice(0, seats)
    .reduce((sum, merit) => sum + merit, 0);

it('the best slate has the seats of each group that the largest remainders give, and a proof', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 3, max: 6 }),
      async (numbers, seats) => {
        const to = BRANCHES.map((branch, index) => `${branch}: ${numbers[index]!}`).join(', ');
        const yaml = rules(`proportion: { forEach: branch, to: { ${to} }, seats: ${seats} }`, seats);
        const { status, slates } = await (await openQuestion({ pool, rules: { yaml } })).propose();
        // The quotas by floating numbers, whose remainders are told apart where they differ.
        const sum = numbers.reduce((one, other) => one + other);
        const shares = numbers.map((number, index) => ({ index, share: (number * seats) / sum }));
        const held = shares.map(({ share }) => Math.floor(share + 1e-9));
        const left = seats - held.reduce((one, other) => one + other);
        const rest = ({ share, index }: (typeof shares)[number]): number => share - held[index]!;
        const order = shares.toSorted((one, other) => rest(other) - rest(one) || one.index - other.index);
        const isTied = left > 0 && rest(order[left - 1]!) - rest(order[left] ?? order[0]!) < 1e-9;
        fc.pre(!isTied);
        for (const { index } of order.slice(0, left)) held[index]! += 1;
        if (held.some((each) => each > 4)) {
          expect(status).toBe('infeasible');
          return;
        }
        expect(status).toBe('optimal');
        const ofBranch = BRANCHES.map(
          (branch) => slates[0]!.members.filter((id) => id.startsWith(branch)).length,
        );
        expect(ofBranch).toEqual(held);
        expect(slates[0]!.objective).toBe(
          BRANCHES.reduce((all, branch, index) => all + best(branch, held[index]!), 0),
        );
      },
    ),
    { numRuns: 25 },
  );
});

it('a group whose seats cannot be filled gives way by itself, and says for whom', async () => {
  const yaml = rules('proportion: { forEach: branch, to: { North: 50, South: 5, Isles: 5 }, seats: 6 }', 6);
  const question = await openQuestion({ pool, rules: { yaml } });
  const { status, relaxations } = await question.diagnose();
  expect(status).toBe('infeasible');
  const [way] = relaxations;
  expect(way!.changes.map(({ rule }) => rule)).toContain('by-membership');
  expect(way!.slate.members.filter((id) => id.startsWith('North'))).toHaveLength(4);
  const { rules: lines } = await question.check(['North0', 'North1', 'North2', 'North3', 'South0', 'Isles0']);
  expect(
    lines.filter(({ id }) => id.startsWith('by-')).map(({ title, deviation }) => [title.en, deviation]),
  ).toEqual([
    ['By membership: North', -1],
    ['By membership: South', 0],
    ['By membership: Isles', 1],
  ]);
});

it('so many of each first, the rest in proportion, and at least so many', async () => {
  const proportion = 'forEach: branch, to: { North: 50, South: 5, Isles: 5 }, seats: 6, each: 1, bound: min';
  const question = await openQuestion({ pool, rules: { yaml: rules(`proportion: { ${proportion} }`, 6) } });
  const { slates } = await question.propose();
  const north = slates[0]!.members.filter((id) => id.startsWith('North'));
  expect(north.length).toBe(4);
  expect(slates[0]!.members.length).toBe(6);
});

it('is switched off as one, and no scenario sets a bound by hand', async () => {
  const yaml = rules('proportion: { forEach: branch, to: { North: 50, South: 5, Isles: 5 }, seats: 6 }', 6);
  const off = await openQuestion({ pool, rules: { yaml }, scenario: { rules: { 'by-membership': 'off' } } });
  const { rules: lines } = await off.check(['North0', 'North1', 'North2', 'North3', 'South0', 'Isles0']);
  expect(lines.map(({ id }) => id)).toEqual(['size']);
  await expect(
    openQuestion({ pool, rules: { yaml }, scenario: { rules: { 'by-membership': { min: 1 } } } }),
  ).rejects.toThrow('follow from the numbers of its groups');
});

it('tells what the seats of one group cost, and sweeps them by themselves', async () => {
  const yaml = rules(
    'proportion: { forEach: branch, to: { North: 3, South: 2, Isles: 1 }, seats: 6, bound: min }',
    6,
  );
  const question = await openQuestion({ pool, rules: { yaml } });
  const curveOf = async (name: string) => (await question.cost(name)).curves[0]!;
  const isles = await curveOf('by-membership.3');
  expect(isles.steps.find(({ present }) => present)?.value).toBe(1);
  // Without a seat for the Isles the best of the North or the South come in, if they are better.
  const free = BRANCHES.flatMap((branch) => people.filter((each) => each.branch === branch));
  const merits = ['North', 'South'].map((branch) =>
    free
      .filter((each) => each.branch === branch)
      .map(({ merit }) => merit)
      .sort((one, other) => other - one),
  );
  const [north, south] = merits as [number[], number[]];
  const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);
  const rest = [
    ...north.slice(3),
    ...south.slice(2),
    ...free.filter(({ branch }) => branch === 'Isles').map(({ merit }) => merit),
  ];
  expect(isles.steps.find(({ value }) => value === 0)?.objective).toBe(
    sum(north.slice(0, 3)) + sum(south.slice(0, 2)) + Math.max(...rest),
  );
  const { cells } = await question.sweep(['by-membership.1.min=2..4']);
  const first = await curveOf('by-membership.1');
  expect(cells.map(({ objective }) => objective)).toEqual(
    [2, 3, 4].map((value) => first.steps.find((step) => step.value === value)?.objective),
  );
  await expect(question.cost('by-membership')).rejects.toThrow(
    'by-membership.1 (By membership: North), by-membership.2 (By membership: South)',
  );
  await expect(question.sweep(['by-membership=1..2'])).rejects.toThrow('ask for one of them');
});
