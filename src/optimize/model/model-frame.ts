import type { DecidedCase } from './decided-case.ts';
import type { ModelOptions } from './model-options.ts';
import { addDifferenceColumns, addPersonRows } from './person-rows.ts';
import { LinearProgramBuilder } from './program-builder.ts';
import type { RowEntry, RowFamily } from './row-family.ts';
import type { AddRow, RowMeaning } from './row-meaning.ts';
import { addLinkColumns } from './unit-rows.ts';

/** The row of the size: always the first. */
export const SIZE_ROW = 0;

/** What everybody on the slate adds to the row of the size. */
export const IN_SIZE: RowEntry = { row: SIZE_ROW, coefficient: 1 };

/** A family of rows with the index of its first row in the program. */
interface PlacedFamily {
  readonly family: RowFamily;
  readonly firstRow: number;
}

/** What a frame is made for. */
interface FrameOptions extends Pick<ModelOptions, 'decisions' | 'differences' | 'structure'> {
  /** How many levels the objective has. */
  readonly levels: number;
  /** Whether soft rules have rows. */
  readonly soft: boolean;
}

/**
 * What every linear program of a case begins with, whatever its columns are: the rows of the size, of the
 * rules in their order, of structure, of the links of rules that count units, of decisions and differences.
 * Whoever has added the columns that choose asks for {@link addLinks}, and then for the program.
 */
export class ModelFrame {
  readonly builder: LinearProgramBuilder;
  /** What the rows say, as far as there are any. */
  readonly rows: RowMeaning[] = [];
  readonly families: readonly PlacedFamily[];
  /** What a row of the table adds to the rows of decisions and differences. */
  readonly persons: (row: number) => readonly RowEntry[];
  readonly #case: DecidedCase;
  readonly #options: FrameOptions;
  readonly #firstRows: ReadonlyMap<RowFamily, number>;

  constructor(decided: DecidedCase, options: FrameOptions) {
    const { size } = decided.ruleSet;
    this.#case = decided;
    this.#options = options;
    this.builder = new LinearProgramBuilder(options.levels);
    this.addRow({ kind: 'size' }, 'size', size.min, size.max);
    this.families = namedFamilies(decided, options).map(({ family, name, meaning }) => {
      const firstRow = this.rows.length;
      family.rows.forEach(({ group, lower, upper }, row) => {
        this.addRow(meaning(row), group === undefined ? name : `${name} ${group}`, lower, upper);
      });
      return { family, firstRow };
    });
    this.#firstRows = new Map(this.families.map(({ family, firstRow }) => [family, firstRow]));
    this.persons = addPersonRows(decided, options, this.addRow);
  }

  /** Adds a row and returns its index. */
  readonly addRow: AddRow = (meaning, name, lower, upper) => {
    this.rows.push(meaning);
    return this.builder.addRow(name, lower, upper);
  };

  /** The first row of a family; `undefined` where the program leaves it out. */
  firstRowOf(family: RowFamily): number | undefined {
    return this.#firstRows.get(family);
  }

  /** Adds the columns that tie rows to each other: of rules that count units, and of differences. */
  addLinks(): void {
    const { levels } = this.#options;
    for (const family of this.#case.rules) {
      const { links } = family;
      const linkRows = links && this.firstRowOf(links);
      if (links === undefined || linkRows === undefined) continue;
      addLinkColumns(this.builder, { links, rule: this.firstRowOf(family), linkRows }, levels);
    }
    addDifferenceColumns(this.builder, this.#case, this.#options, this.rows, levels);
  }
}

/** A family with a readable name and what its rows mean. */
interface NamedFamily {
  readonly family: RowFamily;
  readonly name: string;
  readonly meaning: (row: number) => RowMeaning;
}

function namedFamilies(
  { rules }: DecidedCase,
  { structure = [], soft }: FrameOptions,
): readonly NamedFamily[] {
  const standing = (family: RowFamily, name: string): NamedFamily => ({
    family,
    name,
    meaning: (row) => ({ kind: 'structure', name, row }),
  });
  return [
    ...rules.flatMap((family, rule): readonly NamedFamily[] => {
      if (!soft && family.rule.strength === 'soft') return [];
      return [{ family, name: family.rule.id, meaning: (row) => ({ kind: 'rule', rule, row }) }];
    }),
    ...structure.map((family) => standing(family, family.name)),
    ...rules.flatMap(({ links, rule }) =>
      links === undefined ? [] : [standing(links, `units of ${rule.id}`)],
    ),
  ];
}
