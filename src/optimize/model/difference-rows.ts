import { type Decided } from '../../rules/conditions/deciding.ts';
import { rangeOfCount } from '../../rules/bounds/bound.ts';
import type { DifferenceRule } from '../../rules/bounds/difference.ts';
import type { FactTable } from '../../rules/facts/fact-table.ts';
import { groupsOfRule, NO_GROUP, OTHER_GROUP } from '../../rules/groups/groups.ts';
import type { RowEntry, RowFamily, RuleRow } from './row-family.ts';
import { VERDICT } from '../../rules/conditions/three-valued.ts';

/** The rows of a difference, with a class and a verdict for every equivalence class. */
interface DifferenceRows extends Pick<RowFamily, 'rows' | 'classes'> {
  readonly classOf: Uint32Array;
  readonly open: Uint8Array;
  readonly ungrouped?: Uint8Array;
}

/** `−max ≤ Σ x of one side − Σ x of the other ≤ max`, in each group. */
export function differenceRows(
  rule: DifferenceRule,
  table: FactTable,
  [one, other]: readonly Decided[],
): DifferenceRows {
  const groups = groupsOfRule(table, rule);
  const classOf = new Uint32Array(table.size);
  const open = new Uint8Array(table.size);
  const ungrouped = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row += 1) {
    const [first, second] = [one!.verdicts[row]!, other!.verdicts[row]!];
    const group = groups === undefined ? 0 : groups.of[row]!;
    if ((first === VERDICT.no && second === VERDICT.no) || group === OTHER_GROUP) continue;
    if (group === NO_GROUP) ungrouped[row] = 1;
    if (group === NO_GROUP && rule.missing === 'none') continue;
    if (group < 0 || first === VERDICT.open || second === VERDICT.open) open[row] = 1;
    else classOf[row] = 2 * group + (first === VERDICT.yes ? 1 : 2);
  }
  const names: readonly (string | undefined)[] = groups?.values ?? [undefined];
  const range = { ...rangeOfCount(rule), unit: 1 };
  return {
    rows: names.map((group): RuleRow => ({ ...(group !== undefined && { group }), ...range })),
    classOf,
    classes: [
      [],
      ...names.flatMap((_, row) => [1, -1].map((coefficient): RowEntry[] => [{ row, coefficient }])),
    ],
    open,
    ...(groups && { ungrouped }),
  };
}
