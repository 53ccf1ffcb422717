import { type Checkpoint, inStretches, NO_LIMIT } from '../../rules/checkpoint.ts';
import { idOfRow } from '../../rules/facts/fact-table.ts';
import type { DecidedCase } from './decided-case.ts';
import {
  type ExchangeColumns,
  exchangeColumns,
  type PersonColumn,
  type UnitColumn,
} from './exchange-columns.ts';
import { groupsOf, NO_GROUP } from '../../rules/groups/groups.ts';
import { eligibleRows } from './kept-candidates.ts';
import type { LinearProgram } from '../linear-program.ts';
import type { LinearProgramBuilder } from './program-builder.ts';
import { addSlacks } from './model-columns.ts';
import { IN_SIZE, ModelFrame } from './model-frame.ts';
import { type ModelOptions, rowsOf } from './model-options.ts';
import type { RowEntry } from './row-family.ts';
import type { RowMeaning } from './row-meaning.ts';
import { tieBreakWeight } from './tie-break.ts';
import { UNIT_FACT } from '../../rules/titles.ts';

/**
 * The linear program of a placement in which it does not matter yet who goes to which ward. Rows of the
 * table that differ only in their unit form a class k (`exchange-classes.ts`), all with one template t
 * of what they add to the rows of a unit. With y_k of each class and z_tu of each template in unit u:
 *
 *     rows of no unit     Σ a_k y_k
 *     rows of a unit u    Σ b_tu z_tu
 *     for every template  Σ_{k in t} y_k − Σ_u z_tu = 0
 *
 * Every plan gives such y and z of the same value, so no plan is better than the optimum here. And
 * y and z give a plan wherever all that is chosen can be placed: one flow per template, since templates
 * share no rows. Where it cannot, the classes in each other's way are taken apart into their rows and
 * the program is solved again; taken apart altogether it is the program of `slate-model.ts`. So the
 * optimum is exact, from a program of a few columns per person instead of one per person, unit and way.
 *
 * Among equal optima the tie-break decides between persons and between units, then the flow, which
 * takes rows in their order: the same input gives the same plan.
 */
export interface ExchangeModel extends Omit<ExchangeColumns, 'persons' | 'units'> {
  readonly program: LinearProgram;
  readonly rows: readonly RowMeaning[];
  /** How many of the first columns are persons. */
  readonly persons: number;
}

/** From so many appointments on it pays to leave open at first who goes to which unit. */
const MANY = 2_000;

/**
 * Whether it pays for a case to leave open who goes where: several rows may be about one person, all
 * are in units, and they are many.
 */
export function leavesOpenWhere({ facts }: DecidedCase, many: number = MANY): boolean {
  return (
    facts.personOf !== undefined &&
    facts.fact(UNIT_FACT) !== undefined &&
    !groupsOf(facts, UNIT_FACT).of.includes(NO_GROUP) &&
    facts.size >= many
  );
}

/**
 * Assembles the program.
 *
 * @param apart rows that must stand for themselves.
 * @throws what `checkpoint` throws.
 */
export async function assembleExchangeModel(
  decided: DecidedCase,
  options: ModelOptions,
  apart: ReadonlySet<number>,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<ExchangeModel> {
  const frame = new ModelFrame(decided, {
    ...options,
    levels: decided.objective.levels.length + 1,
    soft: true,
  });
  const { builder, rows } = frame;
  const eligible = eligibleRows(decided, rowsOf(options.decisions.exclude), false);
  await checkpoint.yieldOrThrow();
  const found = await exchangeColumns(decided, eligible, frame, options, apart, checkpoint);
  const { persons, units, ...read } = found;
  const columns = new Columns(builder, decided);
  await inStretches(persons.length, checkpoint, (from, to) => {
    for (let at = from; at < to; at += 1) columns.person(persons[at]!);
  });
  for (const unit of units) columns.unit(unit);
  await checkpoint.yieldOrThrow();
  frame.addLinks();
  const { max } = decided.ruleSet.size;
  addSlacks(frame, decided, { seats: max, flexible: false });
  const program = builder.build(persons.length, Math.min(max, eligible.length));
  return { ...read, program, rows, persons: persons.length };
}

/** Adds the columns of the program, each with its points and its weight in the tie-break. */
class Columns {
  readonly #builder: LinearProgramBuilder;
  readonly #case: DecidedCase;

  constructor(builder: LinearProgramBuilder, decided: DecidedCase) {
    this.#builder = builder;
    this.#case = decided;
  }

  person({ row, most, entries }: PersonColumn): void {
    const { facts, objective } = this.#case;
    const points = objective.levels.map((level) => level.points[row]!);
    this.#add(idOfRow(facts, row), most, points, [IN_SIZE, ...entries]);
  }

  unit({ name, most, entries }: UnitColumn): void {
    const points = this.#case.objective.levels.map(() => 0);
    this.#add(name, most, points, entries);
  }

  #add(name: string, most: number, points: readonly number[], entries: readonly RowEntry[]): void {
    const builder = this.#builder;
    const { objective } = this.#case;
    builder.addColumn(0, most);
    points.forEach((value, level) => builder.addValue(level, value));
    builder.addValue(points.length, tieBreakWeight(name, objective.tieRange));
    for (const { row, coefficient } of entries) builder.addEntry(row, coefficient);
  }
}
