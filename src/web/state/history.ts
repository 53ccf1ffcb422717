import { type Did, didBy } from './did.ts';
import { type Action, reduce } from './reduce.ts';
import type { Work } from './work.ts';

/** One thing that was done, with the work before it. */
export interface Step {
  readonly did: Did;
  /** When, in milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly before: Work;
}

/** One thing that was taken back, with the work after it. */
export interface TakenBack {
  readonly did: Did;
  readonly at: number;
  readonly after: Work;
}

/** The work with everything that was done to it and taken back from it. */
export interface History {
  /** Oldest first. */
  readonly past: readonly Step[];
  readonly work: Work;
  /** The next one to be done again first. */
  readonly future: readonly TakenBack[];
}

/** What can happen to a history. */
export type Move =
  | Action
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  /** Puts another history in its place. */
  | { readonly do: 'open'; readonly history: History };

/** Steps that are kept; older ones are forgotten. */
export const MOST_STEPS = 200;

/** Milliseconds within which changes of one quota count as one movement of the hand. */
const ONE_MOVEMENT = 2_000;

/** Work that nothing has been done to. */
export function historyOf(work: Work): History {
  return { past: [], work, future: [] };
}

/**
 * The history after a move. What changes nothing leaves no step.
 *
 * @param at milliseconds since 1970-01-01 UTC.
 */
export function move(history: History, made: Move, at: number): History {
  switch (made.do) {
    case 'open':
      return made.history;
    case 'undo':
      return undone(history);
    case 'redo':
      return redone(history);
    default:
      return done(history, made, at);
  }
}

function done(history: History, action: Action, at: number): History {
  const { past, work: before } = history;
  const work = reduce(before, action);
  if (sameWork(work, before)) return history;
  const did = didBy(action);
  const last = past.at(-1);
  if (last !== undefined && continues(last, did, at)) {
    return { past: [...past.slice(0, -1), { ...last, at }], work, future: [] };
  }
  return { past: [...past, { did, at, before }].slice(-MOST_STEPS), work, future: [] };
}

/** A quota passes many values before the hand lets go of it; together they are one step. */
function continues(last: Step, did: Did, at: number): boolean {
  const sameQuota =
    (did.do === 'change-rule' || did.do === 'change-size') &&
    did.do === last.did.do &&
    did.rule === last.did.rule;
  return sameQuota && at - last.at < ONE_MOVEMENT;
}

function undone(history: History): History {
  const { past, work, future } = history;
  const step = past.at(-1);
  if (step === undefined) return history;
  const { did, at, before } = step;
  return { past: past.slice(0, -1), work: before, future: [{ did, at, after: work }, ...future] };
}

function redone(history: History): History {
  const { past, work, future } = history;
  const [step, ...rest] = future;
  if (step === undefined) return history;
  const { did, at, after } = step;
  return { past: [...past, { did, at, before: work }], work: after, future: rest };
}

/** Whether two pieces of work decide the same. */
function sameWork(a: Work, b: Work): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
