import fc from 'fast-check';
import type { FactColumn, FactTable } from '../src/rules/facts/fact-table.ts';
import type { Condition, ObjectiveLevel, Rule, RuleSet } from '../src/rules/rule-set.ts';

/** A candidate as plain values; absent means missing. */
export interface PlainCandidate {
  readonly id: string;
  readonly gender?: string;
  readonly age?: number;
  readonly unit?: string;
  readonly merit?: number;
  readonly star?: boolean;
}

/** A random question small enough for brute force. */
export interface PlainCase {
  readonly candidates: readonly PlainCandidate[];
  readonly ruleSet: RuleSet;
}

const FACTS = { gender: 'text', age: 'number', unit: 'text', merit: 'number', star: 'boolean' } as const;

/** The candidates as the columns that everything under test reads. */
export function tableOf(candidates: readonly PlainCandidate[]): FactTable {
  const columns = new Map<string, FactColumn>();
  for (const [fact, type] of Object.entries(FACTS)) {
    const values = candidates.map((candidate) => candidate[fact as keyof typeof FACTS]);
    if (type === 'number') {
      const cells = Float64Array.from(values, (value) => (value === undefined ? Number.NaN : Number(value)));
      // An age is whole years, as in a pool.
      const scale = fact === 'age' ? { denominator: 1, whole: true as const } : { denominator: 10 };
      columns.set(fact, { type, low: cells, high: cells, ...scale });
    } else {
      const distinct =
        type === 'boolean' ? [null, false, true] : [null, ...new Set(values.filter((v) => v !== undefined))];
      const codes = Uint32Array.from(values, (value) => distinct.indexOf((value ?? null) as never));
      columns.set(fact, { type, codes, values: distinct as (string | null)[] });
    }
  }
  return {
    size: candidates.length,
    ids: candidates.map((each) => each.id),
    fact: (name) => columns.get(name),
  };
}

const text = (id: string) => ({ vi: id, en: id });
const origin = { file: 'random.yaml', line: 1, column: 1 };

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constant('gender'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.constantFrom('female', 'male'),
  }),
  fc.record({
    fact: fc.constant('age'),
    operator: fc.constantFrom(
      'lessThan',
      'lessThanInclusive',
      'greaterThan',
      'greaterThanInclusive',
      'equal',
      'notEqual',
    ),
    value: fc.integer({ min: 30, max: 60 }),
  }),
  fc.record({
    fact: fc.constant('unit'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.subarray(['A', 'B', 'C'], { minLength: 1 }),
  }),
  fc.record({ fact: fc.constant('star'), operator: fc.constant('equal'), value: fc.boolean() }),
);

const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
  { weight: 1, arbitrary: fc.array(leaf, { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
  { weight: 1, arbitrary: leaf.map((not) => ({ not })) },
);

const bounds = (most: number) =>
  fc.oneof(
    fc.integer({ min: 0, max: most }).map((n) => ({ min: n, max: n })),
    fc.integer({ min: 0, max: most }).map((min) => ({ min })),
    fc.integer({ min: 0, max: most }).map((max) => ({ max })),
  );

const ratio = fc
  .constantFrom([0, 1], [1, 3], [2, 5], [1, 2], [7, 10])
  .map(([n, d]) => ({ numerator: n, denominator: d }));

const shareBounds = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: ratio.map((min) => ({ min })) },
      { weight: 4, arbitrary: ratio.map((max) => ({ max })) },
      { weight: 1, arbitrary: ratio.map((share) => ({ min: share, max: share })) },
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constant({ deviation: 'exact' as const }) },
    ),
  )
  .map(([bounds, deviation]) => ({ ...bounds, ...deviation }));

const strength = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ strength: 'hard' as const, weight: 0 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1, 2.5, 10, 0.1).map((weight) => ({ strength: 'soft' as const, weight })),
  },
);

