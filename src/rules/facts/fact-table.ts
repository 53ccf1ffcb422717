/**
 * Facts in columns: what conditions are decided on. A pool of candidates is one such table (with the
 * facts derived at the reference date), the appointments of a placement another. A million rows are
 * a dozen typed arrays, never a million objects.
 */

/** Text and booleans: `values[codes[row]]` is the value; code 0 always means "no value". */
export interface CodedColumn {
  readonly type: 'text' | 'boolean';
  readonly codes: Uint32Array;
  /** Distinct values; `values[0]` is `null`. */
  readonly values: readonly (string | boolean | null)[];
  /**
   * Every value is a group of a rule with `forEach`, also where no row has it: a unit stays a unit
   * without anybody who could work there. Absent: only values that rows have.
   */
  readonly standing?: true;
  /** Groups stand in the order of `values`, not of their names. */
  readonly ordered?: true;
  /** No other text is possible, whatever these rows have: a closed list. Absent: any. */
  readonly only?: readonly string[];
}

/**
 * Numbers and dates (days since 1970-01-01). A value may be known only within a range: somebody born
 * "in 1980" has an age from 39 to 40. `low` and `high` are inclusive and the same array where every
 * value is exact; `NaN` in `low` means "no value".
 */
export interface NumericColumn {
  readonly type: 'number' | 'date';
  readonly low: Float64Array;
  readonly high: Float64Array;
  /**
   * Every value times this whole number is whole (up to rounding error): 1 for ages, 6 for a mean of two or
   * three grades.
   */
  readonly denominator: number;
  /** No other value is possible, whatever these rows have: full years of age, months. Absent: not for numbers. */
  readonly whole?: true;
}

/** One fact of every row. */
export type FactColumn = CodedColumn | NumericColumn;

/** Rows with ids and facts. */
export interface FactTable {
  readonly size: number;
  /** Unique. */
  readonly ids: readonly string[];
  /** The id of one row, where a list of all would be long and is not there yet; see {@link idOfRow}. */
  readonly idOf?: (row: number) => string;
  /** The column of a fact, or `undefined` where the table has no such fact. */
  fact(name: string): FactColumn | undefined;
  /** Whose row it is, by candidate id, where several rows are about one person; absent: its own id. */
  readonly personOf?: (row: number) => string;
  /** Finds rows by id where the table knows a quicker way than looking at all ids. */
  readonly rowIndex?: RowIndex;
}

/** The id of one row; of a table with millions of rows without a list of all ids. */
export function idOfRow(table: FactTable, row: number): string {
  return table.idOf?.(row) ?? table.ids[row]!;
}

/** The row of an id; `undefined` if there is none. */
export type RowIndex = Pick<ReadonlyMap<string, number>, 'get' | 'has'>;

const rowIndexes = new WeakMap<FactTable, ReadonlyMap<string, number>>();

/** The row of every id of a table. */
export function rowsById(table: FactTable): RowIndex {
  if (table.rowIndex !== undefined) return table.rowIndex;
  let index = rowIndexes.get(table);
  if (index === undefined) rowIndexes.set(table, (index = new Map(table.ids.map((id, row) => [id, row]))));
  return index;
}

/** The value of one cell: `undefined` if there is none; a pair where only a range is known. */
export function cellOf(
  column: FactColumn,
  row: number,
): string | boolean | number | readonly [low: number, high: number] | undefined {
  if ('codes' in column) {
    return column.values[column.codes[row]!] ?? undefined;
  }
  const low = column.low[row]!;
  const high = column.high[row]!;
  if (Number.isNaN(low)) return undefined;
  return low === high ? low : [low, high];
}

/** Some rows of a table as a table; columns are copied when they are first asked for. */
export function sliceOf(table: FactTable, some: Iterable<number>): FactTable {
  const rows = Uint32Array.from(some);
  const columns = new Map<string, FactColumn | undefined>();
  let ids: readonly string[] | undefined;
  return {
    size: rows.length,
    get ids() {
      ids ??= Array.from(rows, (row) => idOfRow(table, row));
      return ids;
    },
    fact(name) {
      if (!columns.has(name)) {
        const column = table.fact(name);
        columns.set(name, column && sliceColumn(column, rows));
      }
      return columns.get(name);
    },
  };
}

function sliceColumn(column: FactColumn, rows: Uint32Array): FactColumn {
  if ('codes' in column)
    return { ...column, codes: picked(column.codes, rows, new Uint32Array(rows.length)) };
  const low = picked(column.low, rows, new Float64Array(rows.length));
  if (column.high === column.low) return { ...column, low, high: low };
  return { ...column, low, high: picked(column.high, rows, new Float64Array(rows.length)) };
}

function picked<Cells extends Uint32Array | Float64Array>(
  from: Cells,
  rows: Uint32Array,
  into: Cells,
): Cells {
  for (let index = 0; index < rows.length; index += 1) into[index] = from[rows[index]!]!;
  return into;
}
