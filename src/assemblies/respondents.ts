import type { TableSource } from '../pool/reading/workbook-table.ts';
import { plainText } from '../pool/cells/cells.ts';
import { type CsvRow, headedTable } from '../pool/reading/headed-table.ts';
import { columnOfHeading, folded } from '../pool/synonyms.ts';
import { nearest } from '../rules/problems/nearest.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { type Categories, type Category, valueKey } from './categories.ts';

/** What is said of a table of respondents. */
export interface RespondentOptions {
  /** The heading of the column with ids; absent: one that is called like ids are, else their order. */
  readonly id?: string | undefined;
  /** Headings that together tell a household, of which one person at most is selected. */
  readonly household?: readonly string[] | undefined;
}

/** A person of the table. */
interface Respondent {
  readonly id: string;
  readonly name: string;
  /** Of each category, in their order, as its file writes it. */
  readonly values: readonly string[];
  /** Of each column of a household. */
  readonly address: readonly string[];
}

/** A table of respondents as it was read. */
export interface Respondents {
  readonly file: string;
  readonly headings: readonly string[];
  readonly rows: readonly CsvRow[];
  /** One for each row. */
  readonly people: readonly Respondent[];
  readonly household: readonly string[];
  readonly notices: readonly Problem[];
}

/** What columns of ids are called in the tools for citizens' assemblies. */
const ID_HEADINGS = new Set(['nationbuilderid', 'uniqueid', 'externalid', 'respondentid', 'personid']);
const FIRST_NAMES = new Set(['firstname', 'givenname', 'forename']);
const LAST_NAMES = new Set(['lastname', 'surname', 'familyname']);

/**
 * Reads the table of those who may be selected. Everybody has a value of every category, or a problem says
 * who has none; whoever has no id is numbered where there is no column of ids at all.
 */
export function readRespondents(
  source: TableSource,
  file: string,
  { categories }: Pick<Categories, 'categories'>,
  options: RespondentOptions = {},
): Reading<Respondents> {
  const table = headedTable(source, file);
  if (!table.ok) return table;
  const { headings, rows, problems: misfits } = table.value;
  const finder = new ColumnFinder(headings, file);
  const features = categories.map(({ feature }) => finder.named(feature, 'feature'));
  const address = (options.household ?? []).map((heading) => finder.named(heading, 'household'));
  const id = options.id === undefined ? finder.like(isIdHeading) : finder.named(options.id, 'id');
  if (finder.problems.length > 0) return { ok: false, problems: [...finder.problems, ...misfits] };
  if (rows.length + misfits.length === 0)
    return { ok: false, problems: [problem('assemblies.no-respondents', undefined, { file })] };
  const cellOf = ({ cells }: CsvRow, column: number): string => plainText(cells[column] ?? '');
  const ids = rows.map((row, at) => (id === -1 ? String(at + 1) : cellOf(row, id)));
  const values = categories.map((category, at) => new ValueReader(category, headings[features[at]!]!, file));
  const read = rows.map((row) =>
    values.map((reader, at) => reader.valueOf(cellOf(row, features[at]!), row.line)),
  );
  const problems = [
    ...misfits,
    ...(id === -1 ? [] : idProblems(ids, rows, headings[id]!, file)),
    ...values.flatMap((reader) => reader.problems),
  ].toSorted((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0));
  if (problems.length > 0) return { ok: false, problems };
  const nameOf = namesIn(finder);
  const people = rows.map((row, at) => ({
    id: ids[at]!,
    name: nameOf(row.cells) || ids[at]!,
    values: read[at]!,
    address: address.map((column) => cellOf(row, column)),
  }));
  const household = address.map((column) => headings[column]!);
  const notices = noticesOf(people, id === -1, file);
  return { ok: true, value: { file, headings, rows, people, household, notices } };
}

