import { runsOfSizes, type SizedRule, sidesBySize } from '../../rules/bounds/by-size.ts';
import type { Size } from '../../rules/rule-set.ts';
import type { RowEntry, RowFamily, RuleRow } from './row-family.ts';
import type { LinkColumn, UnitLinksByClass } from './unit-rows.ts';

/** Up to which size a part of the slate is told in every pool, and in larger ones as far as sizes may go. */
const COUNTED = 1_000;
/** Sizes are told up to so many times the largest: beyond that nobody asks. */
const TIMES = 2;

/** The rows of a count with a class for every equivalence class, whatever its bounds. */
interface CountedRows extends Pick<RowFamily, 'rows' | 'classes'> {
  readonly classOf: Uint32Array;
}

/**
 * A count with bounds by the size n of the slate. Sizes with the same bounds l and u make a run k from a to b,
 * with a column z that is 1 where n is in it, and m is the number of matching members:
 *
 *     Σ z = 1,   Σ a z ≤ n ≤ Σ b z               exactly one run, the one that n is in
 *     m − Σ l z ≥ 0,   m − Σ u z ≤ 0             its bounds, in each group
 *
 * It is exact, since n and z are whole, and m − Σ u z is off by whole members. Without a bound l is 0 and u all
 * candidates.
 *
 * @param counted the rows of the count without bounds.
 * @param everybody how many candidates there are.
 * @param size how many members a slate may have.
 */
export function bySizeRows<Counted extends CountedRows>(
  rule: SizedRule,
  counted: Counted,
  everybody: number,
  size: Size,
): Counted & { readonly links: UnitLinksByClass } {
  const sides = sidesBySize(rule);
  const classes = counted.classes.map((entries) =>
    entries.flatMap(({ row, coefficient }) =>
      sides.map((_, side): RowEntry => ({ row: row * sides.length + side, coefficient })),
    ),
  );
  const table = tableOfSizes(
    rule,
    counted.rows.map(({ group }) => group),
    everybody,
    size,
  );
  const { rows, links } = table;
  const classOf = new Uint32Array(counted.classOf.length).fill(1);
  return { ...counted, rows, classes, links: { ...links, classOf } };
}

/** The same rows under other bounds, or another size; who counts stays. */
export function bySizeRowsAgain(
  rule: SizedRule,
  rows: readonly RuleRow[],
  everybody: number,
  size: Size,
): ReturnType<typeof tableOfSizes> {
  const every = sidesBySize(rule).length;
  const groups = rows.filter((_, row) => row % every === 0).map(({ group }) => group);
  return tableOfSizes(rule, groups, everybody, size);
}

/** Of the links: that there is one run, and where it begins and ends. */
const [ONE_RUN, BEGINS, ENDS] = [0, 1, 2] as const;

function tableOfSizes(
  rule: SizedRule,
  groups: readonly (string | undefined)[],
  everybody: number,
  size: Size,
): Pick<RowFamily, 'rows'> & { readonly links: Omit<UnitLinksByClass, 'classOf'> } {
  const sides = sidesBySize(rule);
  const rows = groups.flatMap((group) =>
    sides.map((side): RuleRow => ({
      ...(group !== undefined && { group }),
      lower: side === 'min' ? 0 : -Infinity,
      upper: side === 'max' ? 0 : Infinity,
      unit: 1,
    })),
  );
  const counted = Math.max(COUNTED, TIMES * Math.min(size.max, everybody));
  const columns = runsOfSizes(rule, everybody, counted).map(({ from, to, min, max }): LinkColumn => ({
    where: [{ row: BEGINS, lower: from, upper: to }],
    ofRule: rows.flatMap(({ upper }, row) => {
      const bound = upper === 0 ? (max ?? everybody) : (min ?? 0);
      return bound === 0 ? [] : [{ row, coefficient: -bound }];
    }),
    ofLinks: [
      { row: ONE_RUN, coefficient: 1 },
      ...(from === 0 ? [] : [{ row: BEGINS, coefficient: -from }]),
      ...(to === 0 ? [] : [{ row: ENDS, coefficient: -to }]),
    ],
  }));
  return {
    rows,
    links: {
      rows: [
        { lower: 1, upper: 1, unit: 1 },
        { lower: 0, upper: Infinity, unit: 1 },
        { lower: -Infinity, upper: 0, unit: 1 },
      ],
      classes: [
        [],
        [
          { row: BEGINS, coefficient: 1 },
          { row: ENDS, coefficient: 1 },
        ],
      ],
      columns,
    },
  };
}
