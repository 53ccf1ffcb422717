import { type Breath, paced } from '../rules/breath.ts';
import { Task } from '../slate/task.ts';
import { availableParallelism } from 'node:os';
import { decideCase } from '../optimize/model/decided-case.ts';
import type { RowDecisions } from '../optimize/model/model-options.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Report } from '../slate/check-answer.ts';
import { decidedOf, rowDecisions } from '../slate/case.ts';
import { slateChecker } from '../slate/check.ts';
import { inputsOf } from '../slate/answer-inputs.ts';
import { CellProofs } from '../slate/proven-cells.ts';
import type { SlateCase, TaskControl } from '../slate/requests.ts';
import { InputError, problem, type Problem } from '../words/problem.ts';
import type { OutcomeAnswer, Sweep, SweepCell } from './answers.ts';
import { type CellRun, inSharedMemory, solveRuns } from './cell-threads.ts';
import { contradiction, evaluated, rowsOfColumns } from './evaluate.ts';
import { cellCount, indicesOf, neighboursOf, ploughed, ruleSetAt } from './grid.ts';
import { assembleSweep, boundsOfCell, structureOf, type SweepProgram } from './sweep-program.ts';
import type { CellOutcome } from './sweep-thread.ts';
import { crossedBounds, type Variation } from './variation.ts';

/** What a sweep is asked: everything a queue would have to carry. */
export interface SweepTask {
  readonly case: SlateCase;
  readonly variations: readonly Variation[];
}

/** Options of `runSweep`. */
export interface SweepOptions extends TaskControl {
  /** Whether everything else in the process goes first, as in a service; absent: no. */
  readonly giveWay?: boolean;
}

/** More cells than a picture shows. */
const MOST_CELLS = 20_000;
/** Milliseconds that one cell may take. */
const CELL_LIMIT = 60_000;
/** Cells in one run: few, so that cores end together and little is lost on cancelling. */
const LONGEST_RUN = 24;
/** Milliseconds that the proofs of all cells may take at least, and that of one at most. */
const LEAST_PROVING = 2000;
const CELL_PROOF = 1000;
/** Tells the programs of one sweep from those of the next, which threads keep open. */
let sweeps = 0;

/** The case as it stands, solved along with the cells. */
const BASE_CELL = -1;

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
  const total = cellCount(task.variations);
  const opening = new Task({ ...control, timeLimitMs: control.timeLimitMs ?? Infinity });
  const problems = sweepProblems(task);
  if (problems.length > 0) throw new InputError(problems);
  const grid = await SweptGrid.open(task, paced(opening));
  control.onProgress?.(grid.done, total);
  const signal = stopSignal(control);
  await solveRuns(
    grid.runs,
    { timeLimit: CELL_LIMIT, giveWay: control.giveWay === true, ...(signal !== undefined && { signal }) },
    (outcomes, run) => {
      for (const outcome of outcomes) grid.take(outcome, run);
      control.onProgress?.(grid.done, total);
    },
  );
  await grid.prove(provingLimits(control, performance.now() - began), signal);
  return grid.answer(Math.round(performance.now() - began));
}

