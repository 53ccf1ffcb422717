import { BEGINNING } from '../audit.ts';
import { canonicalHash, sha256Of } from '../../records/canonical.ts';
import { unpackedContent } from '../documents/unpacked.ts';
import { type Database, inSnapshot } from '../database.ts';
import { documentSubject } from '../documents/documents.ts';
import type { AuditRow, Tables } from '../schema/tables.ts';
import type { DocumentKind } from '../documents/document-kinds.ts';
import { roundSubject } from '../consultation/consultations.ts';

/** Something that was tampered with. */
export interface AuditFault {
  readonly kind: FaultKind;
  /** The entry of the audit, or what the entry is about. */
  readonly at: string;
}

/** The ways in which a store can differ from its audit. */
type FaultKind =
  /** An entry is missing, or entries stand in another order. */
  | 'gap'
  /** An entry was changed. */
  | 'entry-changed'
  /** A row was changed, or differs from what its entry says. */
  | 'row-changed'
  /** A row is gone that an entry tells of. */
  | 'row-missing'
  /** A row is there of which no entry tells. */
  | 'row-unknown'
  /** Bytes differ from their hash. */
  | 'content-changed'
  /** Bytes are gone, and no entry says who removed them. */
  | 'content-missing'
  /** The entry that somebody noted elsewhere is not in the chain. */
  | 'head-missing';

/** What looking at the audit and at everything that it tells of has found. */
export interface AuditVerdict {
  readonly entries: number;
  /** The hash of the last entry. Noted elsewhere, it shows later that nothing before it was rewritten. */
  readonly head: string;
  readonly faults: readonly AuditFault[];
}

/**
 * Finds any tampering: computes the whole chain anew, and holds everything that the store keeps against the
 * entry that tells of it. What was cut off at the end together with its rows shows against a head that was
 * noted elsewhere, and by nothing else.
 */
export async function verifyAudit(db: Database, head?: string): Promise<AuditVerdict> {
  return inSnapshot(db, async (snapshot) => {
    const entries = await snapshot.selectFrom('audit').selectAll().orderBy('seq').execute();
    const known =
      head === undefined || head === BEGINNING || entries.some(({ hash }) => hash.startsWith(head));
    const faults: AuditFault[] = known ? [] : [{ kind: 'head-missing', at: head }];
    faults.push(
      ...chainFaults(entries),
      ...(await rowFaults(snapshot, entries)),
      ...(await contentFaults(snapshot, entries)),
    );
    return { entries: entries.length, head: entries.at(-1)?.hash ?? BEGINNING, faults };
  });
}

function chainFaults(entries: readonly AuditRow[]): readonly AuditFault[] {
  const faults: AuditFault[] = [];
  let before: Pick<AuditRow, 'seq' | 'hash'> = { seq: 0, hash: BEGINNING };
  for (const row of entries) {
    const { hash, ...entry } = row;
    if (entry.seq !== before.seq + 1 || entry.previous !== before.hash)
      faults.push({ kind: 'gap', at: String(entry.seq) });
    if (canonicalHash(entry) !== hash) faults.push({ kind: 'entry-changed', at: String(entry.seq) });
    before = row;
  }
  return faults;
}

/** A row by what the audit calls it: the body and the subject. */
type Rows = Map<string, { readonly hash: string; readonly subject: string }>;

async function rowFaults(db: Database, entries: readonly AuditRow[]): Promise<readonly AuditFault[]> {
  const rows = await rowsToldOf(db);
  const faults: AuditFault[] = [];
  const told = new Set<string>();
  for (const { body, subject, after } of entries) {
    if (after === null) continue;
    const key = keyOf(body, subject);
    const row = rows.get(key);
    told.add(key);
    if (row === undefined) faults.push({ kind: 'row-missing', at: subject });
    else if (row.hash !== after) faults.push({ kind: 'row-changed', at: subject });
  }
  for (const [key, { subject }] of rows) {
    if (!told.has(key)) faults.push({ kind: 'row-unknown', at: subject });
  }
  return [...faults, ...(await headFaults(db))];
}

function keyOf(body: string, subject: string): string {
  return `${body}\n${subject}`;
}

