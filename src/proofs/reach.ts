import { isAmount } from '../rules/bounds/amount.ts';
import type { Rule } from '../rules/rule-set.ts';
import type { Term } from './plain-model.ts';

/** The least and the most that a sum can be over so many members. */
export function reachOf(
  terms: readonly Term[],
  seats: number,
): { readonly least: number; readonly most: number } {
  let [least, most, lowest, highest] = [0, 0, 0, 0];
  for (const { columns, coefficient } of terms) {
    if (coefficient < 0) least += coefficient * columns.length;
    else most += coefficient * columns.length;
    lowest = Math.min(lowest, coefficient);
    highest = Math.max(highest, coefficient);
  }
  return { least: Math.max(least, lowest * seats), most: Math.min(most, highest * seats) };
}

/** The rows of a verdict, ascending. */
export function rowsThatSay(verdicts: Uint8Array, wanted: number): Uint32Array {
  const rows = new Uint32Array(verdicts.length);
  let count = 0;
  for (let row = 0; row < verdicts.length; row += 1) {
    if (verdicts[row] === wanted) rows[count++] = row;
  }
  return rows.slice(0, count);
}

/** The rows of each group, ascending. @param of by row; below 0: in none of them. */
export function rowsByGroup(groups: number, of: Int32Array): readonly Uint32Array[] {
  const ends = new Uint32Array(groups);
  for (let row = 0; row < of.length; row += 1) if (of[row]! >= 0) ends[of[row]!]! += 1;
  const rows = ends.reduce((sum, count, group) => (ends[group] = sum + count), 0);
  const all = new Uint32Array(rows);
  for (let row = of.length - 1; row >= 0; row -= 1) {
    if (of[row]! >= 0) all[(ends[of[row]!]! -= 1)] = row;
  }
  return Array.from(ends, (begin, group) => all.subarray(begin, ends[group + 1] ?? rows));
}

/**
 * By how many units of a row one step of a goal may miss it. A member is worth `perMember` of them: of a
 * share of 2/5, cleared of its fraction, five; of a sum or an average that is 1 of the fact. What the check
 * says a missed goal costs is said here alone: `weight` per whole member, or with `deviation: exact`, and of
 * what is added up, per part of one.
 */
export function goalStep(rule: Rule, perMember: number): number {
  return isAmount(rule) || (rule.kind === 'share' && rule.deviation === 'exact') ? 1 : perMember;
}