const ruleBody = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(condition, bounds(4)).map(([where, b]) => ({ kind: 'count' as const, where, ...b })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.option(condition), bounds(2), fc.constantFrom(undefined, 'aside' as const, 'none' as const))
      .map(([where, b, missing]) => ({
        kind: 'count' as const,
        forEach: 'unit',
        ...(missing && { missing }),
        ...(where && { where }),
        ...b,
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(condition, fc.option(condition), shareBounds)
      .map(([where, of, b]) => ({ kind: 'share' as const, where, ...(of && { of }), ...b })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.option(condition), condition)
      .map(([where, satisfy]) => ({ kind: 'require' as const, satisfy, ...(where && { where }) })),
  },
);

/** Counts and shares of chosen groups, and of several facts together. */
const groupedBody = fc
  .tuple(
    fc.constantFrom('unit', 'unit', 'gender', 'unit + gender'),
    fc.oneof(
      fc.constant({}),
      condition.map((where) => ({ groups: { where } })),
      fc.subarray(['A', 'C', 'E'], { minLength: 1 }).map((values) => ({ groups: { values } })),
    ),
    fc.constantFrom({}, { missing: 'aside' as const }, { missing: 'none' as const }),
    fc.oneof(
      fc
        .tuple(fc.option(condition, { nil: undefined }), bounds(2))
        .map(([where, b]) => ({ kind: 'count' as const, ...(where && { where }), ...b })),
      fc
        .tuple(condition, fc.option(condition, { nil: undefined }), shareBounds)
        .map(([where, of, b]) => ({ kind: 'share' as const, where, ...(of && { of }), ...b })),
    ),
  )
  .map(([forEach, chosen, missing, body]) => {
    const isList = 'groups' in chosen && 'values' in chosen.groups;
    return { forEach: isList ? 'unit' : forEach, ...chosen, ...missing, ...body };
  });
/** Numbers that bounds of sums and averages of merit and of age come close to. */
const amount = fc
  .constantFrom([0, 1], [3, 2], [5, 2], [6, 1], [40, 1], [91, 2], [150, 1])
  .map(([n, d]) => ({ numerator: n, denominator: d }));

/** Sums and averages, of all or of each unit. */
const amountBody = fc
  .tuple(
    fc.constantFrom('sum' as const, 'average' as const),
    fc.constantFrom('merit', 'age'),
    fc.option(condition),
    fc.constantFrom(undefined, undefined, 'unit'),
    fc.constantFrom(undefined, 'aside' as const, 'none' as const),
    fc.oneof(
      { weight: 3, arbitrary: amount.map((min) => ({ min })) },
      { weight: 3, arbitrary: amount.map((max) => ({ max })) },
      { weight: 1, arbitrary: amount.map((both) => ({ min: both, max: both })) },
    ),
  )
  .map(([kind, fact, where, forEach, missing, b]) => ({
    kind,
    fact,
    ...(where && { where }),
    ...(forEach && { forEach }),
    ...(missing && { missing }),
    ...b,
  }));

/** Shares that are rounded, of all, of others or of each unit. */
const roundedBody = fc
  .tuple(
    condition,
    fc.option(condition, { nil: undefined }),
    fc.constantFrom(undefined, undefined, 'unit'),
    fc.constantFrom('nearest' as const, 'up' as const, 'down' as const, 'either' as const),
    fc.oneof(
      ratio.map((min) => ({ min })),
      ratio.map((max) => ({ max })),
      ratio.map((share) => ({ min: share, max: share })),
    ),
  )
  .map(([where, of, forEach, round, b]) => ({
    kind: 'share' as const,
    where,
    ...(of && { of }),
    ...(forEach && { forEach }),
    round,
    ...b,
  }));

/** By how many two kinds of members differ, overall or in each unit. */
const differenceBody = fc
  .tuple(
    condition,
    condition,
    fc.constantFrom({}, { forEach: 'unit' }, { forEach: 'unit', missing: 'none' as const }),
    fc.nat(2),
  )
  .map(([where, against, groups, max]) => ({ kind: 'count' as const, where, against, ...groups, max }));

const sizeBound = fc.oneof(
  fc.nat(3),
  fc.constantFrom([1, 3], [2, 5], [3, 5]).map(([n, d]) => ({ numerator: n, denominator: d })),
);

/** Bounds by size, overall or in each unit: lines for some sizes, the last for all that are larger. */
const sizedBody = fc
  .tuple(
    condition,
    fc.constantFrom({}, {}, { forEach: 'unit' }, { forEach: 'unit', missing: 'none' as const }),
    fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.oneof(
          sizeBound.map((max) => ({ max })),
          sizeBound.map((min) => ({ min })),
          sizeBound.map((max) => ({ min: 0, max })),
        ),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([where, groups, lines]) => {
    let next = 1;
    const bySize = lines.map(([sizes, bounds], index) => {
      const from = next;
      next += sizes;
      return { size: { min: from, max: index === lines.length - 1 ? Infinity : next - 1 }, ...bounds };
    });
    return { kind: 'count' as const, where, ...groups, bySize };
  });

/** How many groups are represented. */
const groupsBody = fc
  .tuple(fc.constantFrom('unit', 'unit + gender'), fc.option(condition, { nil: undefined }), bounds(3))
  .map(([represented, where, b]) => ({
    kind: 'count' as const,
    represented,
    per: 'group' as const,
    ...(where && { where }),
    ...b,
  }));

/** At least so many of two or three rules. */
const partsBody = fc
  .tuple(
    fc.array(fc.oneof(ruleBody, groupedBody, amountBody, roundedBody, differenceBody), {
      minLength: 2,
      maxLength: 3,
    }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([bodies, min]) => ({
    kind: 'count' as const,
    per: 'rule' as const,
    min: Math.min(min, bodies.length),
    parts: bodies.map((body, index): Rule => ({
      id: `part-${index}`,
      title: text(`part-${index}`),
      relaxCost: 1,
      per: 'member',
      origin,
      strength: 'hard',
      weight: 0,
      ...body,
    })),
  }));

/** Whether a rule counts members or, if it can and `units` says so, units. */
const counted = (body: { readonly kind: Rule['kind']; readonly forEach?: string }, units: boolean) =>
  units &&
  (body.kind === 'count' || body.kind === 'share') &&
  body.forEach === undefined &&
  !('against' in body) &&
  !('bySize' in body)
    ? ('unit' as const)
    : ('member' as const);

/** Kinds of rules beside those that every random case may have. */
interface More {
  readonly groups: boolean;
  readonly amounts: boolean;
  readonly counted: boolean;
  readonly rounded: boolean;
  readonly differences: boolean;
  readonly sized: boolean;
}

const rulesUpTo = (most: number, units: boolean, more: More): fc.Arbitrary<readonly Rule[]> => {
  const bodies = fc.oneof(
    ruleBody,
    ...(more.groups ? [groupedBody] : []),
    ...(more.amounts ? [amountBody] : []),
    ...(more.rounded ? [roundedBody] : []),
    ...(more.counted ? [groupsBody, partsBody] : []),
    ...(more.differences ? [differenceBody] : []),
    ...(more.sized ? [sizedBody] : []),
  );
  return fc.array(fc.tuple(bodies, strength, fc.boolean()), { minLength: 0, maxLength: most }).map((all) =>
    all.map(([body, strong, perUnit], index) => ({
      id: `rule-${index}`,
      title: text(`rule-${index}`),
      // The average of every group stays, whatever it costs.
      relaxCost: body.kind === 'average' && body.forEach !== undefined ? ('never' as const) : 1,
      per: counted(body, units && perUnit),
      origin,
      ...strong,
      ...body,
    })),
  );
};

const level = fc.array(
  fc.oneof(
    fc.constantFrom(1, 0.3, -2, 10).map((weight) => ({ fact: 'merit', weight })),
    fc.tuple(condition, fc.constantFrom(1, 5, -3)).map(([where, weight]) => ({ where, weight })),
  ),
  { maxLength: 3 },
);

const objective: fc.Arbitrary<readonly ObjectiveLevel[]> = fc
  .array(level, { minLength: 1, maxLength: 2 })
  .chain((levels) =>
    fc
      .nat(levels.length - 1)
      .map((soft) =>
        levels.map((terms, index) => ({ title: text(`level ${index}`), terms, softRules: index === soft })),
      ),
  );

const candidate = (missing: boolean) => {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
    missing ? fc.option(arbitrary, { nil: undefined, freq: 12 }) : arbitrary;
  return fc.record({
    gender: maybe(fc.constantFrom('female', 'male')),
    age: maybe(fc.integer({ min: 30, max: 60 })),
    unit: maybe(fc.constantFrom('A', 'B', 'C', 'D')),
    merit: maybe(
      fc.oneof(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 30 }).map((n) => n / 10),
      ),
    ),
    star: maybe(fc.boolean()),
  });
};

