import type { Text } from '../words/language.ts';

/**
 * One row of a retirement table: the age of those whose facts have one of the values of each column of
 * `where` and who were born in the month `bornFrom` or later, until the row of the same people with a later
 * month.
 */
export interface RetirementRow {
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** Months since the year 0 (year · 12 + month); absent: from the beginning. */
  readonly bornFrom?: number;
  /** The age in months. */
  readonly months: number;
}

/** Ages of retirement as a law gives them: data, named by rule sets (`retirement: vn-2021`). */
export interface RetirementTable {
  readonly id: string;
  readonly title: Text;
  readonly source?: Text;
  readonly rows: readonly RetirementRow[];
}
