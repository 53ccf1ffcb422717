import fc from 'fast-check';
import type { Condition, Rule, RuleSet } from '../../src/rules/rule-set.ts';
import type { PlainShape, PlainWay } from './plain-titles.ts';

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
  readonly kind: string;
  /** Index of the person who holds each title now, in the order of the shape; absent: nobody of the pool. */
  readonly holders: readonly (number | undefined)[];
}

export interface PlainPlacement {
  readonly candidates: readonly PlainPerson[];
  readonly units: readonly PlainUnit[];
  readonly ruleSet: RuleSet;
  readonly rules: readonly PlainRule[];
  readonly vacancy: number | 'never';
  readonly shape: PlainShape;
}

/** Somebody in titles of a unit. */
export interface PlainAppointment {
  readonly candidate: PlainPerson;
  readonly unit: PlainUnit;
  readonly way: PlainWay;
}

export type Plan = readonly PlainAppointment[];

/** A rule, and how far a plan is off it, written by hand. */
export interface PlainRule {
  readonly rule: Rule;
  readonly off: (plan: Plan, plain: PlainPlacement) => number;
}

/** One text for both languages. */
export const text = (id: string) => ({ vi: id, en: id });
const base = (id: string, weight: number) => ({
  id,
  title: text(id),
  strength: weight === 0 ? ('hard' as const) : ('soft' as const),
  weight,
  relaxCost: 1,
  per: 'appointment' as const,
  origin: { file: 'random.yaml', line: 1, column: 1 },
});
/** A fact has a value. */
export const is = (fact: string, value: string | boolean): Condition => ({ fact, operator: 'equal', value });
/** How many are missing. */
export const below = (least: number, actual: number): number => Math.max(0, least - actual);
const above = (most: number, actual: number): number => Math.max(0, actual - most);

type Post = PlainWay[number];

const isHeld = (plain: PlainPlacement, { candidate }: PlainAppointment, { title, at }: Post): boolean => {
  const unit = plain.units.find(({ name }) => name === at)!;
  const holder = unit.holders[plain.shape.titles.indexOf(title)];
  return holder !== undefined && plain.candidates[holder] === candidate;
};
/** The posts that matter for moves and terms: a seat held besides another does not. */
const mainPosts = ({ way }: PlainAppointment): PlainWay => way.filter(({ title }) => !title.concurrent);
/** Whether somebody stays in all that matters of an appointment. */
export const stays = (plain: PlainPlacement, one: PlainAppointment): boolean => {
  const main = mainPosts(one);
  return (main.length > 0 ? main : one.way).every((post) => isHeld(plain, one, post));
};
const unitsWith = (plan: Plan, matches: (one: PlainAppointment) => boolean): number =>
  new Set(plan.filter(matches).map(({ unit }) => unit)).size;
const isCombined = (one: PlainAppointment): boolean => mainPosts(one).length > 1;
const isWoman = ({ candidate }: PlainAppointment): boolean => candidate.gender === 'female';
const holds = ({ way }: PlainAppointment, id: string): boolean => way.some(({ title }) => title.id === id);
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
    off: (plan, { units }) => below(Math.ceil((n * units.length) / d), unitsWith(plan, isCombined)),
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
        const main = mainPosts(one);
        const held = (main.length > 0 ? main : one.way).some((post) => isHeld(plain, one, post));
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
    off: (plan) => above(most, unitsWith(plan, isWoman)),
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
  // A share of those units, or of those appointments, that match something: of none it is kept.
  fc.tuple(fc.constantFrom([1, 2], [1, 1]), weight).map(([[n, d], price]) => ({
    rule: {
      ...base('women-at-home', price),
      kind: 'share',
      per: 'unit',
      where: is('local', true),
      of: is('gender', 'female'),
      min: { numerator: n, denominator: d },
    },
    off: (plan) =>
      below(
        Math.ceil((n * unitsWith(plan, isWoman)) / d),
        unitsWith(plan, (one) => isWoman(one) && isLocal(one)),
      ),
  })),
  fc.tuple(fc.constantFrom([0, 1], [1, 2]), weight).map(([[n, d], price]) => ({
    rule: {
      ...base('locals-of-stayers', price),
      kind: 'share',
      where: is('local', true),
      of: is('stays', true),
      max: { numerator: n, denominator: d },
    },
    off: (plan, plain) => {
      const staying = plan.filter((one) => stays(plain, one));
      return above(Math.floor((n * staying.length) / d), staying.filter(isLocal).length);
    },
  })),
  weight.map((price) => ({
    rule: {
      ...base('women-secretaries', price),
      kind: 'require',
      where: is('holds.secretary', true),
      satisfy: is('gender', 'female'),
    },
    off: (plan) => plan.filter((one) => holds(one, 'secretary') && !isWoman(one)).length,
  })),
  fc.tuple(fc.nat(1), weight).map(([most, price]) => ({
    rule: {
      ...base('women-in-wards', price),
      kind: 'count',
      where: { all: [is('unit.kind', 'ward'), is('gender', 'female')] },
      max: most,
    },
    off: (plan) => above(most, plan.filter((one) => one.unit.kind === 'ward' && isWoman(one)).length),
  })),
];

/** Each rule by itself, and now and then. */
export const drawnRules = fc.tuple(...rules.map((rule) => fc.option(rule, { nil: undefined, freq: 3 })));

/**
 * Whether it is not known how many terms an appointment would be, where a rule asks: a seat held alone
 * by who has another post or works elsewhere. Nobody is appointed so.
 */
export function isOpen(plain: PlainPlacement, one: PlainAppointment): boolean {
  const { titles } = plain.shape;
  const index = plain.candidates.indexOf(one.candidate);
  const asked = plain.rules.some(({ rule }) => rule.id === 'terms');
  if (!asked || mainPosts(one).length > 0 || !one.way.some((post) => isHeld(plain, one, post))) return false;
  const hasPost = plain.units.some(({ holders }) =>
    holders.some((holder, title) => holder === index && !titles[title]!.concurrent),
  );
  return hasPost || one.candidate.home !== one.unit.name;
}

/** Everybody works in the unit that they are a local of, unless they hold a post elsewhere. */
function isMove(plain: PlainPlacement, one: PlainAppointment): boolean {
  if (mainPosts(one).length === 0) return false;
  const index = plain.candidates.indexOf(one.candidate);
  const isPost = (_: unknown, title: number): boolean => !plain.shape.titles[title]!.concurrent;
  const post = plain.units.find(({ holders }) => holders.filter(isPost).includes(index));
  const from = post ?? plain.units.find(({ name }) => name === one.candidate.home)!;
  return from !== one.unit && from.kind !== 'city' && one.unit.kind !== 'city';
}
