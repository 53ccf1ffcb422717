import type { CodedColumn, FactColumn } from '../rules/facts/fact-table.ts';
import type { FactDeclaration } from '../rules/facts/fact-declaration.ts';
import { nearest } from '../rules/problems/nearest.ts';
import { wordKey } from '../tables/text/same-word.ts';
import { problem } from '../words/problem.ts';
import type { CellFault } from './cells/cells.ts';
import { VALUES_TOGETHER } from '../rules/groups/grouping.ts';

/**
 * A text column as it is declared: cells with several values taken apart, each once, and values of a closed list
 * spelled as there. A value that the list has not is told at every row that has it.
 */
export function asListed(
  column: FactColumn,
  { values, separator }: FactDeclaration,
  tell: (fault: CellFault, row: number) => void,
): FactColumn {
  if (!('codes' in column) || column.type !== 'text' || (values === undefined && separator === undefined))
    return column;
  const spelled = new Map((values ?? []).map((value) => [wordKey(value), value]));
  const outside: string[][] = [];
  const read = column.values.map((cell, code): string | null => {
    if (typeof cell !== 'string') return null;
    const parts = (separator === undefined ? [cell] : cell.split(separator.trim()))
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (values !== undefined) outside[code] = parts.filter((part) => !spelled.has(wordKey(part)));
    const own = parts.map((part) => spelled.get(wordKey(part)) ?? part);
    return own.length === 0 ? null : [...new Set(own)].join(VALUES_TOGETHER);
  });
  column.codes.forEach((code, row) => {
    for (const value of outside[code] ?? []) {
      const meant = nearest(value, values ?? []);
      const parameters = { value, allowed: values ?? [], ...(meant !== undefined && { meant }) };
      tell((place) => problem('pool.outside-list', parameters, place), row);
    }
  });
  return recoded(column, read);
}

/** The column with other values, of which each stands once. */
function recoded(column: CodedColumn, read: readonly (string | null)[]): CodedColumn {
  const values: (string | null)[] = [null, ...new Set(read.filter((value) => value !== null))];
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const codes = column.codes.map((code) => codeOf.get(read[code]!)!);
  return { ...column, codes, values };
}
