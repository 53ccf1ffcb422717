import Fraction from 'fraction.js';
import { groupsOf, valuesOfCells } from '../rules/groups/groups.ts';
import { isAmount } from '../rules/bounds/amount.ts';
import { isBySize } from '../rules/bounds/by-size.ts';
import { describeBound } from '../rules/describe.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import type { CountRule, Ratio, Rule, RuleSet, ShareRule } from '../rules/rule-set.ts';
import { compareRatios } from '../rules/facts/ratio.ts';
import { boundOfBase, type BoundSide } from '../rules/bounds/rounding.ts';
import type { Report } from '../check/check-answer.ts';
import { phraseInEach } from '../words/catalogue.ts';
import type { Text } from '../words/language.ts';
import { sizeInWords } from './member-words.ts';

/** One bound that a rule could have. */
export interface Rung {
  /** Members, a share from 0 to 1, or how many exceptions. */
  readonly value: number;
  readonly bound: Text;
  readonly ruleSet: RuleSet;
  /** For a rule of eligibility: how many members need not satisfy it. */
  readonly exceptions?: number;
  readonly present: boolean;
  /** Whether a slate, by its report, keeps the rule at this bound. */
  readonly allows: (report: Report) => boolean;
}

/** All bounds that one side of a rule could have, ascending. */
export interface Ladder {
  readonly side: 'min' | 'max' | 'exactly';
  readonly rungs: readonly Rung[];
}

/** The size moves up to so many times its largest: beyond that nobody asks. */
const SIZES = 2;

/**
 * The bounds that a rule could have, step by step, and as it stands: whole members for a count, members of the largest
 * slate for a share (k of 47, and the bound as it stands), seats for the size, exceptions for a rule of
 * eligibility. "Exactly" moves both bounds at once; of a range each side moves alone, up to the other.
 *
 * @param facts the candidates.
 * @param id the id of a rule, or `size`; `undefined` if there is no such rule, or it adds up a fact, or has its bounds by size.
 */
export function laddersOf(ruleSet: RuleSet, id: string, facts: FactTable): readonly Ladder[] | undefined {
  if (id === 'size') return sizeLadders(ruleSet, facts.size);
  const index = ruleSet.rules.findIndex((rule) => rule.id === id);
  const rule = ruleSet.rules[index];
  if (rule === undefined || isAmount(rule) || isBySize(rule)) return undefined;
  const place = (changed: Rule): RuleSet => ({ ...ruleSet, rules: ruleSet.rules.with(index, changed) });
  if (rule.kind === 'require') return [exceptionLadder(ruleSet, rule)];
  return rule.kind === 'count'
    ? countLadders(rule, mostCounted(rule, facts) ?? ruleSet.size.max, place)
    : shareLadders(rule, ruleSet.size.max, place);
}

/**
 * How many rules are counted, or values of which each member may bring in several; `undefined`: members, or a
 * group of each.
 */
function mostCounted({ parts, several, represented }: CountRule, facts: FactTable): number | undefined {
  return several === undefined || represented === undefined
    ? parts?.length
    : valuesOfCells(groupsOf(facts, represented)).names.length;
}

function countLadders(rule: CountRule, seats: number, place: (changed: Rule) => RuleSet): readonly Ladder[] {
  const { min, max, ...open } = rule;
  return ladders(
    min,
    max,
    withBounds(range(0, seats), [min, max]),
    (one, other) => one - other,
    (value, own, moved) => ({
      value,
      bound: describeBound({ ...open, ...moved }),
      ruleSet: place({ ...open, ...own }),
      present: own.min === min && own.max === max,
      allows: (report) =>
        reportsOf(report, rule.id).every(
          ({ actual }) => actual >= (own.min ?? 0) && actual <= (own.max ?? Infinity),
        ),
    }),
  );
}

