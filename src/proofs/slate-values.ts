import { problem, type Problem } from '../words/problem.ts';
import type { PlainModel, PlainRow } from './plain-model.ts';
import { inBrief } from './row-key.ts';
import { exact, Unprovable } from './unprovable.ts';

/**
 * What a slate is worth on every level, in steps, if it keeps every rule; `undefined` if it does not.
 *
 * @param slate ids of the members.
 */
export function slateValues(model: PlainModel, slate: readonly string[]): readonly number[] | undefined {
  try {
    return valuesOfSlate(model, slate);
  } catch (error) {
    if (error instanceof Unprovable) return undefined;
    throw error;
  }
}

/** What a slate is worth on every level, in steps. @throws Unprovable where the slate breaks a rule, and says which. */
export function valuesOfSlate(model: PlainModel, slate: readonly string[]): readonly number[] {
  const { candidates, signs, eligible, rows, levels } = model;
  const chosen = new Uint8Array(candidates + signs.length);
  for (const id of slate) {
    const column = columnIn(model, id);
    if (chosen[column] === 1) fail(problem('proofs.twice', { id }));
    if (eligible[column] === 0) fail(problem('proofs.barred', { id }));
    chosen[column] = 1;
  }
  signs.forEach(({ where }, index) => {
    const holds = where.every(({ terms, least, most }) => {
      const sum = sumOf(terms, chosen);
      return sum >= least && sum <= most;
    });
    chosen[candidates + index] = Number(holds);
  });
  const values = levels.map((level) => worthOf(level.values, chosen));
  rows.forEach((row, index) => {
    const off = missedBy(row, chosen);
    if (off === 0) return;
    if (row.goal === undefined) fail(problem('proofs.row-broken', { row: inBrief(row.name) }));
    const steps = Math.ceil(off / row.goal.step);
    levels.forEach(({ prices }, level) => (values[level]! -= prices[index]! * steps));
  });
  return values.map(exact);
}

function worthOf(values: Float64Array, chosen: Uint8Array): number {
  let sum = 0;
  for (let column = 0; column < values.length; column += 1) sum += values[column]! * chosen[column]!;
  return sum;
}

/** The column of a candidate. @throws Unprovable where nobody has the id. */
export function columnIn(model: PlainModel, id: string): number {
  const column = model.columnOf(id);
  if (column === undefined) fail(problem('proofs.unknown-candidate', { id }));
  return column;
}

/** By how many units a choice misses a row; 0 if it keeps it. */
function missedBy({ side, bound, terms }: PlainRow, chosen: Uint8Array): number {
  const sum = sumOf(terms, chosen);
  return Math.max(0, side === 'max' ? sum - bound : bound - sum);
}

function sumOf(terms: PlainRow['terms'], chosen: Uint8Array): number {
  let sum = 0;
  for (const { columns, coefficient } of terms) {
    let count = 0;
    for (let index = 0; index < columns.length; index += 1) count += chosen[columns[index]!]!;
    sum += coefficient * count;
  }
  return sum;
}

/** @throws Unprovable */
function fail(why: Problem): never {
  throw new Unprovable(why);
}
