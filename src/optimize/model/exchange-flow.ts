/** How many are to be placed of each class, and how many each unit takes; all of one template. */
export interface Placing {
  /** Classes with how many of them are chosen, at least 1. */
  readonly chosen: readonly { readonly rows: Uint32Array; readonly count: number }[];
  /** How many of the template a unit takes. */
  readonly room: ReadonlyMap<number, number>;
  readonly unitOf: Int32Array;
  /** Rows that are not to be taken; absent: none. */
  readonly without?: ReadonlySet<number>;
}

/** The rows that are chosen, or which of {@link Placing.chosen} stand in each other's way. */
export type Placed =
  | { readonly ok: true; readonly rows: readonly number[] }
  | { readonly ok: false; readonly blocked: readonly number[] };

/**
 * Places what was chosen of each class into units, each row at most once: a maximum matching by
 * augmenting paths (Kuhn, "The Hungarian method for the assignment problem", 1955). Where no path
 * augments, the classes it reached need more room than the units they can be in have (Hall), and are
 * given back.
 */
export function placed({ chosen, room, unitOf, without }: Placing): Placed {
  const taken = new Map<number, { readonly row: number; readonly class: number }[]>();
  const used = new Set<number>();
  let visited = new Set<number>();
  const place = (index: number): boolean => {
    for (const row of chosen[index]!.rows) {
      const unit = unitOf[row]!;
      if (used.has(row) || visited.has(unit) || !room.has(unit) || without?.has(row) === true) continue;
      visited.add(unit);
      const here = taken.get(unit) ?? [];
      if (here.length < room.get(unit)!) {
        taken.set(unit, [...here, { row, class: index }]);
        used.add(row);
        return true;
      }
      const moved = here.find((other) => place(other.class));
      if (moved === undefined) continue;
      used.delete(moved.row);
      used.add(row);
      taken.set(unit, [...taken.get(unit)!.filter((other) => other !== moved), { row, class: index }]);
      return true;
    }
    return false;
  };
  for (const [index, { count }] of chosen.entries()) {
    for (let nth = 0; nth < count; nth += 1) {
      visited = new Set();
      if (place(index)) continue;
      const inTheWay = [...visited].flatMap((unit) => (taken.get(unit) ?? []).map((other) => other.class));
      return { ok: false, blocked: [...new Set([index, ...inTheWay])] };
    }
  }
  return { ok: true, rows: [...used].sort((one, other) => one - other) };
}
