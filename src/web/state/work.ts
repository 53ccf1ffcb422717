import type { Mapping } from '../../pool/headings/mapping-schema.ts';
import { ownProperty } from '../../words/own-property.ts';

/** A table that the service ships, or one of the user's own as text. */
export type TableChoice =
  | { readonly kind: 'shipped'; readonly name: string }
  | { readonly kind: 'own'; readonly file: string; readonly csv: string };

/** What is the user's own of a pool besides what stands in its file. */
interface OwnPool {
  /** What the user has said of how the file is to be read. */
  readonly mapping?: Mapping;
  /** The id under which the browser keeps the table for other drafts. */
  readonly kept?: string;
}

/** A table of candidates of the user's own, as text. */
interface OwnTableChoice extends OwnPool {
  readonly kind: 'own';
  readonly file: string;
  readonly csv: string;
}

/** A workbook of the user's own. */
export interface WorkbookChoice extends OwnPool {
  readonly kind: 'workbook';
  readonly file: string;
  /** Its bytes. */
  readonly base64: string;
  /** The name of the sheet that is read; absent: the service looks for the candidates. */
  readonly sheet?: string;
  /** Present where cells of it were mended; the bytes stay as they came. */
  readonly mended?: MendedSheets;
}

/** What has become of the sheets of a workbook. */
interface MendedSheets {
  /** All of them, in their order. */
  readonly sheets: readonly string[];
  /** Those in which a cell was mended, by name, as text. */
  readonly tables: Readonly<Record<string, string>>;
}

/** The sheet of a workbook that is read, as text, where a cell of it was mended. */
export function mendedSheet({ sheet, mended }: WorkbookChoice): string | undefined {
  return sheet === undefined || mended === undefined ? undefined : ownProperty(mended.tables, sheet);
}

/** A table of candidates of the user's own, whatever its format. */
export type OwnPoolChoice = OwnTableChoice | WorkbookChoice;

/** The candidates of a piece of work. */
export type PoolChoice = Extract<TableChoice, { readonly kind: 'shipped' }> | OwnPoolChoice;

/** Whether two pieces of work are about the same table; how it is read may differ. */
export function areSamePool(one: PoolChoice, other: PoolChoice): boolean {
  if (one.kind === 'shipped') return other.kind === 'shipped' && one.name === other.name;
  if (one.kind === 'own') return other.kind === 'own' && one.csv === other.csv;
  return other.kind === 'workbook' && one.base64 === other.base64;
}

/** The rules of a piece of work: a rule set of the service, or a text of the user's own. */
export type RulesChoice =
  | { readonly kind: 'shipped'; readonly id: string }
  | { readonly kind: 'own'; readonly id: string; readonly yaml: string };

/** The units whose posts are filled: a table that a pool of the service has, or one of the user's own. */
export type UnitsChoice = TableChoice;

/** What is changed of one rule, as scenario files write it; what is left out stays. */
export interface RuleChange {
  /** Members for a count, a share from 0 to 1 for a share; `none` takes the bound away. */
  readonly min?: number | 'none';
  readonly max?: number | 'none';
  readonly strength?: 'hard' | 'soft' | 'off';
  readonly weight?: number;
}

/** How many people the slate holds, inclusive. */
export interface SizeChange {
  readonly min: number;
  readonly max: number;
}

/** Quotas that differ from the rule set, by rule id. */
export interface Changes {
  readonly rules: Readonly<Record<string, RuleChange>>;
  readonly size?: SizeChange;
}

/** Other quotas under a name, kept for comparing. */
export interface KeptScenario {
  /** Unique in its work. */
  readonly id: string;
  readonly title: string;
  readonly changes: Changes;
}

/** Nothing differs from the rule set. */
export const NO_CHANGES: Changes = { rules: {} };

/**
 * Everything that the board decides, and nothing that can be asked of the service again. Persons and
 * rules stand here by id. Sets of ids are in ascending order, so that equal work is equal text.
 */
export interface Work {
  readonly pool: PoolChoice;
  readonly rules: RulesChoice;
  /** For rules that fill posts; `undefined` for a slate. Members are then appointments: `HD-001@Ái Quốc/chair`. */
  readonly units: UnitsChoice | undefined;
  readonly changes: Changes;
  /** Must be on the slate; of a placement appointments, or persons who must get some post. */
  readonly pin: readonly string[];
  /** Must not be on the slate; of a placement appointments, or persons who get no post. */
  readonly exclude: readonly string[];
  /** The slate in hand. */
  readonly members: readonly string[];
  /** What looks odd in the candidates and was found to be right: keys of notices. */
  readonly accepted: readonly string[];
  /** In the order in which they were kept. */
  readonly scenarios: readonly KeptScenario[];
}

/** Work on these candidates under these rules, with nothing decided yet. */
export function newWork(pool: PoolChoice, rules: RulesChoice, units?: UnitsChoice): Work {
  const undecided = { changes: NO_CHANGES, pin: [], exclude: [], members: [], accepted: [], scenarios: [] };
  return { pool, rules, units, ...undecided };
}

/** Whether quotas differ from the rule set. */
export function isChanged({ rules, size }: Changes): boolean {
  return size !== undefined || Object.keys(rules).length > 0;
}
