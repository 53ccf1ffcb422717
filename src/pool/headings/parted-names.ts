import { plainText } from '../cells/cells.ts';
import type { ColumnRole } from './column-plan.ts';
import { namePartOf } from '../synonyms.ts';

/** Names in two columns: `Họ đệm` beside `Tên`, or `Họ và tên` over two of which the second has no heading. */
export function withRestOfNames(
  headings: readonly string[],
  roles: readonly ColumnRole[],
  below: readonly (readonly string[])[],
): { readonly meant: readonly ColumnRole[]; readonly restOfNames?: string } {
  const isName = (role: ColumnRole | undefined): boolean => role?.is === 'fact' && role.name === 'name';
  const names = roles.flatMap((role, at) => (isName(role) ? [at] : []));
  const [only] = names;
  if (only === undefined || names.length > 1) return { meant: roles };
  const isFirst = namePartOf(headings[only - 1] ?? '') === 'first' && roles[only - 1]!.is === 'extra';
  if (isFirst && namePartOf(headings[only]!) === 'last') {
    return { meant: roles.with(only - 1, roles[only]!).with(only, { is: 'name-rest' }) };
  }
  const hasRest = roles[only + 1]?.is === 'unheaded' && areParted(below, only);
  if (!hasRest) return { meant: roles };
  return { meant: roles.with(only + 1, { is: 'name-rest' }), restOfNames: headings[only]! };
}

/** Cells that a row of somebody has at least: a number, a name and the rest of it. */
const LEAST_CELLS = 3;

/** Whether every name goes on in the cell behind it, with one word that begins like a name. */
function areParted(below: readonly (readonly string[])[], name: number): boolean {
  const people = below
    .map((row) => row.map(plainText))
    .filter((row) => row[name] !== '' && row.filter((cell) => cell !== '').length >= LEAST_CELLS);
  return people.length > 0 && people.every((row) => /^\p{Lu}\p{L}*$/u.test(row[name + 1] ?? ''));
}
