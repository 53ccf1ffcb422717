import { exchangeBetween } from '../explain/exchange.ts';
import { withGrace } from '../rules/checkpoint.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import { Task, type TaskControl } from '../slate/task.ts';
import { InputError, problem, type Problem } from '../words/problem.ts';
import type { OutcomeAnswer, Sweep, SweepCell } from './answers.ts';
import { solveRuns } from './cell-threads.ts';
import { cellCount, indicesOf, neighboursOf, ploughed } from './grid.ts';
import { BASE_CELL, ruleSetOfCell, SweptGrid, type SweepTask } from './swept-grid.ts';
import { crossedBounds, type Variation } from './variation.ts';

/** Options of `runSweep`. */
interface SweepOptions extends TaskControl {
  /** Whether everything else in the process goes first, as in a service; absent: no. */
  readonly giveWay?: boolean;
}

/** More cells than a picture shows. */
const MOST_CELLS = 20_000;
/** Milliseconds that one cell may take. */
const CELL_LIMIT = 60_000;
/** Milliseconds that the proofs of all cells may take at least. */
const LEAST_PROVING = 2000;
/** How cells are solved that others are solved beside. */
interface CellsControl extends SweepOptions {
  /** Milliseconds after which no cell is begun any more, if one was; absent: all are. */
  readonly beginFor?: number;
  /** Milliseconds that the proofs may take, once it is known how many the solves took; absent: as many. */
  readonly proveFor?: (solvedIn: number) => number;
}

/**
 * Solves a case under every combination of the varied bounds, exactly as a single proposal would, on
 * all cores. The linear program is built once per set of shares; between cells only bounds move.
 *
 * Cancelling ends the sweep early: what is solved is the answer, marked as incomplete. Without a time
 * limit a sweep may take as long as it needs.
 *
 * @throws InputError if the grid is too large, or bounds cross; TimeLimitError and the reason of the signal
 * before the first cell is begun.
 */
export async function runSweep(task: SweepTask, control: SweepOptions = {}): Promise<Sweep> {
  const began = performance.now();
  const problems = sweepProblems(task);
  if (problems.length > 0) throw new InputError(problems);
  const { timeLimitMs = Infinity } = control;
  const found = await solveCells(task, allParts(task), {
    ...control,
    // Proofs may take as long as the solves took, and the time that is left.
    proveFor: (spent) => Math.min(Math.max(spent, LEAST_PROVING), timeLimitMs - spent),
  });
  return joinSweep(task, found, Math.round(performance.now() - began));
}

/**
 * How many parts a sweep has that can be solved by themselves: its cells, of which each is next to the one
 * before, and after them the case as it stands.
 */
function partsOfSweep({ variations }: Pick<SweepTask, 'variations'>): number {
  return cellCount(variations) + 1;
}

function allParts(task: SweepTask): readonly number[] {
  return Array.from({ length: partsOfSweep(task) }, (_, part) => part);
}

/** The cell that each part is. */
function cellsOfParts({ variations }: Pick<SweepTask, 'variations'>): readonly number[] {
  return [...ploughed(variations), BASE_CELL];
}

/**
 * What a part is besides the case that all parts share: what its rules say otherwise. Parts of two sweeps of
 * one case that say the same come to the same.
 */
export function saidByParts(task: SweepTask): readonly string[] {
  const { ruleSet, decisions } = task.case;
  const written = new Map(ruleSet.rules.map((rule) => [rule.id, JSON.stringify(rule)]));
  return cellsOfParts(task).map((cell) => {
    const { size, rules } = ruleSetOfCell(cell, task);
    const moved = rules
      .filter((rule, at) => rule !== ruleSet.rules[at])
      .map((rule) => [rule.id, JSON.stringify(rule)]);
    const changes = moved.filter(([id, said]) => written.get(id!) !== said);
    return JSON.stringify([ruleSet.sha256, decisions, size, changes]);
  });
}

/**
 * Solves some parts of a sweep, and proves them. The answer has those that were solved, of which more may be
 * left when the time is up or `signal` aborts.
 *
 * @param parts ascending.
 * @throws TimeLimitError and the reason of the signal before the first cell is begun.
 */
