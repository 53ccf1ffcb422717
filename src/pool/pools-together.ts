import { hyphenated } from '../tables/text/same-word.ts';
import { problem, type Problem } from '../words/problem.ts';
import { personKey, type Rows } from './deliveries.ts';
import { tableOfPeople } from './left-out-rows.ts';
import type { Pool } from './pool.ts';
import { rowOf, rowsOfPool } from './reading/rows-as-text.ts';

/**
 * Ids that stand in more than one of several tables: each person has one, whatever table they are in.
 *
 * @param called what the tables are called, in their order.
 */
export function repeatedIds(
  pools: readonly Pool[],
  called: readonly string[] = pools.map(({ file }) => file),
): readonly Problem[] {
  const first = new Map<string, number>();
  return pools.flatMap((pool, at) =>
    pool.ids.flatMap((id, row) => {
      const before = first.get(id);
      if (before === undefined) first.set(id, at);
      return before === undefined || before === at
        ? []
        : [problem('pool.id-in-two-files', { id, other: called[before]! }, pool.placeOf(row, 'id'))];
    }),
  );
}

/** The same name and birth date under two ids: one person twice, or two of one name. */
export function samePersons(pools: readonly Pool[]): readonly Problem[] {
  const first = new Map<string, string>();
  return pools.flatMap((pool) => {
    if (!pool.columns.has('birthDate')) return [];
    return pool.ids.flatMap((id, row) => {
      const key = personKey(Object.fromEntries(rowOf(pool, row)));
      const other = key === undefined ? undefined : first.get(key);
      if (key !== undefined && other === undefined) first.set(key, id);
      return other === undefined
        ? []
        : [problem('notices.same-person', { id, other }, pool.placeOf(row, 'name'))];
    });
  });
}

/** What stands before running numbers that several tables share. */
interface NumberedBy {
  /** Ids of a pool that the tables are compared with: what was numbered so before is numbered so again. */
  readonly known?: Iterable<string>;
  /** By what each table is told from the others; absent: the name of its file. */
  readonly stems?: readonly string[];
  readonly by?: 'file' | 'sheet';
}

/**
 * The same tables, with other ids where people are known by running numbers alone: those of several tables are the
 * same, so the name of its file stands before them (`so-y-te.1`). Files of one name, and tables that nobody mistakes
 * for each other, keep their numbers.
 */
export function withOwnNumbers(
  pools: readonly Pool[],
  { known = [], stems: said, by = 'file' }: NumberedBy = {},
): readonly Pool[] {
  const numbered = pools.filter(isNumbered);
  const stems = new Map(
    pools.flatMap((pool, at) => (isNumbered(pool) ? [[pool, said?.[at] ?? stemOf(pool)]] : [])),
  );
  if (new Set(stems.values()).size < numbered.length) return pools;
  const seen = new Map<string, number>();
  for (const { ids } of pools) for (const id of new Set(ids)) seen.set(id, (seen.get(id) ?? 0) + 1);
  const before = new Set(Array.from(known, (id) => id.slice(0, id.lastIndexOf('.'))));
  return pools.map((pool) => {
    const stem = stems.get(pool);
    const isOfSeveral = stem !== undefined && pool.ids.some((id) => seen.get(id)! > 1);
    return stem !== undefined && (isOfSeveral || before.has(stem)) ? numberedUnder(pool, stem, by) : pool;
  });
}

/** Whether the ids of a table are its running numbers. */
function isNumbered({ layout }: Pool): boolean {
  return layout !== undefined && (layout.plan.isWithoutIds || tableOfPeople(layout.plan, false).isNumbered);
}

function stemOf({ file }: Pool): string {
  return hyphenated(file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''));
}

function numberedUnder(pool: Pool, stem: string, by: 'file' | 'sheet'): Pool {
  const ids = pool.ids.map((id) => `${stem}.${id}`);
  const told = problem('notices.numbered-by-table', { id: ids[0]!, by }, { file: pool.file });
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
