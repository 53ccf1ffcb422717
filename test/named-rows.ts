import type { RowDecisions } from '../src/pool/decisions.ts';

/** Decisions of which each names single rows. */
interface OnRows {
  readonly pin: readonly number[];
  readonly exclude: readonly number[];
  readonly together: readonly (readonly number[])[];
  readonly apart: readonly (readonly number[])[];
}

/** Decisions on rows of a slate, as the optimiser takes them. */
export function namedRows({ pin, exclude, together, apart }: OnRows): RowDecisions {
  const each = (rows: readonly number[]) => rows.map((row) => ({ id: String(row), rows: [row] }));
  return { pin: each(pin), exclude: each(exclude), together: together.map(each), apart: apart.map(each) };
}
