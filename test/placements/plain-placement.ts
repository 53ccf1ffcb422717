import fc from 'fast-check';
import type { Condition, Rule, RuleSet } from '../../src/rules/rule-set.ts';
import type { SlateCase } from '../../src/slate/requests.ts';
import { caseOf } from './reading.ts';

/** Placements once more, written as plainly as possible and without any of the code under test. */

export interface PlainPerson {
  readonly id: string;
  readonly gender: 'female' | 'male';
  readonly home: string;
  readonly merit: number;
  readonly terms: number;
}

export interface PlainUnit {
  readonly name: string;
  /** Index of the person who holds each title now, in the order of {@link TITLES}; absent: nobody of the pool. */
  readonly holders: readonly (number | undefined)[];
}

export interface PlainPlacement {
  readonly candidates: readonly PlainPerson[];
  readonly units: readonly PlainUnit[];
  readonly ruleSet: RuleSet;
  readonly rules: readonly PlainRule[];
  readonly vacancy: number | 'never';
}

/** Somebody in titles of a unit. */
export interface PlainAppointment {
  readonly candidate: PlainPerson;
  readonly unit: PlainUnit;
  readonly titles: readonly string[];
}

type Plan = readonly PlainAppointment[];

/** A rule, and how far a plan is off it, written by hand. */
export interface PlainRule {
  readonly rule: Rule;
  readonly off: (plan: Plan, plain: PlainPlacement) => number;
}

const TITLES = ['secretary', 'chair'] as const;
const WAYS = [['secretary'], ['chair'], ['secretary', 'chair']];

const text = (id: string) => ({ vi: id, en: id });
const base = (id: string, weight: number) => ({
  id,
  title: text(id),
  strength: weight === 0 ? ('hard' as const) : ('soft' as const),
  weight,
  relaxCost: 1,
  per: 'appointment' as const,
  origin: { file: 'random.yaml', line: 1, column: 1 },
});
const is = (fact: string, value: string | boolean): Condition => ({ fact, operator: 'equal', value });
const below = (least: number, actual: number): number => Math.max(0, least - actual);
const above = (most: number, actual: number): number => Math.max(0, actual - most);

const isHeld = (plain: PlainPlacement, { candidate, unit }: PlainAppointment, title: string): boolean => {
  const holder = unit.holders[TITLES.indexOf(title as (typeof TITLES)[number])];
  return holder !== undefined && plain.candidates[holder] === candidate;
};
const stays = (plain: PlainPlacement, one: PlainAppointment): boolean =>
  one.titles.every((title) => isHeld(plain, one, title));
const unitsWith = (plan: Plan, matches: (one: PlainAppointment) => boolean): number =>
  new Set(plan.filter(matches).map(({ unit }) => unit)).size;
const isCombined = ({ titles }: PlainAppointment): boolean => titles.length === 2;
const isLocal = ({ candidate, unit }: PlainAppointment): boolean => candidate.home === unit.name;

const weight = fc.constantFrom(0, 0, 3);
const rules: readonly fc.Arbitrary<PlainRule>[] = [
  fc.tuple(fc.constantFrom([0, 1], [1, 2], [1, 5], [1, 1]), weight).map(([[n, d], price]) => ({
    rule: {
      ...base('combined-posts', price),
      kind: 'share',
      per: 'unit',
      where: is('combined', true),
      min: { numerator: n, denominator: d },
    },
    off: (plan, { units }) => below((n * units.length) / d, unitsWith(plan, isCombined)),
  })),
  weight.map((price) => ({
    rule: {
      ...base('one-not-local', price),
      kind: 'count',
      where: is('local', false),
      forEach: 'unit',
      min: 1,
    },
    off: (plan, { units }) =>
      units.filter((unit) => !plan.some((one) => one.unit === unit && !isLocal(one))).length,
  })),
  fc.tuple(fc.integer({ min: 1, max: 3 }), weight).map(([most, price]) => ({
    rule: {
      ...base('terms', price),
      kind: 'require',
      satisfy: { fact: 'consecutiveTerms', operator: 'lessThanInclusive', value: most },
    },
    off: (plan, plain) =>
      plan.filter((one) => {
        const held = one.titles.some((title) => isHeld(plain, one, title));
        return (held ? one.candidate.terms : 0) + 1 > most;
      }).length,
  })),
  fc.tuple(fc.nat(2), weight).map(([most, price]) => ({
    rule: {
      ...base('women-units', price),
      kind: 'count',
      per: 'unit',
      where: is('gender', 'female'),
      max: most,
    },
    off: (plan) =>
      above(
        most,
        unitsWith(plan, ({ candidate }) => candidate.gender === 'female'),
      ),
  })),
  fc.tuple(fc.integer({ min: 1, max: 4 }), weight).map(([most, price]) => ({
    rule: { ...base('headcount', price), kind: 'count', max: most },
    off: (plan) => above(most, plan.length),
  })),
  fc.tuple(fc.nat(2), weight).map(([least, price]) => ({
    rule: { ...base('moves', price), kind: 'count', where: is('rotation', 'ward-to-ward'), min: least },
    off: (plan, plain) => below(least, plan.filter((one) => isMove(plain, one)).length),
  })),
  fc.tuple(fc.nat(2), weight).map(([most, price]) => ({
    rule: { ...base('stayers', price), kind: 'count', where: is('stays', true), max: most },
    off: (plan, plain) => above(most, plan.filter((one) => stays(plain, one)).length),
  })),
];

