import type { RelaxationShape } from '../../src/explain/ways-out/relaxation-model.ts';
import type { Rule } from '../../src/rules/rule-set.ts';
import { deviationOf } from '../brute-force.ts';
import { candidatesAt, type PlainQuestion } from './small-questions.ts';

/** What a slate needs: the members by which each side must give way, by name; `undefined`: no price helps. */
export type Needs = ReadonlyMap<string, { readonly members: number; readonly cost: number }>;

/** How many members lie below and above the bounds of a rule, found by asking with one bound at a time. */
export function sidesOf(
  rule: Rule,
  plain: PlainQuestion,
  slate: readonly number[],
  shape: RelaxationShape,
): { readonly min: number; readonly max: number } | undefined {
  const members = candidatesAt(plain, slate);
  if (rule.kind === 'require') return { min: 0, max: deviationOf(rule, members, plain.candidates) };
  const { min, max, ...open } = rule;
  const oneGroup = (group?: string) => {
    const pool =
      group === undefined ? plain.candidates : plain.candidates.filter((each) => each.unit === group);
    const mine = group === undefined ? members : members.filter((each) => each.unit === group);
    const off = (bounds: object) => deviationOf({ ...open, ...bounds }, mine, pool);
    return { min: min === undefined ? 0 : off({ min }), max: max === undefined ? 0 : off({ max }) };
  };
  if (rule.kind === 'share' || rule.forEach === undefined) return oneGroup();
  const groups = [...new Set(plain.candidates.flatMap((each) => each.unit ?? []))].map(oneGroup);
  if (groups.length === 0) return { min: 0, max: 0 };
  const widest = {
    min: Math.max(...groups.map((each) => each.min)),
    max: Math.max(...groups.map((each) => each.max)),
  };
  if (JSON.stringify(min) !== JSON.stringify(max) || shape.exactToRange) return widest;
  // "Exactly n in each" moves for all groups at once.
  const moves = groups.map((each) => Math.round((each.max - each.min) * 1e6));
  return new Set(moves).size === 1 ? widest : undefined;
}

/** Whether a slate keeps a rule with its bounds as far as they may move. */
function isWithin(rule: Rule, plain: PlainQuestion, slate: readonly number[]): boolean {
  if (rule.kind === 'require' || rule.relaxTo === undefined) return true;
  const { min: _min, max: _max, ...open } = rule;
  return (
    deviationOf({ ...open, ...rule.relaxTo } as Rule, candidatesAt(plain, slate), plain.candidates) < 1e-9
  );
}

/** What a price that grows adds to so many members at its first one, step by step. */
function dearerBy(rule: Rule, side: 'min' | 'max', members: number): number {
  const { relaxSteps = [], relaxCost } = rule;
  const bound = rule.kind === 'require' ? undefined : rule[side];
  const whole = typeof bound === 'number' ? bound : (bound?.numerator ?? 0) / (bound?.denominator ?? 1);
  return relaxSteps.reduce((sum, { beyond, each }, index) => {
    const part = 'by' in beyond ? beyond.by : beyond.part;
    const from = ('by' in beyond ? 1 : Math.abs(whole)) * (part.numerator / part.denominator);
    const begins = rule.kind === 'count' ? Math.floor(from + 1e-9) : from;
    const before = index === 0 ? Number(relaxCost) : relaxSteps[index - 1]!.each;
    return sum + (each - before) * Math.max(0, members - begins);
  }, 0);
}

/** What a slate needs to be allowed, by brute force. */
export function needsOf(
  plain: PlainQuestion,
  slate: readonly number[],
  shape: RelaxationShape,
): Needs | undefined {
  const { ruleSet, decisions } = plain;
  const needs = new Map<string, { members: number; cost: number }>();
  const need = (
    name: string,
    members: number,
    price: number | 'never',
    dearer: (members: number) => number = () => 0,
  ): boolean => {
    if (members < 1e-9) return true;
    if (price === 'never') return false;
    needs.set(name, { members, cost: members * price + dearer(members) });
    return true;
  };
  const dropped = (name: string, broken: boolean): boolean => need(name, Number(broken), shape.decision);
  const on = (row: number) => slate.includes(row);
  const rules = ruleSet.rules.every((rule, index) => {
    if (rule.strength === 'soft') return true;
    const sides = sidesOf(rule, plain, slate, shape);
    if (sides === undefined || !isWithin(rule, plain, slate)) return false;
    return (['min', 'max'] as const).every((side) =>
      need(`${index} ${side}`, sides[side], rule.relaxCost, (members) => dearerBy(rule, side, members)),
    );
  });
  const possible =
    slate.length > 0 &&
    rules &&
    need('size min', Math.max(0, ruleSet.size.min - slate.length), shape.size) &&
    need('size max', Math.max(0, slate.length - ruleSet.size.max), shape.size) &&
    decisions.pin.every((row) => dropped(`pin ${row}`, !on(row))) &&
    decisions.exclude.every((row) => dropped(`exclude ${row}`, on(row))) &&
    decisions.together.every((group) => dropped('together', group.some(on) && !group.every(on))) &&
    decisions.apart.every((group) => dropped('apart', group.filter(on).length > 1));
  return possible ? needs : undefined;
}
