import type { Decided } from '../../rules/conditions/deciding.ts';
import type { FactTable } from '../../rules/facts/fact-table.ts';
import { groupsOfRule, NO_GROUP, OTHER_GROUP } from '../../rules/groups/groups.ts';
import { roundedRow } from '../../rules/bounds/rounding.ts';
import type { Ratio, ShareRule } from '../../rules/rule-set.ts';
import { VERDICT } from '../../rules/conditions/three-valued.ts';
import type { RowEntry, RowFamily, RuleRow } from './row-family.ts';
import { isOneRow } from './share-slack.ts';

/** The rows of a share, with a class and a verdict for every equivalence class. */
interface ShareRows extends Pick<RowFamily, 'rows' | 'classes'> {
  readonly classOf: Uint32Array;
  readonly open: Uint8Array;
  readonly ungrouped?: Uint8Array;
  readonly groups?: readonly string[];
}

/** The class of a row of the table in a share: by group, and whether it matches or is of the base alone. */
export const COUNTS = { not: 0, base: 1, match: 2 } as const;

/** What somebody of a class in a share counts as: 0 nothing, 1 of the base alone, 2 a match. */
export function countsInShare(ofClass: number): number {
  return ofClass === 0 ? COUNTS.not : ofClass % 2 === 0 ? COUNTS.match : COUNTS.base;
}

/** The rows of a share, with a class and a verdict for every equivalence class; of groups, each has its own. */
export function shareRows(rule: ShareRule, table: FactTable, [where, of]: readonly Decided[]): ShareRows {
  const groups = groupsOfRule(table, rule);
  const classOf = new Uint32Array(table.size);
  const open = new Uint8Array(table.size);
  const ungrouped = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row += 1) {
    const base = of === undefined ? VERDICT.yes : of.verdicts[row]!;
    const match = where!.verdicts[row]!;
    const group = groups === undefined ? 0 : groups.of[row]!;
    if (base === VERDICT.no || group === OTHER_GROUP) continue;
    if (group === NO_GROUP) ungrouped[row] = 1;
    if (group === NO_GROUP && rule.missing === 'none') continue;
    if (group < 0 || base === VERDICT.open || match === VERDICT.open) open[row] = 1;
    else classOf[row] = 2 * group + (match === VERDICT.yes ? COUNTS.match : COUNTS.base);
  }
  const family = shareFamily(rule, groups?.values);
  return { ...family, classOf, open, ...(groups && { groups: groups.values, ungrouped }) };
}

/**
 * `min ≤ matching / base ≤ max` without division: with min = p/q, `q·matching − p·base ≥ 0`, and
 * likewise for max; what is rounded moves their bounds (`roundedRow`). Exact for every size of the slate; an
 * empty base keeps both. Groups have such rows each.
 */
export function shareFamily(
  rule: ShareRule,
  groups: readonly string[] | undefined,
): Pick<RowFamily, 'rows' | 'classes'> {
  const rows: RuleRow[] = [];
  const classes: (readonly RowEntry[])[] = [[]];
  const bounds = boundsOfShare(rule);
  for (const group of groups ?? [undefined]) {
    const inBase: RowEntry[] = [];
    const matching: RowEntry[] = [];
    for (const { bound, lower, upper } of bounds) {
      const named = group === undefined ? {} : { group };
      const row = rows.push({ ...named, lower, upper, unit: bound.denominator }) - 1;
      if (bound.numerator !== 0) inBase.push({ row, coefficient: -bound.numerator });
      const both = bound.denominator - bound.numerator;
      if (both !== 0) matching.push({ row, coefficient: both });
    }
    classes.push(inBase, matching);
  }
  return { rows, classes };
}

/** One bound of a share, of which one row is made: of `p/q` a row in units of `1/q`. */
interface ShareBound {
  readonly bound: Ratio;
  readonly lower: number;
  readonly upper: number;
}

/** The bounds of a share as ranges of its rows, what is rounded moved (`roundedRow`): an equation is one row. */
export function boundsOfShare(rule: ShareRule): readonly ShareBound[] {
  const { min, max, round } = rule;
  const isOne = isOneRow(rule);
  const most = max && roundedRow(max, 'max', round);
  return [
    ...(min === undefined
      ? []
      : [{ bound: min, lower: roundedRow(min, 'min', round), upper: isOne ? most! : Infinity }]),
    ...(max === undefined || isOne ? [] : [{ bound: max, lower: -Infinity, upper: most! }]),
  ];
}
