import { createHash } from 'node:crypto';
import { problem, type Place } from '../../words/problem.ts';
import { CellRow, fillRow } from '../../tables/cell-row.ts';
import { planColumns } from '../headings/column-plan.ts';
import { PoolBuilder } from './pool-builder.ts';
import type { PoolReading } from '../pool.ts';
import { ProblemList } from '../cells/problem-list.ts';

/** What a caller may give for a value though it is none. */
type NoCell = 'list' | 'date' | 'object' | 'bigint' | 'symbol' | 'function';

/** One candidate as JSON gives it: values by heading. */
type CandidateRecord = Readonly<Record<string, unknown>>;

/**
 * Makes a pool of candidates that came as JSON. Keys are headings, in either language; values are
 * read as cells of a CSV are, numbers and booleans as they would be written there; `null` and an
 * absent key are empty cells. Problems carry JSON pointers into the list, such as `/3/birthDate`.
 * The hash is that of the list as JSON without spaces and with sorted keys.
 */
export function poolFromCandidates(records: readonly CandidateRecord[], file: string): PoolReading {
  if (records.length === 0) {
    return { ok: false, problems: [problem('pool.empty-list', {}, { file, field: '' })] };
  }
  const problems = new ProblemList(file);
  const firstUse = new Map<string, number>();
  for (const [row, record] of records.entries()) {
    for (const key of Object.keys(record)) if (!firstUse.has(key)) firstUse.set(key, row);
  }
  const headings = [...firstUse.keys()];
  const builder = new PoolBuilder(
    planColumns(headings),
    (heading) => ({ file, field: pointer(firstUse.get(heading) ?? 0, heading) }),
    {
      placeOf: (row, heading) => ({ file, field: pointer(row, heading) }),
      duplicateId: (id, first, second, place) =>
        problem('pool.duplicate-id-in-list', { id, first: first + 1, second: second + 1 }, place),
    },
    problems,
  );
  const cellRow = new CellRow();
  for (const [row, record] of records.entries()) {
    const cells = headings.map((heading) =>
      // An own property: a candidate without `constructor` does not inherit one.
      cellText(Object.hasOwn(record, heading) ? record[heading] : null, problems, () => ({
        file,
        field: pointer(row, heading),
      })),
    );
    fillRow(cellRow, cells, row + 1);
    if (!builder.addRow(cellRow)) break;
    builder.settle();
  }
  return builder.finish(createHash('sha256').update(canonicalJson(records)).digest('hex'));
}

function cellText(value: unknown, problems: ProblemList, place: () => Place): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return '';
  problems.add((at) => problem('pool.bad-json-value', { found: kindOf(value) }, at), place);
  return '';
}

function kindOf(value: unknown): NoCell {
  const type = typeof value;
  if (type === 'bigint' || type === 'symbol' || type === 'function') return type;
  if (Array.isArray(value)) return 'list';
  return value instanceof Date ? 'date' : 'object';
}

/** JSON pointer (RFC 6901) to a candidate, or to one of their values. */
function pointer(row: number, key?: string): string {
  return key === undefined ? `/${row}` : `/${row}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function canonicalJson(records: readonly CandidateRecord[]): string {
  return JSON.stringify(records.map(sorted));
}

/**
 * The same record with sorted keys; `__proto__` stays a key like any other. A value that is no cell, which is
 * told elsewhere and may be a circle, counts as an empty one.
 */
function sorted(record: CandidateRecord): CandidateRecord {
  const entries = Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      typeof value === 'object' || typeof value === 'bigint' ? null : value,
    ]),
  );
}