export async function solveCells(
  task: SweepTask,
  parts: readonly number[],
  control: CellsControl,
): Promise<ReadonlyMap<number, OutcomeAnswer>> {
  const began = performance.now();
  const { giveWay = false, beginFor, onProgress } = control;
  const opening = new Task({ ...control, timeLimitMs: control.timeLimitMs ?? Infinity });
  const cells = cellsOfParts(task);
  const partOf = new Map(parts.map((part) => [cells[part]!, part]));
  // The case as it stands comes first: what is solved is told as what changes against it.
  const order = [...partOf.keys()].toSorted(
    (one, other) => Number(other === BASE_CELL) - Number(one === BASE_CELL),
  );
  const grid = await SweptGrid.open(task, order, withGrace(opening));
  const total = parts.length - Number(partOf.has(BASE_CELL));
  onProgress?.(grid.done, total);
  const signal = stopSignal(control);
  await solveRuns(grid.runs, { timeLimit: CELL_LIMIT, giveWay, beginFor, signal }, (outcomes, run) => {
    for (const outcome of outcomes) grid.take(outcome, run);
    onProgress?.(grid.done, total);
  });
  const spent = performance.now() - began;
  const proving = control.proveFor?.(spent) ?? Math.max(spent, LEAST_PROVING);
  await grid.prove(order, proving, signal);
  return new Map([...grid.answers].map(([cell, answer]) => [partOf.get(cell)!, answer]));
}

/** Makes the answer of its parts, as many of them as were solved. */
export function joinSweep(
  task: SweepTask,
  found: ReadonlyMap<number, OutcomeAnswer>,
  milliseconds: number,
): Sweep {
  const { variations, case: asked } = task;
  const cells = cellsOfParts(task);
  const answers = new Map([...found].map(([part, answer]) => [cells[part]!, answer]));
  const total = cellCount(variations);
  const base = answers.get(BASE_CELL) ?? { status: 'unknown' as const };
  const solved = [...answers.keys()].filter((cell) => cell !== BASE_CELL).sort((a, b) => a - b);
  return {
    title: asked.ruleSet.title,
    ...(asked.placement !== undefined && { plan: true }),
    variations: variations.map(({ values, ...rest }) => ({
      ...rest,
      values: values.map(({ text }) => text),
    })),
    base,
    cells: solved.map((cell) => sweepCell(cell, answers, base, variations)),
    total,
    complete: solved.length === total,
    milliseconds,
    inputs: answerInputs(asked, {
      vary: variations.map(({ name, values }) => [name, ...values.map(({ text }) => text)]),
    }),
  };
}

function sweepCell(
  cell: number,
  answers: ReadonlyMap<number, OutcomeAnswer>,
  base: OutcomeAnswer,
  variations: readonly Variation[],
): SweepCell {
  const answer = answers.get(cell)!;
  const changes = base.members && answer.members && comesAndGoes(base.members, answer.members);
  return {
    at: [...indicesOf(cell, variations)],
    ...answer,
    ...(changes !== undefined && { changes }),
    frontier:
      answer.members !== undefined &&
      neighboursOf(cell, variations).some((other) => answers.get(other)?.status === 'infeasible'),
  };
}

/** That a grid is larger than a sweep may be, if it is. */
export function tooManyCells(variations: readonly Variation[]): readonly Problem[] {
  const cells = cellCount(variations);
  return cells > MOST_CELLS ? [problem('scenarios.too-many-cells', { cells, max: MOST_CELLS })] : [];
}

/** Why a sweep cannot begin: the grid is too large, or the bounds of a cell leave nothing between them. */
export function sweepProblems({ variations, case: asked }: SweepTask): readonly Problem[] {
  return [...tooManyCells(variations), ...crossedBounds(variations, asked.ruleSet)];
}

function stopSignal({ signal, timeLimitMs }: TaskControl): AbortSignal | undefined {
  const signals = [
    ...(signal === undefined ? [] : [signal]),
    ...(timeLimitMs === undefined ? [] : [AbortSignal.timeout(timeLimitMs)]),
  ];
  return signals.length === 0 ? undefined : AbortSignal.any(signals);
}

/** Who is on the second slate alone, and who on the first alone. */
export function comesAndGoes(
  from: readonly string[],
  to: readonly string[],
): { readonly comes: string[]; readonly goes: string[] } {
  const { enter, leave } = exchangeBetween(from, to);
  return { comes: enter, goes: leave };
}
