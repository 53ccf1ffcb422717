import type { WithoutValue } from '../../check/answer-parts.ts';
import type { Cli } from '../context.ts';
import { wrapped, printable } from './table.ts';

/** How many have no value for the groups of a rule, one sentence a rule; nothing where everybody has. */
export function withoutValueLines(lines: readonly WithoutValue[] | undefined, cli: Cli): readonly string[] {
  if (lines === undefined) return [];
  return [
    '',
    ...lines.flatMap(({ message }) => wrapped(printable(message[cli.language]), cli.width ?? Infinity)),
  ];
}
