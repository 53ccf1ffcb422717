import type { Highs } from 'highs';
import { type Bounds, copyBounds, type LinearProgram, objectiveValue } from '../linear-program.ts';
import { verified } from '../verified-solution.ts';
import type { Outcome, SolveLimits, SolverSession } from '../solver.ts';
import { fold, type Folded, unfolded } from '../presolve/folded-levels.ts';
import { type LevelBound, LevelRelaxation } from './level-relaxation.ts';
import { Clock } from './runtime.ts';
import { solveRest } from './locked-levels.ts';
import { isSilent } from './scale.ts';
import { type WholeSum, wholeSums } from './whole-sums.ts';

/** How many relaxations one level may take before HiGHS's own search takes over: its cuts then tell more. */
const MOST_NODES = 24;
/** How far from whole a value must be to be branched on. */
const INTEGRALITY = 1e-5;

/**
 * Branch and bound over one relaxation that keeps its basis (`level-relaxation.ts`), branching on whole
 * sums before single columns (`whole-sums.ts`). On slates most cells are settled at the root or within
 * three nodes, where a search that starts afresh spends its time on getting ready.
 *
 * **Exactness.** A node is left only (a) if its relaxation has no solution, (b) if the bound that its
 * duals prove, recomputed from whole coefficients, is below the next whole value above the best
 * solution known, or (c) after both halves of a partition of its whole points were searched. Solutions
 * are verified against every bound in whole numbers. Whatever does not fit (a solution that does not
 * verify, a bound that its own solution does not attain, too many nodes) is handed to HiGHS's search, with
 * the best solution so far and only the columns that it leaves free.
 */
export class WarmSession implements SolverSession {
  readonly #program: LinearProgram;
  readonly #folded: Folded;
  readonly #sums: readonly WholeSum[];
  readonly #relaxations: readonly LevelRelaxation[];
  readonly #highs: Highs;

  constructor(highs: Highs, program: LinearProgram) {
    this.#highs = highs;
    this.#program = program;
    this.#folded = fold(program);
    this.#sums = wholeSums(program);
    this.#relaxations = this.#folded.program.levels.map(
      (_, level) => new LevelRelaxation(highs, this.#folded.program, level, this.#sums),
    );
  }

  solve(limits: SolveLimits, bounds: Bounds = this.#program): Outcome {
    const { program, firstBound } = this.#folded;
    const { onImprovement } = limits;
    const clock = new Clock({
      ...limits,
      ...(onImprovement && { onImprovement: (x, bound) => onImprovement(x, firstBound(bound)) }),
    });
    const locked: number[] = [];
    let narrowed = bounds;
    let best: Float64Array | undefined;
    for (const [level, costs] of program.levels.entries()) {
      const last = level === program.levels.length - 1;
      if (isSilent(costs) && !(last && best === undefined)) {
        locked.push(0);
        continue;
      }
      const search = new LevelSearch(program, level, this.#relaxations[level]!, this.#sums, clock);
      const outcome = search.run(narrowed, locked, best);
      narrowed = outcome.narrowed;
      best = outcome.x;
      if (outcome.status !== 'done') return this.#rest(narrowed, locked, best, clock);
      if (best === undefined) return { status: 'infeasible' };
      const value = objectiveValue(costs, best);
      locked.push(value);
      if (level === 0) clock.limits.onImprovement?.(best, value);
    }
    return this.#answered({ status: 'optimal', x: best!, values: locked });
  }

  /** Hands what is left to HiGHS's own search. */
  #rest(bounds: Bounds, locked: readonly number[], last: Float64Array | undefined, clock: Clock): Outcome {
    const { program } = this.#folded;
    return this.#answered(solveRest(this.#highs, { program, bounds, locked, last }, clock));
  }

  /** An outcome of the folded program as one of the program. */
  #answered(outcome: Outcome): Outcome {
    return unfolded(this.#program, this.#folded, outcome);
  }

  close(): void {
    for (const relaxation of this.#relaxations) relaxation.close();
  }
}

/**
 * What the search of one level came to. `done`: x is its optimum, or there is no solution; `given-up`: x is the
 * best that was found. `narrowed` are bounds inside which all optima are.
 */
interface LevelOutcome {
  readonly status: 'done' | 'given-up';
  readonly x: Float64Array | undefined;
  readonly narrowed: Bounds;
}

/** One search of one level under one set of bounds. */
class LevelSearch {
  readonly #program: LinearProgram;
  readonly #costs: Float64Array;
  readonly #relaxation: LevelRelaxation;
  readonly #sums: readonly WholeSum[];
  readonly #clock: Clock;
  #bounds!: Bounds;
  #root: LevelBound | undefined;
  #best: Float64Array | undefined;
  #value = -Infinity;
  #nodes = 0;