function shareLadders(rule: ShareRule, seats: number, place: (changed: Rule) => RuleSet): readonly Ladder[] {
  const { min, max, ...open } = rule;
  const isOfAll = rule.of === undefined && rule.forEach === undefined && rule.per === 'member';
  return ladders(min, max, sharesOf(seats, [min, max]), compareRatios, (share, own, moved) => ({
    value: share.numerator / share.denominator,
    bound: describeBound({ ...open, ...moved }),
    ruleSet: place({ ...open, ...own }),
    present: sameOrNone(own.min, min) && sameOrNone(own.max, max),
    // Of the base of a share "of" others, or of a group, a report does not tell the size: there only a solve knows.
    allows: (report) =>
      isOfAll &&
      reportsOf(report, rule.id).every(({ members: { length } }) => {
        const part = (bound: Ratio, side: BoundSide): number =>
          boundOfBase(bound, report.size, side, rule.round);
        return (
          (own.min === undefined || length >= part(own.min, 'min')) &&
          (own.max === undefined || length <= part(own.max, 'max'))
        );
      }),
  }));
}

interface Bounds<Value> {
  readonly min?: Value;
  readonly max?: Value;
}

/** A rung from its value, all bounds of the rule there, and those that moved. */
type MakeRung<Value> = (value: Value, own: Bounds<Value>, moved: Bounds<Value>) => Rung;

/** One ladder for "exactly", else one for each side that has a bound. */
function ladders<Value>(
  min: Value | undefined,
  max: Value | undefined,
  values: readonly Value[],
  compare: (one: Value, other: Value) => number,
  rung: MakeRung<Value>,
): readonly Ladder[] {
  if (min !== undefined && max !== undefined && compare(min, max) === 0) {
    const both = values.map((value) => rung(value, { min: value, max: value }, { min: value, max: value }));
    return [{ side: 'exactly', rungs: both }];
  }
  const ladder: Ladder[] = [];
  if (min !== undefined) {
    const below = values.filter((value) => max === undefined || compare(value, max) <= 0);
    const rest = max === undefined ? {} : { max };
    ladder.push({
      side: 'min',
      rungs: below.map((value) => rung(value, { min: value, ...rest }, { min: value })),
    });
  }
  if (max !== undefined) {
    const above = values.filter((value) => min === undefined || compare(value, min) >= 0);
    const rest = min === undefined ? {} : { min };
    ladder.push({
      side: 'max',
      rungs: above.map((value) => rung(value, { ...rest, max: value }, { max: value })),
    });
  }
  return ladder;
}

function sizeLadders(ruleSet: RuleSet, candidates: number): readonly Ladder[] {
  const { min, max } = ruleSet.size;
  const most = Math.max(max, Math.min(candidates, max * SIZES));
  return ladders(
    min,
    max,
    range(1, most),
    (one, other) => one - other,
    (value, own, moved) => {
      const size = { min: own.min ?? min, max: own.max ?? max };
      return {
        value,
        bound: sizeInWords(moved),
        ruleSet: { ...ruleSet, size },
        present: size.min === min && size.max === max,
        allows: (report) => report.size >= size.min && report.size <= size.max,
      };
    },
  );
}

function exceptionLadder(ruleSet: RuleSet, rule: Rule): Ladder {
  const rungs = range(0, ruleSet.size.max).map((exceptions): Rung => ({
    value: exceptions,
    bound: phraseInEach('explain.cost-exceptions', { exceptions }),
    ruleSet,
    exceptions,
    present: exceptions === 0,
    allows: (report) => reportsOf(report, rule.id).every(({ members }) => members.length <= exceptions),
  }));
  return { side: 'max', rungs };
}

function reportsOf({ rules }: Report, id: string) {
  return rules.filter((rule) => rule.id === id);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** These numbers and the bounds as they stand, which may lie beyond what any slate reaches; ascending, each once. */
function withBounds(numbers: readonly number[], bounds: readonly (number | undefined)[]): readonly number[] {
  const all = new Set([...numbers, ...bounds.filter((bound) => bound !== undefined)]);
  return [...all].sort((one, other) => one - other);
}

/** k of the largest slate, for all k, and the bounds as they stand; ascending, each once. */
function sharesOf(seats: number, bounds: readonly (Ratio | undefined)[]): readonly Ratio[] {
  const shares = range(0, seats).map((part) => {
    const { n, d } = new Fraction(part, seats);
    return { numerator: Number(n), denominator: Number(d) };
  });
  const all = [...shares, ...bounds.filter((bound) => bound !== undefined)].sort(compareRatios);
  return all.filter((share, index) => index === 0 || compareRatios(all[index - 1]!, share) !== 0);
}

function sameOrNone(one: Ratio | undefined, other: Ratio | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return compareRatios(one, other) === 0;
}
