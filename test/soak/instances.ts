import { namedRows } from '../named-rows.ts';
import type { RowDecisions } from '../../src/pool/decisions.ts';
import { Random } from '../../fixtures/made-up/random.ts';
import type { FactColumn, FactTable } from '../../src/rules/facts/fact-table.ts';
import type { Condition, ObjectiveTerm, Rule, RuleSet } from '../../src/rules/rule-set.ts';
import { type PlainCandidate, type PlainCase, tableOf } from '../random-case.ts';

/** What is nasty about an instance. */
export const KINDS = [
  'ties',
  'equal scores',
  'zero objective',
  'many digits',
  'overlapping bands',
  'infeasible by one',
  'persons',
  'shares and soft rules',
  'small',
] as const;

export type Kind = (typeof KINDS)[number];

/** One instance, the same for the same seed. */
export interface SoakInstance extends PlainCase {
  readonly seed: number;
  readonly kind: Kind;
  readonly decisions: RowDecisions;
  readonly facts: FactTable;
}

/** Makes the instance of a seed: 60 to 300 candidates, or up to 20 for brute force. */
export function soakInstance(seed: number): SoakInstance {
  const random = new Random(seed * 7919 + 1);
  const kind = KINDS[seed % KINDS.length]!;
  const count = kind === 'small' ? random.whole(14, 20) : random.whole(60, 300);
  const seats = kind === 'small' ? random.whole(4, 7) : random.whole(15, Math.min(60, count >> 1));
  const digits = kind === 'many digits' ? random.whole(4, 12) : 1;
  const units = random.whole(4, kind === 'small' ? 6 : 40);
  const candidates = Array.from({ length: count }, (_, index) =>
    candidateOf(random, index, { kind, digits, units }),
  );
  const most = Math.ceil(seats / units) + random.whole(0, 2);
  const rules = rulesOf(random, kind, candidates, { seats, most });
  return {
    seed,
    kind,
    candidates,
    ruleSet: ruleSetOf(random, kind, rules, seats),
    decisions: kind === 'persons' ? decisionsOf(random, count) : NOBODY,
    facts: withDigits(tableOf(candidates), digits),
  };
}

const NOBODY: RowDecisions = { pin: [], exclude: [], together: [], apart: [] };

interface Making {
  readonly kind: Kind;
  readonly digits: number;
  readonly units: number;
}

function candidateOf(random: Random, index: number, { kind, digits, units }: Making): PlainCandidate {
  return {
    id: `c${String(index).padStart(4, '0')}`,
    gender: random.chance(0.35) ? 'female' : 'male',
    age: Math.round(46 + 8 * random.bell()),
    unit: `unit ${random.whole(1, units)}`,
    star: random.chance(0.3),
    merit: meritOf(random, kind, digits),
  };
}

function meritOf(random: Random, kind: Kind, digits: number): number {
  if (kind === 'equal scores') return 2;
  if (kind === 'ties') return random.whole(0, 2);
  return Number((3 * random.next()).toFixed(digits));
}

/** The table with as many decimals as there are. */
function withDigits(table: FactTable, digits: number): FactTable {
  const merit = table.fact('merit') as Extract<FactColumn, { low: Float64Array }>;
  const exact = { ...merit, denominator: 10 ** digits };
  return { ...table, fact: (name) => (name === 'merit' ? exact : table.fact(name)) };
}

const title = (id: string) => ({ vi: id, en: id });

type Body =
  | Pick<Extract<Rule, { kind: 'count' }>, 'kind' | 'where' | 'forEach' | 'min' | 'max'>
  | Pick<Extract<Rule, { kind: 'share' }>, 'kind' | 'where' | 'of' | 'min' | 'max'>
  | Pick<Extract<Rule, { kind: 'require' }>, 'kind' | 'where' | 'satisfy'>;

function ruleOf(index: number, body: Body, weight = 0): Rule {
  return {
    id: `rule-${index}`,
    title: title(`rule-${index}`),
    strength: weight > 0 ? 'soft' : 'hard',
    weight,
    relaxCost: 1,
    per: 'member',
    origin: { file: 'soak', line: 1, column: 1 },
    ...body,
  };
}

