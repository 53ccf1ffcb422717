import type { Place } from '../words/problem.ts';

/** A further column of a units table, as text. */
export interface FurtherColumn {
  /** As it was written. */
  readonly heading: string;
  /** One a unit; `''`: empty. */
  readonly texts: readonly string[];
}

/** The units of a placement: wards, communes, departments, or the committee itself. */
export interface Units {
  readonly file: string;
  readonly size: number;
  /** Unique; by these units are named everywhere. */
  readonly names: readonly string[];
  /** `ward`, `commune`, `town`, `city` or another word; `''`: not said. */
  readonly kinds: readonly string[];
  /** `''`: not said. */
  readonly blocs: readonly string[];
  /** All other columns by folded heading: present holders by title, and facts that a rule set declares. */
  readonly columns: ReadonlyMap<string, FurtherColumn>;
  /** SHA-256, in hex, of the bytes that were read. */
  readonly sha256: string;
  /** Where the cell of a unit stands. */
  placeOf(unit: number, heading?: string): Place;
}
