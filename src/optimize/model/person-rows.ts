import type { DecidedCase } from './decided-case.ts';
import type { ModelOptions } from './model-options.ts';
import type { RowEntry } from './row-family.ts';
import type { AddRow } from './row-meaning.ts';

/** Adds the rows of decisions and differences; returns what a candidate adds to them. */
export function addPersonRows(
  decided: DecidedCase,
  { decisions, differences = [] }: ModelOptions,
  addRow: AddRow,
): (row: number) => readonly RowEntry[] {
  const { ids } = decided.facts;
  const entries = new Map<number, RowEntry[]>();
  const put = (candidate: number, row: number, coefficient: number): void => {
    const mine = entries.get(candidate);
    if (mine === undefined) entries.set(candidate, [{ row, coefficient }]);
    else mine.push({ row, coefficient });
  };
  for (const candidate of decisions.pin) {
    put(candidate, addRow({ kind: 'pin', candidate }, `pin ${ids[candidate]!}`, 1, Infinity), 1);
  }
  for (const candidate of decisions.exclude) {
    put(candidate, addRow({ kind: 'exclude', candidate }, `exclude ${ids[candidate]!}`, -Infinity, 0), 1);
  }
  decisions.together.forEach((group, index) => {
    const [first, ...others] = group;
    for (const other of others) {
      const row = addRow({ kind: 'together', index }, `together ${index} ${ids[other]!}`, 0, 0);
      put(first!, row, 1);
      put(other, row, -1);
    }
  });
  decisions.apart.forEach((group, index) => {
    const row = addRow({ kind: 'apart', index }, `apart ${index}`, -Infinity, 1);
    for (const candidate of group) put(candidate, row, 1);
  });
  const outside: { readonly row: number; readonly members: ReadonlySet<number> }[] = [];
  differences.forEach(({ members, by }, index) => {
    const inside = addRow({ kind: 'differ', index }, `leave ${index}`, -Infinity, members.length - by);
    for (const candidate of members) put(candidate, inside, 1);
    const row = addRow({ kind: 'differ', index }, `join ${index}`, by, Infinity);
    outside.push({ row, members: new Set(members) });
  });
  if (entries.size === 0 && outside.length === 0) return () => [];
  return (candidate) => [
    ...(entries.get(candidate) ?? []),
    ...outside.flatMap(({ row, members }) => (members.has(candidate) ? [] : [{ row, coefficient: 1 }])),
  ];
}
