import type { CodedColumn, FactColumn, NumericColumn } from '../../rules/facts/fact-table.ts';
import { yearOf } from '../cells/civil-date.ts';
import { APPRAISAL_GRADES, appraisalYear } from '../synonyms.ts';

type Columns = ReadonlyMap<string, FactColumn>;

/**
 * Mean of the appraisals of every year up to the reference day's: excellent 3, good 2, completed 1,
 * not completed 0. Empty years do not count; without any year there is no value. The denominator is
 * the least common multiple of how many years candidates have, so that sums of means stay exact.
 */
export function appraisalMeans(columns: Columns, reference: number, size: number): NumericColumn | undefined {
  const years = yearsUntil(columns, yearOf(reference));
  if (years.length === 0) return undefined;
  const sums = new Float64Array(size);
  const counts = new Uint8Array(size);
  for (const { codes, values } of years) {
    const grades = values.map((grade) => APPRAISAL_GRADES.get(String(grade)) ?? 0);
    for (let row = 0; row < size; row += 1) {
      const code = codes[row]!;
      if (code === 0) continue;
      sums[row]! += grades[code]!;
      counts[row]! += 1;
    }
  }
  const occurring = new Uint8Array(years.length + 1);
  for (let row = 0; row < size; row += 1) {
    occurring[counts[row]!] = 1;
    // 0 / 0 is NaN, which is how a column says that there is no value.
    sums[row] = sums[row]! / counts[row]!;
  }
  return { type: 'number', low: sums, high: sums, denominator: commonMultiple(occurring) };
}

/** The appraisal of the latest year that has one, up to the reference day's year. */
export function lastAppraisals(columns: Columns, reference: number, size: number): CodedColumn | undefined {
  const years = yearsUntil(columns, yearOf(reference));
  if (years.length === 0) return undefined;
  const values = [null, ...APPRAISAL_GRADES.keys()];
  const last = new Uint32Array(size);
  for (const { codes, values: own } of years) {
    const codeOf = own.map((grade) =>
      Math.max(
        0,
        values.findIndex((each) => each === grade),
      ),
    );
    for (let row = 0; row < size; row += 1) {
      const code = codes[row]!;
      if (code !== 0) last[row] = codeOf[code]!;
    }
  }
  return { type: 'text', codes: last, values };
}

/** The columns of the appraisals, the earliest year first. */
function yearsUntil(columns: Columns, lastYear: number): readonly CodedColumn[] {
  return [...columns]
    .flatMap(([name, column]) => {
      const year = appraisalYear(name);
      return year === undefined || year > lastYear || column.type !== 'text' ? [] : [{ year, column }];
    })
    .toSorted((one, other) => one.year - other.year)
    .map(({ column }) => column);
}

function commonMultiple(occurring: Uint8Array): number {
  let multiple = 1;
  for (let count = 2; count < occurring.length; count += 1) {
    if (occurring[count] === 1) multiple = (multiple / commonDivisor(multiple, count)) * count;
  }
  return multiple;
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