  constructor(
    program: LinearProgram,
    level: number,
    relaxation: LevelRelaxation,
    sums: readonly WholeSum[],
    clock: Clock,
  ) {
    this.#program = program;
    this.#costs = program.levels[level]!;
    this.#relaxation = relaxation;
    this.#sums = sums;
    this.#clock = clock;
  }

  run(bounds: Bounds, locked: readonly number[], start?: Float64Array): LevelOutcome {
    this.#bounds = copyBounds(bounds);
    this.#best = start;
    if (start !== undefined) this.#value = objectiveValue(this.#costs, start);
    this.#relaxation.setBounds(this.#bounds, locked);
    const status = this.#explore() ? 'done' : 'given-up';
    return { status, x: this.#best, narrowed: this.#narrowed(bounds) };
  }

  /** Searches the node at hand; `false` if it cannot be searched to the end here. */
  #explore(): boolean {
    this.#nodes += 1;
    if (this.#nodes > MOST_NODES) return false;
    const status = this.#relaxation.run(this.#clock);
    if (status !== 'solved') return status === 'infeasible';
    const proven = this.#relaxation.bound(this.#bounds);
    this.#root ??= proven;
    if (this.#isBeaten(proven)) return true;
    const x = this.#relaxation.solution();
    const sum = this.#fractionalSum(x);
    if (sum !== undefined) return this.#branchOnSum(sum.sum, sum.value);
    const column = mostFractional(x);
    if (column !== undefined) return this.#branchOnColumn(column, x[column]!);
    const found = verified(this.#program, this.#bounds, x);
    if (found === undefined) return false;
    const value = objectiveValue(this.#costs, found);
    if (value > this.#value) {
      this.#value = value;
      this.#best = found;
    }
    return this.#isBeaten(proven);
  }

  /** Whether nothing better than the best known can be below this bound: values are whole. */
  #isBeaten({ bound }: LevelBound): boolean {
    return bound < this.#value + 1 - margin(bound);
  }

  /** The largest sum that is not whole; bounds that are closed already need no look. */
  #fractionalSum(x: Float64Array): { readonly sum: number; readonly value: number } | undefined {
    for (const [sum, { columns }] of this.#sums.entries()) {
      let value = 0;
      for (const column of columns) value += x[column]!;
      if (Math.abs(value - Math.round(value)) > INTEGRALITY) return { sum, value };
    }
    return undefined;
  }

  #branchOnSum(sum: number, value: number): boolean {
    const [lower, upper] = this.#relaxation.sumBounds(sum);
    const half = (from: number, to: number) => (): boolean => {
      this.#relaxation.setSum(sum, from, to);
      return this.#explore();
    };
    const below = Math.floor(value);
    const done = nearerFirst(value, half(lower, below), half(below + 1, upper));
    this.#relaxation.setSum(sum, lower, upper);
    return done;
  }

  #branchOnColumn(column: number, value: number): boolean {
    const { columnLower, columnUpper } = this.#bounds;
    const [lower, upper] = [columnLower[column]!, columnUpper[column]!];
    const set = (from: number, to: number): void => {
      columnLower[column] = from;
      columnUpper[column] = to;
      this.#relaxation.setColumn(column, from, to);
    };
    const half = (from: number, to: number) => (): boolean => {
      set(from, to);
      return this.#explore();
    };
    const below = Math.floor(value);
    const done = nearerFirst(value, half(lower, below), half(below + 1, upper));
    set(lower, upper);
    return done;
  }

  /** Fixes the columns that no solution as good as the best can move: reduced-cost fixing at the root. */
  #narrowed(bounds: Bounds): Bounds {
    if (this.#root === undefined || this.#best === undefined) return bounds;
    const { bound, reduced } = this.#root;
    const gap = Math.max(bound - this.#value, 0) + margin(bound);
    const narrowed = copyBounds(bounds);
    reduced.forEach((cost, column) => {
      if (cost > gap) narrowed.columnUpper[column] = narrowed.columnLower[column]!;
      else if (cost < -gap) narrowed.columnLower[column] = narrowed.columnUpper[column]!;
    });
    return narrowed;
  }
}

/** What rounding can have added to a bound: sums of some hundred doubles. */
function margin(bound: number): number {
  return 0.01 + 1e-12 * Math.abs(bound);
}

function nearerFirst(value: number, below: () => boolean, above: () => boolean): boolean {
  return value - Math.floor(value) > 0.5 ? above() && below() : below() && above();
}

function mostFractional(x: Float64Array): number | undefined {
  let [chosen, farthest]: [number | undefined, number] = [undefined, INTEGRALITY];
  x.forEach((value, column) => {
    const distance = Math.abs(value - Math.round(value));
    if (distance > farthest) [chosen, farthest] = [column, distance];
  });
  return chosen;
}
