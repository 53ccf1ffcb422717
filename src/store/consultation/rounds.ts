import { z } from 'zod';
import type { Standee } from '../../rounds/carry-on.ts';
import type { CountedRound } from '../../rounds/way-through-rounds.ts';
import { acting, type Actor, note } from '../audit.ts';
import { contentOf, removeContents } from '../documents/contents.ts';
import { enveloped, storedJson } from '../documents/stored-json.ts';
import { roundSubject } from './consultations.ts';
import type { Database, Writing } from '../database.ts';
import { heldByNoOther, referencesIn } from '../documents/references.ts';
import type { RoundRow } from '../schema/tables.ts';

/** What is known of a version of a round, without the people in it. */
export interface RoundVersion {
  readonly consultation: string;
  /** Its place among the stages of the procedure, from 1. */
  readonly number: number;
  readonly stage: string;
  readonly version: number;
  readonly carried: number;
  readonly fellOut: number;
  readonly tied: number;
  readonly sha256: string;
  readonly writtenBy: string;
  readonly writtenAt: string;
}

/** What a round holds: all that it was counted from, and what became of everybody. */
export interface RoundContent {
  readonly format: 'slate-round-1';
  /** `committee`, so that the people of one consultation are removed without those of another. */
  readonly consultation: string;
  readonly stage: string;
  /** The pool in which everybody stands: `pool/hai-duong@2`. */
  readonly pool?: string;
  /** The draft whose members stood, `draft/ID@3`; absent where the round before said who does. */
  readonly draft?: string;
  /** Of a stage that agrees on numbers. */
  readonly number?: number;
  /** The table as it was delivered, by its hash. */
  readonly table?: string;
  readonly chosen?: readonly string[];
  readonly people: readonly Standee[];
}

/** What is there of a round. */
export type ReadRound =
  | { readonly kind: 'there'; readonly round: RoundVersion; readonly content: RoundContent }
  /** Its people were removed for good. */
  | { readonly kind: 'removed'; readonly round: RoundVersion; readonly at: string };

/** A round in its newest version; `undefined` if there is none. */
export async function newestRound(
  db: Database | Writing,
  body: string,
  name: string,
  number: number,
): Promise<RoundRow | undefined> {
  return db
    .selectFrom('rounds')
    .selectAll()
    .where('body', '=', body)
    .where('consultation', '=', name)
    .where('number', '=', number)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** All versions of all rounds of a consultation: by number, the oldest version first. */
export async function roundHistory(
  db: Database,
  body: string,
  name: string,
): Promise<readonly RoundVersion[]> {
  return (await allRows(db, body, name)).map(roundVersion);
}

async function allRows(db: Database | Writing, body: string, name: string): Promise<readonly RoundRow[]> {
  return db
    .selectFrom('rounds')
    .selectAll()
    .where('body', '=', body)
    .where('consultation', '=', name)
    .orderBy('number')
    .orderBy('version')
    .execute();
}

/** The rounds of a consultation, each in its newest version with the people in it. */
export async function readRounds(db: Database, body: string, name: string): Promise<readonly ReadRound[]> {
  const newest = new Map((await allRows(db, body, name)).map((row) => [row.number, row]));
  return Promise.all([...newest.values()].map((row) => readRound(db, row)));
}

/** The rounds as ways go through them; those whose people were removed are left out. */
export function countedRounds(rounds: readonly ReadRound[]): readonly CountedRound[] {
  return rounds.flatMap((read) =>
    read.kind === 'removed'
      ? []
      : [{ number: read.round.number, stage: read.round.stage, people: read.content.people }],
  );
}

/** A round with the people in it. */
export async function readRound(db: Database | Writing, row: RoundRow): Promise<ReadRound> {
  const round = roundVersion(row);
  const kept = await contentOf(db, row.body, row.content);
  if (kept.kind === 'there')
    return { kind: 'there', round, content: storedJson(CONTENT, kept.bytes, roundSubject(row)) };
  if (kept.kind === 'removed') return { kind: 'removed', round, at: kept.at };
  throw new Error('a round refers to bytes that are not there');
}

const CONTENT = enveloped<RoundContent>(
  z.looseObject({
    format: z.literal('slate-round-1'),
    people: z.array(z.looseObject({ id: z.string(), outcome: z.looseObject({ kind: z.string() }) })),
  }),
);

/**
 * Removes for good who stood in the rounds of a consultation, in all versions; a table of ballots that another
 * consultation has, too, stays there. Counts and hashes stay.
 */
export async function removeRounds(db: Database, actor: Actor, name: string): Promise<boolean> {
  return acting(db, actor, async (tx) => {
    const references = await referencesIn(tx, actor.body);
    const own = heldByNoOther(references, (by) => by.startsWith(`round/${name}/`));
    const removed = (await removeContents(tx, actor, own)).size > 0;
    if (removed) await note(tx, actor, { what: 'remove', subject: `consultation/${name}` });
    return removed;
  });
}

/** What is known of a version of a round. */
export function roundVersion(row: RoundRow): RoundVersion {
  return {
    consultation: row.consultation,
    number: row.number,
    stage: row.stage,
    version: row.version,
    carried: row.carried,
    fellOut: row.fell_out,
    tied: row.tied,
    sha256: row.content,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  };
}
