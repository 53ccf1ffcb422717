import { problem, type Problem } from '../words/problem.ts';
import type { Rows } from './deliveries.ts';
import type { Pool } from './pool.ts';
import { rowsOfPool } from './reading/rows-as-text.ts';

/** Ids that stand in more than one of several tables: each person has one, whatever table they are in. */
export function repeatedIds(pools: readonly Pool[]): readonly Problem[] {
  const first = new Map<string, number>();
  return pools.flatMap((pool, at) =>
    pool.ids.flatMap((id, row) => {
      const before = first.get(id);
      if (before === undefined) first.set(id, at);
      return before === undefined || before === at
        ? []
        : [problem('pool.id-in-two-files', { id, other: pools[before]!.file }, pool.placeOf(row, 'id'))];
    }),
  );
}

/** The candidates of several tables as those of one. */
export function rowsTogether(pools: readonly Pool[]): Rows {
  const all = pools.map(rowsOfPool);
  return {
    headings: [...new Set(all.flatMap(({ headings }) => headings))],
    rows: all.flatMap(({ rows }) => rows),
  };
}
