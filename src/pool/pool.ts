import type { FactColumn, FactTable } from '../rules/facts/fact-table.ts';
import type { Place, Problem } from '../words/problem.ts';
import type { TableLayout } from './headings/table-layout.ts';
import type { Texts } from './cells/text-column.ts';

/** Where in a workbook candidates were looked for. */
export interface SheetsFound {
  /** The names of its sheets, hidden ones included, in their order. */
  readonly all: readonly string[];
  /** Those that were read, of which several are one table; none where one that was named is not there. */
  readonly read: readonly string[];
  /** The visible ones with candidates under the same headings. */
  readonly alike: readonly string[];
}

/**
 * All candidates considered, in columns. Knows the raw columns of the file only; what depends on a
 * rule set (age at its reference date, declared columns and their defaults) is added by
 * {@link import('./facts/derived-facts.ts').factsOf}.
 */
export interface Pool extends FactTable {
  /** The file as the user named it, or a name for what came over HTTP. */
  readonly file: string;
  readonly names: readonly string[];
  /**
   * The columns that the file has, in file order: canonical (English) names of known ones, `id` and
   * `name` included, and their own headings for {@link extras}.
   */
  readonly headings: readonly string[];
  /** Columns of the file that no table of synonyms knows, as text, under their own headings. */
  readonly extras: ReadonlyMap<string, Texts>;
  /** Raw known columns by canonical name, without `id` and `name`; {@link FactTable.fact} reads them. */
  readonly columns: ReadonlyMap<string, FactColumn>;
  /** What is possible and looks odd in the table, whatever the rules. */
  readonly notices: readonly Problem[];
  /** Keys of the notices that somebody accepted, once for all. */
  readonly accepted: ReadonlySet<string>;
  /** Absent where the table is no workbook. */
  readonly sheets?: SheetsFound | undefined;
  /** How the table was read; absent where the candidates came as objects. */
  readonly layout?: TableLayout | undefined;
  /** SHA-256, in hex, of the bytes that were read. */
  readonly sha256: string;
  /** Where the cell of a row stands, for problems found later; `heading` is one of {@link headings}. */
  placeOf(row: number, heading: string): Place;
  /** The heading of a column as the file has it; `undefined` for a column that it has not. */
  writtenAs(name: string): string | undefined;
  /** A known column as the file has it, before it was read as what it means. */
  asWritten(name: string): Texts | undefined;
}

/** The outcome of reading candidates: the pool, or every problem found. */
export type PoolReading =
  | { readonly ok: true; readonly value: Pool }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /**
       * The rows that are whole, each bad cell empty; absent where there are none. Only more problems may be
       * drawn from it.
       */
      readonly readable?: Pool;
      /** Of a workbook that could be opened. */
      readonly sheets?: SheetsFound | undefined;
      /** How the table was read, once its headings were found. */
      readonly layout?: TableLayout | undefined;
    };
