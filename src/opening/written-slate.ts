import { inOrder } from '../placements/read-list.ts';
import { type PlanGround, readPlan } from '../placements/read-plan.ts';
import type { Pool } from '../pool/pool.ts';
import { readSlate, unknownMembers, type WrittenSlate } from '../pool/read-slate.ts';
import { tableOf, type TableSource } from '../pool/reading/workbook-table.ts';
import { type FactTable, rowsById } from '../rules/facts/fact-table.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { QUESTION, type SlateSource } from './sources.ts';
import { bytesOfText } from './text-bytes.ts';
import { bytesOfFile } from '../tables/read-file.ts';

/** A slate or a plan as it was written, until it is known what it is of. */
export interface WrittenMembers {
  /** Whether it is a table, whose lines are appointments where it is of a placement. */
  readonly isTable: boolean;
  /** As a slate of candidates. */
  readonly listed: Reading<WrittenSlate>;
  /** What is wrong with a slate of candidates, as far as is known who they may be. */
  readonly problems: (known: { readonly pool?: Pool }) => readonly Problem[];
  /** The appointments of a plan, by id. */
  readonly appointments: (ground: PlanGround) => Promise<Reading<readonly string[]>>;
  /** Those of its members whom an opened placement does not have. */
  readonly unknown: (asked: SlateCase) => readonly Problem[];
}

/** The members' ids, where they could be read. */
export function membersRead({ listed }: WrittenMembers): readonly string[] | undefined {
  return listed.ok ? listed.value.ids : undefined;
}

/** Reads a slate as far as it can be read by itself. */
export async function readSlateSource(source: SlateSource): Promise<WrittenMembers> {
  if (isIds(source)) return membersOfIds(source, '/slate');
  if ('members' in source) return membersOfIds(source.members, '/slate/members');
  if ('unreadable' in source) return unreadMembers(source.unreadable);
  const called = 'file' in source ? source.file : (source.called ?? 'slate');
  const bytes = 'file' in source ? await bytesOfFile(called) : await bytesOfText(source.csv, called);
  if (!bytes.ok) return unreadMembers(bytes.problems);
  const table = await tableOf(bytes.value, called, source.reading?.encoding);
  return table.ok ? membersOfTable(table.value, called) : unreadMembers(table.problems);
}

function isIds(source: SlateSource): source is readonly string[] {
  return Array.isArray(source);
}

function unreadMembers(problems: readonly Problem[]): WrittenMembers {
  const unread = { ok: false, problems } as const;
  return {
    isTable: false,
    listed: unread,
    problems: () => problems,
    appointments: async () => unread,
    unknown: () => [],
  };
}

function membersOfTable(bytes: TableSource, called: string): WrittenMembers {
  const listed = readSlate(bytes, called);
  return {
    isTable: true,
    listed,
    problems: ({ pool }) => {
      if (!listed.ok) return listed.problems;
      const { ids, placeOf } = listed.value;
      return pool === undefined ? [] : unknownMembers(pool, ids, placeOf);
    },
    appointments: (ground) => readPlan(bytes, called, ground),
    unknown: () => [],
  };
}

function membersOfIds(ids: readonly string[], field: string): WrittenMembers {
  const placeOf = (index: number) => ({ file: QUESTION, field: `${field}/${index}` });
  /** Ids that are no row, or the same row as one before them: an appointment may be named as people write it. */
  const problemsIn = (table: FactTable): readonly Problem[] => {
    const [rows, seen] = [rowsById(table), new Set<number>()];
    return ids.flatMap((id, index) => {
      const row = rows.get(id);
      if (row === undefined) return [problem('pool.unknown-member', { id }, placeOf(index))];
      if (seen.has(row)) return [problem('slate.repeated-person', { id }, placeOf(index))];
      seen.add(row);
      return [];
    });
  };
  return {
    isTable: false,
    listed: { ok: true, value: { ids, placeOf } },
    problems: ({ pool }) => (pool === undefined ? [] : problemsIn(pool)),
    appointments: async ({ pool, ruleSet: { list, titles = [] } }) =>
      list === undefined || ids.length === 0
        ? { ok: true, value: ids }
        : inOrder(ids, { pool, list, titles }, placeOf),
    // Who is no row of a list is told by its reading.
    unknown: ({ facts, placement }) => (placement?.list === undefined ? problemsIn(facts) : []),
  };
}
