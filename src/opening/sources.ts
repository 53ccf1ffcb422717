import type { Units } from '../placements/units.ts';
import type { Mapping, SheetsNamed } from '../pool/headings/mapping-schema.ts';
import type { Pool } from '../pool/pool.ts';
import type { TextBehind } from '../rules/load.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Decisions } from '../pool/decisions.ts';
import type { Encoding } from '../tables/text/encoding.ts';
import type { Problem } from '../words/problem.ts';

/**
 * Where the parts of a case come from. A text may say what it is `called` in problems; what names a file
 * keeps that file's name, with lines and columns; what came as objects is pointed into.
 */

/** The text of a table or file, its bytes, or a stream of them. */
export type TextSource = string | Uint8Array | AsyncIterable<Buffer>;

/** A part that is known to be unreadable before anything of it is read. */
export interface Unreadable {
  readonly unreadable: readonly Problem[];
}

/** One candidate as an object: values by heading, in English or Vietnamese. */
export type CandidateInput = Readonly<Record<string, unknown>>;

/** What whoever gives a table says of it. */
export interface TableReading {
  readonly encoding?: Encoding | undefined;
  /** The sheet of a workbook, by its name or its number from 1; several of them, or `*` for all alike. */
  readonly sheet?: SheetsNamed | undefined;
  /** How the office writes its tables, or the file that says so. */
  readonly mapping?: Mapping | { readonly file: string } | undefined;
}

/** What whoever gives a smaller table says of its letters, where they are not in UTF-8. */
export type LettersRead = Pick<TableReading, 'encoding'>;

/** The candidates. */
export type PoolSource =
  /** A pool that comes with Slate, or that a service ships. */
  | { readonly name: string }
  | { readonly file: string; readonly reading?: TableReading | undefined }
  /** The text of a table, or the bytes of one in any format. */
  | {
      readonly csv: TextSource;
      readonly called?: string | undefined;
      readonly reading?: TableReading | undefined;
    }
  /** The bytes of a table in base64, as JSON carries them. */
  | { readonly base64: string; readonly reading?: TableReading | undefined }
  | {
      readonly candidates: Iterable<CandidateInput>;
      /** Slate's heading of a key of one's own: `{ born: 'birthDate' }`. */
      readonly columns?: Readonly<Record<string, string>> | undefined;
    }
  | { readonly pool: Pool }
  | Unreadable;

/** The rules. */
export type RulesSource =
  /** A rule set that comes with Slate, or that a service has. */
  | { readonly id: string }
  /** As people name rules: an id, or the path of a file that ends in `.yaml`, `.yml` or `.json`. */
  | { readonly idOrFile: string }
  | { readonly file: string }
  | {
      readonly yaml: TextSource;
      readonly called?: string | undefined;
      /** What it builds upon, by id; absent: what lies beside the file that it is called like, and what is shipped. */
      readonly behind?: Readonly<Record<string, TextBehind>> | undefined;
    }
  /** What a rule file would hold, as an object. */
  | { readonly ruleSet: object }
  | RuleSet
  | Unreadable;

/** The units whose titles are filled. */
export type UnitsSource =
  | { readonly name: string }
  | { readonly file: string; readonly reading?: LettersRead | undefined }
  | {
      readonly csv: TextSource;
      readonly called?: string | undefined;
      readonly reading?: LettersRead | undefined;
    }
  /** One object a unit: cells by heading. */
  | { readonly units: Iterable<CandidateInput> }
  | { readonly table: Units }
  | Unreadable;

/** A scenario to lay over the rules: one of a file, or its changes themselves. */
export type ScenarioSource =
  /** `id` is needed where the file has several. */
  | { readonly file: string; readonly id?: string | undefined }
  | { readonly yaml: TextSource; readonly id?: string | undefined; readonly called?: string | undefined }
  /** As a scenario file writes them. */
  | {
      readonly rules?: Readonly<Record<string, unknown>> | undefined;
      readonly size?: unknown;
      readonly objective?: readonly unknown[] | undefined;
    }
  | { readonly scenario: Scenario }
  | Unreadable;

/** Scenarios to compare: as a scenario file writes them, or those of a file, all or some by their ids. */
export type ScenariosSource =
  | readonly object[]
  | { readonly file: string; readonly ids?: readonly string[] | undefined }
  /** Those that stand in a rule file, named by its id or path. */
  | { readonly besideRules: string; readonly ids?: readonly string[] | undefined }
  | {
      readonly yaml: TextSource;
      readonly ids?: readonly string[] | undefined;
      readonly called?: string | undefined;
      /** What it is called where it has no scenarios; absent: the same. */
      readonly shown?: string | undefined;
    }
  | Unreadable;

/** The members of a slate, or the appointments of a plan. */
export type SlateSource =
  | readonly string[]
  /** A slate of an answer. */
  | { readonly members: readonly string[] }
  | { readonly file: string; readonly reading?: LettersRead | undefined }
  | {
      readonly csv: TextSource;
      readonly called?: string | undefined;
      readonly reading?: LettersRead | undefined;
    }
  | Unreadable;

/** Decisions on persons, by id; what is left out decides nothing. */
export type DecisionsInput = {
  readonly [Decision in keyof Decisions]?: Decisions[Decision] | undefined;
};

/** Everything that a case is made of. */
export interface CaseSources {
  readonly pool: PoolSource;
  readonly rules: RulesSource;
  /** For rules with titles, which fill posts in units. */
  readonly units?: UnitsSource | undefined;
  readonly scenario?: ScenarioSource | undefined;
  readonly decisions?: DecisionsInput | undefined;
  /** Where a question is about a slate or a plan. */
  readonly slate?: SlateSource | undefined;
  /** Where a question compares scenarios. */
  readonly scenarios?: ScenariosSource | undefined;
}

/** The name of the question itself in places of problems: `field` points into it. */
export const QUESTION = 'question';

/** All four decisions, of those that were made. */
export function decisionsOf(made: DecisionsInput | undefined): Decisions {
  const { pin = [], exclude = [], together = [], apart = [] } = made ?? {};
  return { pin, exclude, together, apart };
}
