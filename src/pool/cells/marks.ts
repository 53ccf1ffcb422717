import type { CodedColumn, FactColumn } from '../../rules/facts/fact-table.ts';

/** Marks whose heading says that no mark means no; `undefined` where nothing is unsaid, or no is said as well. */
export function unmarkedIsNo(column: FactColumn): CodedColumn | undefined {
  if (column.type !== 'boolean') return undefined;
  const no = column.values.indexOf(false);
  const { codes } = column;
  if (!codes.includes(0) || codes.includes(no)) return undefined;
  return { ...column, codes: codes.map((code) => (code === 0 ? no : code)) };
}
