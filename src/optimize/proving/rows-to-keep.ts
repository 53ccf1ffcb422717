import type { KeptRow } from '../../proofs/kept-rows.ts';
import type { PlainProgram, PlainRow } from '../../proofs/plain-model.ts';
import type { Aim } from './core-model.ts';
import type { RowPrices } from './plain-relaxation.ts';
import type { Branching, RowsKept } from './proof-tree.ts';

/** A row with fewer different numbers is well told by its price. */
const FEWEST_NUMBERS = 3;
/** Going through all sums of more columns takes too long to be tried at every node. */
const MOST_COLUMNS = 1000;

/** Rows with the same coefficients, such as the two bounds of a sum. */
interface Group {
  readonly rows: readonly number[];
  /** Whether they are kept whatever they are priced. */
  readonly always: boolean;
}

/**
 * Which rows a leaf had better keep as they are: those that add up numbers, for a sum that must be met exactly
 * is met by few slates and by many points of the relaxation; and with them the size and all that is priced.
 */
export class RowsToKeep {
  readonly #groups: readonly Group[];

  constructor(model: PlainProgram, { level }: Aim) {
    const counting = model.rows.flatMap((row, index) =>
      row.goal === undefined || level !== undefined ? [{ row, index }] : [],
    );
    const isTried = model.eligible.length <= MOST_COLUMNS && counting.some(({ row }) => addsUp(row));
    const alike = Map.groupBy(isTried ? counting : [], ({ row }) => fingerprint(row));
    this.#groups = Array.from(alike.values(), (rows) => ({
      rows: rows.map(({ index }) => index),
      always: rows.some(({ row }) => addsUp(row) || isSize(row)),
    }));
  }

  /** The rows to keep at a node, and who was decided on the way; nothing where nothing is added up. */
  at({ rows: prices }: RowPrices, path: readonly Branching[]): RowsKept | undefined {
    if (this.#groups.length === 0) return undefined;
    const branchings = path.flatMap(({ split }, index) => (split.columns.length === 1 ? [index] : []));
    const isKept = ({ rows, always }: Group): boolean => always || rows.some((row) => prices.has(row));
    return { rows: this.#groups.filter(isKept).flatMap(({ rows }) => rows), branchings };
  }
}

/** What a branching says, as a row. */
export function keptBranching({ side, bound, split }: Branching): KeptRow {
  return { side, bound, terms: [{ columns: split.columns, coefficient: 1 }] };
}

/** The prices of all that is not kept. */
export function withoutKept(prices: RowPrices, keep: RowsKept): RowPrices {
  return {
    ...prices,
    rows: new Map([...prices.rows].filter(([row]) => !keep.rows.includes(row))),
    branchings: prices.branchings.map((price, index) => (keep.branchings.includes(index) ? 0 : price)),
  };
}

function addsUp({ terms }: PlainRow): boolean {
  return terms.length >= FEWEST_NUMBERS;
}

function isSize({ name }: PlainRow): boolean {
  return 'rule' in name && name.rule === 'size';
}

function fingerprint({ terms }: PlainRow): string {
  return terms.map(({ columns, coefficient }) => `${coefficient}:${columns.join()}`).join(' ');
}
