import type { RowFamily } from './row-family.ts';

/** Decisions on persons, by row of the table. */
export interface RowDecisions {
  readonly pin: readonly number[];
  readonly exclude: readonly number[];
  readonly together: readonly (readonly number[])[];
  readonly apart: readonly (readonly number[])[];
}

/** A slate to keep away from: at least `by` of its members leave or at least `by` others join, whichever are more. */
export interface Difference {
  readonly members: readonly number[];
  readonly by: number;
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
