import { type Checkpoint, NO_LIMIT } from '../../rules/checkpoint.ts';
import { candidateTypes, type CandidateTypes } from './candidate-types.ts';
import type { DecidedCase } from './decided-case.ts';
import { type ChosenRows, exchangeColumns } from './exchange-columns.ts';
import { leavesOpenWhere } from './exchange-model.ts';
import type { LinearProgram } from '../linear-program.ts';
import type { LinearProgramBuilder } from './program-builder.ts';
import { IN_SIZE, ModelFrame } from './model-frame.ts';
import { membership } from './kept-candidates.ts';
import { decidedRows, type ModelOptions } from './model-options.ts';
import type { RowEntry, RowFamily } from './row-family.ts';
import type { RowMeaning } from './row-meaning.ts';

/** Columns that are added between two looks at the clock. */
const COLUMNS_A_BREATH = 10_000;

/** What a type model is assembled for. */
export interface TypeModelOptions extends Pick<ModelOptions, 'decisions' | 'differences' | 'structure'> {
  /** How many levels the objective has; 1 if absent. Types cost nothing on any of them. */
  readonly levels?: number;
  /**
   * Present: a placement with many appointments may leave open who goes where, as in
   * `exchange-model.ts`; these rows must stand for themselves.
   */
  readonly apart?: ReadonlySet<number>;
  /** How many appointments are many; for tests. */
  readonly many?: number | undefined;
  /** Adds further columns, after those of the types, and rows if they need any. */
  readonly more?: (builder: LinearProgramBuilder, rows: readonly RowMeaning[]) => void;
}

/** A program whose first columns say how many of each type are on the slate. */
export interface TypeModel {
  readonly case: DecidedCase;
  readonly program: LinearProgram;
  /** What the rows say; rows added by {@link TypeModelOptions.more} come after these. */
  readonly rows: readonly RowMeaning[];
  /**
   * Some rows of the table that a solution stands for; without {@link TypeModelOptions.apart} there
   * are always some.
   */
  readonly chosen: (x: Float64Array) => ChosenRows;
}

/**
 * The linear program of a case for questions that ask whether a slate exists, not which is best: one
 * whole column y_t per type of candidates that no *hard* rule can tell apart, 0 ≤ y_t ≤ |type t|. Every
 * rule, the size and every decision is a row of its own, eligibility too, so that each can be dropped or
 * moved by its bounds. Soft rules have no say.
 *
 * It is exact at every size of the slate: a slate gives y by counting its members, and y gives a slate
 * by taking any y_t of type t; the rows cannot tell the difference.
 *
 * @throws what `checkpoint` throws.
 */
export async function assembleTypeModel(
  decided: DecidedCase,
  options: TypeModelOptions,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<TypeModel> {
  const levels = options.levels ?? 1;
  const frame = new ModelFrame(decided, { ...options, levels, soft: false });
  const { builder, rows } = frame;
  const columns =
    options.apart !== undefined && leavesOpenWhere(decided, options.many)
      ? await openColumns(decided, frame, options, options.apart, checkpoint)
      : await typeColumns(decided, frame, options, checkpoint);
  let columnCount = 0;
  for (const { most, entries } of columns.each) {
    if (++columnCount % COLUMNS_A_BREATH === 0) await checkpoint.yieldOrThrow();
    builder.addColumn(0, most);
    for (let level = 0; level < levels; level += 1) builder.addValue(level, 0);
    for (const { row, coefficient } of entries) builder.addEntry(row, coefficient);
  }
  frame.addLinks();
  options.more?.(builder, rows);
  return { case: decided, program: builder.build(0, 0), rows, chosen: columns.chosen };
}

/** Columns without their values, and how to read them. */
interface ReadableColumns {
  readonly each: Iterable<{ readonly most: number; readonly entries: Iterable<RowEntry> }>;
  readonly chosen: TypeModel['chosen'];
}

/** A column per type of candidates. */
async function typeColumns(
  decided: DecidedCase,
  { families, persons }: ModelFrame,
  options: TypeModelOptions,
  checkpoint: Checkpoint,
): Promise<ReadableColumns> {
  const { members, starts, representatives } = await typesOf(
    decided,
    families.map(({ family }) => family),
    options,
    checkpoint,
  );
  function* entriesOf(row: number): Iterable<RowEntry> {
    yield IN_SIZE;
    for (const { family, firstRow } of families) {
      for (const { row: own, coefficient } of family.classes[family.classOf.at(row)]!) {
        yield { row: firstRow + own, coefficient };
      }
    }
    yield* persons(row);
  }
  function* each(): ReadableColumns['each'] {
    for (const [type, row] of representatives.entries()) {
      yield { most: starts[type + 1]! - starts[type]!, entries: entriesOf(row) };
    }
  }
  const chosen = (x: Float64Array): ChosenRows => ({
    ok: true,
    rows: Array.from(representatives.keys()).flatMap((type) =>
      Array.from(members.subarray(starts[type], starts[type]! + x[type]!)),
    ),
  });
  return { each: each(), chosen };
}

/** Columns that leave open who goes where. What people are worth tells nobody apart here. */
async function openColumns(
  decided: DecidedCase,
  frame: ModelFrame,
  options: TypeModelOptions,
  apart: ReadonlySet<number>,
  checkpoint: Checkpoint,
): Promise<ReadableColumns> {
  const worthless = { ...decided, objective: { ...decided.objective, levels: [] } };
  const found = await exchangeColumns(worthless, taking(decided), frame, options, apart, checkpoint);
  const { persons, units, chosen } = found;
  const inSize = persons.map(({ most, entries }) => ({ most, entries: [IN_SIZE, ...entries] }));
  return { each: [...inSize, ...units], chosen };
}

/** Those who are not set aside. */
function taking({ facts, setAside }: DecidedCase): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < facts.size; row += 1) if (!setAside.has(row)) rows.push(row);
  return Uint32Array.from(rows);
}

/** Types among those who are not set aside; everybody whom a decision names is alone. */
async function typesOf(
  decided: DecidedCase,
  families: readonly RowFamily[],
  { decisions, differences = [] }: TypeModelOptions,
  checkpoint: Checkpoint,
): Promise<CandidateTypes> {
  const alone = new Set(decidedRows(decisions));
  const memberships = differences.map((difference) => membership(difference, decided.facts.size));
  return candidateTypes(
    taking(decided),
    decided.facts.size,
    [...families, ...memberships],
    alone,
    checkpoint,
  );
}
