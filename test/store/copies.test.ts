import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepCells } from '../../src/jobs/part-outcomes.ts';
import { createJob } from '../../src/jobs/create-job.ts';
import { endJob } from '../../src/jobs/job-rows.ts';
import { packedInput } from '../../src/jobs/packed-inputs.ts';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { shippedProcedure } from '../../src/rounds/shipped-procedures.ts';
import type { Actor } from '../../src/store/audit.ts';
import { beginConsultation } from '../../src/store/consultation/consultations.ts';
import { copyStore } from '../../src/store/copy.ts';
import type { Database } from '../../src/store/database.ts';
import { keepDocument } from '../../src/store/documents/documents.ts';
import { removeDocument } from '../../src/store/documents/document-removal.ts';
import { readDraft, writeDraft } from '../../src/store/drafts/drafts.ts';
import { addKey, withdrawKey } from '../../src/store/keys.ts';
import { signInIdentified } from '../../src/store/people/identities.ts';
import { openInvitation, takeUp } from '../../src/store/people/joining.ts';
import { addPerson } from '../../src/store/people/people.ts';
import type { StorePlace } from '../../src/store/store-place.ts';
import { recordRound } from '../../src/store/consultation/record-round.ts';
import { keepRun } from '../../src/store/runs.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { isPostgres } from '../../src/store/schema/dialect.ts';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import { valueOf } from '../../src/words/problem.ts';
import { until } from '../service/running.ts';
import { type Cluster, hasPostgres, startPostgres } from './postgres.ts';

/** Only ends what hangs. */
const PATIENCE = 120_000;
const AN: Actor = { who: 'an', body: 'ward' };
/** What is not copied: the queue, whose jobs are put into the other one anew, and what passes with the hour. */
const LEFT = new Set(['job_chunks', 'sessions', 'tickets', 'attempts', 'used_codes']);
const IS_OURS = /^(?!sqlite_|kysely_)/;

/** Something of every kind that a store holds. */
async function fill(store: Store): Promise<void> {
  const { db } = store;
  const kept = { kind: 'pool', entries: 1 } as const;
  await keepDocument(db, AN, {
    ...kept,
    name: 'a',
    bytes: Buffer.from([0, 255, 10, 13]),
    reading: { sheet: 'Ủy ban' },
  });
  const { document } = await keepDocument(db, AN, {
    ...kept,
    name: 'b',
    bytes: Buffer.from('id,name\nA,Bình\n'),
  });
  await removeDocument(db, AN, document);
  const form = { format: 'slate-draft-1', id: 'd', title: 'Ứng viên “𝒻”', texts: ['x', ''] };
  await writeDraft(db, AN, form, 0);
  await writeDraft(db, AN, { ...form, title: 'second' }, 1);
  await keepRun(db, AN, {
    question: 'propose',
    asked: { pool: 1 },
    contents: [Buffer.from('é')],
    answer: { status: 'optimal' },
    milliseconds: 1,
  });
  const procedure = valueOf(await shippedProcedure('party-five-steps'));
  await beginConsultation(db, AN, { name: 'c', title: 'c', procedure, seats: 2, units: 1 });
  await recordRound(
    db,
    AN,
    { name: 'c', stage: 'standing-committee-1' },
    { slate: { people: ['A', 'B'], placeOf: () => undefined } },
  );
  await withdrawKey(
    db,
    AN,
    (await addKey(db, AN, { name: 'office', role: 'drafter', expiresAt: '2099-01-01T00:00:00Z' })).id,
  );
  await fillPeople(db);
  const queue = await openQueue(store);
  const asked = { operation: 'proposals', asked: Buffer.from('{}'), language: 'vi', priority: 1 } as const;
  const inputs = [await packedInput(Buffer.from('id\n1\n'))];
  const job = await createJob(db, queue, AN, {
    ...asked,
    inputs,
    limits: { open: 9, openOfCaller: 9, ended: 9, endedSeconds: 3_600 },
  });
  await keepCells(db, job, [{ cell: 0, key: 'k', outcome: { status: 'infeasible' } as never }]);
  await endJob(db, job.id, { status: 'done', result: Buffer.from('{"a":1}') });
  await queue.close();
}

