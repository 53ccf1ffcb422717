import { type AddedRow, type LinearProgram, withRows } from './linear-program.ts';

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
 * this leaves nothing between the relaxation and the best slate, where there was half a point.
 *
 * @param moving rows whose bounds may be moved beyond those of the program: nothing is concluded from them.
 */
export function withRoundedRows(program: LinearProgram, moving: ReadonlySet<number>): LinearProgram {
  if (program.columnLower.some((lower) => lower < 0)) return program;
  const shapes = rowShapes(program);
  const caps = capsOf(program, shapes, moving);
  const added = shapes.flatMap((shape, row) => {
    if (moving.has(row)) return [];
    const { rowLower, rowUpper } = program;
    const name = `${program.rowNames[row]!}, rounded`;
    const rounded = [
      roundedUp(asAtLeast(shape, rowLower[row]!, 1), caps, name),
      roundedUp(asAtLeast(shape, rowUpper[row]!, -1), caps, name),
    ];
    return rounded.filter((each) => each !== undefined);
  });
  return added.length === 0 ? program : withRows(program, added);
}

/** The columns of a row by coefficient, slack apart; `undefined` where they have more than two. */
interface RowShape {
  readonly byCoefficient: ReadonlyMap<number, readonly number[]>;
  readonly slack: readonly { readonly column: number; readonly sign: number }[];
}

/** A column in one row alone, with a coefficient of one in size, is the slack of that row. */
function rowShapes(program: LinearProgram): readonly (RowShape | undefined)[] {
  const { columnCount, rowCount, starts, rows, values } = program;
  const byCoefficient = Array.from({ length: rowCount }, () => new Map<number, number[]>());
  const slack = Array.from({ length: rowCount }, (): { column: number; sign: number }[] => []);
  for (let column = 0; column < columnCount; column += 1) {
    const [from, to] = [starts[column]!, starts[column + 1]!];
    for (let entry = from; entry < to; entry += 1) {
      const [row, value] = [rows[entry]!, values[entry]!];
      if (to - from === 1 && Math.abs(value) === 1) slack[row]!.push({ column, sign: value });
      else {
        const columns = byCoefficient[row]!.get(value);
        if (columns !== undefined) columns.push(column);
        else if (byCoefficient[row]!.size <= 2) byCoefficient[row]!.set(value, [column]);
      }
    }
  }
  return byCoefficient.map((columns, row) =>
    columns.size > 2 ? undefined : { byCoefficient: columns, slack: slack[row]! },
  );
}

/** A row that says of its columns that at most `most` can be chosen. */
interface Cap {
  readonly columns: readonly number[];
  readonly most: number;
}

function capsOf(
  program: LinearProgram,
  shapes: readonly (RowShape | undefined)[],
  moving: ReadonlySet<number>,
): readonly Cap[] {
  return shapes.flatMap((shape, row) => {
    const columns = shape?.byCoefficient.get(1);
    const most = program.rowUpper[row]!;
    const counts = shape?.byCoefficient.size === 1 && shape.slack.length === 0;
    return columns !== undefined && counts && most < Infinity && !moving.has(row) ? [{ columns, most }] : [];
  });
}

/** One side of a row as `a·Σ matching − b·Σ others + s ≥ least`; `s` are the slack columns that help. */
interface AtLeast {
  readonly a: number;
  readonly matching: readonly number[];
  readonly b: number;
  readonly others: readonly number[];
  readonly slack: readonly number[];
  readonly least: number;
}

/** @param sign 1 for the lower bound of the row, −1 for its upper bound. */
function asAtLeast(shape: RowShape | undefined, bound: number, sign: 1 | -1): AtLeast | undefined {
  if (shape === undefined || !Number.isFinite(bound)) return undefined;
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
    slack: shape.slack.filter((each) => each.sign === sign).map(({ column }) => column),
    least: sign * bound,
  };
}

/** The rounded row; `undefined` where rounding says nothing new. */
function roundedUp(row: AtLeast | undefined, caps: readonly Cap[], name: string): AddedRow | undefined {
  if (row === undefined || row.a === 0) return undefined;
  const { a, b, matching, others, slack, least } = row;
  if (b === 0) {
    const rest = modulo(least, a);
    if (rest === 0) return undefined;
    return {
      name,
      entries: [...each(matching, rest), ...each(slack, 1)],
      lower: rest * Math.ceil(least / a),
      upper: Infinity,
    };
  }
  const most = tightest(caps, [...matching, ...others]);
  if (most === undefined) return undefined;
  const [beta, q] = [a * most - least, a + b];
  if (modulo(beta, q) === 0) return undefined;
  const rest = q - modulo(beta, q);
  return {
    name,
    entries: [...each(others, rest), ...each(slack, -1)],
    lower: -Infinity,
    upper: rest * Math.floor(beta / q),
  };
}

const each = (columns: readonly number[], value: number): AddedRow['entries'] =>
  columns.map((column) => ({ column, value }));

/** The remainder that is never negative. */
function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

/** The least cap on all of these columns; `undefined` where none speaks of them all. */
function tightest(caps: readonly Cap[], columns: readonly number[]): number | undefined {
  const asked = new Set(columns);
  const covering = caps.filter((cap) => {
    let covered = 0;
    for (const column of cap.columns) if (asked.has(column)) covered += 1;
    return covered === asked.size;
  });
  return covering.length === 0 ? undefined : Math.min(...covering.map(({ most }) => most));
}
