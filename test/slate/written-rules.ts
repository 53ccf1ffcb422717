import fc from 'fast-check';

/**
 * Every construct of the language as a file has it, each with what it means, written down plainly: nothing here
 * uses the code under test.
 */

/** Somebody of a made-up pool. */
export interface Person {
  readonly id: string;
  readonly gender: string;
  readonly unit: string;
  readonly region: string;
  readonly skills: readonly string[];
  readonly votes: number;
  readonly ballots: number;
  readonly points: number;
  readonly merit: number;
}

type People = readonly Person[];

/** A rule, and whether a slate of a pool keeps it. */
export interface PlainRule {
  readonly construct: string;
  readonly rule: Readonly<Record<string, unknown>>;
  readonly keeps: (slate: People, pool: People) => boolean;
}

/** A condition, and of whom it holds. */
interface PlainCondition {
  readonly where: object;
  readonly holds: (person: Person) => boolean;
}

const SKILLS = ['law', 'finance', 'audit'];
const REGIONS = ['North', 'South', 'Isles'];
const LEVELS = ['high', 'middle', 'low'];

/** What the file of such rules declares. */
export const FACTS = {
  region: { type: 'text', values: REGIONS },
  skills: { type: 'text', values: SKILLS, separator: ';' },
  votes: 'number',
  ballots: 'number',
  points: 'number',
  merit: 'number',
  elected: { compare: { fact: 'votes', operator: 'greaterThan', times: '1/2', of: 'ballots' } },
  level: { steps: { of: 'points', from: { high: 60, middle: 30 }, below: 'low' } },
} as const;

const isElected = ({ votes, ballots }: Person): boolean => 2 * votes > ballots;
const levelOf = ({ points }: Person): string => (points >= 60 ? 'high' : points >= 30 ? 'middle' : 'low');

/** The people of a pool, of whom everything is known. */
export const people: fc.Arbitrary<People> = fc
  .array(
    fc.record({
      gender: fc.constantFrom('female', 'male', 'other'),
      unit: fc.constantFrom('A', 'B', 'C'),
      region: fc.constantFrom(...REGIONS),
      skills: fc.subarray(SKILLS, { minLength: 1 }),
      votes: fc.nat(6),
      ballots: fc.integer({ min: 1, max: 12 }),
      points: fc.constantFrom(0, 29, 30, 59, 60, 90),
      merit: fc.integer({ min: -2, max: 9 }),
    }),
    { minLength: 5, maxLength: 8 },
  )
  .map((all) => all.map((each, index) => ({ id: `P${index}`, ...each })));

const leaf: fc.Arbitrary<PlainCondition> = fc.oneof(
  fc.constantFrom(...SKILLS).map((value) => ({
    where: { fact: 'skills', operator: 'contains', value },
    holds: ({ skills }: Person) => skills.includes(value),
  })),
  fc.subarray(REGIONS, { minLength: 1 }).map((value) => ({
    where: { fact: 'region', operator: 'in', value },
    holds: ({ region }: Person) => value.includes(region),
  })),
  fc.constantFrom('female', 'male', 'other').map((value) => ({
    where: { fact: 'gender', operator: 'notEqual', value },
    holds: ({ gender }: Person) => gender !== value,
  })),
  fc.boolean().map((value) => ({
    where: { fact: 'elected', operator: 'equal', value },
    holds: (person: Person) => isElected(person) === value,
  })),
  fc.constantFrom(...LEVELS).map((value) => ({
    where: { fact: 'level', operator: 'equal', value },
    holds: (person: Person) => levelOf(person) === value,
  })),
  fc.integer({ min: 0, max: 6 }).map((value) => ({
    where: { fact: 'votes', operator: 'lessThan', value },
    holds: ({ votes }: Person) => votes < value,
  })),
);