async function rowsToldOf(db: Database): Promise<Rows> {
  const rows: Rows = new Map();
  const add = (body: string, subject: string, row: object): void => {
    rows.set(keyOf(body, subject), { hash: canonicalHash(row), subject });
  };
  for (const row of await allOf(db, 'bodies')) add(row.id, `body/${row.id}`, row);
  for (const row of await allOf(db, 'documents')) {
    add(row.body, documentSubject({ ...row, kind: row.kind as DocumentKind }), row);
  }
  for (const row of await allOf(db, 'draft_versions'))
    add(row.body, `draft/${row.draft}@${row.version}`, row);
  for (const row of await allOf(db, 'runs')) add(row.body, `run/${row.id}`, row);
  for (const row of await allOf(db, 'consultations')) add(row.body, `consultation/${row.name}`, row);
  for (const row of await allOf(db, 'rounds')) add(row.body, roundSubject(row), row);
  for (const row of await allOf(db, 'keys')) add(row.body, `key/${row.id}`, row);
  for (const row of await allOf(db, 'withdrawn_keys')) add(row.body, `withdrawn-key/${row.id}`, row);
  for (const row of await allOf(db, 'key_terms')) add(row.body, `key-term/${row.id}`, row);
  for (const row of await allOf(db, 'people')) add(row.body, `person/${row.id}`, row);
  for (const row of await allOf(db, 'memberships'))
    add(row.body, `membership/${row.person}@${row.version}`, row);
  for (const row of await allOf(db, 'invitations')) add(row.body, `invitation/${row.id}`, row);
  for (const row of await allOf(db, 'ended_invitations')) add(row.body, `ended-invitation/${row.id}`, row);
  return rows;
}

async function allOf<Table extends Exclude<keyof Tables, 'contents' | 'drafts' | 'audit'>>(
  db: Database,
  table: Table,
): Promise<readonly Tables[Table][]> {
  const rows = await db
    .selectFrom(table as 'bodies')
    .selectAll()
    .execute();
  // The table that was asked for: that its rows are its own no type of a query can be shown.
  return rows as unknown as readonly Tables[Table][];
}

/** Drafts whose newest version is not the one that they say. */
async function headFaults(db: Database): Promise<readonly AuditFault[]> {
  const drafts = await db.selectFrom('drafts').selectAll().execute();
  const versions = await db
    .selectFrom('draft_versions')
    .select(['body', 'draft', 'version', 'state'])
    .execute();
  const newest = new Map<string, (typeof versions)[number]>();
  for (const each of versions) {
    const key = keyOf(each.body, each.draft);
    if ((newest.get(key)?.version ?? 0) < each.version) newest.set(key, each);
  }
  return drafts.flatMap(({ body, id, version, state }) => {
    const last = newest.get(keyOf(body, id));
    const agrees = last?.version === version && last.state === state;
    return agrees ? [] : [{ kind: 'row-changed' as const, at: `draft/${id}` }];
  });
}

async function contentFaults(db: Database, entries: readonly AuditRow[]): Promise<readonly AuditFault[]> {
  const removed = new Set<string>();
  for (const { body, what, subject } of entries) {
    if (what === 'remove') removed.add(keyOf(body, subject));
    // Bytes that somebody keeps again: see `keepContent`.
    else if (what === 'keep') removed.delete(keyOf(body, subject));
  }
  const keys = await db.selectFrom('contents').select(['body', 'sha256']).execute();
  const faults: AuditFault[] = [];
  for (const { body, sha256 } of keys) {
    const { bytes, size } = await db
      .selectFrom('contents')
      .select(['bytes', 'size'])
      .where('body', '=', body)
      .where('sha256', '=', sha256)
      .executeTakeFirstOrThrow();
    const at = `content/${sha256}`;
    const isRemoved = removed.has(keyOf(body, at));
    if (bytes === null && !isRemoved) faults.push({ kind: 'content-missing', at });
    if (bytes !== null && (isRemoved || !(await isSound(bytes, size, sha256))))
      faults.push({ kind: 'content-changed', at });
  }
  return faults;
}

async function isSound(kept: Uint8Array, size: number, sha256: string): Promise<boolean> {
  try {
    const bytes = await unpackedContent(kept);
    return bytes.length === size && sha256Of(bytes) === sha256;
  } catch {
    return false;
  }
}
