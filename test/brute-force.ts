import type { Condition, Rule, RuleSet } from '../src/rules/rule-set.ts';
import type { PlainCandidate, PlainCase } from './random-case.ts';

/** The rules once more, written as plainly as possible and without any of the code under test. */

/** Whether a condition holds of a candidate who has all its facts. */
export function holds(condition: Condition, candidate: PlainCandidate): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, candidate));
  if ('any' in condition) return condition.any.some((each) => holds(each, candidate));
  if ('not' in condition) return !holds(condition.not, candidate);
  const value = candidate[condition.fact as keyof PlainCandidate];
  const other = condition.value;
  switch (condition.operator) {
    case 'equal':
      return value === other;
    case 'notEqual':
      return value !== other;
    case 'in':
      return Array.isArray(other) && other.includes(value);
    case 'notIn':
      return Array.isArray(other) && !other.includes(value);
    case 'lessThan':
      return Number(value) < Number(other);
    case 'lessThanInclusive':
      return Number(value) <= Number(other);
    case 'greaterThan':
      return Number(value) > Number(other);
    case 'greaterThanInclusive':
      return Number(value) >= Number(other);
  }
}

/** Members missing or too many under a rule, summed over its groups. */
export function deviationOf(
  rule: Rule,
  slate: readonly PlainCandidate[],
  pool: readonly PlainCandidate[],
): number {
  if (rule.kind === 'require') {
    return slate.filter((each) => (!rule.where || holds(rule.where, each)) && !holds(rule.satisfy, each))
      .length;
  }
  if (rule.per === 'unit' && (rule.kind === 'count' || rule.kind === 'share'))
    return unitsOff(rule, slate, pool);
  if (rule.kind === 'count' && rule.parts !== undefined) {
    const kept = rule.parts.filter((part) => deviationOf(part, slate, pool) < 1e-9).length;
    return Math.max(0, (rule.min ?? 0) - kept);
  }
  if (rule.kind === 'count' && rule.represented !== undefined) {
    const matching = slate.filter((each) => !rule.where || holds(rule.where, each));
    const groups = groupsAsked({ ...rule, forEach: rule.represented }, pool).filter((isIn) =>
      matching.some(isIn),
    );
    return Math.max(0, (rule.min ?? 0) - groups.length) + Math.max(0, groups.length - (rule.max ?? Infinity));
  }
  const ofGroup = (isIn: (candidate: PlainCandidate) => boolean): number => {
    const members = slate.filter(isIn);
    const matching = members.filter((each) => !rule.where || holds(rule.where, each));
    if (rule.kind === 'share') {
      const base = members.filter((each) => !rule.of || holds(rule.of, each));
      return shareOff(rule, base.filter((each) => holds(rule.where, each)).length, base.length);
    }
    if (rule.kind !== 'count') return amountOff(rule, matching);
    const { against } = rule;
    if (against !== undefined) {
      const others = members.filter((each) => holds(against, each));
      return Math.max(0, Math.abs(matching.length - others.length) - rule.max!);
    }
    const { length } = matching;
    if (rule.bySize !== undefined) return offBySize(rule, length, slate.length);
    return Math.max(0, (rule.min ?? 0) - length) + Math.max(0, length - (rule.max ?? Infinity));
  };
  return groupsAsked(rule, pool).reduce((sum, isIn) => sum + ofGroup(isIn), 0);
}

/** A table by size, looked up and counted off member by member. */
function offBySize(
  { bySize = [] }: Extract<Rule, { kind: 'count' }>,
  matching: number,
  size: number,
): number {
  const line = bySize.find((each) => each.size.min <= size && size <= each.size.max);
  const part = (bound: number | { numerator: number; denominator: number }): number =>
    typeof bound === 'number' ? bound : (bound.numerator * size) / bound.denominator;
  const least = line?.min === undefined ? 0 : part(line.min);
  const most = line?.max === undefined ? Infinity : part(line.max);
  let [missing, many] = [0, 0];
  while (matching + missing < least - 1e-9) missing += 1;
  while (matching - many > most + 1e-9) many += 1;
  return missing + many;
}

/** The groups that a rule is about, each as who is in it; everybody where it has none. */
export function groupsAsked(
  { forEach, groups }: Exclude<Rule, { kind: 'require' }>,
  pool: readonly PlainCandidate[],
): readonly ((candidate: PlainCandidate) => boolean)[] {
  if (forEach === undefined) return [() => true];
  const facts = forEach.split(' + ') as readonly (keyof PlainCandidate)[];
  const nameOf = (each: PlainCandidate): string | undefined =>
    facts.some((fact) => each[fact] === undefined)
      ? undefined
      : JSON.stringify(facts.map((fact) => each[fact]));
  const asking =
    groups !== undefined && 'where' in groups ? pool.filter((each) => holds(groups.where, each)) : pool;
  const names =
    groups !== undefined && 'values' in groups
      ? groups.values.map((value) => JSON.stringify([value]))
      : asking.flatMap((each) => nameOf(each) ?? []);
  return [...new Set(names)].map((name) => (each) => nameOf(each) === name);
}

/**
 * How many would have to match besides, or match no longer, for a share to be kept: tried one after the
 * other, unless parts of one count.
 */