const condition: fc.Arbitrary<PlainCondition> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  {
    weight: 1,
    arbitrary: leaf.map(({ where, holds }) => ({
      where: { not: where },
      holds: (person: Person) => !holds(person),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(leaf, leaf).map(([one, other]) => ({
      where: { any: [one.where, other.where] },
      holds: (person: Person) => one.holds(person) || other.holds(person),
    })),
  },
);

/** Bounds as they are written, and whether a number is within them. */
interface PlainBounds {
  readonly written: object;
  readonly within: (number: number) => boolean;
}

const bounds = (most: number): fc.Arbitrary<PlainBounds> =>
  fc.oneof(
    fc.nat(most).map((min) => ({ written: { min }, within: (number: number) => number >= min })),
    fc.nat(most).map((max) => ({ written: { max }, within: (number: number) => number <= max })),
    fc.nat(most).map((exactly) => ({ written: { exactly }, within: (number: number) => number === exactly })),
  );

/** By what somebody is in groups: the names of the groups, and those of a pool that a rule then has. */
interface PlainGroups {
  readonly forEach: unknown;
  readonly of: (person: Person) => readonly string[];
  readonly all: (pool: People) => readonly string[];
}

const single = (forEach: string, of: (person: Person) => string): PlainGroups => ({
  forEach,
  of: (person) => [of(person)],
  all: (pool) => [...new Set(pool.map(of))],
});

const anyGroups: fc.Arbitrary<PlainGroups> = fc.oneof(
  fc.constant(single('unit', ({ unit }) => unit)),
  fc.constant(single('level', levelOf)),
  fc.constant(single('gender', ({ gender }) => gender)),
  fc.constant({
    ...single('', ({ unit, region }) => `${unit} ${region}`),
    forEach: ['unit', 'region'],
  }),
  fc.subarray(REGIONS, { minLength: 1 }).map((values) => ({
    forEach: { fact: 'region', values },
    of: ({ region }: Person) => [region],
    all: () => values,
  })),
  leaf.map(({ where, holds }) => ({
    forEach: { fact: 'unit', where },
    of: ({ unit }: Person) => [unit],
    all: (pool: People) => [...new Set(pool.filter(holds).map(({ unit }) => unit))],
  })),
  fc.constant({ forEach: 'skills', of: ({ skills }: Person) => skills, all: () => SKILLS }),
  fc.subarray(SKILLS, { minLength: 1 }).map((values) => ({
    forEach: { fact: 'skills', values },
    of: ({ skills }: Person) => skills,
    all: () => values,
  })),
);

/** The members of each group, or everybody. */
function membersBy(groups: PlainGroups | undefined, slate: People, pool: People): readonly People[] {
  if (groups === undefined) return [slate];
  return groups.all(pool).map((name) => slate.filter((each) => groups.of(each).includes(name)));
}

const ROUNDED = {
  nearest: [
    (share: number) => Math.floor(share + 0.5 + 1e-9),
    (share: number) => Math.floor(share + 0.5 + 1e-9),
  ],
  up: [(share: number) => Math.ceil(share - 1e-9), (share: number) => Math.ceil(share - 1e-9)],
  down: [(share: number) => Math.floor(share + 1e-9), (share: number) => Math.floor(share + 1e-9)],
  either: [(share: number) => Math.floor(share + 1e-9), (share: number) => Math.ceil(share - 1e-9)],
  exact: [(share: number) => share, (share: number) => share],
} as const;

const RATIOS = [
  ['1/3', 1 / 3],
  ['40 %', 0.4],
  ['50 %', 0.5],
  ['2/3', 2 / 3],
] as const;

/** What a rule says of its kind, and whether a slate keeps it. */
type Asked = Omit<PlainRule, 'construct'>;

const count: fc.Arbitrary<Asked> = fc
  .tuple(condition, fc.option(anyGroups, { nil: undefined }), bounds(2))
  .map(([{ where, holds }, groups, { written, within }]) => ({
    rule: { count: { where, ...(groups && { forEach: groups.forEach }), ...written } },
    keeps: (slate, pool) =>
      membersBy(groups, slate, pool).every((members) => within(members.filter(holds).length)),
  }));

const difference: fc.Arbitrary<Asked> = fc
  .tuple(condition, condition, fc.option(anyGroups, { nil: undefined }), fc.nat(1))
  .map(([one, other, groups, max]) => ({
    rule: {
      difference: { between: one.where, and: other.where, ...(groups && { forEach: groups.forEach }), max },
    },
    keeps: (slate, pool) =>
      membersBy(groups, slate, pool).every((members) => {
        const first = members.filter((each) => one.holds(each) && !other.holds(each)).length;
        const second = members.filter((each) => other.holds(each) && !one.holds(each)).length;
        return Math.abs(first - second) <= max;
      }),
  }));

const share: fc.Arbitrary<Asked> = fc
  .tuple(
    condition,
    fc.option(condition, { nil: undefined }),
    fc.option(anyGroups, { nil: undefined }),
    fc.constantFrom(...RATIOS),
    fc.constantFrom('min' as const, 'max' as const),
    fc.constantFrom('nearest' as const, 'up' as const, 'down' as const, 'either' as const, 'exact' as const),
  )
  .map(([match, of, groups, [written, ratio], side, round]) => ({
    rule: {
      share: {
        where: match.where,
        ...(of && { of: of.where }),
        ...(groups && { forEach: groups.forEach }),
        [side]: written,
        ...(round !== 'exact' && { round }),
      },
    },
    keeps: (slate, pool) =>
      membersBy(groups, slate, pool).every((members) => {
        const base = members.filter((each) => of?.holds(each) ?? true);
        const matching = base.filter(match.holds).length;
        const bound = ROUNDED[round][side === 'min' ? 0 : 1](ratio * base.length);
        return side === 'min' ? matching >= bound - 1e-9 : matching <= bound + 1e-9;
      }),
  }));

const amount: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.constantFrom('sum' as const, 'average' as const),
    condition,
    fc.option(anyGroups, { nil: undefined }),
    fc.constantFrom('min' as const, 'max' as const),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([kind, { where, holds }, groups, side, bound]) => ({
    rule: { [kind]: { fact: 'merit', where, ...(groups && { forEach: groups.forEach }), [side]: bound } },
    keeps: (slate, pool) =>
      membersBy(groups, slate, pool).every((members) => {
        const own = members.filter(holds).map(({ merit }) => merit);
        const all = own.reduce((one, other) => one + other, 0);
        if (kind === 'average' && own.length === 0) return true;
        const actual = kind === 'sum' ? all : all / own.length;
        return side === 'min' ? actual >= bound - 1e-9 : actual <= bound + 1e-9;
      }),
  }));

const requirement: fc.Arbitrary<Asked> = fc.tuple(condition, condition).map(([who, what]) => ({
  rule: { require: { where: who.where, satisfy: what.where } },
  keeps: (slate) => slate.every((each) => !who.holds(each) || what.holds(each)),
}));

const represented: fc.Arbitrary<Asked> = fc
  .tuple(fc.constantFrom('unit' as const, 'region' as const, 'skills' as const), condition, bounds(3))
  .map(([of, { where, holds }, { written, within }]) => ({
    rule: { groups: { of, where, ...written } },
    keeps: (slate) => within(new Set(slate.filter(holds).flatMap((each) => each[of])).size),
  }));

// A column with several values makes no groups inside another rule.
const part = fc.oneof(count, requirement, difference, share, amount).filter(({ rule }) => {
  const [asked] = Object.values(rule) as { readonly forEach?: unknown }[];
  return !JSON.stringify(asked?.forEach ?? '').includes('skills"');
});

const choice: fc.Arbitrary<Asked> = fc.tuple(part, part, fc.constantFrom(1, 2)).map(([one, other, min]) => ({
  rule: { choice: { min, of: [one.rule, other.rule] } },
  keeps: (slate, pool) => Number(one.keeps(slate, pool)) + Number(other.keeps(slate, pool)) >= min,
}));

const ifAny: fc.Arbitrary<Asked> = fc.tuple(condition, part).map(([{ where, holds }, need]) => ({
  rule: { ifAny: { where, need: need.rule } },
  keeps: (slate, pool) => !slate.some(holds) || need.keeps(slate, pool),
}));

const bySize: fc.Arbitrary<Asked> = fc
  .tuple(condition, bounds(1), bounds(2))
  .map(([{ where, holds }, few, many]) => ({
    rule: {
      count: {
        where,
        bySize: [
          { size: { min: 1, max: 2 }, ...few.written },
          { size: { min: 3 }, ...many.written },
        ],
      },
    },
    keeps: (slate) => (slate.length < 3 ? few : many).within(slate.filter(holds).length),
  }));

/** Of 2 to 4 seats by 3, 2 and 1 members; a tie goes in the order of the list. */
const DUE: Readonly<Record<number, readonly number[]>> = { 2: [1, 1, 0], 3: [2, 1, 0], 4: [2, 1, 1] };
const proportion: fc.Arbitrary<Asked> = fc
  .tuple(fc.constantFrom(2, 3, 4), fc.constantFrom('exactly' as const, 'min' as const, 'max' as const))
  .map(([seats, bound]) => ({
    rule: { proportion: { forEach: 'region', to: { North: 3, South: 2, Isles: 1 }, seats, bound } },
    keeps: (slate) =>
      REGIONS.every((region, index) => {
        const own = slate.filter((each) => each.region === region).length;
        const due = DUE[seats]![index]!;
        return (bound === 'max' || own >= due) && (bound === 'min' || own <= due);
      }),
  }));

const ASKED: Readonly<Record<string, fc.Arbitrary<Asked>>> = {
  count,
  difference,
  share,
  amount,
  require: requirement,
  groups: represented,
  choice,
  ifAny,
  bySize,
  proportion,
};

/** The constructs by name. */
export const CONSTRUCTS = Object.keys(ASKED);

/** A random rule of a construct. */
export function ruleOf(construct: string): fc.Arbitrary<PlainRule> {
  return ASKED[construct]!.map((asked) => ({ construct, ...asked }));
}

/** What may be empty in a cell. */
const OPEN = ['skills', 'votes', 'points'] as const;
/** A cell of somebody of which nobody knows what it should say. */
export type OpenCell = `${string} ${(typeof OPEN)[number]}`;

/** Some cells of a pool. */
export const openCells = (pool: People): fc.Arbitrary<readonly OpenCell[]> =>
  fc.subarray(pool.flatMap(({ id }) => OPEN.map((fact): OpenCell => `${id} ${fact}`)));

/** The pool with other values in these cells. */
export function otherwise(pool: People, open: readonly OpenCell[]): fc.Arbitrary<People> {
  const others = fc.record({
    skills: fc.subarray(SKILLS, { minLength: 1 }),
    votes: fc.nat(20),
    points: fc.nat(100),
  });
  return fc.tuple(...pool.map(() => others)).map((all) =>
    pool.map((person, index) => {
      const isOpen = (fact: (typeof OPEN)[number]): boolean => open.includes(`${person.id} ${fact}`);
      const { skills, votes, points } = all[index]!;
      return {
        ...person,
        ...(isOpen('skills') && { skills }),
        ...(isOpen('votes') && { votes }),
        ...(isOpen('points') && { points }),
      };
    }),
  );
}

/** A pool as a file, with empty cells where nobody knows them. */
export function csvOf(pool: People, open: readonly OpenCell[] = []): string {
  const lines = pool.map(({ id, gender, unit, region, skills, votes, ballots, points, merit }) => {
    const known = (fact: (typeof OPEN)[number], cell: string | number): string | number =>
      open.includes(`${id} ${fact}`) ? '' : cell;
    const listed = known('skills', skills.join('; '));
    return [
      id,
      id,
      gender,
      unit,
      region,
      listed,
      known('votes', votes),
      ballots,
      known('points', points),
      merit,
    ];
  });
  return [
    'id,name,gender,unit,region,skills,votes,ballots,points,merit',
    ...lines.map((line) => line.join(',')),
  ].join('\n');
}
