import type { SharedNumbers } from './equivalence-classes.ts';

/**
 * A row that a rule gives to the linear program: `lower ≤ Σ coefficient(candidate) ≤ upper`, in whole
 * numbers. `unit` of it is one member: a share of 2/5 is cleared of its fraction, so that one member
 * who matches instead of one who does not is worth 5. Of a sum or an average it is 1 of the fact.
 */
export interface RuleRow {
  /** The value of the `forEach` fact that the row is about. */
  readonly group?: string;
  readonly lower: number;
  readonly upper: number;
  readonly unit: number;
}

/** What a candidate of one class adds to one row of the rule. */
export interface RowEntry {
  /** Index into {@link RuleRows.rows}. */
  readonly row: number;
  readonly coefficient: number;
}

/**
 * Rows that belong together. Candidates fall into classes that none of the rows can tell apart
 * (matching or not, or by group); class 0 adds nothing to any row.
 */
export interface RowFamily {
  readonly rows: readonly RuleRow[];
  /** Class of every candidate. */
  readonly classOf: SharedNumbers;
  /** Entries of every class. */
  readonly classes: readonly (readonly RowEntry[])[];
}
