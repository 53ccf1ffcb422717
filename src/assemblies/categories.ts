import type { TableSource } from '../pool/reading/workbook-table.ts';
import { plainText } from '../pool/cells/cells.ts';
import { headedTable } from '../pool/reading/headed-table.ts';
import { wordKey } from '../tables/text/same-word.ts';
import { problem, type Place, type Problem, type Reading } from '../words/problem.ts';

/** How many of one value of a feature are to be selected. */
export interface CategoryValue {
  readonly value: string;
  readonly min: number;
  readonly max: number;
  /** How far the bounds may give way; absent where the file does not say. */
  readonly flex?: { readonly min: number; readonly max: number };
  readonly line: number;
}

/** A feature of people (`gender`), with every value that it may have. */
export interface Category {
  readonly feature: string;
  readonly values: readonly CategoryValue[];
}

/** A category file as it was read. */
export interface Categories {
  readonly file: string;
  readonly categories: readonly Category[];
  /** What was read and is possible, and should be known. */
  readonly notices: readonly Problem[];
}

/** By which headings the feature and its value stand, in the tools that write such files. */
const SHAPES = [
  { feature: 'category', value: 'name' },
  { feature: 'feature', value: 'value' },
  { feature: 'category', value: 'feature' },
] as const;
const BOUNDS = ['min', 'max'] as const;
const FLEX = ['min_flex', 'max_flex'] as const;
/** The headings that each shape has, as messages name them. */
const ALLOWED = SHAPES.map(({ feature, value }) => `${feature},${value},min,max[,min_flex,max_flex]`);

/** Where the columns stand. */
interface Columns {
  readonly feature: number;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly flex?: { readonly min: number; readonly max: number };
}

/**
 * Reads the category file of a tool for citizens' assemblies, with every problem at its line and column. Rows
 * that say a value twice are refused, bounds are whole numbers from 0 (`2.0` is 2), and no row is left out
 * without a word.
 */
export function readCategories(source: TableSource, file: string): Reading<Categories> {
  const table = headedTable(source, file);
  if (!table.ok) return table;
  const { headings, line: headLine, rows, problems: misfits } = table.value;
  const place = { file, line: headLine };
  const columns = columnsIn(headings, place);
  if (!columns.ok) return { ok: false, problems: [...columns.problems, ...misfits] };
  if (rows.length + misfits.length === 0)
    return { ok: false, problems: [problem('assemblies.no-categories', undefined, { file })] };
  const reader = new RowReader(columns.value, headings, file);
  const read = rows.map(({ cells, line }) => reader.row(cells, line));
  const problems = [...misfits, ...reader.problems].toSorted(
    (one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0),
  );
  if (problems.length > 0) return { ok: false, problems };
  const found = read.flatMap((row) => (row === undefined ? [] : [row]));
  const categories = [...Map.groupBy(found, ({ feature }) => wordKey(feature)).values()].map((ofOne) => ({
    feature: ofOne[0]!.feature,
    values: ofOne.map(({ value }) => value),
  }));
  return { ok: true, value: { file, categories, notices: ignored(columns.value, headings, file) } };
}

function columnsIn(headings: readonly string[], place: Place): Reading<Columns> {
  const known = headings.map((heading) => heading.toLowerCase().replaceAll(/[\s-]+/g, '_'));
  const twice = [...BOUNDS, ...FLEX, 'category', 'feature', 'name', 'value'].flatMap((name) =>
    known.indexOf(name) === known.lastIndexOf(name)
      ? []
      : [problem('assemblies.heading-twice', { heading: name }, { ...place, field: name })],
  );
  const at = (name: string): number => known.indexOf(name);
  const fitting = SHAPES.filter(({ feature, value }) => at(feature) !== -1 && at(value) !== -1);
  // A file with `category`, `feature` and `value` may be of two shapes: which column is the value nobody can tell.
  const [shape, other] = fitting;
  const missing = BOUNDS.filter((name) => at(name) === -1);
  const lonely = FLEX.filter((name) => at(name) === -1);
  const problems = [
    ...twice,
    ...(shape === undefined || other !== undefined || missing.length > 0
      ? [problem('assemblies.headings', { found: headings, allowed: ALLOWED }, place)]
      : []),
    ...(lonely.length === 1 ? [problem('assemblies.lonely-flex', { missing: lonely[0]! }, place)] : []),
  ];
  if (shape === undefined || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      feature: at(shape.feature),
      value: at(shape.value),
      min: at('min'),
      max: at('max'),
      ...(lonely.length === 0 && { flex: { min: at('min_flex'), max: at('max_flex') } }),
    },
  };
}

