import type { PhraseCode, PhraseParameters } from './catalogue.ts';

/** Where a problem was found. Lines and columns count from 1. */
export interface Place {
  /** The file as the user named it, or a name for what came over HTTP (`pool`, `rules`). */
  readonly file: string;
  /** Of a workbook of which several sheets are read: the one. */
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: number;
  /** The field or CSV heading, or a JSON pointer (`/rules/0/count`). */
  readonly field?: string;
}

/**
 * Something wrong with what the user gave. A problem is a value: a code with parameters, worded in
 * either language only where it is shown. Readers collect all problems of an input before they stop.
 */
export interface Problem<Code extends PhraseCode = PhraseCode> {
  readonly code: Code;
  readonly parameters: PhraseParameters<Code>;
  readonly place?: Place;
}

/** Makes a problem; the parameters are checked against the code's phrase. */
export function problem<Code extends PhraseCode>(
  code: Code,
  parameters: PhraseParameters<Code>,
  place?: Place,
): Problem {
  return place === undefined ? { code, parameters } : { code, parameters, place };
}

/** Whether a problem is of this kind, and so has its parameters. */
export function isProblem<Code extends PhraseCode>(found: Problem, code: Code): found is Problem<Code> {
  return found.code === code;
}

/** The same problem, found somewhere else. */
export function placedAt(found: Problem, place: Place): Problem {
  return { ...found, place };
}

/** The outcome of reading something: the value, or every problem found. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** What looks odd in the parts that could be read, to be looked at in the same go. */
      readonly notices?: readonly Problem[];
    };