/** Proofs may take as long as the solves took, and the time that is left. */
function provingLimits({ timeLimitMs = Infinity }: SweepOptions, spent: number): number {
  return Math.min(Math.max(spent, LEAST_PROVING), timeLimitMs - spent);
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

/** A grid with what is known of its cells so far. */
class SweptGrid {
  readonly runs: readonly CellRun[];
  readonly #task: SweepTask;
  readonly #decisions: RowDecisions;
  readonly #check: (members: readonly string[], ruleSet: RuleSet) => Report;
  readonly #programs: ReadonlyMap<string, SweepProgram>;
  readonly #answers = new Map<number, OutcomeAnswer>();

  private constructor(
    task: SweepTask,
    decisions: RowDecisions,
    check: (members: readonly string[], ruleSet: RuleSet) => Report,
    programs: ReadonlyMap<string, SweepProgram>,
    runs: readonly CellRun[],
  ) {
    this.#task = task;
    this.#decisions = decisions;
    this.#check = check;
    this.#programs = programs;
    this.runs = runs;
  }

  /** How many cells are known. */
  get done(): number {
    return this.#answers.size - Number(this.#answers.has(BASE_CELL));
  }

  static async open(task: SweepTask, breath: Breath): Promise<SweptGrid> {
    const asked = task.case;
    const { ruleSet, facts } = asked;
    const decisions = rowDecisions(asked);
    const decided = await decidedOf(asked, breath);
    const cells = [BASE_CELL, ...ploughed(task.variations)].map((cell) => ({
      cell,
      ruleSet: ruleSetOfCell(cell, task),
    }));
    const varied = [...new Set(task.variations.map(({ rule }) => rule))].flatMap((id) => {
      const index = ruleSet.rules.findIndex((rule) => rule.id === id);
      return ruleSet.rules[index]?.kind === 'count' ? [index] : [];
    });
    const programs = new Map<string, SweepProgram>();
    const runs: CellRun[] = [];
    sweeps += 1;
    for (const [structure, mine] of Map.groupBy(cells, (each) => structureOf(each.ruleSet))) {
      const key = `${sweeps} ${structure}`;
      const own =
        structure === structureOf(ruleSet) ? decided : await decideCase(mine[0]!.ruleSet, facts, breath);
      const ruleSets = mine.map((each) => each.ruleSet);
      const program = await assembleSweep(own, decisions, ruleSets, varied, breath);
      programs.set(key, program);
      runs.push(...runsOf(key, program, mine));
    }
    const check = await slateChecker(asked, breath);
    return new SweptGrid(task, decisions, check, programs, runs);
  }

  /** Notes what a thread found of a cell, once the rule engine has passed it. */
  take(outcome: CellOutcome, run: CellRun): void {
    this.#answers.set(outcome.cell, this.#answerOf(outcome, this.#programs.get(run.key)!));
  }

  /**
   * Proves what can be proven in the time, cell by cell in the order of neighbours; the others keep the word
   * of their solver.
   */
  async prove(timeLimitMs: number, signal: AbortSignal | undefined): Promise<void> {
    const end = performance.now() + timeLimitMs;
    const task = new Task({ timeLimitMs: Infinity });
    const proofs = new CellProofs();
    const { facts, decisions } = this.#task.case;
    for (const cell of [BASE_CELL, ...ploughed(this.#task.variations)]) {
      const answer = this.#answers.get(cell);
      if (answer?.status !== 'optimal' && answer?.status !== 'infeasible') continue;
      const left = end - performance.now();
      if (left <= 0 || signal?.aborted === true) return;
      await task.breathe();
      const limits = { timeLimit: Math.min(left, CELL_PROOF) };
      const question = { facts, decisions, ruleSet: ruleSetOfCell(cell, this.#task) };
      if (await proofs.proves(question, answer.members, limits)) {
        this.#answers.set(cell, { ...answer, assurance: 'proven' });
      }
    }
  }

  #answerOf(outcome: CellOutcome, program: SweepProgram): OutcomeAnswer {
    const { status } = outcome;
    if (status === 'unknown') return { status };
    const ruleSet = ruleSetOfCell(outcome.cell, this.#task);
    const { decided, members } = program;
    if (status === 'infeasible') {
      if (outcome.conflict === undefined) return { status, ...UNPROVEN };
      const conflict = outcome.conflict.map((member) => members[member]!);
      return { status, ...UNPROVEN, conflict: contradiction(decided, this.#decisions, ruleSet, conflict) };
    }
    const { ids } = decided.facts;
    const rows = rowsOfColumns(outcome.columns, program.candidates, ids);
    const report = this.#check(
      rows.map((row) => ids[row]!),
      ruleSet,
    );
    const bound = outcome.bound / decided.objective.levels[0]!.scale;
    return {
      status,
      ...evaluated(decided, rows, report),
      ...(status === 'optimal' && UNPROVEN),
      ...(status === 'feasible' && Number.isFinite(bound) && { bound }),
    };
  }

  answer(milliseconds: number): Sweep {
    const { variations, case: asked } = this.#task;
    const total = cellCount(variations);
    const base = this.#answers.get(BASE_CELL) ?? { status: 'unknown' as const };
    const solved = [...this.#answers.keys()].filter((cell) => cell !== BASE_CELL).sort((a, b) => a - b);
    return {
      title: asked.ruleSet.title,
      ...(asked.placement !== undefined && { plan: true }),
      variations: variations.map(({ values, ...rest }) => ({
        ...rest,
        values: values.map(({ text }) => text),
      })),
      base,
      cells: solved.map((cell) => this.#cell(cell, base)),
      total,
      complete: solved.length === total,
      milliseconds,
      inputs: inputsOf(asked, {
        vary: variations.map(({ name, values }) => [name, ...values.map(({ text }) => text)]),
      }),
    };
  }

  #cell(cell: number, base: OutcomeAnswer): SweepCell {
    const { variations } = this.#task;
    const answer = this.#answers.get(cell)!;
    const changes = base.members && answer.members && difference(base.members, answer.members);
    return {
      at: [...indicesOf(cell, variations)],
      ...answer,
      ...(changes !== undefined && { changes }),
      frontier:
        answer.members !== undefined &&
        neighboursOf(cell, variations).some((other) => this.#answers.get(other)?.status === 'infeasible'),
    };
  }
}

/** Cells are solved by HiGHS alone; what is proven of them is said later. */
const UNPROVEN = { assurance: 'one-solver' } as const;

function ruleSetOfCell(cell: number, { variations, case: { ruleSet } }: SweepTask): RuleSet {
  return cell === BASE_CELL ? ruleSet : ruleSetAt(cell, variations, ruleSet);
}

interface PlacedCell {
  readonly cell: number;
  readonly ruleSet: RuleSet;
}

/** The cells of one program in runs of neighbours. */
function runsOf(key: string, program: SweepProgram, cells: readonly PlacedCell[]): readonly CellRun[] {
  const { targets, best, exists } = program;
  const shared = {
    best: { ...best, program: inSharedMemory(best.program) },
    exists: { ...exists, program: inSharedMemory(exists.program) },
  };
  const length = Math.max(1, Math.min(LONGEST_RUN, Math.ceil(cells.length / (4 * availableParallelism()))));
  const runs: CellRun[] = [];
  for (let from = 0; from < cells.length; from += length) {
    const mine = cells.slice(from, from + length);
    runs.push({
      key,
      ...shared,
      cells: mine.map(({ cell }) => cell),
      bounds: mine.map(({ ruleSet }) => boundsOfCell(targets, ruleSet)),
    });
  }
  return runs;
}

/** Who is on the second slate alone, and who on the first alone. */
export function difference(
  from: readonly string[],
  to: readonly string[],
): { readonly comes: string[]; readonly goes: string[] } {
  const [before, after] = [new Set(from), new Set(to)];
  return { comes: to.filter((id) => !before.has(id)), goes: from.filter((id) => !after.has(id)) };
}
