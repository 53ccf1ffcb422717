import { paced } from '../rules/pacing.ts';
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
import { slateChecker } from '../check/check.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import { ReadingsDisagree } from '../slate/complying-slate.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { Task, TimeLimitError, type TaskControl } from '../slate/task.ts';
import type { TradeOff } from './answers.ts';
import { EfficientSet, type Point } from './efficient-set.ts';
import type { AskedMeasure } from './measure.ts';

/** Options of `tradeOff`. */
interface TradeOffOptions extends TaskControl {
  /** How many points are wanted at most; 1,000 if absent. */
  readonly most?: number;
}

/**
 * The exact set of non-dominated slates between two or three measures: no other slate is as good on
 * all of them and better on one. For each such combination of values one slate is given, the best by
 * the rule set's own objective and the tie-break.
 *
 * Bounds of rules that are measured are lifted, since they are what is traded; all other rules hold.
 *
 * @param many from how many appointments on it is left open who goes where; for tests.
 */
export async function tradeOff(
  asked: SlateCase,
  measures: readonly AskedMeasure[],
  options: TradeOffOptions = {},
  many?: number,
): Promise<TradeOff> {
  const task = new Task(options);
  const ruleSet = tradedRuleSet(asked.ruleSet, measures);
  const decided = await decideCase(ruleSet, asked.facts, task);
  const decisions = rowDecisions(asked);
  const structure = [worthOfMeasures(decided, measures.length)];
  const best = await BestAbove.open(
    { decided, options: { decisions, structure }, measures: measures.length, many },
    task,
  );
  const search = new EfficientSet(measures.length, (least) => best.of(least));
  try {
    const complete = await search.run(options.most ?? 1000, task);
    return await answerOf(asked, decided, measures, search, complete, task);
  } finally {
    best.close();
  }
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
  return { name: 'measures', rows: [], classOf: rowNumbers(classOf), classes: Array.from(classes, () => []) };
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
class BestAbove {
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

  static async open(asked: Above, task: Task): Promise<BestAbove> {
    return new BestAbove(asked, await opened(asked, new Set(), task), task);
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
  const model = await assembleReadable(decided, options, { apart, many, breath: paced(task) });
  if (!leavesOpenWhere(decided, many)) {
    const program = withLevelRows(model.program, measures);
    return { model, program, session: await openWarmSession(program) };
  }
  // Only the rows of measures move, and those come after what makes the program easier.
  const program = withLevelRows(easedProgram(model.program), measures);
  return { model, program, session: (await seriesSolver()).open(program) };
}

async function answerOf(
  asked: SlateCase,
  decided: DecidedCase,
  measures: readonly AskedMeasure[],
  search: EfficientSet<readonly number[]>,
  complete: boolean,
  task: Task,
): Promise<TradeOff> {
  const { ids } = decided.facts;
  const check = await slateChecker(decided, task);
  const scales = measures.map((_, index) => decided.objective.levels[index]!.scale);
  const points = search.points.map(({ values, slate }) => {
    const members = slate.map((row) => ids[row]!);
    if (!check(members).compliant) throw new ReadingsDisagree();
    return {
      values: values.map((value, index) => (sign(measures[index]!) * value) / scales[index]! + 0),
      members,
    };
  });
  const found = complete ? 'complete' : 'partial';
  const nothing = complete ? 'infeasible' : 'unknown';
  return {
    title: asked.ruleSet.title,
    status: points.length > 0 ? found : nothing,
    measures: measures.map(({ name, title, better }, index) => ({
      name,
      title,
      better,
      scale: scales[index]!,
    })),
    points,
    solves: search.solves,
    milliseconds: task.milliseconds,
    inputs: answerInputs(asked, { measures: measures.map(({ name, better }) => `${name} ${better}`) }),
  };
}

function sign({ better }: AskedMeasure): 1 | -1 {
  return better === 'high' ? 1 : -1;
}