async function fillPeople(db: Database): Promise<void> {
  const added = await addPerson(db, AN, { login: 'binh', name: 'Bình', role: 'approver' });
  await addPerson(db, AN, { login: 'chi', name: 'Chi', role: 'reader' });
  const { ticket, secret } = (await openInvitation(db, added!.token))!;
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  expect(
    await takeUp(db, { invitation: added!.token, ticket, password: 'correct horse battery', code }),
  ).toMatchObject({ kind: 'joined' });
  const identified = { issuer: 'https://id.example', subject: 's', login: 'dung', name: 'Dũng' };
  await signInIdentified(db, { ...identified, roles: new Map([['ward', 'reader']]) });
}

/** All rows of all tables, as text that is the same on every database. */
async function everything(db: Database): Promise<Readonly<Record<string, readonly string[]>>> {
  const names = isPostgres(db)
    ? sql<{
        name: string;
      }>`select table_name as name from information_schema.tables where table_schema = 'public'`
    : sql<{ name: string }>`select name from sqlite_master where type = 'table'`;
  const tables = (await names.execute(db)).rows
    .map(({ name }) => name)
    .filter((name) => IS_OURS.test(name) && !LEFT.has(name));
  const found: [string, readonly string[]][] = [];
  for (const table of tables.toSorted()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    found.push([table, rows.map(rowText).toSorted()]);
  }
  return Object.fromEntries(found);
}

function rowText(row: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const shown = (value: unknown): unknown =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
  return JSON.stringify(entries.map(([name, value]) => [name, shown(value)]));
}

describe.runIf(hasPostgres())('a store on its way', () => {
  let cluster: Cluster;
  let folder: string;
  const open: Store[] = [];
  beforeAll(async () => {
    cluster = await startPostgres();
    folder = mkdtempSync(join(tmpdir(), 'slate-copies-'));
  }, PATIENCE);
  afterAll(async () => {
    await Promise.all(open.map((store) => store.close()));
    cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const opened = async (place: StorePlace): Promise<Store> => {
    const store = await openStore(place);
    open.push(store);
    return store;
  };

  test(
    'from SQLite to PostgreSQL, into one file and back is the same, row by row and byte by byte',
    async () => {
      const first = await opened({ folder: join(folder, 'first') });
      await fill(first);
      const all = await everything(first.db);
      // Nothing would be shown of a table that is empty.
      expect(Object.entries(all).filter(([, rows]) => rows.length === 0)).toEqual([]);
      let from = first;
      for (const place of [
        { url: cluster.database() },
        { file: join(folder, 'backup') },
        { url: cluster.database() },
        { folder: join(folder, 'last') },
      ]) {
        const to = await opened(place);
        await copyStore(from.db, to.db);
        expect(await everything(to.db)).toEqual(all);
        from = to;
      }
      expect((await verifyAudit(from.db)).faults).toEqual([]);
      expect(await verifyAudit(from.db)).toEqual(await verifyAudit(first.db));
    },
    PATIENCE,
  );

  test.each(['SQLite', 'PostgreSQL'])(
    'copied out of %s while others write it is the store of one moment',
    async (database) => {
      const from = await opened(
        database === 'SQLite' ? { folder: join(folder, 'busy') } : { url: cluster.database() },
      );
      const over = new AbortController();
      let written = 0;
      const writer = (async () => {
        for (; !over.signal.aborted; written += 1)
          await writeDraft(
            from.db,
            AN,
            { format: 'slate-draft-1', id: 'd', title: `${written}`, texts: [`${written}`] },
            written,
          );
      })();
      for (let turn = 0; turn < 3; turn += 1) {
        await until(async () => written >= (turn + 1) * 10);
        const before = written;
        const to = await opened({ file: join(folder, `${database} ${turn}`) });
        await copyStore(from.db, to.db);
        const { faults } = await verifyAudit(to.db);
        expect(faults).toEqual([]);
        const draft = await readDraft(to.db, 'ward', 'd');
        if (draft.kind !== 'there') throw new Error('no draft');
        expect(draft.draft.version).toBeGreaterThanOrEqual(before);
        expect(draft.form.texts).toEqual([String(draft.draft.version - 1)]);
      }
      over.abort();
      await writer;
    },
    PATIENCE,
  );
});
