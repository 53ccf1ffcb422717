import { randomUUID } from 'node:crypto';
import { VERSION } from '../opening/version.ts';
import { acting, type Actor, note, removedSubjects } from './audit.ts';
import { beginsWith } from './begins-with.ts';
import { canonical, canonicalHash } from '../records/canonical.ts';
import { contentOf, keepContent, removeContents } from './documents/contents.ts';
import type { Database } from './database.ts';
import { STORED_OBJECT, storedJson } from './documents/stored-json.ts';
import { heldByNoOther, referencesIn } from './documents/references.ts';
import type { RunRow } from './schema/tables.ts';

/** A question that was asked, with its answer, as it is to be kept. */
interface NewRun {
  readonly question: string;
  /** The case and the options as plain data, in which bytes stand by their hash. */
  readonly asked: object;
  /** The bytes that stand by their hash. */
  readonly contents: readonly Uint8Array[];
  readonly answer: object;
  readonly milliseconds: number;
}

/** What is known of a run, without what was asked and answered. */
export interface Run {
  readonly id: string;
  readonly question: string;
  readonly status?: string;
  readonly solver?: string;
  /** The version of Slate. */
  readonly slate: string;
  readonly milliseconds: number;
  readonly askedSha256: string;
  readonly answerSha256: string;
  readonly askedBy: string;
  readonly answeredAt: string;
}

/** Keeps a run. */
export async function keepRun(db: Database, actor: Actor, run: NewRun): Promise<Run> {
  return acting(db, actor, async (tx) => {
    for (const bytes of run.contents) await keepContent(tx, actor, bytes);
    const { status, solver } = run.answer as { readonly status?: unknown; readonly solver?: unknown };
    const row: RunRow = {
      id: randomUUID(),
      body: actor.body,
      question: run.question,
      asked: await keepContent(tx, actor, canonical(run.asked)),
      answer: await keepContent(tx, actor, canonical(run.answer)),
      status: typeof status === 'string' ? status : null,
      solver: solverName(solver) ?? null,
      slate: VERSION,
      milliseconds: Math.round(run.milliseconds),
      asked_by: actor.who,
      answered_at: new Date().toISOString(),
    };
    await tx.insertInto('runs').values(row).execute();
    await note(tx, actor, { what: 'ask', subject: `run/${row.id}`, after: canonicalHash(row) });
    return runOf(row);
  });
}

function solverName(solver: unknown): string | undefined {
  if (typeof solver === 'string') return solver;
  const named = typeof solver === 'object' && solver !== null && 'name' in solver ? solver.name : undefined;
  return typeof named === 'string' ? named : undefined;
}

/** The runs of a body, the newest first. */
export async function listRuns(db: Database, body: string, most = 100): Promise<readonly Run[]> {
  const rows = await db
    .selectFrom('runs')
    .selectAll()
    .where('body', '=', body)
    .orderBy('answered_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(runOf);
}

/** What is there of a run. */
type ReadRun =
  | { readonly kind: 'there'; readonly run: Run; readonly asked: object; readonly answer: object }
  | { readonly kind: 'removed'; readonly run: Run; readonly at: string }
  | { readonly kind: 'unknown' };

/** A run with what was asked and answered. @param id of it, its beginning where no other begins so, or `last` */
export async function readRun(db: Database, body: string, id: string): Promise<ReadRun> {
  if (id !== 'last' && !/^[0-9a-f-]{4,36}$/.test(id)) return { kind: 'unknown' };
  const all = db.selectFrom('runs').selectAll().where('body', '=', body);
  const named =
    id === 'last' ? all.orderBy('answered_at', 'desc').limit(1) : all.where(beginsWith('id', id)).limit(2);
  const rows = await named.execute();
  const [row] = rows;
  if (row === undefined || rows.length > 1) return { kind: 'unknown' };
  const run = runOf(row);
  const subject = `run/${row.id}`;
  // Another run may have asked and answered the same, and still hold it.
  const at = (await removedSubjects(db, body)).get(subject);
  if (at !== undefined) return { kind: 'removed', run, at };
  const [asked, answer] = [await contentOf(db, body, row.asked), await contentOf(db, body, row.answer)];
  for (const content of [asked, answer])
    if (content.kind === 'removed') return { kind: 'removed', run, at: content.at };
  if (asked.kind !== 'there' || answer.kind !== 'there')
    throw new Error(`run ${row.id} refers to bytes that are not there`);
  return {
    kind: 'there',
    run,
    asked: storedJson(STORED_OBJECT, asked.bytes, subject),
    answer: storedJson(STORED_OBJECT, answer.bytes, subject),
  };
}

/**
 * Removes for good what a run was about, its tables too, and its answer, as far as nobody else has them; that it was,
 * when and with which result stays.
 *
 * @returns whether anything was left to remove
 */
export async function removeRun(db: Database, actor: Actor, run: Run): Promise<boolean> {
  return acting(db, actor, async (tx) => {
    const { body } = actor;
    const subject = `run/${run.id}`;
    if ((await removedSubjects(tx, body)).has(subject)) return false;
    const own = heldByNoOther(await referencesIn(tx, body), (by) => by === subject);
    await removeContents(tx, actor, own);
    await note(tx, actor, { what: 'remove', subject });
    return true;
  });
}

function runOf(row: RunRow): Run {
  return {
    id: row.id,
    question: row.question,
    ...(row.status !== null && { status: row.status }),
    ...(row.solver !== null && { solver: row.solver }),
    slate: row.slate,
    milliseconds: row.milliseconds,
    askedSha256: row.asked,
    answerSha256: row.answer,
    askedBy: row.asked_by,
    answeredAt: row.answered_at,
  };
}
