import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { SharedNumbers } from '../optimize/model/equivalence-classes.ts';
import type { RuleRows } from '../optimize/model/rule-rows.ts';

/** The hard rules that seats are filled, in which a way out leaves single seats vacant. */
export function fillsSeats({ rule }: RuleRows): boolean {
  return rule.kind === 'count' && rule.seats === true && rule.strength === 'hard';
}

/**
 * Rules that seats are filled, told by the seats that stay vacant: with one column v ∈ {0, 1} for each seat
 * of a unit u,
 *
 *     Σ x + Σ v ≥ min   in every unit,      Σ v ≤ n   over all units.
 *
 * With n = 0 that is the rule as it stands; a way out raises n, seat by seat.
 *
 * @param allowed n by the index of the rule; rules that are left out stay as they are.
 */
export function withVacantSeats(decided: DecidedCase, allowed: ReadonlyMap<number, number>): DecidedCase {
  const rules = decided.rules.map((family, index) => {
    const most = allowed.get(index);
    return most === undefined ? family : byVacantSeats(family, most);
  });
  return { ...decided, rules };
}

/** All of them, none with a vacant seat yet. */
export function seatsOfAll({ rules }: DecidedCase): ReadonlyMap<number, number> {
  return new Map(rules.flatMap((family, index) => (fillsSeats(family) ? [[index, 0] as const] : [])));
}

function byVacantSeats(family: RuleRows, most: number): RuleRows {
  const { rows, classOf, classes } = family;
  const columns = rows.flatMap(({ lower }, row) =>
    Array.from({ length: lower }, () => ({
      ofRule: [{ row: 0, coefficient: 1 }],
      ofLinks: [{ row, coefficient: 1 }],
    })),
  );
  return {
    ...family,
    rows: [{ lower: -Infinity, upper: most, unit: 1 }],
    classOf: new SharedNumbers(new Uint32Array(classOf.numbers.length), classOf.of),
    classes: [[]],
    links: { rows, classOf, classes, columns },
  };
}

/** The units whose seats are not all filled by some rows of the table, in order. */
export function unitsShort(
  { rows, classOf, classes }: RuleRows,
  chosen: readonly number[],
): readonly string[] {
  const filled = new Uint32Array(rows.length);
  for (const each of chosen) for (const { row } of classes[classOf.at(each)]!) filled[row]! += 1;
  return rows.flatMap(({ group, lower }, row) =>
    filled[row]! < lower && group !== undefined ? [group] : [],
  );
}