/** What is odd of a table that can be read. */
function noticesOf(people: readonly Respondent[], areNumbered: boolean, file: string): readonly Problem[] {
  const homeless = people.filter((each) => each.address.some((part) => part === '')).length;
  return [
    ...(areNumbered ? [problem('assemblies.numbered', { people: people.length }, { file, line: 1 })] : []),
    ...(homeless > 0 ? [problem('assemblies.no-address', { people: homeless }, { file })] : []),
  ];
}

function isIdHeading(heading: string): boolean {
  return ID_HEADINGS.has(folded(heading)) || columnOfHeading(heading)?.name === 'id';
}

/** Finds columns by their headings, and gathers what is wrong. */
class ColumnFinder {
  readonly problems: Problem[] = [];
  readonly #headings: readonly string[];
  readonly #file: string;

  constructor(headings: readonly string[], file: string) {
    this.#headings = headings;
    this.#file = file;
  }

  /** The column of a heading; −1, and a problem, where there is none or more than one. */
  named(heading: string, use: 'feature' | 'household' | 'id'): number {
    const key = folded(heading);
    const found = this.#headings.flatMap((each, at) => (folded(each) === key && key !== '' ? [at] : []));
    const exact = found.filter((at) => this.#headings[at] === heading);
    const [at, other] = exact.length === 1 ? exact : found;
    if (at !== undefined && other === undefined) return at;
    const place = { file: this.#file, line: 1 };
    if (at !== undefined) {
      this.problems.push(problem('assemblies.heading-twice', { heading }, { ...place, field: heading }));
      return -1;
    }
    const meant = nearest(heading, this.#headings);
    this.problems.push(
      problem('assemblies.no-column', { heading, use, ...(meant !== undefined && { meant }) }, place),
    );
    return -1;
  }

  /** The first column that is called so; −1 where there is none. */
  like(isMeant: (heading: string) => boolean): number {
    return this.#headings.findIndex(isMeant);
  }
}

/** What people are called, in one column or in two. */
function namesIn(finder: ColumnFinder): (cells: readonly string[]) => string {
  const whole = finder.like((heading) => columnOfHeading(heading)?.name === 'name');
  const parts = [FIRST_NAMES, LAST_NAMES].map((called) =>
    finder.like((heading) => called.has(folded(heading))),
  );
  const columns = whole === -1 ? parts.filter((column) => column !== -1) : [whole];
  return (cells) =>
    columns
      .map((column) => plainText(cells[column] ?? ''))
      .filter((part) => part !== '')
      .join(' ');
}

function idProblems(
  ids: readonly string[],
  rows: readonly CsvRow[],
  heading: string,
  file: string,
): readonly Problem[] {
  const first = new Map<string, number>();
  return ids.flatMap((id, at) => {
    const { line } = rows[at]!;
    const place = { file, line, field: heading };
    if (id === '') return [problem('assemblies.empty-cell', undefined, place)];
    const before = first.get(id);
    first.set(id, before ?? line);
    return before === undefined ? [] : [problem('assemblies.id-twice', { id, first: before }, place)];
  });
}

/** Reads the values of one category. */
class ValueReader {
  readonly problems: Problem[] = [];
  readonly #feature: string;
  readonly #heading: string;
  readonly #file: string;
  readonly #allowed: readonly string[];
  readonly #byKey: ReadonlyMap<string, string>;

  constructor({ feature, values }: Category, heading: string, file: string) {
    this.#feature = feature;
    this.#heading = heading;
    this.#file = file;
    this.#allowed = values.map(({ value }) => value);
    this.#byKey = new Map(this.#allowed.map((value) => [valueKey(value), value]));
  }

  /** The value as the categories write it; a problem where they have none that is meant. */
  valueOf(cell: string, line: number): string {
    const known = this.#byKey.get(valueKey(cell));
    if (known !== undefined) return known;
    const meant = cell === '' ? undefined : nearest(cell, this.#allowed);
    this.problems.push(
      problem(
        'assemblies.unknown-value',
        {
          feature: this.#feature,
          found: cell,
          allowed: this.#allowed,
          ...(meant !== undefined && { meant }),
        },
        { file: this.#file, line, field: this.#heading },
      ),
    );
    return '';
  }
}
