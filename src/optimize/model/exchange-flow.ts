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

/** Of all ways to place what was chosen, the rows that some take, and those that all take. */
export interface Leeway {
  readonly some: readonly number[];
  readonly all: readonly number[];
}

/**
 * What of a placing is open. With one way at hand, draw an edge from a class to a unit for every row that it
 * leaves, and back for every row that it takes. Every other way is reached along cycles of this graph, so a
 * row can be taken or left where its class and its unit are in one strongly connected component (Berge 1957;
 * Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1, 1972).
 *
 * @returns `undefined` where it cannot all be placed.
 */
export function leeway(placing: Placing): Leeway | undefined {
  const way = placed(placing);
  if (!way.ok) return undefined;
  const { chosen, room, unitOf } = placing;
  const taken = new Set(way.rows);
  const nodeOf = new Map(Array.from(room.keys(), (unit, index) => [unit, chosen.length + index]));
  const edges = Array.from({ length: chosen.length + room.size }, (): number[] => []);
  const rows = chosen.flatMap(({ rows: own }, from) =>
    Array.from(own).flatMap((row) => {
      const to = nodeOf.get(unitOf[row]!);
      return to === undefined ? [] : [{ row, from, to }];
    }),
  );
  for (const { row, from, to } of rows) edges[taken.has(row) ? to : from]!.push(taken.has(row) ? from : to);
  const componentOf = components(edges);
  const isOpen = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
    componentOf[from] === componentOf[to];
  return {
    some: rows.flatMap((each) => (taken.has(each.row) || isOpen(each) ? [each.row] : [])),
    all: rows.flatMap((each) => (taken.has(each.row) && !isOpen(each) ? [each.row] : [])),
  };
}

/** The strongly connected component of each node of a graph, given by the targets of its edges. */
function components(edges: readonly (readonly number[])[]): Int32Array {
  const componentOf = new Int32Array(edges.length).fill(-1);
  const order = new Int32Array(edges.length).fill(-1);
  const lowest = new Int32Array(edges.length);
  const open: number[] = [];
  let [visited, count] = [0, 0];
  const visit = (node: number): void => {
    order[node] = lowest[node] = visited;
    visited += 1;
    open.push(node);
    for (const next of edges[node]!) {
      if (order[next] === -1) visit(next);
      if (componentOf[next] === -1) lowest[node] = Math.min(lowest[node], lowest[next]!);
    }
    if (lowest[node] !== order[node]) return;
    for (let last = -1; last !== node;) {
      last = open.pop()!;
      componentOf[last] = count;
    }
    count += 1;
  };
  for (const node of edges.keys()) if (order[node] === -1) visit(node);
  return componentOf;
}
