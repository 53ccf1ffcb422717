import { withGrace } from '../rules/checkpoint.ts';
import { type DecidedCase, decideCase, inOrderOfIds } from '../optimize/model/decided-case.ts';
import { easedProgram } from '../optimize/presolve/presolved.ts';
import { leavesOpenWhere } from '../optimize/model/exchange-model.ts';
import { openWarmSession, seriesSolver } from '../optimize/highs/solver.ts';
import { type Bounds, copyBounds, type LinearProgram } from '../optimize/linear-program.ts';
import { rowNumbers } from '../optimize/model/equivalence-classes.ts';
import type { ModelOptions, StructuralRows } from '../optimize/model/model-options.ts';
import { assembleReadable, type ReadableModel } from '../optimize/model/readable-model.ts';
import type { SolverSession } from '../optimize/solver.ts';
import type { ObjectiveLevel, Rule, RuleSet } from '../rules/rule-set.ts';
import { rowDecisions } from '../check/row-decisions.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { type Task, TimeLimitError } from '../slate/task.ts';
import type { Point } from './efficient-set.ts';
import type { AskedMeasure } from './measure.ts';

/**
 * The case with the measures as the first levels of its objective.
 *
 * @throws TimeLimitError
 */
export function decidedForMeasures(
  { ruleSet, facts }: SlateCase,
  measures: readonly AskedMeasure[],
  task: Task,
): Promise<DecidedCase> {
  return decideCase(tradedRuleSet(ruleSet, measures), facts, task);
}

/**
 * The rules with the measures as the first levels of the objective, so that each solve is lexicographic
 * in them. Measured rules lose their bounds; the rule set's own levels come after.
 */
function tradedRuleSet(ruleSet: RuleSet, measures: readonly AskedMeasure[]): RuleSet {
  const traded = new Set(measures.map(({ rule }) => rule));
  const own = new Set(measures.map(({ ownLevel }) => ownLevel));
  const rules = ruleSet.rules.flatMap((rule): readonly Rule[] => (traded.has(rule.id) ? [] : [rule]));
  const rest = ruleSet.objective.filter((_, index) => !own.has(index));
  const levels: readonly ObjectiveLevel[] = [...measures.map(({ level }) => level), ...rest];
  return { ...ruleSet, rules, objective: levels };
}

/**
 * Candidates who differ in a measure are of different types, whatever the rules say: once so much of one
 * measure is demanded, who has less of the others may be needed for it.
 */
function worthOfMeasures({ objective, facts }: DecidedCase, count: number): StructuralRows {
  const levels = objective.levels.slice(0, count);
  const classes = new Map<string, number>();
  const classOf = new Uint32Array(facts.size);
  for (let row = 0; row < facts.size; row += 1) {
    const key = levels.map(({ points }) => points[row]!).join();
    let known = classes.get(key);
    if (known === undefined) classes.set(key, (known = classes.size));
    classOf[row] = known;
  }
  return {
    name: 'measures',
    rows: [],
    classOf: rowNumbers(classOf),
    classes: Array.from(classes, () => []),
  };
}

/** The program with a row per measure, whose lower bound says how much of it a slate must have. */
function withLevelRows(program: LinearProgram, count: number): LinearProgram {
  const starts = [0];
  const rows: number[] = [];
  const values: number[] = [];
  for (let column = 0; column < program.columnCount; column += 1) {
    for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
      rows.push(program.rows[entry]!);
      values.push(program.values[entry]!);
    }
    for (let level = 0; level < count; level += 1) {
      const value = program.levels[level]![column]!;
      if (value === 0) continue;
      rows.push(program.rowCount + level);
      values.push(value);
    }
    starts.push(rows.length);
  }
  const extended = (bounds: Float64Array, value: number): Float64Array =>
    Float64Array.from([...bounds, ...Array.from({ length: count }, () => value)]);
  return {
    ...program,
    rowCount: program.rowCount + count,
    starts: Int32Array.from(starts),
    rows: Int32Array.from(rows),
    values: Float64Array.from(values),
    rowLower: extended(program.rowLower, -Infinity),
    rowUpper: extended(program.rowUpper, Infinity),
    rowNames: [...program.rowNames, ...Array.from({ length: count }, (_, level) => `measure ${level}`)],
  };
}

/** What is asked of {@link BestAbove}. */
interface Above {
  readonly decided: DecidedCase;
  readonly options: ModelOptions;
  readonly measures: number;
  readonly many: number | undefined;
}

/** A program kept open for solves with more and more of the measures. */
interface Opened {
  readonly model: ReadableModel;
  readonly program: LinearProgram;
  readonly session: SolverSession;
}

/** The lexicographic best slate with at least so much of every measure, time after time. */
export class BestAbove {
  readonly #asked: Above;
  readonly #task: Task;
  /** Rows that stand for themselves, since they were once chosen and could not all be placed. */
  readonly #apart = new Set<number>();
  #opened: Opened;

  private constructor(asked: Above, opened: Opened, task: Task) {
    this.#asked = asked;
    this.#opened = opened;
    this.#task = task;
  }

  /**
   * Bounds of rules that are measured are lifted, since they are what is traded; all other rules hold.
   *
   * @param measures the first of them comes first, wherever a slate may be better on one or another.
   * @param many from how many appointments on it is left open who goes where; for tests.
   * @throws TimeLimitError
   */
  static async open(
    asked: SlateCase,
    measures: readonly AskedMeasure[],
    task: Task,
    many?: number,
  ): Promise<BestAbove> {
    const decided = await decidedForMeasures(asked, measures, task);
    const structure = [worthOfMeasures(decided, measures.length)];
    const options = { decisions: rowDecisions(asked), structure };
    const above = { decided, options, measures: measures.length, many };
    return new BestAbove(above, await opened(above, new Set(), task), task);
  }

  /** The case with the measures as first levels of its objective. */
  get decided(): DecidedCase {
    return this.#asked.decided;
  }

  /** @throws TimeLimitError */
  async of(least: readonly number[]): Promise<Point<readonly number[]> | undefined> {
    for (;;) {
      const { model, program, session } = this.#opened;
      const bounds: Bounds = copyBounds(program);
      const first = program.rowCount - least.length;
      least.forEach((value, measure) => {
        bounds.rowLower[first + measure] = value;
      });
      const outcome = session.solve(this.#task.limits(), bounds);
      if (outcome.status === 'infeasible') return undefined;
      if (outcome.status !== 'optimal') throw new TimeLimitError();
      const placing = model.chosen(outcome.x);
      if (placing.ok) {
        const slate = inOrderOfIds(this.#asked.decided, placing.rows);
        return { values: outcome.values.slice(0, least.length), slate };
      }
      for (const row of placing.apart) this.#apart.add(row);
      session.close();
      this.#opened = await opened(this.#asked, this.#apart, this.#task);
    }
  }

  /** Gives the solver's memory back. */
  close(): void {
    this.#opened.session.close();
  }
}

async function opened(
  { decided, options, measures, many }: Above,
  apart: ReadonlySet<number>,
  task: Task,
): Promise<Opened> {
  const model = await assembleReadable(decided, options, { apart, many, checkpoint: withGrace(task) });
  if (!leavesOpenWhere(decided, many)) {
    const program = withLevelRows(model.program, measures);
    return { model, program, session: await openWarmSession(program) };
  }
  // Only the rows of measures move, and those come after what makes the program easier.
  const program = withLevelRows(easedProgram(model.program), measures);
  return { model, program, session: (await seriesSolver()).open(program) };
}
