import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { RelaxedFirstSession } from '../optimize/highs/relaxed-first.ts';
import { openWarmSession } from '../optimize/highs/solver.ts';
import { type Bounds, copyBounds } from '../optimize/linear-program.ts';
import type { Outcome, SolveLimits, SolverSession } from '../optimize/solver.ts';
import { isStopped, mayBegin } from './stop-flag.ts';
import { irreducible } from './irreducible.ts';
import type { MovingProgram, MovingQuestion } from './sweep-program.ts';

/** Some cells for a thread to solve, one after the other. */
export interface CellsTask {
  /** Which program this is: a thread keeps the last one open. */
  readonly key: string;
  readonly best: MovingProgram;
  readonly exists: MovingQuestion;
  readonly cells: readonly number[];
  /** For each cell its bounds, target by target: lower and upper. */
  readonly bounds: readonly (readonly number[])[];
  /** Milliseconds that one cell may take. */
  readonly timeLimit: number;
  /** Whether the threads of everything else go first. */
  readonly giveWay: boolean;
  /** Shared: how the work is stopped, see `stop-flag.ts`. */
  readonly stop: Int32Array;
}

/** What a cell came to. */
export type CellOutcome = { readonly cell: number } & (
  | {
      readonly status: 'optimal' | 'feasible';
      /** The columns that are 1, and the proven bound of the first level. */
      readonly columns: Int32Array;
      readonly bound: number;
    }
  /** `conflict`: members of the question that contradict each other, none of them needlessly. */
  | { readonly status: 'infeasible'; readonly conflict?: readonly number[] }
  | { readonly status: 'unknown' }
);

/** The sessions of the program that this thread worked on last. */
interface Open {
  readonly key: string;
  readonly best: SolverSession;
  exists: RelaxedFirstSession | undefined;
}

let open: Open | undefined;

/** Whether this thread lets others go first; a priority that was lowered cannot be raised again. */
let givesWay = false;

/**
 * Lets every other thread go first: the sweep takes what the machine has to spare, and whoever asks
 * something meanwhile does not wait for it. Only Linux knows priorities of threads; elsewhere nothing
 * changes.
 */
function giveWay(): void {
  if (givesWay) return;
  givesWay = true;
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), constants.priority.PRIORITY_LOW);
  } catch {
    // No such folder, or not allowed: the sweep then has the priority of everything else.
  }
}

/** Solves cells in a thread of its own, which may be killed at any time. */
export default async function solveCells(task: CellsTask): Promise<readonly CellOutcome[]> {
  if (task.giveWay) giveWay();
  const outcomes: CellOutcome[] = [];
  const sessions = await sessionsFor(task);
  for (const [index, cell] of task.cells.entries()) {
    if (!mayBegin(task.stop)) break;
    outcomes.push({ cell, ...(await solveCell(task, sessions, task.bounds[index]!)) });
  }
  return outcomes;
}

async function sessionsFor({ key, best }: CellsTask): Promise<Open> {
  if (open?.key === key) return open;
  open?.best.close();
  open?.exists?.close();
  open = { key, best: await openWarmSession(best.program), exists: undefined };
  return open;
}

type Found = CellOutcome extends infer Each ? (Each extends CellOutcome ? Omit<Each, 'cell'> : never) : never;

async function solveCell(task: CellsTask, sessions: Open, bounds: readonly number[]): Promise<Found> {
  const limits: SolveLimits = {
    timeLimit: task.timeLimit,
    cancelled: () => isStopped(task.stop),
  };
  const outcome = sessions.best.solve(limits, moved(task.best, bounds));
  if (outcome.status === 'infeasible') return whyNot(task, sessions, bounds, limits);
  return foundIn(outcome);
}

function foundIn(outcome: Exclude<Outcome, { status: 'infeasible' }>): Found {
  if (outcome.status === 'unknown') return { status: 'unknown' };
  const columns: number[] = [];
  outcome.x.forEach((value, column) => {
    if (value === 1) columns.push(column);
  });
  const bound = outcome.status === 'optimal' ? outcome.values[0]! : outcome.bound;
  return { status: outcome.status, columns: Int32Array.from(columns), bound };
}

async function whyNot(
  { exists }: CellsTask,
  sessions: Open,
  bounds: readonly number[],
  limits: SolveLimits,
): Promise<Found> {
  sessions.exists ??= await RelaxedFirstSession.open(exists.program);
  const conflict = irreducible(
    sessions.exists,
    moved(exists, bounds),
    exists.memberOf,
    exists.memberCount,
    limits,
  );
  return conflict === undefined ? { status: 'infeasible' } : { status: 'infeasible', conflict };
}

function moved({ program, rowsOfTarget }: MovingProgram, bounds: readonly number[]): Bounds {
  const own = copyBounds(program);
  rowsOfTarget.forEach((rows, target) => {
    for (const row of rows) {
      own.rowLower[row] = bounds[2 * target]!;
      own.rowUpper[row] = bounds[2 * target + 1]!;
    }
  });
  return own;
}
