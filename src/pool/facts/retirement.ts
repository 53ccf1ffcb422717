import type { FactColumn, NumericColumn } from '../../rules/facts/fact-table.ts';
import { columnsOf, type RetirementTable } from '../../rules/facts/retirement-rows.ts';
import type { Births } from './ages.ts';
import { monthOf, yearOf } from '../cells/civil-date.ts';

/** Ages in months by month of birth: `ages[i]` for whoever is born from `from[i]` on, until the next. */
interface Schedule {
  readonly from: readonly number[];
  readonly ages: readonly number[];
}

/** The genders that somebody may have of whom none is known: those that tables have rows of their own for. */
function gendersOf(tables: readonly RetirementTable[]): readonly string[] {
  const named = tables.flatMap(({ rows }) => rows.flatMap(({ where }) => where['gender'] ?? []));
  return [...new Set(['female', 'male', ...named])];
}

/**
 * Calendar months from the month of the reference day to the month in which the age of retirement is
 * reached: the directive counts whoever was born in June 1970 as having 60 months left in June 2020,
 * whatever the days, if she retires at 55. Negative for those who are past it. With m(b) the age in months
 * that the tables give to the month of birth b, and r the month of the reference day:
 *
 *     monthsToRetirement = b + m(b) − r
 *
 * Of several tables the first with a row for somebody holds. A date of birth that is known to the month or
 * year gives the range of its days, and an unknown gender that of all; another empty cell (no rank) means
 * that rows of that column are not for them. Whom no row is for has no value.
 */
export function monthsToRetirementOf(
  births: Births | undefined,
  columnOf: (name: string) => FactColumn | undefined,
  tables: readonly RetirementTable[],
  reference: number,
): NumericColumn | undefined {
  if (births === undefined) return undefined;
  const kinds = kindsOf(columnsOf(tables), columnOf, births.first.length);
  const genders = gendersOf(tables);
  const schedules = kinds.values.map((kind) => schedulesOf(kind, genders, tables));
  const referenceMonth = monthsIn(reference);
  const low = new Float64Array(births.first.length);
  const high = new Float64Array(births.first.length);
  let exact = true;
  for (let row = 0; row < low.length; row += 1) {
    const able = schedules[kinds.codes[row]!]!;
    low[row] = leastOf(able, monthsIn(births.first[row]!)) - referenceMonth;
    high[row] = mostOf(able, monthsIn(births.last[row]!)) - referenceMonth;
    // NaN is no range: it says that there is no value.
    if (low[row]! < high[row]!) exact = false;
  }
  return { type: 'number', low, high: exact ? low : high, denominator: 1, whole: true };
}

function monthsIn(packed: number): number {
  return yearOf(packed) * 12 + monthOf(packed);
}

/** The month in which the age is reached by the schedule that comes first; NaN where one has no age. */
function leastOf(able: readonly Schedule[], born: number): number {
  return able.reduce((least, schedule) => Math.min(least, born + ageIn(schedule, born)), Infinity);
}

function mostOf(able: readonly Schedule[], born: number): number {
  return able.reduce((most, schedule) => Math.max(most, born + ageIn(schedule, born)), -Infinity);
}

function ageIn({ from, ages }: Schedule, born: number): number {
  let at = from.length - 1;
  while (at >= 0 && !(from[at]! <= born)) at -= 1;
  return at < 0 ? Number.NaN : ages[at]!;
}

/** What the tables' columns say of somebody; a column without a value is left out. */
type Kind = ReadonlyMap<string, string>;

/** The kinds that rows are of, numbered as they appear. */
function kindsOf(
  names: readonly string[],
  columnOf: (name: string) => FactColumn | undefined,
  size: number,
): { readonly codes: Uint32Array; readonly values: readonly Kind[] } {
  let codes = new Uint32Array(size);
  let values: readonly Kind[] = [new Map()];
  for (const name of names) {
    const column = columnOf(name);
    if (column?.type !== 'text') continue;
    const split = new Map<number, number>();
    const next: Kind[] = [];
    const width = column.values.length;
    codes = codes.map((kind, row) => {
      const key = kind * width + column.codes[row]!;
      let code = split.get(key);
      if (code === undefined) {
        const value = column.values[column.codes[row]!];
        code =
          next.push(typeof value === 'string' ? new Map([...values[kind]!, [name, value]]) : values[kind]!) -
          1;
        split.set(key, code);
      }
      return code;
    });
    values = next;
  }
  return { codes, values };
}

/** The schedules that can be somebody's of this kind: one for each gender where none is known. */
function schedulesOf(
  kind: Kind,
  genders: readonly string[],
  tables: readonly RetirementTable[],
): readonly Schedule[] {
  const able = kind.has('gender') ? [kind] : genders.map((gender) => new Map([...kind, ['gender', gender]]));
  return able.map((each) => scheduleOf(each, tables));
}

function scheduleOf(kind: Kind, tables: readonly RetirementTable[]): Schedule {
  for (const { rows } of tables) {
    const own = rows.filter(({ where }) =>
      Object.entries(where).every(([column, values]) => values.includes(kind.get(column) ?? '')),
    );
    if (own.length === 0) continue;
    const sorted = own
      .map(({ bornFrom = 0, months }) => ({ bornFrom, months }))
      .toSorted((one, other) => one.bornFrom - other.bornFrom);
    return { from: sorted.map(({ bornFrom }) => bornFrom), ages: sorted.map(({ months }) => months) };
  }
  return { from: [], ages: [] };
}
