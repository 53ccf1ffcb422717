import { InputError } from '../../words/problem.ts';

/** Codes of problems that are over with time: the question may be sound. */
const AWAY: ReadonlySet<string> = new Set(['cli.service-away', 'cli.service-later']);

/** Whether somebody may ask the same again later. */
export function isServiceAway(error: unknown): boolean {
  return error instanceof InputError && error.problems.some(({ code }) => AWAY.has(code));
}