/** Columns that say nothing here are named: nobody may think that they were read. */
function ignored(
  { flex, ...columns }: Columns,
  headings: readonly string[],
  file: string,
): readonly Problem[] {
  const read = new Set([...Object.values(columns), ...Object.values(flex ?? {})]);
  const others = headings.filter((heading, at) => !read.has(at) && heading !== '');
  return others.length === 0
    ? []
    : [problem('assemblies.columns-ignored', { headings: others }, { file, line: 1 })];
}

/** Reads rows one after another, and gathers what is wrong. */
class RowReader {
  readonly problems: Problem[] = [];
  readonly #columns: Columns;
  readonly #headings: readonly string[];
  readonly #file: string;
  readonly #first = new Map<string, number>();

  constructor(columns: Columns, headings: readonly string[], file: string) {
    this.#columns = columns;
    this.#headings = headings;
    this.#file = file;
  }

  row(
    cells: readonly string[],
    line: number,
  ): { readonly feature: string; readonly value: CategoryValue } | undefined {
    const before = this.problems.length;
    const { flex: flexColumns } = this.#columns;
    const feature = this.#name(cells, this.#columns.feature, line);
    const value = this.#name(cells, this.#columns.value, line);
    const bounds = this.#bounds(cells, this.#columns, line);
    const flex = flexColumns === undefined ? undefined : this.#bounds(cells, flexColumns, line);
    this.#notTwice(feature, value, line);
    if (bounds !== undefined && flex !== undefined) this.#outside(bounds, flex, line);
    if (this.problems.length > before || bounds === undefined) return undefined;
    return { feature, value: { value, ...bounds, ...(flex !== undefined && { flex }), line } };
  }

  #place(column: number, line: number): Place {
    return { file: this.#file, line, field: this.#headings[column]! };
  }

  #name(cells: readonly string[], column: number, line: number): string {
    const text = plainText(cells[column]!);
    if (text === '')
      this.problems.push(problem('assemblies.empty-cell', undefined, this.#place(column, line)));
    return text;
  }

  #bounds(
    cells: readonly string[],
    { min: minColumn, max: maxColumn }: { readonly min: number; readonly max: number },
    line: number,
  ): { readonly min: number; readonly max: number } | undefined {
    const [min, max] = [this.#whole(cells, minColumn, line), this.#whole(cells, maxColumn, line)];
    if (min === undefined || max === undefined) return undefined;
    if (min <= max) return { min, max };
    this.problems.push(problem('assemblies.min-over-max', { min, max }, this.#place(minColumn, line)));
    return undefined;
  }

  #whole(cells: readonly string[], column: number, line: number): number | undefined {
    const text = plainText(cells[column]!);
    // Spreadsheets write whole numbers as 2.0, and as 2,0 where a comma parts decimals.
    const [, digits] = /^(\d{1,9})(?:[.,]0+)?$/.exec(text) ?? [];
    if (digits !== undefined) return Number(digits);
    const found =
      text === ''
        ? problem('assemblies.empty-cell', undefined, this.#place(column, line))
        : problem('assemblies.not-whole', { found: text }, this.#place(column, line));
    this.problems.push(found);
    return undefined;
  }

  #notTwice(feature: string, value: string, line: number): void {
    if (feature === '' || value === '') return;
    const key = `${wordKey(feature)}\0${valueKey(value)}`;
    const first = this.#first.get(key);
    this.#first.set(key, first ?? line);
    if (first === undefined) return;
    const place = this.#place(this.#columns.value, line);
    this.problems.push(problem('assemblies.said-twice', { feature, value, first }, place));
  }

  #outside(
    { min, max }: { readonly min: number; readonly max: number },
    flex: { readonly min: number; readonly max: number },
    line: number,
  ): void {
    const { flex: columns } = this.#columns;
    if (columns === undefined) return;
    if (flex.min > min) {
      const place = this.#place(columns.min, line);
      this.problems.push(
        problem('assemblies.flex-inside', { side: 'min', flex: flex.min, bound: min }, place),
      );
    }
    if (flex.max < max) {
      const place = this.#place(columns.max, line);
      this.problems.push(
        problem('assemblies.flex-inside', { side: 'max', flex: flex.max, bound: max }, place),
      );
    }
  }
}

/** What spellings of one value have in common; a whole number is also what a spreadsheet makes of it: `2.0`. */
export function valueKey(value: string): string {
  const [, digits] = /^(\d+)(?:[.,]0+)?$/.exec(value) ?? [];
  return wordKey(digits ?? value);
}

/** Features of which the number to select lies outside what their values allow together. */
export function sumProblems({ categories, file }: Categories, number: number): readonly Problem[] {
  return categories.flatMap(({ feature, values }) => {
    const least = values.reduce((sum, { min }) => sum + min, 0);
    const most = values.reduce((sum, { max }) => sum + max, 0);
    if (number >= least && number <= most) return [];
    const place = { file, line: values[0]!.line, field: feature };
    return [problem('assemblies.outside-sums', { feature, least, most, number }, place)];
  });
}
