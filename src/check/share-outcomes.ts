import { type Decided } from '../rules/conditions/deciding.ts';
import { boundOfBase, type BoundSide } from '../rules/bounds/rounding.ts';
import type { Ratio, ShareRule } from '../rules/rule-set.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

/** What the missing facts of members leave of a share. */
interface ShareOutcomes {
  /** Whether some values of the missing facts keep it, and whether some break it. */
  readonly kept: boolean;
  readonly broken: boolean;
  /** By how many members it is missed at least, negative below; 0 where it may be kept. */
  readonly nearest: number;
}

/** Members by what their facts leave open: whether they are of the base, and whether they match. */
interface Tally {
  base: number;
  matching: number;
  /** Of the base, and may match. */
  mayMatch: number;
  /** May be of the base, and then match, do not, or may. */
  inMatching: number;
  inOther: number;
  inEither: number;
}

/**
 * Says over all values that missing facts may have whether a share is kept. Members are independent of
 * each other, so with n of the base the matching ones are all whole numbers of a range: the ends of the
 * range are tried, and the numbers next to the bounds.
 *
 * @param decided the conditions of the rule on the members, or on units that stand for them.
 */
export function shareOutcomes(rule: ShareRule, decided: readonly Decided[], size: number): ShareOutcomes {
  const { base, matching, mayMatch, inMatching, inOther, inEither } = tallyOf(decided, size);
  let [kept, broken, nearest] = [false, false, Infinity];
  for (let joining = 0; joining <= inMatching + inOther + inEither; joining += 1) {
    const least = matching + Math.max(0, joining - inOther - inEither);
    const most = matching + mayMatch + Math.min(joining, inMatching + inEither);
    const count = base + joining;
    for (const tried of [least, most, ...besideBounds(rule, count)]) {
      const off = offBy(rule, count, Math.min(most, Math.max(least, tried)));
      if (off === 0) kept = true;
      else broken = true;
      if (Math.abs(off) < Math.abs(nearest)) nearest = off;
    }
  }
  return { kept, broken, nearest };
}

function tallyOf([where, of, rest]: readonly Decided[], size: number): Tally {
  const tally: Tally = { base: 0, matching: 0, mayMatch: 0, inMatching: 0, inOther: 0, inEither: 0 };
  for (let index = 0; index < size; index += 1) {
    const inBase = of === undefined ? VERDICT.yes : of.verdicts[index]!;
    const match = where!.verdicts[index]!;
    const mayDiffer = rest === undefined ? match !== VERDICT.yes : rest.verdicts[index] !== VERDICT.no;
    if (inBase === VERDICT.yes) {
      tally.base += 1;
      if (match === VERDICT.yes) tally.matching += 1;
      else if (match === VERDICT.open) tally.mayMatch += 1;
    } else if (inBase === VERDICT.open) {
      if (match === VERDICT.no) tally.inOther += 1;
      else if (mayDiffer) tally.inEither += 1;
      else tally.inMatching += 1;
    }
  }
  return tally;
}

/** The whole numbers on both sides of each bound. */
function besideBounds({ min, max, round }: ShareRule, base: number): readonly number[] {
  return [
    ...(min === undefined ? [] : [boundOfBase(min, base, 'min', round)].flatMap((own) => [own - 1, own])),
    ...(max === undefined ? [] : [boundOfBase(max, base, 'max', round)].flatMap((own) => [own, own + 1])),
  ];
}

/**
 * How many members a share is off by: the least whole number who would have to match besides (negative), or
 * match no longer, in the same base, as the bound is rounded; where the rule asks for it, `matching − bound × base`.
 */
function offBy({ min, max, deviation, round }: ShareRule, base: number, matching: number): number {
  const over = (bound: Ratio, side: BoundSide): number => {
    const { numerator, denominator } = bound;
    if (deviation === 'exact') return (matching * denominator - numerator * base) / denominator;
    return matching - boundOfBase(bound, base, side, round);
  };
  const [below, above] = [min && over(min, 'min'), max && over(max, 'max')];
  if (below !== undefined && below < 0) return below;
  return above !== undefined && above > 0 ? above : 0;
}
