import type { Language } from './language.ts';
import { phrase } from './catalogue.ts';
import type { Problem, Reading } from './problem-value.ts';

// Who makes problems and words none, as the page does, imports the values alone: they need no catalogue.
export { isProblem, type Place, placedAt, type Problem, problem, type Reading } from './problem-value.ts';

/** `file › sheet:line:column: what, and what is allowed`, in one language; the parts that are unknown are left out. */
export function describeProblem(found: Problem, language: Language): string {
  const text = phrase(language, found.code, found.parameters);
  const { place } = found;
  if (place === undefined) return text;
  const table = place.sheet === undefined ? place.file : `${place.file} › ${place.sheet}`;
  const where = [table, place.line, place.column].filter((part) => part !== undefined).join(':');
  return place.field === undefined || place.field === ''
    ? `${where}: ${text}`
    : `${where}: ${place.field}: ${text}`;
}

/** Thrown where a caller asked for a value and the input was bad; carries all problems, and what else looks odd. */
export class InputError extends Error {
  readonly problems: readonly Problem[];
  /** What is possible and looks odd in the parts that could be read. */
  readonly notices: readonly Problem[];
  constructor(problems: readonly Problem[], notices: readonly Problem[] = []) {
    super(problems.map((each) => describeProblem(each, 'en')).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
    this.notices = notices;
  }
}

/** The value of a reading; throws {@link InputError} with all problems if there is none. */
export function valueOf<Value>(reading: Reading<Value>): Value {
  if (!reading.ok) throw new InputError(reading.problems, reading.notices);
  return reading.value;
}

/** The same problems, each once: what several cases have in common is told once. */
export function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}
