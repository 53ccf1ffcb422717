import type { FactColumn, FactTable } from '../rules/fact-table.ts';

/**
 * All candidates considered, in columns. Knows the raw columns of the file only; what depends on a
 * rule set (age at its reference date, declared columns and their defaults) is added by
 * {@link import('./derived-facts.ts').factsOf}.
 */
export interface Pool extends FactTable {
  readonly names: readonly string[];
  /** Canonical (English) names of the columns that the file has, in file order, `id` and `name` included. */
  readonly headings: readonly string[];
  /** Columns of the file that no table of synonyms knows, as text, under their own headings. */
  readonly extras: ReadonlyMap<string, readonly string[]>;
  /** Raw known columns by canonical name; {@link FactTable.fact} reads them. */
  readonly columns: ReadonlyMap<string, FactColumn>;
  /** SHA-256, in hex, of the bytes that were read. */
  readonly sha256: string;
}
