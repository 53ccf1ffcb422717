import type { LinearProgram } from './linear-program.ts';

/** Columns that have the same coefficient in a row. */
export interface RowTerm {
  readonly columns: ArrayLike<number>;
  readonly value: number;
}

/** A row to be added to a program that exists. */
export interface AddedRow {
  readonly name: string;
  readonly terms: readonly RowTerm[];
  readonly lower: number;
  readonly upper: number;
}

/** A program with further rows, after its own. */
export function withRows(program: LinearProgram, added: readonly AddedRow[]): LinearProgram {
  return added.length === 0 ? program : withOtherRows(program, everyRow(program), added);
}

/**
 * The row `lower ≤ scale · c·x` of a level: how an earlier level is held while later ones are searched.
 *
 * @param lower on the scale of the level.
 */
export function levelRow(name: string, costs: Float64Array, scale = 1, lower = -Infinity): AddedRow {
  const byCost = Map.groupBy(costs.keys(), (column) => costs[column]!);
  byCost.delete(0);
  const terms = Array.from(byCost, ([cost, columns]) => ({ columns, value: cost * scale }));
  return { name, terms, lower: lower * scale, upper: Infinity };
}

/** Some columns of a program, in the order given, in all of its rows. */
export function withColumns(program: LinearProgram, columns: ArrayLike<number>): LinearProgram {
  const { starts, rows, values } = program;
  const pickedStarts = new Int32Array(columns.length + 1);
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index]!;
    pickedStarts[index + 1] = pickedStarts[index]! + starts[column + 1]! - starts[column]!;
  }
  const pickedRows = new Int32Array(pickedStarts[columns.length]!);
  const pickedValues = new Float64Array(pickedRows.length);
  for (let index = 0; index < columns.length; index += 1) {
    const [from, to] = [starts[columns[index]!]!, starts[columns[index]! + 1]!];
    pickedRows.set(rows.subarray(from, to), pickedStarts[index]);
    pickedValues.set(values.subarray(from, to), pickedStarts[index]);
  }
  const picked = (cells: Float64Array): Float64Array =>
    Float64Array.from(columns, (column) => cells[column]!);
  return {
    ...program,
    columnCount: columns.length,
    columnLower: picked(program.columnLower),
    columnUpper: picked(program.columnUpper),
    integer: Uint8Array.from(columns, (column) => program.integer[column]!),
    starts: pickedStarts,
    rows: pickedRows,
    values: pickedValues,
    levels: program.levels.map(picked),
  };
}

/** The numbers of all rows of a program. */
export function everyRow({ rowCount }: Pick<LinearProgram, 'rowCount'>): Int32Array {
  const rows = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) rows[row] = row;
  return rows;
}

/** The new place of each row where only some are kept; −1 for the others. */
export function placesOfRows(kept: Int32Array, rowCount: number): Int32Array {
  const places = new Int32Array(rowCount).fill(-1);
  for (let place = 0; place < kept.length; place += 1) places[kept[place]!] = place;
  return places;
}

/** A program with some of its rows, in ascending order, and further ones after these. */
export function withOtherRows(
  program: LinearProgram,
  kept: Int32Array,
  added: readonly AddedRow[],
): LinearProgram {
  const rowCount = kept.length + added.length;
  const rowLower = new Float64Array(rowCount);
  const rowUpper = new Float64Array(rowCount);
  kept.forEach((row, place) => {
    rowLower[place] = program.rowLower[row]!;
    rowUpper[place] = program.rowUpper[row]!;
  });
  added.forEach(({ lower, upper }, index) => {
    rowLower[kept.length + index] = lower;
    rowUpper[kept.length + index] = upper;
  });
  const rowNames = Array.from(kept, (row) => program.rowNames[row]!);
  return {
    ...program,
    ...otherEntries(program, kept, added),
    rowCount,
    rowLower,
    rowUpper,
    rowNames: [...rowNames, ...added.map(({ name }) => name)],
  };
}

function otherEntries(
  program: LinearProgram,
  kept: Int32Array,
  added: readonly AddedRow[],
): Pick<LinearProgram, 'starts' | 'rows' | 'values'> {
  const { columnCount, starts: oldStarts, rows: oldRows, values: oldValues } = program;
  const placeOf = placesOfRows(kept, program.rowCount);
  const more = entriesByColumn(columnCount, kept.length, added);
  const most = oldRows.length + more.rows.length;
  const starts = new Int32Array(columnCount + 1);
  const rows = new Int32Array(most);
  const values = new Float64Array(most);
  let next = 0;
  for (let column = 0; column < columnCount; column += 1) {
    for (let entry = oldStarts[column]!; entry < oldStarts[column + 1]!; entry += 1) {
      const place = placeOf[oldRows[entry]!]!;
      if (place === -1) continue;
      rows[next] = place;
      values[next] = oldValues[entry]!;
      next += 1;
    }
    for (let entry = more.starts[column]!; entry < more.starts[column + 1]!; entry += 1) {
      rows[next] = more.rows[entry]!;
      values[next] = more.values[entry]!;
      next += 1;
    }
    starts[column + 1] = next;
  }
  return { starts, rows: rows.subarray(0, next), values: values.subarray(0, next) };
}

/** The entries of added rows by column; these rows begin at `first`. */
function entriesByColumn(
  columnCount: number,
  first: number,
  added: readonly AddedRow[],
): Pick<LinearProgram, 'starts' | 'rows' | 'values'> {
  const starts = new Int32Array(columnCount + 1);
  for (const { terms } of added) {
    for (const { columns } of terms) {
      for (let index = 0; index < columns.length; index += 1) starts[columns[index]! + 1]! += 1;
    }
  }
  for (let column = 0; column < columnCount; column += 1) starts[column + 1]! += starts[column]!;
  const rows = new Int32Array(starts[columnCount]!);
  const values = new Float64Array(rows.length);
  const next = starts.slice();
  added.forEach(({ terms }, place) => {
    for (const { columns, value } of terms) {
      for (let index = 0; index < columns.length; index += 1) {
        const entry = next[columns[index]!]!;
        rows[entry] = first + place;
        values[entry] = value;
        next[columns[index]!] = entry + 1;
      }
    }
  });
  return { starts, rows, values };
}
