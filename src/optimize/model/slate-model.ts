import type { DecidedCase } from './decided-case.ts';
import { type KeptCandidates, keptCandidates } from './kept-candidates.ts';
import type { LinearProgram } from '../linear-program.ts';
import { LinearProgramBuilder, withLastLevel } from './program-builder.ts';
import { addCandidates, addSlacks, type SlackColumn } from './model-columns.ts';
import type { ModelOptions } from './model-options.ts';
import { addDifferenceColumns, addPersonRows } from './person-rows.ts';
import type { RowFamily } from './row-family.ts';
import type { RowMeaning } from './row-meaning.ts';
import { needsSecondTieBreak, secondTieBreakWeight } from './tie-break.ts';
import { addLinkColumns, type LinkedRows } from './unit-rows.ts';

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

/** Assembles the linear program of a decided case. */
export function assembleModel(decided: DecidedCase, options: ModelOptions): SlateModel {
  const { size } = decided.ruleSet;
  const flexible = options.flexibleSeats !== undefined;
  const seats = options.flexibleSeats ?? size.max;
  const levels = decided.objective.levels;
  const builder = new LinearProgramBuilder(levels.length + 1);
  const rows: RowMeaning[] = [];
  const addRow = (meaning: RowMeaning, name: string, lower: number, upper: number): number => {
    rows.push(meaning);
    return builder.addRow(name, lower, upper);
  };
  const families = namedFamilies(decided, options);
  const sizeRow = addRow({ kind: 'size' }, 'size', size.min, size.max);
  const firstRows = families.map(({ family, name, meaning }) => {
    const indices = family.rows.map((row, index) => {
      const label = row.group === undefined ? name : `${name} ${row.group}`;
      return addRow(meaning(index), label, row.lower, row.upper);
    });
    return indices[0] ?? 0;
  });
  const persons = addPersonRows(decided, options, addRow);
  const kept = keptCandidates(decided, options, seats, flexible);
  const { candidates } = kept;
  addCandidates(builder, decided, kept, rows.length, (row, entries) => {
    entries.push(sizeRow, 1);
    for (let index = 0; index < families.length; index += 1) {
      const { classOf, classes } = families[index]!.family;
      const mine = classes[classOf.at(row)]!;
      for (let entry = 0; entry < mine.length; entry += 1) {
        entries.push(firstRows[index]! + mine[entry]!.row, mine[entry]!.coefficient);
      }
    }
    for (const { row: own, coefficient } of persons(row)) entries.push(own, coefficient);
  });
  addLinkColumns(builder, linkedRows(decided, families, firstRows), levels.length + 1);
  addDifferenceColumns(builder, decided, options, rows, levels.length + 1);
  const slacks = addSlacks(builder, decided, firstRows, { seats, flexible });
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

/** Every family of rows with a readable name and what its rows mean. */
export function namedFamilies(decided: DecidedCase, options: ModelOptions) {
  const rules = decided.rules.map((family, rule) => ({
    family,
    name: family.rule.id,
    meaning: (row: number): RowMeaning => ({ kind: 'rule', rule, row }),
  }));
  const structure = (options.structure ?? []).map((family) => ({
    family,
    name: family.name,
    meaning: (row: number): RowMeaning => ({ kind: 'structure', name: family.name, row }),
  }));
  const links = decided.rules.flatMap((family) => {
    if (family.links === undefined) return [];
    const name = `units of ${family.rule.id}`;
    return [
      {
        family: family.links,
        name,
        meaning: (row: number): RowMeaning => ({ kind: 'structure', name, row }),
      },
    ];
  });
  return [...rules, ...structure, ...links];
}

/** Where the rows of rules that count units stand among families that were added in this order. */
export function linkedRows(
  decided: DecidedCase,
  families: readonly { readonly family: RowFamily }[],
  firstRows: readonly number[],
): readonly LinkedRows[] {
  const first = new Map(families.map(({ family }, index) => [family, firstRows[index]!]));
  return decided.rules.flatMap((family) => {
    const { links } = family;
    const linkRows = links && first.get(links);
    return links === undefined || linkRows === undefined
      ? []
      : [{ links, rule: first.get(family), linkRows }];
  });
}

/** The rows of the table whose columns are 1, in ascending order of id. */
export function membersOf(model: SlateModel, x: Float64Array): readonly number[] {
  const { ids } = model.case.facts;
  const members = Array.from(model.candidates).filter((_, column) => x[column] === 1);
  return members.sort((one, other) => (ids[one]! < ids[other]! ? -1 : 1));
}

/** The row of the size: always the first. */
export const SIZE_ROW = 0;