const female: Condition = { fact: 'gender', operator: 'equal', value: 'female' };
const star: Condition = { fact: 'star', operator: 'equal', value: true };
const band = (from: number, to: number): Condition => ({
  all: [
    { fact: 'age', operator: 'greaterThanInclusive', value: from },
    { fact: 'age', operator: 'lessThan', value: to },
  ],
});

/** Counts near what a random slate would have, so that the quotas pull. */
function rulesOf(
  random: Random,
  kind: Kind,
  candidates: readonly PlainCandidate[],
  { seats, most }: { readonly seats: number; readonly most: number },
): readonly Rule[] {
  const share = (part: number): number => Math.max(0, Math.round(seats * part) + random.whole(-2, 2));
  const women = share(0.35);
  const bodies: [Body, number?][] = [
    [{ kind: 'count', where: female, min: women, max: women }],
    [{ kind: 'count', where: band(0, 40), min: share(0.2) }],
    [{ kind: 'count', where: { not: star }, max: share(0.75) }],
    [{ kind: 'count', forEach: 'unit', max: most }],
    [{ kind: 'require', where: female, satisfy: { fact: 'age', operator: 'lessThan', value: 58 } }],
  ];
  if (kind === 'overlapping bands') {
    for (let from = 34; from < 54; from += 4) {
      const to = from + random.whole(6, 10);
      const inBand = candidates.filter(({ age }) => age! >= from && age! < to).length;
      const expected = Math.round((seats * inBand) / candidates.length);
      bodies.push([
        { kind: 'count', where: band(from, to), min: Math.max(0, expected - 1), max: expected + 1 },
      ]);
    }
  }
  if (kind === 'shares and soft rules' || kind === 'small') {
    const [p, q] = random.pick([
      [1, 3],
      [2, 5],
      [1, 2],
    ] as const);
    bodies.push(
      [{ kind: 'share', where: star, min: { numerator: p, denominator: q } }, random.pick([0, 2.5, 0.1])],
      [{ kind: 'share', where: band(40, 51), of: female, max: { numerator: p, denominator: q } }, 3],
      [{ kind: 'count', where: { all: [female, star] }, min: share(0.2) }, random.pick([1, 10, 0.7])],
    );
  }
  if (kind === 'infeasible by one') bodies.push([oneTooFew(candidates, women)]);
  return bodies.map(([body, weight], index) => ruleOf(index, body, weight));
}

/** So few women of the two kinds together that one is missing, or just none. */
function oneTooFew(candidates: readonly PlainCandidate[], women: number): Body {
  const exact = candidates.length % 2;
  return { kind: 'count', where: female, max: Math.max(0, women - exact) };
}

function ruleSetOf(random: Random, kind: Kind, rules: readonly Rule[], seats: number): RuleSet {
  const terms: ObjectiveTerm[] =
    kind === 'zero objective' ? [] : [{ fact: 'merit', weight: random.pick([1, 10, 0.3]) }];
  if (random.chance(0.5) && kind !== 'zero objective')
    terms.push({ where: star, weight: random.pick([1, -2]) });
  const first = { title: title('first'), terms, softRules: true };
  const second = {
    title: title('second'),
    terms: [
      { where: band(0, 45), weight: 3 },
      { where: female, weight: -2 },
    ],
    softRules: false,
  };
  return {
    id: 'soak',
    title: title('soak'),
    referenceDate: '2020-06-05',
    retirementAge: { female: 55, male: 60 },
    facts: {},
    sha256: '',
    size: { min: seats - random.whole(0, 2), max: seats },
    rules,
    objective: random.chance(0.3) ? [first, second] : [first],
  };
}

function decisionsOf(random: Random, count: number): RowDecisions {
  const group = (size: number): number[] => {
    const rows = new Set<number>();
    while (rows.size < size) rows.add(random.whole(0, count - 1));
    return [...rows];
  };
  return namedRows({
    pin: group(random.whole(0, 3)),
    exclude: group(random.whole(0, 3)),
    together: Array.from({ length: random.whole(0, 4) }, () => group(random.whole(2, 4))),
    apart: Array.from({ length: random.whole(0, 4) }, () => group(random.whole(2, 6))),
  });
}
