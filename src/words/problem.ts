import type { Language } from './language.ts';
import { phrase, type PhraseCode, type PhraseParameters } from './catalogue.ts';

/** Where a problem was found. Lines and columns count from 1. */
export interface Place {
  /** The file as the user named it, or a name for what came over HTTP (`pool`, `rules`). */
  readonly file: string;
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

/** `file:line:column: what, and what is allowed`, in one language; the parts that are unknown are left out. */
export function describeProblem(found: Problem, language: Language): string {
  const text = phrase(language, found.code, found.parameters);
  const { place } = found;
  if (place === undefined) return text;
  const where = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  return place.field === undefined ? `${where}: ${text}` : `${where}: ${place.field}: ${text}`;
}

/** The outcome of reading something: the value, or every problem found. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Thrown where a caller asked for a value and the input was bad; carries all problems. */
export class InputError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((each) => describeProblem(each, 'en')).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}

/** The value of a reading; throws {@link InputError} with all problems if there is none. */
export function valueOf<Value>(reading: Reading<Value>): Value {
  if (!reading.ok) throw new InputError(reading.problems);
  return reading.value;
}
