import type { PlainProgram } from '../../proofs/plain-model.ts';
import type { Aim } from './core-model.ts';

/** How many columns the relaxation gets at first, and with every round, beside the best of every row. */
const ROUND = 400;

/**
 * Who is there from the start: everybody in a small pool; in a large one the slate, what rules count, and the
 * most valued, of all and of every row.
 */
export function firstCore(model: PlainProgram, { level }: Aim, slate: readonly number[]): readonly number[] {
  const { eligible, levels, candidates } = model;
  const open = columnsWhere(eligible, (column) => eligible[column] === 1);
  // HiGHS says nothing of a program without columns; who is not eligible is one of 0.
  if (open.length === 0) return [0];
  if (open.length <= 2 * ROUND) return Array.from(open);
  const signs = open.filter((column) => column >= candidates);
  if (level === undefined) {
    const step = Math.ceil(open.length / ROUND);
    return distinct([signs, slate, open.filter((_, index) => index % step === 0)]);
  }
  const { values } = levels[level]!;
  return distinct([signs, slate, mostOf(open, values, ROUND), bestOfRows(model, values, -Infinity)]);
}

/** Columns outside the core that the bound would count for more than it should. */
export function attractive(
  reduced: Float64Array,
  core: { has(column: number): boolean },
  model: PlainProgram,
): readonly number[] {
  const { eligible } = model;
  const found = columnsWhere(
    eligible,
    (column) => reduced[column]! > 0 && eligible[column] === 1 && !core.has(column),
  );
  if (found.length <= ROUND) return Array.from(found);
  return distinct([
    mostOf(found, reduced, ROUND),
    bestOfRows(model, reduced, 0).filter((column) => !core.has(column)),
  ]);
}

/** The column of each row that has the most, where that is more than `least`: so that no group lacks choice. */
function bestOfRows(
  { rows, eligible }: PlainProgram,
  values: Float64Array,
  least: number,
): readonly number[] {
  return rows.flatMap(({ terms }) => {
    let best = -1;
    let most = least;
    for (const { columns } of terms) {
      for (let index = 0; index < columns.length; index += 1) {
        const value = values[columns[index]!]!;
        if (value > most && eligible[columns[index]!] === 1) {
          best = columns[index]!;
          most = value;
        }
      }
    }
    return best === -1 ? [] : [best];
  });
}

/** The columns that have the most. */
function mostOf(columns: Uint32Array, values: Float64Array, count: number): Uint32Array {
  return columns.toSorted((one, other) => values[other]! - values[one]!).slice(0, count);
}

function columnsWhere(all: Uint8Array, test: (column: number) => boolean): Uint32Array {
  const found = new Uint32Array(all.length);
  let count = 0;
  for (let column = 0; column < all.length; column += 1) if (test(column)) found[count++] = column;
  return found.slice(0, count);
}

function distinct(lists: readonly Iterable<number>[]): readonly number[] {
  const all = new Set<number>();
  for (const list of lists) for (const column of list) all.add(column);
  return [...all];
}