export function shareOff(
  { min, max, deviation, round }: Extract<Rule, { kind: 'share' }>,
  matching: number,
  base: number,
): number {
  if (round !== undefined) {
    // By trying every number of matches there could be.
    const isNear = (count: number, bound: typeof min, side: 'min' | 'max') =>
      bound === undefined ||
      (side === 'min'
        ? count >= wholePart(bound, base, side, round)
        : count <= wholePart(bound, base, side, round));
    let [missing, many] = [0, 0];
    while (!isNear(matching + missing, min, 'min')) missing += 1;
    while (!isNear(matching - many, max, 'max')) many += 1;
    return missing + many;
  }
  const below = (count: number) => (min ? Math.max(0, (min.numerator * base) / min.denominator - count) : 0);
  const above = (count: number) => (max ? Math.max(0, count - (max.numerator * base) / max.denominator) : 0);
  if (deviation === 'exact') return below(matching) + above(matching);
  let [missing, many] = [0, 0];
  while (below(matching + missing) > 1e-9) missing += 1;
  while (above(matching - many) > 1e-9) many += 1;
  return missing + many;
}

/** A part of a base as whole people, found by looking at the whole numbers around it. */
function wholePart(
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  base: number,
  side: 'min' | 'max',
  round: 'nearest' | 'up' | 'down' | 'either',
): number {
  const part = (numerator * base) / denominator;
  const numbers = Array.from({ length: base + 2 }, (_, count) => count);
  const below = numbers.findLast((count) => count <= part + 1e-9)!;
  const above = numbers.find((count) => count >= part - 1e-9)!;
  if (round === 'nearest') return part - below < above - part - 1e-9 ? below : above;
  const isDown = round === 'down' || (round === 'either' && side === 'min');
  return isDown ? below : above;
}

/** What is missing or too much of a sum, or of an average over all who match together. */
function amountOff(
  rule: Extract<Rule, { kind: 'sum' | 'average' }>,
  matching: readonly PlainCandidate[],
): number {
  const of = (bound: typeof rule.min) => bound && bound.numerator / bound.denominator;
  const valueOf = (each: PlainCandidate) => each[rule.fact as keyof PlainCandidate] as number | undefined;
  const values = matching.flatMap((each) => valueOf(each) ?? []);
  const sum = values.reduce((total, value) => total + value, 0);
  const times = rule.kind === 'sum' ? 1 : values.length;
  const [low, high] = [of(rule.min) ?? -Infinity, of(rule.max) ?? Infinity];
  if (times === 0) return 0;
  return Math.max(0, low * times - sum) + Math.max(0, sum - high * times);
}

/** Units missing or too many: a unit counts if somebody of it on the slate matches. */
function unitsOff(
  rule: Extract<Rule, { kind: 'count' | 'share' }>,
  slate: readonly PlainCandidate[],
  pool: readonly PlainCandidate[],
): number {
  const unitsOf = (all: readonly PlainCandidate[]): Set<string> =>
    new Set(all.flatMap(({ unit }) => unit ?? []));
  const inBase = rule.kind === 'share' && rule.of ? slate.filter((each) => holds(rule.of!, each)) : slate;
  const matching = unitsOf(inBase.filter((each) => !rule.where || holds(rule.where, each))).size;
  if (rule.kind === 'count') {
    return Math.max(0, (rule.min ?? 0) - matching) + Math.max(0, matching - (rule.max ?? Infinity));
  }
  const base = unitsOf(rule.of ? inBase : pool).size;
  return shareOff(rule, matching, base);
}

/** Whether a slate keeps the size and all hard rules. */
export function isCompliant(
  ruleSet: RuleSet,
  slate: readonly PlainCandidate[],
  pool: readonly PlainCandidate[],
): boolean {
  if (slate.length < ruleSet.size.min || slate.length > ruleSet.size.max) return false;
  return ruleSet.rules.every((rule) => rule.strength === 'soft' || deviationOf(rule, slate, pool) < 1e-9);
}

/** The objective of a slate, level by level. */
export function objectiveOf(
  ruleSet: RuleSet,
  slate: readonly PlainCandidate[],
  pool: readonly PlainCandidate[],
): number[] {
  return ruleSet.objective.map((level) => {
    let value = 0;
    for (const term of level.terms) {
      for (const each of slate) {
        if (term.where && !holds(term.where, each)) continue;
        value +=
          term.weight * (term.fact === undefined ? 1 : Number(each[term.fact as keyof PlainCandidate]));
      }
    }
    if (!level.softRules) return value;
    return ruleSet.rules.reduce(
      (sum, rule) => (rule.strength === 'soft' ? sum - rule.weight * deviationOf(rule, slate, pool) : sum),
      value,
    );
  });
}

/** All compliant slates. */
export function* compliantSlates({ candidates, ruleSet }: PlainCase): Generator<readonly PlainCandidate[]> {
  for (let mask = 0; mask < 2 ** candidates.length; mask += 1) {
    const slate = candidates.filter((_, index) => mask & (1 << index));
    if (isCompliant(ruleSet, slate, candidates)) yield slate;
  }
}

/** Compares objectives level by level, with room for rounding: negative if `one` is worse. */
export function compareObjectives(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    if (Math.abs(value - other[index]!) > 1e-6) return value - other[index]!;
  }
  return 0;
}

/** The best objective of all compliant slates; `undefined` if there is none. */
export function bestObjective(plain: PlainCase): number[] | undefined {
  let best: number[] | undefined;
  for (const slate of compliantSlates(plain)) {
    const value = objectiveOf(plain.ruleSet, slate, plain.candidates);
    if (best === undefined || compareObjectives(value, best) > 0) best = value;
  }
  return best;
}
