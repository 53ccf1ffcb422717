import {
  type DeliveryOptions,
  type DeliveredLine,
  type Rows,
  type SwappedColumn,
  deliveredLines,
  swappedColumns,
} from '../pool/deliveries.ts';
import { poolNotices } from '../pool/notices/notices.ts';
import { repeatedIds, rowsTogether, withOwnNumbers } from '../pool/pools-together.ts';
import { rowsOfPool } from '../pool/reading/rows-as-text.ts';
import type { Problem, Reading } from '../words/problem.ts';
import type { CaseReader } from './reader.ts';
import type { PoolSource } from './sources.ts';

/** A delivery beside what was there, as it was read. */
export interface OpenDelivery {
  readonly before: Rows;
  readonly after: Rows;
  readonly lines: readonly DeliveredLine[];
  readonly swapped: readonly SwappedColumn[];
  /** What looks odd in the tables of the delivery. */
  readonly notices: readonly Problem[];
}

/** Reads a pool and the tables of a later delivery of it, and what they say otherwise; or all that is wrong with them. */
export async function openDelivery(
  { before, after }: { readonly before: PoolSource; readonly after: readonly PoolSource[] },
  reader: Pick<CaseReader, 'pool'>,
  comparing: DeliveryOptions = {},
): Promise<Reading<OpenDelivery>> {
  const known = await reader.pool(before);
  const read = await Promise.all(after.map((source) => reader.pool(source)));
  const pools = withOwnNumbers(
    read.flatMap((each) => (each.ok ? [each.value] : [])),
    { known: known.ok ? known.value.ids : [] },
  );
  const problems = [
    ...(known.ok ? [] : known.problems),
    ...read.flatMap((each) => (each.ok ? [] : each.problems)),
    ...repeatedIds(pools),
  ];
  const notices = pools.flatMap((pool) => poolNotices(pool));
  if (!known.ok || problems.length > 0) return { ok: false, problems, notices };
  const [rows, next] = [rowsOfPool(known.value), rowsTogether(pools)];
  const lines = deliveredLines(rows, next, comparing);
  return {
    ok: true,
    value: {
      before: rows,
      after: next,
      lines,
      swapped: swappedColumns(lines),
      notices,
    },
  };
}
