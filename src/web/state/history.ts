import { type Did, didBy } from './told-action.ts';
import { mergeWork } from './merge.ts';
import { type Action, reduce } from './reduce.ts';
import type { Work } from './work.ts';

/** One thing that was done, with the work before it. */
export interface Step {
  readonly did: Did;
  /** When, in milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly before: Work;
  /** Unique among the steps of a draft; absent in drafts from before several people worked on one. */
  readonly id?: string;
  /** Whose step it is; absent where one person alone works. */
  readonly by?: string;
}

/** One thing that was taken back, with the work after it. */
interface TakenBack {
  readonly did: Did;
  readonly at: number;
  readonly after: Work;
  readonly id?: string;
  readonly by?: string;
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
 * @param by who makes it, where several people work on a draft: each takes back their own steps alone.
 */
export function move(history: History, made: Move, at: number, by?: string): History {
  switch (made.do) {
    case 'open':
      return made.history;
    case 'undo':
      return undone(history, by);
    case 'redo':
      return redone(history);
    default:
      return done(history, made, at, by);
  }
}

function done(history: History, action: Action, at: number, by: string | undefined): History {
  const { past, work: before } = history;
  const work = reduce(before, action);
  if (sameWork(work, before)) return history;
  const did = didBy(action);
  const last = past.at(-1);
  // What goes on is another step than the one that others may know already.
  const of = (index: number) => (by === undefined ? {} : { by, id: `${by}-${at.toString(36)}-${index}` });
  const follows = action.do === 'choose-rules' && action.follows === true;
  if (last !== undefined && last.by === by && (follows || continues(last, did, at))) {
    const moment = follows ? last.at : at;
    return {
      past: [...past.slice(0, -1), { ...last, at: moment, ...of(past.length - 1) }],
      work,
      future: [],
    };
  }
  return { past: [...past, { did, at, before, ...of(past.length) }].slice(-MOST_STEPS), work, future: [] };
}

/** A quota passes many values before the hand lets go of it; together they are one step. */
function continues(last: Step, did: Did, at: number): boolean {
  const sameQuota =
    (did.do === 'change-rule' || did.do === 'change-size') &&
    did.do === last.did.do &&
    did.rule === last.did.rule;
  return sameQuota && at - last.at < ONE_MOVEMENT;
}

function undone(history: History, by: string | undefined): History {
  const index = lastStepOf(history, by);
  if (index === -1) return history;
  const { before: _before, ...step } = history.past[index]!;
  const without = withoutStep(history, index);
  return { ...without, future: [{ ...step, after: history.work }, ...history.future] };
}

/** The place of the last step of somebody, -1 if there is none; where one person alone works, of the last of all. */
export function lastStepOf({ past }: History, by: string | undefined): number {
  return by === undefined ? past.length - 1 : past.findLastIndex((step) => step.by === by);
}

/** The work after a step. */
export function afterStep({ past, work }: History, index: number): Work {
  return past[index + 1]?.before ?? work;
}

/** A history as if one of its steps had not been: what was done later stays as it is. */
export function withoutStep(history: History, index: number): History {
  const { past, work } = history;
  const { before } = past[index]!;
  const after = afterStep(history, index);
  const without = (later: Work): Work => mergeWork(after, before, later).work;
  return {
    ...history,
    past: [
      ...past.slice(0, index),
      ...past.slice(index + 1).map((step) => ({ ...step, before: without(step.before) })),
    ],
    work: without(work),
  };
}

function redone(history: History): History {
  const { past, work, future } = history;
  const [step, ...rest] = future;
  if (step === undefined) return history;
  const { after, ...made } = step;
  return { past: [...past, { ...made, before: work }], work: after, future: rest };
}

/** Whether two pieces of work decide the same. */
function sameWork(a: Work, b: Work): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
