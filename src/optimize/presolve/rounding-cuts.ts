import type { LinearProgram } from '../linear-program.ts';
import { type AddedRow, everyRow, placesOfRows, type RowTerm, withRows } from '../extended-program.ts';

/**
 * Adds rows that every whole solution keeps and that the linear relaxation would break: mixed-integer
 * rounding (Nemhauser and Wolsey, "A recursive procedure to generate all cuts for 0–1 mixed integer
 * programs", Mathematical Programming 46, 1990) of the rows of shares.
 *
 * A share of 50 % of at most 47 members may be kept by 23.5 of them in the relaxation. Written as
 * "at least", such a row is `a·m − b·k + s ≥ L`, with m members that match, k others of its base and a
 * slack s ≥ 0. Where a row of the program says m + k ≤ U, and with q = a + b and β = a·U − L,
 *
 *     q·k ≤ β + s,    so    r·k − s ≤ r·⌊β / q⌋    with r = q − (β mod q):
 *
 * a whole k up to ⌊β/q⌋ costs nothing, and each one beyond costs at least r. Without others (k = 0) the row is
 * `a·m + s ≥ L`, and `r·m + s ≥ r·⌈L / a⌉` with r = L mod a says the same of m. On the reference case
 * this leaves nothing between the relaxation and the best slate, where there was half a point. A slack that
 * counts whole members, c·s, is rounded like every whole column: it becomes r·⌊c / q⌋ + min(r, c mod q),
 * which for c = q is r, so that each k beyond ⌊β/q⌋ costs a member ({@link roundedSlack}).
 *
 * @param moving rows whose bounds may be moved beyond those of the program: nothing is concluded from them.
 */
export function withRoundedRows(program: LinearProgram, moving: ReadonlySet<number>): LinearProgram {
  const added = roundedRows(program, moving);
  return added.length === 0 ? program : withRows(program, added);
}

/** The rounded rows alone. */
export function roundedRows(program: LinearProgram, moving: ReadonlySet<number>): readonly AddedRow[] {
  if (program.columnLower.some((lower) => lower < 0)) return [];
  const { one, slacks, entries } = coefficientsByRow(program);
  const isCap = (row: number): boolean =>
    one[row] === 1 && slacks[row] === 0 && program.rowUpper[row]! < Infinity && !moving.has(row);
  const isShare = (row: number): boolean => one[row] === 0 && !moving.has(row);
  const shares = columnsOf(program, isShare);
  // A row that covers all columns of a share has at least as many.
  const fewest = Math.min(...Array.from(shares.values(), columnsIn));
  const caps = columnSets(program, (row) => entries[row]! >= fewest && isCap(row));
  return [...shares].flatMap(([row, shape]) => {
    const name = `${program.rowNames[row]!}, rounded`;
    const most = tightestCap(program, caps, shape);
    const rounded = [
      roundedUp(asAtLeast(shape, program.rowLower[row]!, 1), most, name),
      roundedUp(asAtLeast(shape, program.rowUpper[row]!, -1), most, name),
    ];
    return rounded.filter((each) => each !== undefined);
  });
}

/** Whether an entry is the slack of its row: the only one of its column. */
function isSlack({ starts }: LinearProgram, column: number): boolean {
  const [from, to] = [starts[column]!, starts[column + 1]!];
  return to - from === 1;
}

/** What is known of the rows before their columns are listed: a wide program has hundreds of thousands of entries. */
interface RowCoefficients {
  /** 1 where every coefficient but those of slacks is 1: such a row counts, and there is nothing to round. */
  readonly one: Uint8Array;
  readonly slacks: Uint32Array;
  /** How many columns the row has. */
  readonly entries: Uint32Array;
}

function coefficientsByRow(program: LinearProgram): RowCoefficients {
  const { columnCount, rowCount, starts, rows, values } = program;
  const one = new Uint8Array(rowCount).fill(1);
  const slacks = new Uint32Array(rowCount);
  const entries = new Uint32Array(rowCount);
  for (let column = 0; column < columnCount; column += 1) {
    const isOfRow = isSlack(program, column);
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      const row = rows[entry]!;
      entries[row]! += 1;
      if (isOfRow) slacks[row]! += 1;
      else if (values[entry] !== 1) one[row] = 0;
    }
  }
  return { one, slacks, entries };
}

/** The columns of a row by coefficient, slack apart. */
interface RowShape {
  readonly byCoefficient: ReadonlyMap<number, readonly number[]>;
  readonly slack: readonly { readonly column: number; readonly value: number }[];
}

function columnsOf(program: LinearProgram, isAsked: (row: number) => boolean): ReadonlyMap<number, RowShape> {
  const { columnCount, rowCount, starts, rows, values } = program;
  const asked = everyRow(program).filter(isAsked);
  const placeOf = placesOfRows(asked, rowCount);
  const shapes = Array.from(asked, () => new ShapeBuilder());
  for (let column = 0; column < columnCount; column += 1) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      const place = placeOf[rows[entry]!]!;
      if (place !== -1) shapes[place]!.add(column, values[entry]!, isSlack(program, column));
    }
  }
  return new Map(Array.from(asked, (row, place) => [row, shapes[place]!]));
}

