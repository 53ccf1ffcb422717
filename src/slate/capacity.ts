import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { RuleRows } from '../optimize/model/rule-rows.ts';
import { isDifference } from '../rules/bounds/difference.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import type { Capacity } from '../check/answer-parts.ts';
import { sizeTitle } from '../check/rule-reports.ts';

/**
 * What the pool can give every hard count, each rule alone with the size: how many eligible candidates
 * match, how few must match for the slate to be filled, and whether groups leave room for a slate.
 * Where a line is not `enough`, no slate exists, whatever the other rules say; the converse does not
 * hold.
 *
 * @param excluded rows that may not be on the slate.
 */
export function capacitiesOf(decided: DecidedCase, excluded: readonly number[] = []): readonly Capacity[] {
  const eligible = eligibility(decided, excluded);
  const count = eligible.reduce((sum, each) => sum + each, 0);
  const { size } = decided.ruleSet;
  const lines = [sizeLine(count, decided.ruleSet)];
  for (const rule of decided.rules) {
    if (rule.rule.kind !== 'count' || rule.rule.strength === 'soft') continue;
    // What units can give depends on who else is chosen in them, and anybody evens out a difference.
    if (rule.links !== undefined || isDifference(rule.rule)) continue;
    lines.push(...ruleLines(rule, eligible, count, size));
  }
  return lines;
}

/** 1 for everybody who is neither set aside nor excluded nor barred by a hard `require`. */
export function eligibility(decided: DecidedCase, excluded: readonly number[]): Uint8Array {
  const eligible = new Uint8Array(decided.facts.size).fill(1);
  for (const row of decided.setAside.keys()) eligible[row] = 0;
  for (const row of excluded) eligible[row] = 0;
  for (const { rule, classOf } of decided.rules) {
    if (rule.kind !== 'require' || rule.strength === 'soft') continue;
    classOf.forEach((barred, row) => {
      if (barred === 1) eligible[row] = 0;
    });
  }
  return eligible;
}

function sizeLine(eligible: number, ruleSet: RuleSet): Capacity {
  const seats = ruleSet.size.min;
  const title = sizeTitle(ruleSet);
  return {
    rule: 'size',
    title,
    available: eligible,
    need: { min: seats, max: null },
    enough: eligible >= seats,
    message: inEachLanguage((language) =>
      phrase(language, 'slate.capacity-size', {
        title: title[language],
        eligible,
        seats,
        plan: ruleSet.titles !== undefined,
      }),
    ),
  };
}

interface Seats {
  readonly min: number;
  readonly max: number;
}

function ruleLines(family: RuleRows, eligible: Uint8Array, count: number, size: Seats): readonly Capacity[] {
  const { rule, rows } = family;
  if (rule.kind !== 'count') return [];
  const available = availableByRow(family, eligible);
  const [min, max] = [rule.min ?? 0, rule.max ?? Infinity];
  if (rule.forEach === undefined) {
    const matching = available[0]!;
    return [line(family, undefined, matching, min, max, Math.max(0, size.min - (count - matching)))];
  }
  const groups = rows.map((row, index) => line(family, row.group, available[index]!, min, max, 0));
  const together = groupsTogether(family, available, count, size);
  return together === undefined ? groups : [...groups, together];
}

function availableByRow(family: RuleRows, eligible: Uint8Array): Uint32Array {
  const byClass = new Uint32Array(family.classes.length);
  family.classOf.forEach((each, row) => {
    byClass[each]! += eligible[row]!;
  });
  const available = new Uint32Array(family.rows.length);
  family.classes.forEach((entries, each) => {
    for (const { row } of entries) available[row]! += byClass[each]!;
  });
  return available;
}

/** The message of a line in both languages, and whether the pool suffices. */
function line(
  { rule }: RuleRows,
  group: string | undefined,
  available: number,
  min: number,
  max: number,
  fewest: number,
): Capacity {
  const say = (title: string, language: 'vi' | 'en'): string => {
    if (available < min)
      return phrase(language, 'slate.capacity-few', { title, group, available, needed: min });
    if (fewest > max) return phrase(language, 'slate.capacity-many', { title, group, fewest, allowed: max });
    return phrase(language, 'slate.capacity-enough', { title, group, available });
  };
  return {
    rule: rule.id,
    ...(group !== undefined && { group }),
    title: rule.title,
    available,
    need: { min: min === 0 ? null : min, max: max === Infinity ? null : max },
    enough: available >= min && fewest <= max,
    message: inEachLanguage((language) => say(rule.title[language], language)),
  };
}

/** A line where the limits of all groups together leave too little room, or need too much. */
function groupsTogether(
  family: RuleRows,
  available: Uint32Array,
  count: number,
  size: Seats,
): Capacity | undefined {
  const { rule } = family;
  if (rule.kind !== 'count') return undefined;
  const [min, max] = [rule.min ?? 0, rule.max ?? Infinity];
  const matching = available.reduce((sum, each) => sum + each, 0);
  const most = count - matching + available.reduce((sum, each) => sum + Math.min(each, max), 0);
  const fewest = min * available.length;
  const base = { rule: rule.id, title: rule.title, available: matching, enough: false };
  const told = (message: Text, need: Capacity['need']): Capacity => ({ ...base, need, message });
  if (most < size.min) {
    const say = (language: 'vi' | 'en'): string =>
      phrase(language, 'slate.capacity-groups-few', { title: rule.title[language], most, seats: size.min });
    return told(inEachLanguage(say), { min: size.min, max: null });
  }
  if (fewest > size.max) {
    const say = (language: 'vi' | 'en'): string =>
      phrase(language, 'slate.capacity-groups-many', {
        title: rule.title[language],
        fewest,
        seats: size.max,
      });
    return told(inEachLanguage(say), { min: null, max: size.max });
  }
  return undefined;
}
