import type { Standee } from '../../rounds/carry-on.ts';
import { InputError, problem, type Problem } from '../../words/problem.ts';
import { acting, type Actor, note } from '../audit.ts';
import { canonical, canonicalHash } from '../../records/canonical.ts';
import { type Consultation, findConsultation, roundSubject } from './consultations.ts';
import { keepContent } from '../documents/contents.ts';
import type { Database, Writing } from '../database.ts';
import { countRound, type RoundEntry, type RoundPool, roundPool } from './round-entry.ts';
import {
  newestRound,
  type ReadRound,
  readRound,
  readRounds,
  type RoundContent,
  type RoundVersion,
  roundVersion,
} from './rounds.ts';
import type { RoundRow } from '../schema/tables.ts';

/** Which round is recorded. */
interface NamedRound {
  /** Of the consultation. */
  readonly name: string;
  readonly stage: string;
  /** A pool that is kept, `hai-duong` or `hai-duong@2`; absent: that of the rounds before, if they have one. */
  readonly pool?: string;
}

/** What came of recording a round. */
export type Recorded =
  | {
      readonly kind: 'recorded';
      readonly round: RoundVersion;
      readonly isNew: boolean;
      readonly notices: readonly Problem[];
    }
  /** Somebody else recorded it meanwhile. */
  | { readonly kind: 'conflict'; readonly newest: RoundVersion }
  | { readonly kind: 'unknown' };

/**
 * Counts a round and keeps it as the version after the one that its writer has seen. What is recorded again
 * with the same people and votes is that version, and nothing is written.
 *
 * @param seen 0: it is to be new; `undefined`: whatever is there
 * @throws InputError with everything that is wrong with the entry
 */
export async function recordRound(
  db: Database,
  actor: Actor,
  { name, stage, pool: named }: NamedRound,
  entry: RoundEntry,
  seen?: number,
): Promise<Recorded> {
  const pool = await poolFor(db, actor.body, name, named);
  return acting(db, actor, async (tx): Promise<Recorded> => {
    const consultation = await findConsultation(tx, actor.body, name);
    if (consultation === undefined) return { kind: 'unknown' };
    const number = numberOf(consultation, stage);
    const newest = await newestRound(tx, actor.body, name, number);
    if (newest !== undefined && seen !== undefined && newest.version !== seen)
      return { kind: 'conflict', newest: roundVersion(newest) };
    if (newest === undefined && seen !== undefined && seen > 0) return { kind: 'unknown' };
    if (newest !== undefined) await refuseRemoved(tx, newest);
    const before = await roundBefore(tx, actor.body, consultation, number);
    const ground = { consultation, number, before, pool };
    const { notices, people, draft } = await countRound(tx, actor.body, ground, entry);
    const content = await keptContent(tx, actor, entry, {
      format: 'slate-round-1',
      consultation: name,
      stage,
      ...(pool !== undefined && { pool: pool.subject }),
      ...(draft !== undefined && { draft }),
      people,
    });
    if (newest !== undefined && newest.content === content)
      return { kind: 'recorded', round: roundVersion(newest), isNew: false, notices };
    await refuseWhereLaterRest(tx, actor.body, consultation, number);
    const row = await addVersion(tx, actor, newest, { name, number, stage, content, people });
    return { kind: 'recorded', round: roundVersion(row), isNew: true, notices };
  });
}

/** Read before anything is locked: a pool may be large. */
async function poolFor(
  db: Database,
  body: string,
  name: string,
  named: string | undefined,
): Promise<RoundPool | undefined> {
  if (named !== undefined) return roundPool(db, body, named);
  const pools = (await readRounds(db, body, name)).flatMap((read) =>
    read.kind === 'there' && read.content.pool !== undefined ? [read.content.pool] : [],
  );
  const last = pools.at(-1)?.replace(/^pool\//, '');
  return last === undefined ? undefined : roundPool(db, body, last);
}

/** The place of a stage, from 1. @throws InputError where the procedure has no such stage */
function numberOf({ procedure }: Consultation, stage: string): number {
  const allowed = procedure.stages.map(({ id }) => id);
  const at = allowed.indexOf(stage);
  if (at === -1) throw new InputError([problem('rounds.no-stage', { id: stage, allowed })]);
  return at + 1;
}

/** The people of the round before. @throws InputError where there is none yet, or nobody has decided among the tied */
async function roundBefore(
  tx: Writing,
  body: string,
  { name, procedure }: Consultation,
  number: number,
): Promise<readonly Standee[] | undefined> {
  if (number === 1) return undefined;
  const stage = procedure.stages[number - 2]!.id;
  const row = await newestRound(tx, body, name, number - 1);
  if (row === undefined) throw new InputError([problem('rounds.earlier', { stage })]);
  const read = await refuseRemoved(tx, row);
  const tied = read.content.people.filter(({ outcome }) => outcome.kind === 'tied').map(({ id }) => id);
  if (tied.length > 0) throw new InputError([problem('rounds.undecided', { stage, ids: tied })]);
  return read.content.people;
}

/** A round that is still there. @throws InputError where its people were removed for good: they do not come back */
async function refuseRemoved(tx: Writing, row: RoundRow): Promise<Extract<ReadRound, { kind: 'there' }>> {
  const read = await readRound(tx, row);
  if (read.kind === 'there') return read;
  throw new InputError([problem('store.removed', { named: roundSubject(row), at: read.at })]);
}

/** What later rounds rest on is not changed below them. */
async function refuseWhereLaterRest(
  tx: Writing,
  body: string,
  { name, procedure }: Consultation,
  number: number,
): Promise<void> {
  if ((await newestRound(tx, body, name, number + 1)) === undefined) return;
  throw new InputError([problem('rounds.later', { stage: procedure.stages[number]!.id })]);
}

async function keptContent(
  tx: Writing,
  actor: Actor,
  { table, number, chosen }: RoundEntry,
  counted: RoundContent,
): Promise<string> {
  const content: RoundContent = {
    ...counted,
    ...(number !== undefined && { number }),
    ...(chosen !== undefined && { chosen }),
    ...(table !== undefined && { table: await keepContent(tx, actor, table) }),
  };
  return keepContent(tx, actor, canonical(content));
}

async function addVersion(
  tx: Writing,
  actor: Actor,
  before: RoundRow | undefined,
  next: {
    readonly name: string;
    readonly number: number;
    readonly stage: string;
    readonly content: string;
    readonly people: readonly Standee[];
  },
): Promise<RoundRow> {
  const many = (kind: Standee['outcome']['kind']): number =>
    next.people.filter(({ outcome }) => outcome.kind === kind).length;
  const row: RoundRow = {
    body: actor.body,
    consultation: next.name,
    number: next.number,
    version: (before?.version ?? 0) + 1,
    stage: next.stage,
    content: next.content,
    carried: many('carried'),
    fell_out: many('fell-out'),
    tied: many('tied'),
    written_by: actor.who,
    written_at: new Date().toISOString(),
  };
  await tx.insertInto('rounds').values(row).execute();
  await note(tx, actor, {
    what: 'record',
    subject: roundSubject(row),
    ...(before !== undefined && { before: canonicalHash(before) }),
    after: canonicalHash(row),
  });
  return row;
}
