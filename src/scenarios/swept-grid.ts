import { availableParallelism } from 'node:os';
import { decideCase } from '../optimize/model/decided-case.ts';
import type { RowDecisions } from '../pool/decisions.ts';
import type { Checkpoint } from '../rules/checkpoint.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { decidedOf } from '../slate/case.ts';
import type { Report } from '../check/check-answer.ts';
import { slateChecker } from '../check/check.ts';
import { CellProofs } from '../slate/proofs/proven-cells.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { Task } from '../slate/task.ts';
import type { OutcomeAnswer } from './answers.ts';
import { type CellRun, inSharedMemory } from './cell-threads.ts';
import { contradiction, evaluated, rowsOfColumns } from './evaluate.ts';
import { ruleSetAt } from './grid.ts';
import { assembleSweep, boundsOfCell, programStructure, type SweepProgram } from './sweep-program.ts';
import type { CellOutcome } from './sweep-thread.ts';
import type { Variation } from './variation.ts';
import { rowDecisions } from '../check/row-decisions.ts';

/** What a sweep is asked: everything a queue would have to carry. */
export interface SweepTask {
  readonly case: SlateCase;
  readonly variations: readonly Variation[];
}

/** The case as it stands, solved along with the cells. */
export const BASE_CELL = -1;

/** Cells in one run: few, so that cores end together and little is lost on cancelling. */
const LONGEST_RUN = 24;
/** Milliseconds that the proof of a cell may take. */
const CELL_PROOF = 1000;
/** Tells the programs of one sweep from those of the next, which threads keep open. */
let sweeps = 0;

/** A grid with what is known of its cells so far. */
export class SweptGrid {
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

  /** What is known of each cell. */
  get answers(): ReadonlyMap<number, OutcomeAnswer> {
    return this.#answers;
  }

  static async open(task: SweepTask, order: readonly number[], checkpoint: Checkpoint): Promise<SweptGrid> {
    const asked = task.case;
    const { ruleSet, facts } = asked;
    const decisions = rowDecisions(asked);
    const decided = await decidedOf(asked, checkpoint);
    const cells = order.map((cell) => ({
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
    for (const [structure, mine] of Map.groupBy(cells, (each) => programStructure(each.ruleSet))) {
      const key = `${sweeps} ${structure}`;
      const own =
        structure === programStructure(ruleSet)
          ? decided
          : await decideCase(mine[0]!.ruleSet, facts, checkpoint);
      const ruleSets = mine.map((each) => each.ruleSet);
      const program = await assembleSweep(own, decisions, ruleSets, varied, checkpoint);
      programs.set(key, program);
      runs.push(...runsOf(key, program, mine));
    }
    const check = await slateChecker(asked, checkpoint);
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
  async prove(order: readonly number[], timeLimitMs: number, signal: AbortSignal | undefined): Promise<void> {
    const end = performance.now() + timeLimitMs;
    const task = new Task({ timeLimitMs: Infinity });
    const proofs = new CellProofs();
    const { facts, decisions } = this.#task.case;
    for (const cell of order) {
      const answer = this.#answers.get(cell);
      if (answer?.status !== 'optimal' && answer?.status !== 'infeasible') continue;
      const left = end - performance.now();
      if (left <= 0 || signal?.aborted === true) return;
      await task.yieldOrThrow();
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
}

/** Cells are solved by HiGHS alone; what is proven of them is said later. */
const UNPROVEN = { assurance: 'one-solver' } as const;

/** The rules of a cell. */
export function ruleSetOfCell(cell: number, { variations, case: { ruleSet } }: SweepTask): RuleSet {
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