/** Everybody works in the ward that they are a local of, unless they hold a title elsewhere. */
function isMove(plain: PlainPlacement, { candidate, unit }: PlainAppointment): boolean {
  const index = plain.candidates.indexOf(candidate);
  const at = plain.units.findLast(({ holders }) => holders.includes(index))?.name ?? candidate.home;
  return at !== unit.name;
}

/** Every way to place the people, each at most once, no seat twice. */
export function* allPlans({ candidates, units }: PlainPlacement, from = 0): Generator<Plan> {
  const candidate = candidates[from];
  if (candidate === undefined) {
    yield [];
    return;
  }
  for (const rest of allPlans({ candidates, units } as PlainPlacement, from + 1)) {
    yield rest;
    for (const unit of units) {
      for (const titles of WAYS) {
        const taken = rest.some(
          (one) => one.unit === unit && one.titles.some((title) => titles.includes(title)),
        );
        if (!taken) yield [{ candidate, unit, titles }, ...rest];
      }
    }
  }
}

/** What broken goals and vacant seats cost; `undefined` where a hard rule is broken. */
export function priceOf(plain: PlainPlacement, plan: Plan): number | undefined {
  const filled = plan.reduce((sum, { titles }) => sum + titles.length, 0);
  const vacant = plain.units.length * TITLES.length - filled;
  if (vacant > 0 && plain.vacancy === 'never') return undefined;
  let price = plain.vacancy === 'never' ? 0 : plain.vacancy * vacant;
  for (const { rule, off } of plain.rules) {
    const deviation = off(plan, plain);
    if (deviation > 1e-9 && rule.strength === 'hard') return undefined;
    price += rule.weight * deviation;
  }
  return price;
}

/** Merit, five for everybody who stays, less the price. */
export function valueOfPlan(plain: PlainPlacement, plan: Plan): number {
  const merit = plan.reduce((sum, one) => sum + one.candidate.merit + (stays(plain, one) ? 5 : 0), 0);
  return merit - (priceOf(plain, plan) ?? Infinity);
}

/** The placement as the code under test is asked it. */
export function opened({ ruleSet, candidates, units }: PlainPlacement): Promise<SlateCase> {
  return caseOf(ruleSet, unitsText(units), poolText(candidates));
}

function poolText(candidates: readonly PlainPerson[]): string {
  const lines = candidates.map(({ id, gender, home, merit, terms }) =>
    [id, id, gender, home, home, 'ward', merit, terms].join(','),
  );
  return ['id,name,gender,unit,homeUnit,bloc,merit,termsInPost', ...lines].join('\n');
}

function unitsText(units: readonly PlainUnit[]): string {
  const lines = units.map(({ name, holders }) =>
    [name, 'ward', ...holders.map((holder) => (holder === undefined ? '' : `p${holder}`))].join(','),
  );
  return [`name,kind,${TITLES.join(',')}`, ...lines].join('\n');
}

/** Random placements, by default small enough for brute force: two wards with two titles, up to five people. */
export function plainPlacement(
  names: readonly string[] = ['X', 'Y'],
  most = 5,
): fc.Arbitrary<PlainPlacement> {
  const person = fc.record({
    gender: fc.constantFrom('female' as const, 'male' as const),
    home: fc.constantFrom(...names),
    merit: fc.integer({ min: -2, max: 9 }),
    terms: fc.integer({ min: 1, max: 3 }),
  });
  const seats = names.length * TITLES.length;
  return fc
    .record({
      people: fc.array(person, { minLength: 1, maxLength: most }),
      picks: fc.array(fc.nat(most * 2 - 1), { minLength: seats, maxLength: seats }),
      rules: fc.tuple(...rules.map((rule) => fc.option(rule, { nil: undefined }))),
      vacancy: fc.constantFrom<(number | 'never')[]>('never', 4, 20),
    })
    .map(({ people, picks, rules: drawn, vacancy }) => {
      const candidates = people.map((each, index) => ({ id: `p${index}`, ...each }));
      const units = names.map((name, unit) => ({
        name,
        holders: TITLES.map((_, title) => holderOf(picks, unit * TITLES.length + title, candidates.length)),
      }));
      const chosen = drawn.filter((rule) => rule !== undefined);
      return { candidates, units, rules: chosen, vacancy, ruleSet: ruleSetOf(chosen, vacancy) };
    });
}

/** Nobody holds titles in two units; the same person may hold both of one. */
function holderOf(picks: readonly number[], seat: number, people: number): number | undefined {
  const holder = picks[seat]!;
  if (holder >= people) return undefined;
  const unitOf = (at: number): number => Math.floor(at / TITLES.length);
  const elsewhere = picks.some((other, at) => other === holder && unitOf(at) < unitOf(seat));
  return elsewhere ? undefined : holder;
}

function ruleSetOf(chosen: readonly PlainRule[], vacancy: number | 'never'): RuleSet {
  return {
    id: 'random',
    title: text('random'),
    referenceDate: '2020-06-05',
    size: { min: 0, max: Number.MAX_SAFE_INTEGER },
    titles: TITLES.map((id) => ({
      id,
      title: text(id),
      seats: { min: 1, max: 1 },
      vacancy,
      concurrent: false,
    })),
    combined: [['secretary', 'chair']],
    retirementAge: { female: 55, male: 60 },
    facts: { merit: { type: 'number' } },
    rules: chosen.map(({ rule }) => rule),
    objective: [
      {
        title: text('merit'),
        terms: [
          { fact: 'merit', weight: 1 },
          { where: is('stays', true), weight: 5 },
        ],
        softRules: true,
      },
    ],
    sha256: '',
  };
}
