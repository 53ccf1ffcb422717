import { z } from 'zod';
import type { Procedure } from '../../rounds/procedure.ts';
import { acting, type Actor, note } from '../audit.ts';
import { canonical, canonicalHash } from '../../records/canonical.ts';
import { contentOf, keepContent } from '../documents/contents.ts';
import { enveloped, storedJson } from '../documents/stored-json.ts';
import type { Database, Writing } from '../database.ts';
import type { ConsultationRow, RoundRow } from '../schema/tables.ts';

/** A consultation that is to begin. */
export interface NewConsultation {
  readonly name: string;
  readonly title: string;
  readonly procedure: Procedure;
  readonly seats: number;
  readonly units: number;
  /** The draft that it is about. */
  readonly draft?: string;
}

/** A consultation: the rounds of a procedure about one list of people. */
export interface Consultation extends NewConsultation {
  readonly begunBy: string;
  readonly begunAt: string;
}

/** What came of beginning a consultation. */
export type Begun =
  | { readonly kind: 'begun'; readonly consultation: Consultation; readonly isNew: boolean }
  /** Another one has this name. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'no-draft' };

/** Begins a consultation. The same one, begun again, is that one, and nothing is written. */
export async function beginConsultation(db: Database, actor: Actor, begun: NewConsultation): Promise<Begun> {
  const { body, who } = actor;
  return acting(db, actor, async (tx): Promise<Begun> => {
    const { name, title, procedure, seats, units, draft } = begun;
    const content = await keepContent(tx, actor, canonical(procedure));
    const same = { body, name, title, content, seats, units, draft: draft ?? null };
    const before = await rowOf(tx, body, name);
    if (before !== undefined) {
      const { begun_by: _by, begun_at: _at, ...known } = before;
      if (canonicalHash(known) !== canonicalHash(same)) return { kind: 'taken' };
      return { kind: 'begun', consultation: consultationOf(before, procedure), isNew: false };
    }
    if (draft !== undefined && !(await isDraft(tx, body, draft))) return { kind: 'no-draft' };
    const row: ConsultationRow = { ...same, begun_by: who, begun_at: new Date().toISOString() };
    await tx.insertInto('consultations').values(row).execute();
    await note(tx, actor, { what: 'begin', subject: `consultation/${name}`, after: canonicalHash(row) });
    return { kind: 'begun', consultation: consultationOf(row, procedure), isNew: true };
  });
}

async function isDraft(tx: Writing, body: string, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom('drafts')
    .select('id')
    .where('body', '=', body)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

async function rowOf(
  db: Database | Writing,
  body: string,
  name: string,
): Promise<ConsultationRow | undefined> {
  return db
    .selectFrom('consultations')
    .selectAll()
    .where('body', '=', body)
    .where('name', '=', name)
    .executeTakeFirst();
}

/** A consultation by its name; `undefined` if there is none. */
export async function findConsultation(
  db: Database | Writing,
  body: string,
  name: string,
): Promise<Consultation | undefined> {
  const row = await rowOf(db, body, name);
  return row === undefined ? undefined : withProcedure(db, row);
}

/** All consultations of a body, the one begun last first; those about a draft, where one is named. */
export async function listConsultations(
  db: Database,
  body: string,
  draft?: string,
): Promise<readonly Consultation[]> {
  const all = db.selectFrom('consultations').selectAll().where('body', '=', body);
  const about = draft === undefined ? all : all.where('draft', '=', draft);
  const rows = await about.orderBy('begun_at', 'desc').orderBy('name').execute();
  return Promise.all(rows.map((row) => withProcedure(db, row)));
}

/** A procedure names nobody, and is never removed. */
async function withProcedure(db: Database | Writing, row: ConsultationRow): Promise<Consultation> {
  const kept = await contentOf(db, row.body, row.content);
  if (kept.kind !== 'there') throw new Error(`the procedure of consultation ${row.name} is gone`);
  return consultationOf(row, storedJson(PROCEDURE, kept.bytes, `consultation/${row.name}`));
}

const PROCEDURE = enveloped<Procedure>(
  z.looseObject({
    id: z.string(),
    stages: z.array(z.looseObject({ id: z.string(), carry: z.looseObject({ by: z.string() }) })).min(1),
  }),
);

function consultationOf(row: ConsultationRow, procedure: Procedure): Consultation {
  return {
    name: row.name,
    title: row.title,
    procedure,
    seats: row.seats,
    units: row.units,
    ...(row.draft !== null && { draft: row.draft }),
    begunBy: row.begun_by,
    begunAt: row.begun_at,
  };
}

/** `round/committee/2@1`. */
export function roundSubject({
  consultation,
  number,
  version,
}: Pick<RoundRow, 'consultation' | 'number' | 'version'>): string {
  return `round/${consultation}/${number}@${version}`;
}
