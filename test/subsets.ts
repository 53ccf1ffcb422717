import type { Rule } from '../src/rules/rule-set.ts';
import { compareObjectives, deviationOf, groupsAsked, holds, shareOff } from './brute-force.ts';
import type { PlainCandidate, PlainCase } from './random-case.ts';

/**
 * Brute force for up to 26 candidates: a slate is a bit pattern, a rule counts bits. Half a million
 * slates take some hundredths of a second, so the optimum of a pool of 25 is known for sure.
 */

/** Decisions on persons and earlier slates to keep away from, by index of the candidate. */
export interface PlainDecisions {
  readonly pin?: readonly number[];
  readonly exclude?: readonly number[];
  readonly together?: readonly (readonly number[])[];
  readonly apart?: readonly (readonly number[])[];
  readonly differences?: readonly { readonly members: readonly number[]; readonly by: number }[];
}

/** What is best among all slates: the objective level by level, and how many slates attain it. */
export interface BestOfAll {
  readonly values: readonly number[];
  readonly slates: number;
}

/** The best of all compliant slates; `undefined` if there is none. */
export function bestOfAll(plain: PlainCase, decisions: PlainDecisions = {}): BestOfAll | undefined {
  const { candidates, ruleSet } = plain;
  const allowed = allows(decisions);
  const lines = ruleSet.rules.map((rule) => ({ rule, off: deviationBy(rule, candidates) }));
  const hard = lines.filter(({ rule }) => rule.strength === 'hard').map(({ off }) => off);
  const soft = lines.filter(({ rule }) => rule.strength === 'soft');
  const values = ruleSet.objective.map((level) => ({
    sum: sumOver(candidates.map((each) => worthOf(level.terms, each))),
    soft: level.softRules ? soft : [],
  }));
  let best: number[] | undefined;
  let slates = 0;
  for (const slate of slatesOf(candidates.length, ruleSet.size)) {
    if (!allowed(slate) || hard.some((off) => off(slate) > 1e-9)) continue;
    const found = values.map(({ sum, soft }) =>
      soft.reduce((value, { rule, off }) => value - rule.weight * off(slate), sum(slate)),
    );
    const compared = best === undefined ? 1 : compareObjectives(found, best);
    if (compared > 0) [best, slates] = [found, 1];
    else if (compared === 0) slates += 1;
  }
  return best && { values: best, slates };
}

/** All bit patterns of between `min` and `max` of `count` bits. */
function* slatesOf(count: number, { min, max }: { min: number; max: number }): Generator<number> {
  for (let size = min; size <= Math.min(max, count); size += 1) {
    if (size === 0) {
      yield 0;
      continue;
    }
    // Gosper's hack: the next larger pattern with as many bits.
    for (let slate = 2 ** size - 1; slate < 2 ** count;) {
      yield slate;
      const lowest = slate & -slate;
      const ripple = slate + lowest;
      slate = (((slate ^ ripple) >>> 2) / lowest) | ripple;
    }
  }
}

function bits(pattern: number): number {
  let count = pattern - ((pattern >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function maskOf(candidates: readonly PlainCandidate[], test: (candidate: PlainCandidate) => boolean): number {
  return candidates.reduce((mask, each, index) => (test(each) ? mask | (1 << index) : mask), 0);
}

const patternOf = (rows: readonly number[]): number => rows.reduce((mask, row) => mask | (1 << row), 0);

function allows(decisions: PlainDecisions): (slate: number) => boolean {
  const pin = patternOf(decisions.pin ?? []);
  const exclude = patternOf(decisions.exclude ?? []);
  const together = (decisions.together ?? []).map(patternOf);
  const apart = (decisions.apart ?? []).map(patternOf);
  const earlier = (decisions.differences ?? []).map(({ members, by }) => ({
    pattern: patternOf(members),
    by,
  }));
  return (slate) =>
    (slate & pin) === pin &&
    (slate & exclude) === 0 &&
    together.every((group) => (slate & group) === 0 || (slate & group) === group) &&
    apart.every((group) => bits(slate & group) <= 1) &&
    earlier.every(({ pattern, by }) => Math.max(bits(pattern & ~slate), bits(slate & ~pattern)) >= by);
}

/** Members missing or too many under a rule. */
function deviationBy(rule: Rule, candidates: readonly PlainCandidate[]): (slate: number) => number {
  if (rule.kind === 'require') {
    const failing = maskOf(
      candidates,
      (each) => (!rule.where || holds(rule.where, each)) && !holds(rule.satisfy, each),
    );
    return (slate) => bits(slate & failing);
  }
  if (rule.kind === 'count' && rule.parts !== undefined) {
    const parts = rule.parts.map((part) => deviationBy(part, candidates));
    return (slate) => Math.max(0, (rule.min ?? 0) - parts.filter((off) => off(slate) < 1e-9).length);
  }
  if (rule.kind === 'count' && rule.represented !== undefined) {
    const match = maskOf(candidates, (each) => !rule.where || holds(rule.where, each));
    const groups = groupsAsked({ ...rule, forEach: rule.represented }, candidates).map(
      (isIn) => maskOf(candidates, isIn) & match,
    );
    return (slate) => {
      const count = groups.filter((group) => (slate & group) !== 0).length;
      return Math.max(0, (rule.min ?? 0) - count) + Math.max(0, count - (rule.max ?? Infinity));
    };
  }
  if (rule.kind === 'share') {
    const base = maskOf(candidates, (each) => !rule.of || holds(rule.of, each));
    const match = base & maskOf(candidates, (each) => holds(rule.where, each));
    const groups = groupsAsked(rule, candidates).map((isIn) => maskOf(candidates, isIn));
    return (slate) =>
      groups.reduce(
        (sum, group) => sum + shareOff(rule, bits(slate & match & group), bits(slate & base & group)),
        0,
      );
  }
  if (rule.kind !== 'count' || rule.against !== undefined || rule.bySize !== undefined) {
    const membersOf = (slate: number) => candidates.filter((_, index) => slate & (1 << index));
    return (slate) => deviationOf(rule, membersOf(slate), candidates);
  }
  const [min, max] = [rule.min ?? 0, rule.max ?? Infinity];
  const match = maskOf(candidates, (each) => !rule.where || holds(rule.where, each));
  const groups = groupsAsked(rule, candidates).map((isIn) => maskOf(candidates, isIn) & match);
  return (slate) => {
    let off = 0;
    for (const group of groups) {
      const count = bits(slate & group);
      off += Math.max(0, min - count) + Math.max(0, count - max);
    }
    return off;
  };
}

/** What a candidate adds to a level. */
export function worthOf(
  terms: PlainCase['ruleSet']['objective'][number]['terms'],
  candidate: PlainCandidate,
): number {
  let worth = 0;
  for (const { fact, where, weight } of terms) {
    if (where && !holds(where, candidate)) continue;
    worth += weight * (fact === undefined ? 1 : Number(candidate[fact as keyof PlainCandidate]));
  }
  return worth;
}

/** Sums over a pattern by two look-ups: one for its lower thirteen bits, one for the others. */
function sumOver(worths: readonly number[]): (slate: number) => number {
  const table = (half: readonly number[]): Float64Array => {
    const sums = new Float64Array(2 ** half.length);
    for (let pattern = 1; pattern < sums.length; pattern += 1) {
      const top = 31 - Math.clz32(pattern);
      sums[pattern] = sums[pattern ^ (1 << top)]! + half[top]!;
    }
    return sums;
  };
  const [low, high] = [table(worths.slice(0, 13)), table(worths.slice(13))];
  return (slate) => low[slate & 0x1fff]! + high[slate >>> 13]!;
}
