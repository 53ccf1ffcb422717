import { candidateTypes, type CandidateTypes } from './candidate-types.ts';
import type { DecidedCase } from './decided-case.ts';
import { type LinearProgram, LinearProgramBuilder } from './linear-program.ts';
import type { RowFamily } from './rule-rows.ts';
import { addLinkColumns } from './unit-rows.ts';
import { addPersonRows } from './person-rows.ts';
import { linkedRows, namedFamilies, SIZE_ROW } from './slate-model.ts';
import { membership } from './kept-candidates.ts';
import type { ModelOptions } from './model-options.ts';
import type { RowMeaning } from './row-meaning.ts';

/** What a type model is assembled for. */
export interface TypeModelOptions extends Pick<ModelOptions, 'decisions' | 'differences' | 'structure'> {
  /** How many levels the objective has; 1 if absent. Types cost nothing on any of them. */
  readonly levels?: number;
  /** Adds further columns, after those of the types, and rows if they need any. */
  readonly more?: (builder: LinearProgramBuilder, rows: readonly RowMeaning[]) => void;
}

/** A program whose first columns say how many of each type are on the slate. */
export interface TypeModel {
  readonly case: DecidedCase;
  readonly program: LinearProgram;
  /** Column t is type t of these. */
  readonly types: CandidateTypes;
  /** What the rows say; rows added by {@link TypeModelOptions.more} come after these. */
  readonly rows: readonly RowMeaning[];
}

/**
 * The linear program of a case for questions that ask whether a slate exists, not which is best: one
 * whole column y_t per type of candidates that no *hard* rule can tell apart, 0 ≤ y_t ≤ |type t|. Every
 * rule, the size and every decision is a row of its own, eligibility too, so that each can be dropped or
 * moved by its bounds. Soft rules have no say.
 *
 * It is exact at every size of the slate: a slate gives y by counting its members, and y gives a slate
 * by taking any y_t of type t; the rows cannot tell the difference.
 */
export function assembleTypeModel(decided: DecidedCase, options: TypeModelOptions): TypeModel {
  const levels = options.levels ?? 1;
  const builder = new LinearProgramBuilder(levels);
  const rows: RowMeaning[] = [];
  const addRow = (meaning: RowMeaning, name: string, lower: number, upper: number): number => {
    rows.push(meaning);
    return builder.addRow(name, lower, upper);
  };
  const families = namedFamilies(decided, options).filter(({ family }) => !isSoft(family));
  addRow({ kind: 'size' }, 'size', decided.ruleSet.size.min, decided.ruleSet.size.max);
  const firstRows = families.map(({ family, name, meaning }) => {
    const indices = family.rows.map((row, index) =>
      addRow(meaning(index), `${name} ${row.group ?? ''}`, row.lower, row.upper),
    );
    return indices[0] ?? 0;
  });
  const persons = addPersonRows(decided, options, addRow);
  const types = typesOf(
    decided,
    families.map(({ family }) => family),
    options,
  );
  for (let type = 0; type < types.representatives.length; type += 1) {
    const row = types.representatives[type]!;
    builder.addColumn(0, types.starts[type + 1]! - types.starts[type]!);
    for (let level = 0; level < levels; level += 1) builder.addValue(level, 0);
    builder.addEntry(SIZE_ROW, 1);
    families.forEach(({ family }, index) => {
      for (const entry of family.classes[family.classOf[row]!]!) {
        builder.addEntry(firstRows[index]! + entry.row, entry.coefficient);
      }
    });
    for (const entry of persons(row)) builder.addEntry(entry.row, entry.coefficient);
  }
  addLinkColumns(builder, linkedRows(decided, families, firstRows), levels);
  options.more?.(builder, rows);
  return { case: decided, program: builder.build(0, 0), types, rows };
}

function isSoft(family: RowFamily & { readonly rule?: { readonly strength: string } }): boolean {
  return family.rule?.strength === 'soft';
}

/** Types among those who are not set aside; everybody whom a decision names is alone. */
function typesOf(
  decided: DecidedCase,
  families: readonly RowFamily[],
  { decisions, differences = [] }: TypeModelOptions,
): CandidateTypes {
  const taking: number[] = [];
  for (let row = 0; row < decided.facts.size; row += 1) if (!decided.setAside.has(row)) taking.push(row);
  const alone = new Set([
    ...decisions.pin,
    ...decisions.exclude,
    ...decisions.together.flat(),
    ...decisions.apart.flat(),
  ]);
  const memberships = differences.map((difference) => membership(difference, decided.facts.size));
  return candidateTypes(Uint32Array.from(taking), [...families, ...memberships], alone);
}
