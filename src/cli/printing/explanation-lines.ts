import type { SlateCase } from '../../check/slate-case.ts';
import type { Cli } from '../context.ts';
import { wrapped, printable } from './table.ts';

/** The title of the rules that a question is about. */
export function rulesTitle({ ruleSet }: SlateCase, { language }: Cli): string {
  return printable(ruleSet.title[language]);
}

/** A sentence as an item of a list, folded to the terminal. */
export function item(text: string, mark: string, { width }: Cli): readonly string[] {
  const lines = wrapped(printable(text), width === undefined ? Infinity : width - mark.length);
  return lines.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}
