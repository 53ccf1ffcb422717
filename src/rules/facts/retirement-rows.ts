import { type Text, untranslated } from '../../words/language.ts';

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

/** The columns that rows of these tables tell people apart by. */
export function columnsOf(tables: readonly RetirementTable[]): readonly string[] {
  return [...new Set(tables.flatMap(({ rows }) => rows.flatMap(({ where }) => Object.keys(where))))];
}

/** Flat ages in years as a table: fractions of a year are whole months. */
export function flatRetirement(ages: { readonly female: number; readonly male: number }): RetirementTable {
  const row = (gender: 'female' | 'male'): RetirementRow => ({
    where: { gender: [gender] },
    months: Math.round(ages[gender] * 12),
  });
  return { id: 'flat', title: untranslated('flat'), rows: [row('female'), row('male')] };
}
