import solver from 'javascript-lp-solver';
import type { Model, SolveResult } from 'javascript-lp-solver';
import manifest from 'javascript-lp-solver/package.json' with { type: 'json' };
import { type Bounds, type LinearProgram, objectiveValue } from './linear-program.ts';
import { verified } from './verified-solution.ts';
import type { Outcome, SolveLimits, Solver } from './solver.ts';

/**
 * javascript-lp-solver, the independent second. What was measured of it (`test/optimize/traps.test.ts`) decides how it is
 * used: rows and columns get generated names, since an id like `result` corrupts its answer; presolve
 * is off, since it is wrong on rows with negative coefficients; an answer at or after the time limit
 * is no proof, since it may then be fractional or merely good; and since its first phase can cycle and
 * then ignores its own limit, it runs only in a thread that can be killed (`solver-threads.ts`).
 */
export function javascriptLpSolver(): Solver {
  return {
    name: 'javascript-lp-solver',
    version: manifest.version,
    open: (program) => ({
      solve: (limits, bounds = program) => solveLevels(program, bounds, limits),
      close: () => {
        forgetLastModel();
      },
    }),
  };
}

/** The package keeps its last model alive; a million coefficients would stay in memory. */
function forgetLastModel(): void {
  Reflect.set(solver, 'lastSolvedModel', null);
}

function solveLevels(program: LinearProgram, bounds: Bounds, limits: SolveLimits): Outcome {
  const end = performance.now() + limits.timeLimit;
  const locked: number[] = [];
  let last: Float64Array | undefined;
  const speaking = program.levels.filter((costs) => costs.some((cost) => cost !== 0));
  for (const costs of speaking.length === 0 ? [program.levels[0]!] : speaking) {
    const left = end - performance.now();
    if (left <= 0) return unfinished(program, last);
    const model = modelOf(program, bounds, costs, speaking.slice(0, locked.length), locked, left);
    // It stops by the clock of the wall, in whole milliseconds: by ours it may end a little before its time,
    // and long before where that clock is set.
    const began = Date.now();
    const answer = solver.Solve(model) as SolveResult;
    if (Date.now() - began >= left || performance.now() >= end) return unfinished(program, last);
    // Without a solution on the first level there is none; on a later one it contradicts the first.
    if (!answer.feasible) return last === undefined ? { status: 'infeasible' } : unfinished(program, last);
    const x = verified(
      program,
      bounds,
      Float64Array.from(program.columnLower, (_, column) => Number(answer[columnName(column)] ?? 0)),
    );
    if (x === undefined) return unfinished(program, last);
    last = x;
    locked.push(objectiveValue(costs, x));
  }
  return { status: 'optimal', x: last!, values: program.levels.map((costs) => objectiveValue(costs, last!)) };
}

/** The best so far, without proof: of this solver only a finished solve counts. */
function unfinished(program: LinearProgram, x: Float64Array | undefined): Outcome {
  if (x === undefined) return { status: 'unknown' };
  return {
    status: 'feasible',
    x,
    values: program.levels.map((costs) => objectiveValue(costs, x)),
    bound: Infinity,
  };
}

const columnName = (column: number): string => `x${column}`;
const rowName = (row: number): string => `r${row}`;
const lowerName = (column: number): string => `l${column}`;
const OBJECTIVE = 'value';

function modelOf(
  program: LinearProgram,
  bounds: Bounds,
  costs: Float64Array,
  lockedCosts: readonly Float64Array[],
  lockedValues: readonly number[],
  timeout: number,
): Model {
  const model: Tables = {
    constraints: rowConstraints(program, bounds),
    variables: {},
    ints: {},
    binaries: {},
  };
  lockedValues.forEach((value, index) => {
    model.constraints[`k${index}`] = { min: value - 0.5 };
  });
  for (let column = 0; column < program.columnCount; column += 1) {
    if (bounds.columnUpper[column]! <= 0) continue;
    const coefficients = coefficientsOf(program, column, costs[column]!);
    lockedCosts.forEach((locked, index) => {
      if (locked[column] !== 0) coefficients[`k${index}`] = locked[column]!;
    });
    addVariable(model, column, coefficients, bounds);
  }
  return {
    optimize: OBJECTIVE,
    opType: 'max',
    ...model,
    options: { presolve: false, tolerance: 0, timeout },
  };
}

/** The parts of a model that grow row by row and column by column. */
type Tables = Required<Pick<Model, 'constraints' | 'variables' | 'ints' | 'binaries'>>;

function rowConstraints({ rowCount }: LinearProgram, { rowLower, rowUpper }: Bounds): Model['constraints'] {
  const constraints: Model['constraints'] = {};
  for (let row = 0; row < rowCount; row += 1) {
    const [lower, upper] = [rowLower[row]!, rowUpper[row]!];
    if (lower === -Infinity && upper === Infinity) continue;
    constraints[rowName(row)] = {
      ...(lower > -Infinity && { min: lower }),
      ...(upper < Infinity && { max: upper }),
    };
  }
  return constraints;
}

function coefficientsOf(
  { starts, rows, values }: LinearProgram,
  column: number,
  cost: number,
): Record<string, number> {
  const coefficients: Record<string, number> = { [OBJECTIVE]: cost };
  for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
    coefficients[rowName(rows[entry]!)] = values[entry]!;
  }
  return coefficients;
}

/** Adds a whole variable; its lower bound is a constraint, since the solver knows none of a variable. */
function addVariable(
  { constraints, variables, ints, binaries }: Tables,
  column: number,
  coefficients: Record<string, number>,
  { columnLower, columnUpper }: Bounds,
): void {
  if (columnLower[column]! > 0) {
    constraints[lowerName(column)] = { min: columnLower[column]! };
    coefficients[lowerName(column)] = 1;
  }
  variables[columnName(column)] = coefficients;
  if (columnUpper[column] === 1) binaries[columnName(column)] = 1;
  else ints[columnName(column)] = 1;
}
