import type { RowFamily } from './row-family.ts';
import type { Named, RowDecisions } from '../../pool/decisions.ts';

/** All rows of these. */
export function rowsOf(named: readonly Named[]): readonly number[] {
  return named.flatMap(({ rows }) => rows);
}

/** All rows that decisions name. */
export function decidedRows({ pin, exclude, together, apart }: RowDecisions): readonly number[] {
  return rowsOf([pin, exclude, ...together, ...apart].flat());
}

/** A slate to keep away from: at least `by` of its members leave or at least `by` others join, whichever are more. */
export interface Difference {
  readonly members: readonly number[];
  readonly by: number;
  /** Where `members` are all rows of some people: how many people. Absent: each row is a member. */
  readonly people?: number;
}

/** How many members a slate has that is to be kept away from. */
export function sizeOfDifference({ members, people }: Difference): number {
  return people ?? members.length;
}

/** Whether these rows differ from every earlier plan in as many as they must, leaving or joining. */
export function differEnough(rows: readonly number[], earlier: readonly Difference[]): boolean {
  const mine = new Set(rows);
  return earlier.every((difference) => {
    const staying = difference.members.reduce((count, row) => count + (mine.has(row) ? 1 : 0), 0);
    return Math.max(sizeOfDifference(difference), rows.length) - staying >= difference.by;
  });
}

/** Further rows that do not come from rules: at most one appointment a person, say. */
export interface StructuralRows extends RowFamily {
  readonly name: string;
}

/** What a model is assembled for. */
export interface ModelOptions {
  readonly decisions: RowDecisions;
  readonly differences?: readonly Difference[];
  readonly structure?: readonly StructuralRows[];
  /**
   * Absent: the model serves the rule set as it is, and leaves out everybody who cannot be on a best
   * slate. Present: bounds may be moved and rules switched off afterwards (conflicts, relaxations,
   * sweeps), as long as no slate has more seats than this; eligibility stands as rows, and a type
   * keeps as many as there are seats.
   */
  readonly flexibleSeats?: number;
  /**
   * How many more of each type are kept than can be on a slate at once; 0 if absent. With one more, the
   * best slate *without* somebody has a column for whoever takes the place.
   */
  readonly spare?: number;
}
