import { highsSolver } from '../optimize/highs/solver.ts';
import type { LinearProgram } from '../optimize/linear-program.ts';
import { type AddedRow, withRows } from '../optimize/other-rows.ts';
import { easedProgram } from '../optimize/eased-program.ts';
import { assembleModel, type SlateModel } from '../optimize/slate-model.ts';
import type { Outcome, SolveLimits, Solver } from '../optimize/solver.ts';
import type { NearBest } from './answers.ts';
import { decidedOf, rowDecisions } from './case.ts';
import type { SlateCase, TaskControl } from './requests.ts';
import { Task, TimeIsUp } from './task.ts';

/** What `nearBest` looks at. */
export interface NearBestOptions extends TaskControl {
  /** How far below the best a slate may lie, as a share of the best objective: 0.02 is 2 %. */
  readonly within: number;
}

/**
 * Says of every candidate whether they are on every slate whose objective lies within a share of the
 * optimum (sure), on some of them (open), or on none (out).
 *
 * With T the least objective that still counts, every solve asks for the slate of at least T that has
 * the most candidates not seen so far on any such slate. When that number is zero, nobody unseen can be
 * on one: a single solve proves it of all the rest. The same with "absent" for "present" finds who is
 * on every slate. Each answer settles many candidates, so a dozen solves replace one per candidate.
 *
 * Candidates whom time did not suffice for are `undecided`, never guessed; where it did not suffice for the
 * best slate itself there is no answer, as where no slate exists. The level that counts is the
 * first of the objective.
 */
export async function nearBest(asked: SlateCase, options: NearBestOptions): Promise<NearBest | undefined> {
  const task = new Task(options);
  const decided = await decidedOf(asked);
  const assembled = assembleModel(decided, { decisions: rowDecisions(asked), everybody: true });
  const model = { ...assembled, program: easedProgram(assembled.program) };
  const solver = await highsSolver();
  const limits = limitsIfTime(task);
  if (limits === undefined) return undefined;
  const best = solveOnce(solver, withLevel(model.program, model.program.levels[0]!), limits);
  if (best.status !== 'optimal') return undefined;
  const { scale } = decided.objective.levels[0]!;
  const value = best.values[0]!;
  const threshold = Math.ceil(value - options.within * Math.abs(value) - 1e-6);
  const near = withRows(model.program, [atLeast(model.program.levels[0]!, threshold)]);
  const [everSeen, missingSeen] = [presence(model, best.x, 1), presence(model, best.x, 0)];
  const total = 2 * model.candidates.length;
  const search = async (seen: Uint8Array, present: 1 | 0): Promise<Settled> => {
    try {
      for (;;) {
        // Whoever was never seen present is settled as soon as that is proven, before absence is asked.
        task.progress(present === 1 ? countOf(everSeen) : total / 2 + countOf(missingSeen), total);
        await task.breathe();
        const outcome = solveOnce(solver, withLevel(near, unseen(model, seen, present)), task.limits());
        if (outcome.status !== 'optimal') return { seen, complete: false };
        if (!noteSeen(model, seen, present, outcome.x)) return { seen, complete: true };
      }
    } catch (error) {
      if (error instanceof TimeIsUp) return { seen, complete: false };
      throw error;
    }
  };
  const ever = await search(everSeen, 1);
  const missing = await search(missingSeen, 0);
  task.progress(total, total);
  return tell(
    asked,
    model,
    { ever, missing },
    { best: value / scale, threshold: threshold / scale, within: options.within },
  );
}

/** The row that only slates near the best keep. */
function atLeast(costs: Float64Array, threshold: number): AddedRow {
  const byCost = Map.groupBy(costs.keys(), (column) => costs[column]!);
  const terms = Array.from(byCost, ([value, columns]) => ({ columns, value })).filter(
    ({ value }) => value !== 0,
  );
  return { name: 'near the best', terms, lower: threshold, upper: Infinity };
}

/** What the first solve may take; `undefined` where no time is left for it. */
function limitsIfTime(task: Task): SolveLimits | undefined {
  try {
    return task.limits();
  } catch (error) {
    if (error instanceof TimeIsUp) return undefined;
    throw error;
  }
}

interface Settled {
  /** 1 for every candidate column that was seen present (or absent) on some slate near the best. */
  readonly seen: Uint8Array;
  /** Whether it is proven that nobody else can be. */
  readonly complete: boolean;
}

function solveOnce(solver: Solver, program: LinearProgram, limits: SolveLimits): Outcome {
  const session = solver.open(program);
  try {
    return session.solve(limits);
  } finally {
    session.close();
  }
}

/** The program with one level only. */
function withLevel(program: LinearProgram, costs: Float64Array): LinearProgram {
  return { ...program, levels: [costs], spans: [costs.reduce((sum, cost) => sum + Math.abs(cost), 0)] };
}

/** 1 for candidates present on (or absent from) a solution. */
function presence({ candidates }: SlateModel, x: Float64Array, present: 1 | 0): Uint8Array {
  return Uint8Array.from(candidates, (_, column) => (x[column] === present ? 1 : 0));
}

/** How many are marked. */
function countOf(seen: Uint8Array): number {
  return seen.reduce((sum, each) => sum + each, 0);
}

/** Costs that count the unseen: present ones positively, absent ones as members left out. */
function unseen({ program, candidates }: SlateModel, seen: Uint8Array, present: 1 | 0): Float64Array {
  const costs = new Float64Array(program.columnCount);
  for (let column = 0; column < candidates.length; column += 1) {
    if (seen[column] === 0) costs[column] = present === 1 ? 1 : -1;
  }
  return costs;
}

/** Marks what a solution shows; false if it shows nothing new. */
function noteSeen(model: SlateModel, seen: Uint8Array, present: 1 | 0, x: Float64Array): boolean {
  let fresh = false;
  presence(model, x, present).forEach((is, column) => {
    if (is === 0 || seen[column] === 1) return;
    seen[column] = 1;
    fresh = true;
  });
  return fresh;
}

interface Found {
  readonly ever: Settled;
  readonly missing: Settled;
}

function tell(
  { facts }: SlateCase,
  model: SlateModel,
  { ever, missing }: Found,
  figures: Pick<NearBest, 'best' | 'threshold' | 'within'>,
): NearBest {
  const answer = {
    sure: [] as string[],
    open: [] as string[],
    out: [] as string[],
    undecided: [] as string[],
  };
  const columnOf = new Map(Array.from(model.candidates, (row, column) => [row, column]));
  facts.ids.forEach((id, row) => {
    const column = columnOf.get(row);
    if (column === undefined) answer.out.push(id);
    else answer[standing(ever, missing, column)].push(id);
  });
  for (const ids of Object.values(answer)) ids.sort();
  return { ...figures, ...answer };
}

function standing(ever: Settled, missing: Settled, column: number): 'sure' | 'open' | 'out' | 'undecided' {
  if (ever.seen[column] === 1 && missing.seen[column] === 1) return 'open';
  if (ever.seen[column] === 0) return ever.complete ? 'out' : 'undecided';
  return missing.complete ? 'sure' : 'undecided';
}