/**
 * Random questions of at most `most` candidates and `rules` rules: `missing` lets facts be missing,
 * `units` lets rules count units, `groups` lets them hold for chosen groups, `amounts` lets them add up facts, `rounded` lets shares be rounded,
 * `counted` lets them count groups or rules, `differences` differ by so many, `sized` have their bounds in a table by size; `least` candidates there are, and `seats` bounds the size from below
 * and above.
 */
export function plainCase({
  most = 9,
  missing = false,
  rules = 5,
  units = false,
  groups = false,
  amounts = false,
  rounded = false,
  counted = false,
  differences = false,
  sized = false,
  least = 1,
  seats = [1, 7] as readonly [number, number],
} = {}): fc.Arbitrary<PlainCase> {
  return fc.record({
    candidates: fc
      .array(candidate(missing), { minLength: least, maxLength: most })
      .map((all) =>
        all.map((each, index) => JSON.parse(JSON.stringify({ id: `c${index}`, ...each })) as PlainCandidate),
      ),
    ruleSet: fc
      .record({
        rules: rulesUpTo(rules, units, { groups, amounts, counted, rounded, differences, sized }),
        objective,
        size: fc.tuple(fc.integer({ min: seats[0], max: seats[1] }), fc.nat(2)).map(([min, more]) => ({
          min: Math.min(min, Math.max(seats[0], seats[1] - more)),
          max: Math.min(min + more, seats[1]),
        })),
      })
      .map((parts) => ({
        id: 'random',
        title: text('random'),
        referenceDate: '2020-06-05',
        retirementAge: { female: 55, male: 60 },
        facts: {},
        sha256: '',
        ...parts,
      })),
  });
}
