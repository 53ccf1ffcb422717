import { type Checkpoint, NO_LIMIT } from '../../rules/checkpoint.ts';
import { type DecidedCase, inOrderOfIds } from './decided-case.ts';
import { type KeptCandidates, keptCandidates } from './kept-candidates.ts';
import type { LinearProgram } from '../linear-program.ts';
import { type ColumnEntries, withLastLevel } from './program-builder.ts';
import { addCandidates, addSlacks, type SlackColumn } from './model-columns.ts';
import type { ModelOptions } from './model-options.ts';
import { ModelFrame, SIZE_ROW } from './model-frame.ts';
import type { RowMeaning } from './row-meaning.ts';
import { needsSecondTieBreak, secondTieBreakWeight } from './tie-break.ts';

/**
 * The linear program of a case. With x_i = 1 for a candidate on the slate, s for the slack of soft rows:
 *
 *     maximise    Σ points_i x_i − Σ price s        level by level, the tie-break last
 *     subject to  min ≤ Σ x_i ≤ max                 size
 *                 L ≤ Σ a_i x_i (+ s⁻ − s⁺) ≤ U     every row of every rule
 *                 x_p ≥ 1, x_q ≤ 0                  pins and exclusions
 *                 x_a − x_b = 0                     together
 *                 Σ x_i ≤ 1                         apart
 *                 Σ_{i∈S} x_i + D z ≤ |S|,  Σ_{i∉S} x_i + D z ≥ D    differing from an earlier slate S
 */
export interface SlateModel {
  readonly case: DecidedCase;
  readonly program: LinearProgram;
  /** The row of the table that stands behind each of the first columns. */
  readonly candidates: Uint32Array;
  /** The same by type, beside those who were left out. */
  readonly kept: KeptCandidates;
  readonly slacks: readonly SlackColumn[];
  readonly rows: readonly RowMeaning[];
}

/** Assembles the linear program of a decided case. @throws what `checkpoint` throws. */
export async function assembleModel(
  decided: DecidedCase,
  options: ModelOptions,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<SlateModel> {
  const flexible = options.flexibleSeats !== undefined;
  const seats = options.flexibleSeats ?? decided.ruleSet.size.max;
  const frame = new ModelFrame(decided, {
    ...options,
    levels: decided.objective.levels.length + 1,
    soft: true,
  });
  const { builder, families, persons, rows } = frame;
  const kept = await keptCandidates(decided, options, seats, flexible, checkpoint);
  const { candidates } = kept;
  const tell = (row: number, entries: ColumnEntries): void => {
    entries.push(SIZE_ROW, 1);
    for (let index = 0; index < families.length; index += 1) {
      const { family, firstRow } = families[index]!;
      const mine = family.classes[family.classOf.at(row)]!;
      for (let entry = 0; entry < mine.length; entry += 1) {
        entries.push(firstRow + mine[entry]!.row, mine[entry]!.coefficient);
      }
    }
    for (const { row: own, coefficient } of persons(row)) entries.push(own, coefficient);
  };
  await addCandidates(builder, decided, kept, rows.length, tell, checkpoint);
  frame.addLinks();
  const slacks = addSlacks(frame, decided, { seats, flexible });
  const most = Math.min(seats, candidates.length);
  return {
    case: decided,
    program: isolated(decided, candidates, builder.build(candidates.length, most), most),
    candidates,
    kept,
    slacks,
    rows,
  };
}

/** Adds the second tie-break where the first may leave several best slates. */
function isolated(
  { facts, objective }: DecidedCase,
  candidates: Uint32Array,
  program: LinearProgram,
  most: number,
): LinearProgram {
  const levels = program.levels.slice(0, -1);
  if (!needsSecondTieBreak(levels, candidates.length, objective.tieRange)) return program;
  const weights = Array.from(candidates, (row) => secondTieBreakWeight(facts.ids[row]!));
  return withLastLevel(program, weights, most);
}

/** The rows of the table whose columns are 1, in ascending order of id. */
export function rowsOnSlate(model: SlateModel, x: Float64Array): readonly number[] {
  return inOrderOfIds(
    model.case,
    Array.from(model.candidates).filter((_, column) => x[column] === 1),
  );
}
