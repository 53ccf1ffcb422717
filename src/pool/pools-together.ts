import { hyphenated } from '../tables/text/same-word.ts';
import { problem, type Problem } from '../words/problem.ts';
import type { Rows } from './deliveries.ts';
import { tableOfPeople } from './left-out-rows.ts';
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

/**
 * The same tables, with other ids where people are known by running numbers alone: those of several tables are the
 * same, so the name of its file stands before them (`so-y-te.1`). Files of one name, and tables that nobody mistakes
 * for each other, keep their numbers.
 *
 * @param known ids of a pool that the tables are compared with: what was numbered so before is numbered so again
 */
export function withOwnNumbers(pools: readonly Pool[], known: Iterable<string> = []): readonly Pool[] {
  const numbered = pools.filter(isNumbered);
  const stems = new Map(numbered.map((pool) => [pool, stemOf(pool)]));
  if (new Set(stems.values()).size < numbered.length) return pools;
  const seen = new Map<string, number>();
  for (const { ids } of pools) for (const id of new Set(ids)) seen.set(id, (seen.get(id) ?? 0) + 1);
  const before = new Set(Array.from(known, (id) => id.slice(0, id.lastIndexOf('.'))));
  return pools.map((pool) => {
    const stem = stems.get(pool);
    const isOfSeveral = stem !== undefined && pool.ids.some((id) => seen.get(id)! > 1);
    return stem !== undefined && (isOfSeveral || before.has(stem)) ? numberedUnder(pool, stem) : pool;
  });
}

/** Whether the ids of a table are its running numbers. */
function isNumbered({ layout }: Pool): boolean {
  return layout !== undefined && (layout.plan.isWithoutIds || tableOfPeople(layout.plan, false).isNumbered);
}

function stemOf({ file }: Pool): string {
  return hyphenated(file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''));
}

function numberedUnder(pool: Pool, stem: string): Pool {
  const ids = pool.ids.map((id) => `${stem}.${id}`);
  const told = problem('notices.numbered-by-table', { id: ids[0]! }, { file: pool.file });
  return { ...pool, ids, notices: [...pool.notices, told] };
}

/** The candidates of several tables as those of one. */
export function rowsTogether(pools: readonly Pool[]): Rows {
  const all = pools.map(rowsOfPool);
  return {
    headings: [...new Set(all.flatMap(({ headings }) => headings))],
    rows: all.flatMap(({ rows }) => rows),
  };
}