/** Columns are told one after the other, mostly with the coefficient of the one before. */
class ShapeBuilder implements RowShape {
  readonly byCoefficient = new Map<number, number[]>();
  readonly slack: RowShape['slack'][number][] = [];
  #last = Number.NaN;
  #columns: number[] = [];

  add(column: number, value: number, isSlackColumn: boolean): void {
    if (isSlackColumn) {
      this.slack.push({ column, value });
      return;
    }
    if (value !== this.#last) {
      this.#last = value;
      this.#columns = this.byCoefficient.get(value) ?? [];
      this.byCoefficient.set(value, this.#columns);
    }
    this.#columns.push(column);
  }
}

/** For each row that is asked for, 1 for every column that it has. */
function columnSets(
  program: LinearProgram,
  isAsked: (row: number) => boolean,
): ReadonlyMap<number, Uint8Array> {
  const { columnCount, rowCount, starts, rows } = program;
  const asked = everyRow(program).filter(isAsked);
  const placeOf = placesOfRows(asked, rowCount);
  const sets = Array.from(asked, () => new Uint8Array(columnCount));
  for (let column = 0; column < columnCount; column += 1) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      const place = placeOf[rows[entry]!]!;
      if (place !== -1) sets[place]![column] = 1;
    }
  }
  return new Map(Array.from(asked, (row, place) => [row, sets[place]!]));
}

/** How many columns a row has, slack apart. */
function columnsIn({ byCoefficient }: RowShape): number {
  return [...byCoefficient.values()].reduce((sum, columns) => sum + columns.length, 0);
}

/** The least cap that a row of the program puts on all columns of another; `Infinity` where none does. */
function tightestCap(
  { rowUpper }: LinearProgram,
  caps: ReadonlyMap<number, Uint8Array>,
  { byCoefficient }: RowShape,
): number {
  const columns = [...byCoefficient.values()];
  let least = Infinity;
  for (const [row, set] of caps) {
    if (rowUpper[row]! >= least) continue;
    if (columns.every((mine) => mine.every((column) => set[column] === 1))) least = rowUpper[row]!;
  }
  return least;
}

/** One side of a row as `a·Σ matching − b·Σ others + Σ c·s ≥ least`; `s` are the slack columns that help. */
interface AtLeast {
  readonly a: number;
  readonly matching: readonly number[];
  readonly b: number;
  readonly others: readonly number[];
  readonly slack: readonly { readonly column: number; readonly size: number }[];
  readonly least: number;
}

/** @param sign 1 for the lower bound of the row, −1 for its upper bound. */
function asAtLeast(shape: RowShape, bound: number, sign: 1 | -1): AtLeast | undefined {
  if (!Number.isFinite(bound)) return undefined;
  const sides = [...shape.byCoefficient].map(([value, columns]) => ({ value: sign * value, columns }));
  const positive = sides.filter(({ value }) => value > 0);
  const negative = sides.filter(({ value }) => value < 0);
  if (positive.length > 1 || negative.length > 1) return undefined;
  return {
    a: positive[0]?.value ?? 0,
    matching: positive[0]?.columns ?? [],
    b: -(negative[0]?.value ?? 0),
    others: negative[0]?.columns ?? [],
    // A slack that works against the row can only be more than zero, so the row holds without it, too.
    slack: shape.slack.flatMap(({ column, value }) =>
      sign * value > 0 ? [{ column, size: sign * value }] : [],
    ),
    least: sign * bound,
  };
}

/**
 * The rounded row; `undefined` where rounding says nothing new.
 *
 * @param most how many of its columns can be chosen at once.
 */
function roundedUp(row: AtLeast | undefined, most: number, name: string): AddedRow | undefined {
  if (row === undefined || row.a === 0) return undefined;
  const { a, b, matching, others, slack, least } = row;
  if (b === 0) {
    const rest = modulo(least, a);
    if (rest === 0) return undefined;
    return {
      name,
      terms: [{ columns: matching, value: rest }, ...roundedSlack(slack, a, rest, 1)],
      lower: rest * Math.ceil(least / a),
      upper: Infinity,
    };
  }
  if (most === Infinity) return undefined;
  const [beta, q] = [a * most - least, a + b];
  if (modulo(beta, q) === 0) return undefined;
  const rest = q - modulo(beta, q);
  return {
    name,
    terms: [{ columns: others, value: rest }, ...roundedSlack(slack, q, rest, -1)],
    lower: -Infinity,
    upper: rest * Math.floor(beta / q),
  };
}

/**
 * What whole slack columns add to a rounded row. Divided by d and rounded with a remainder r, a coefficient
 * c becomes r·⌊c / d⌋ + min(r, c mod d): 1 stays 1, and d becomes r.
 */
function roundedSlack(
  slack: AtLeast['slack'],
  divisor: number,
  rest: number,
  sign: 1 | -1,
): readonly RowTerm[] {
  return slack.map(({ column, size }) => ({
    columns: [column],
    value: sign * (rest * Math.floor(size / divisor) + Math.min(rest, modulo(size, divisor))),
  }));
}

/** The remainder that is never negative. */
function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
