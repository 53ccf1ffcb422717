import type { SlateCase, TaskControl } from '../slate/requests.ts';
import type { Cli } from './context.ts';
import { fold, plainText } from './table.ts';

/** What every explanation may be told: how long it may take. */
export interface ExplainAsked {
  readonly timeLimit?: number | undefined;
}

/** How a long task is stopped, and tells how far it is. */
export function controlOf({ timeLimit }: ExplainAsked, { placement }: SlateCase, cli: Cli): TaskControl {
  const plan = placement !== undefined;
  return {
    ...(timeLimit !== undefined && { timeLimit }),
    signal: cli.signal,
    onProgress: (done, total) =>
      cli.progress(done < total ? cli.say('cli.solving', { done, total, plan }) : ''),
  };
}

/** The title of the rules that a question is about. */
export function titleOf({ ruleSet }: SlateCase, { language }: Cli): string {
  return plainText(ruleSet.title[language]);
}

/** A sentence as an item of a list, folded to the terminal. */
export function item(text: string, mark: string, { width }: Cli): readonly string[] {
  const lines = fold(plainText(text), width === undefined ? Infinity : width - mark.length);
  return lines.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}
