import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { type Actor, entriesOf } from '../../src/store/audit.ts';
import { contentOf } from '../../src/store/documents/contents.ts';
import { copyStore, NotEmpty } from '../../src/store/copy.ts';
import {
  bytesOfDocument,
  findDocument,
  keepDocument,
  listDocuments,
} from '../../src/store/documents/documents.ts';
import { removeDocument } from '../../src/store/documents/document-removal.ts';
import type { DraftForm } from '../../src/store/drafts/draft-form.ts';
import { DRAFT_STATES, NEXT_STATES } from '../../src/store/drafts/draft-states.ts';
import {
  draftHistory,
  listDrafts,
  readDraft,
  removeDraft,
  stepDraft,
  writeDraft,
} from '../../src/store/drafts/drafts.ts';
import { keepRun, listRuns, readRun, removeRun } from '../../src/store/runs.ts';
import { OWN_BODY } from '../../src/store/own-actor.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import { onEachDatabase } from './databases.ts';

const AN: Actor = { who: 'an', body: OWN_BODY };
const BINH: Actor = { who: 'binh', body: OWN_BODY };

const pool = (text: string) =>
  ({ kind: 'pool', name: 'ward', bytes: Buffer.from(text), entries: 2 }) as const;
const form = (title: string, ...texts: readonly string[]): DraftForm => formOf('d1', title, ...texts);
const formOf = (id: string, title: string, ...texts: readonly string[]): DraftForm => ({
  format: 'slate-draft-1',
  id,
  title,
  texts,
  members: ['A'],
});

onEachDatabase(({ fresh }) => {
  const open: Store[] = [];
  const opened = async (place = fresh()): Promise<Store> => {
    const store = await openStore(place);
    open.push(store);
    return store;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close()));
  });

  test('a store that is not there yet may be opened by several at once', async () => {
    const place = fresh();
    const stores = await Promise.all([opened(place), opened(place), opened(place), opened(place)]);
    await Promise.all(stores.map(({ db }, at) => keepDocument(db, AN, pool(`text ${at}`))));
    expect(await listDocuments(stores[0].db, OWN_BODY)).toHaveLength(4);
  });

  describe('documents', () => {
    test('are versions that are never written over', async () => {
      const { db } = await opened();
      const first = await keepDocument(db, AN, {
        ...pool('one'),
        deliveredBy: 'Phòng Nội vụ',
        reading: { sheet: '1' },
      });
      const same = await keepDocument(db, BINH, { ...pool('one'), reading: { sheet: '1' } });
      const second = await keepDocument(db, BINH, pool('two'));
      expect([first.isNew, same.isNew, second.isNew]).toEqual([true, false, true]);
      expect(first.document).toMatchObject({
        version: 1,
        entries: 2,
        size: 3,
        deliveredBy: 'Phòng Nội vụ',
        keptBy: 'an',
        reading: { sheet: '1' },
      });
      expect(same.document).toEqual(first.document);
      expect((await listDocuments(db, OWN_BODY)).map(({ version }) => version)).toEqual([2, 1]);
      const newest = await findDocument(db, OWN_BODY, { kind: 'pool', name: 'ward' });
      expect(newest).toEqual(second.document);
      expect(await bytesOfDocument(db, OWN_BODY, first.document)).toEqual({
        kind: 'there',
        bytes: Buffer.from('one'),
      });
      expect(await listDocuments(db, 'others')).toEqual([]);
    });

    test('get the next version each, however many are kept at once', async () => {
      const place = fresh();
      const [one, other] = [await opened(place), await opened(place)];
      const kept = await Promise.all(
        Array.from({ length: 12 }, (_each, at) =>
          keepDocument((at % 2 ? one : other).db, AN, pool(`text ${at}`)),
        ),
      );
      expect(kept.every(({ isNew }) => isNew)).toBe(true);
      const versions = (await listDocuments(one.db, OWN_BODY)).map(({ version }) => version);
      expect(versions).toEqual(Array.from({ length: 12 }, (_each, at) => 12 - at));
      expect((await verifyAudit(one.db)).faults).toEqual([]);
    });

    test('lose their people for good, and keep hash, counts and who delivered them', async () => {
      const { db } = await opened();
      const { document } = await keepDocument(db, AN, { ...pool('Nguyễn Văn An'), deliveredBy: 'xã' });
      expect(await removeDocument(db, BINH, document)).toBe(true);
      expect(await removeDocument(db, BINH, document)).toBe(false);
      const after = await findDocument(db, OWN_BODY, document);
      expect(after).toMatchObject({
        sha256: document.sha256,
        entries: 2,
        size: document.size,
        deliveredBy: 'xã',
      });
      expect(after?.removedAt).toBeDefined();
      expect(await contentOf(db, OWN_BODY, document.sha256)).toMatchObject({
        kind: 'removed',
        size: document.size,
      });
      expect((await verifyAudit(db)).faults).toEqual([]);
    });
  });

  describe('drafts', () => {
    test('are written on top of what their writer has seen, or not at all', async () => {
      const { db } = await opened();
      expect(await writeDraft(db, AN, form('first'), 1)).toEqual({ kind: 'unknown' });
      const first = await writeDraft(db, AN, form('first', 'id,name'), 0);
      expect(first).toMatchObject({ kind: 'written', draft: { version: 1, state: 'draft', title: 'first' } });
      expect(await writeDraft(db, BINH, form('again'), 0)).toMatchObject({
        kind: 'conflict',
        newest: { version: 1 },
      });
      const second = await writeDraft(db, BINH, form('second', 'id,name', 'rules'), 1);
      expect(second).toMatchObject({ kind: 'written', draft: { version: 2, writtenBy: 'binh' } });
      expect(await writeDraft(db, AN, form('late'), 1)).toMatchObject({
        kind: 'conflict',
        newest: { title: 'second' },
      });
      const unchanged = await writeDraft(db, AN, form('second', 'id,name', 'rules'), 2);
      expect(unchanged).toMatchObject({ kind: 'written', draft: { version: 2 } });
      expect(await readDraft(db, OWN_BODY, 'd1')).toMatchObject({
        kind: 'there',
        form: form('second', 'id,name', 'rules'),
      });
      expect(await readDraft(db, OWN_BODY, 'd1', 1)).toMatchObject({ form: form('first', 'id,name') });
      expect(await readDraft(db, 'others', 'd1')).toEqual({ kind: 'unknown' });
      expect((await listDrafts(db, OWN_BODY)).map(({ version }) => version)).toEqual([2]);
      expect((await draftHistory(db, OWN_BODY, 'd1')).map(({ title }) => title)).toEqual(['first', 'second']);
    });

    test('written by several at once are written by one', async () => {
      const place = fresh();
      const stores = [await opened(place), await opened(place)];
      await writeDraft(stores[0]!.db, AN, form('first'), 0);
      const writes = await Promise.all(
        Array.from({ length: 8 }, (_each, at) => writeDraft(stores[at % 2]!.db, AN, form(`by ${at}`), 1)),
      );
      expect(writes.filter(({ kind }) => kind === 'written')).toHaveLength(1);
      expect(writes.filter(({ kind }) => kind === 'conflict')).toHaveLength(7);
    });

    test('take the steps of their table and no others', async () => {
      const { db } = await opened();
      const paths = {
        draft: [],
        submitted: ['submitted'],
        approved: ['submitted', 'approved'],
        withdrawn: ['withdrawn'],
      } as const;
      for (const from of DRAFT_STATES) {
        for (const to of DRAFT_STATES) {
          const id = `${from}-${to}`;
          await writeDraft(db, AN, { format: 'slate-draft-1', id, title: id, texts: [] }, 0);
          let seen = 1;
          for (const step of paths[from]) {
            expect((await stepDraft(db, AN, { id, seen, to: step })).kind).toBe('written');
            seen += 1;
          }
          const stepped = await stepDraft(db, BINH, { id, seen, to });
          expect([id, stepped.kind]).toEqual([id, NEXT_STATES[from].includes(to) ? 'written' : 'refused']);
          expect(await stepDraft(db, AN, { id, seen: seen + 5, to })).toMatchObject({ kind: 'conflict' });
        }
      }
      expect(await stepDraft(db, AN, { id: 'nobody', seen: 1, to: 'submitted' })).toEqual({
        kind: 'unknown',
      });
      const closed = await writeDraft(
        db,
        AN,
        { format: 'slate-draft-1', id: 'submitted-submitted', title: 'x', texts: [] },
        2,
      );
      expect(closed).toMatchObject({ kind: 'closed', newest: { state: 'submitted' } });
    });

    test('lose their people for good', async () => {
      const { db } = await opened();
      await writeDraft(db, AN, form('first', 'id,name\nA,An'), 0);
      await writeDraft(db, AN, form('second', 'id,name\nA,An\nB,Bình'), 1);
      expect(await removeDraft(db, BINH, 'd1')).toBe(true);
      expect(await removeDraft(db, BINH, 'd1')).toBe(false);
      expect(await readDraft(db, OWN_BODY, 'd1')).toMatchObject({ kind: 'removed', draft: { version: 2 } });
      const left = await db.selectFrom('contents').select('sha256').where('bytes', 'is not', null).execute();
      expect(left).toEqual([]);
      expect((await verifyAudit(db)).faults).toEqual([]);
    });
  });

  describe('what one has removed', () => {
    const TABLE = 'id,name\nA,An';
    const textsOf = async (db: Store['db'], id: string): Promise<readonly string[] | string> => {
      const read = await readDraft(db, OWN_BODY, id);
      return read.kind === 'there' ? read.form.texts : read.kind;
    };

    test('others still hold: a draft takes no text of another draft, of a document or of a run with it', async () => {
      const { db } = await opened();
      for (const id of ['d_1', 'd-1']) await writeDraft(db, AN, formOf(id, id, TABLE, `rules of ${id}`), 0);
      expect(await removeDraft(db, BINH, 'd_1')).toBe(true);
      expect(await textsOf(db, 'd_1')).toBe('removed');
      expect(await textsOf(db, 'd-1')).toEqual([TABLE, 'rules of d-1']);
      await keepDocument(db, AN, pool(TABLE));
      expect(await removeDraft(db, BINH, 'd-1')).toBe(true);
      const left = await db.selectFrom('contents').select('size').where('bytes', 'is not', null).execute();
      expect(left.map(({ size }) => size)).toEqual([TABLE.length]);
      expect((await verifyAudit(db)).faults).toEqual([]);
    });

    test('stays removed for whoever still has the draft open', async () => {
      const { db } = await opened();
      await writeDraft(db, AN, form('first', TABLE), 0);
      await removeDraft(db, BINH, 'd1');
      const removed = await readDraft(db, OWN_BODY, 'd1');
      const at = removed.kind === 'removed' ? removed.at : undefined;
      const { at: told } = (await entriesOf(db, OWN_BODY, { subject: 'draft/d1' })).at(-1)!;
      expect(at?.slice(0, 10)).toBe(told.slice(0, 10));
      expect(await writeDraft(db, AN, form('again', TABLE), 1)).toMatchObject({ kind: 'removed', at });
      expect(await textsOf(db, 'd1')).toBe('removed');
    });

    test('is kept again with a new draft of the same table, and the audit tells it', async () => {
      const { db } = await opened();
      await writeDraft(db, AN, formOf('d_1', 'first', TABLE), 0);
      await removeDraft(db, BINH, 'd_1');
      expect(await writeDraft(db, AN, formOf('d-new', 'new', TABLE), 0)).toMatchObject({ kind: 'written' });
      expect(await textsOf(db, 'd-new')).toEqual([TABLE]);
      const kept = (await entriesOf(db, OWN_BODY)).find(({ what }) => what === 'keep');
      expect(kept?.subject).toMatch(/^content\//);
      expect((await verifyAudit(db)).faults).toEqual([]);
    });

    test('does not come back where it was a pool, by whatever way, also not in base64', async () => {
      const { db } = await opened();
      const { document } = await keepDocument(db, AN, pool(TABLE));
      await writeDraft(db, AN, form('first', Buffer.from(TABLE).toString('base64')), 0);
      await removeDocument(db, BINH, document);
      expect(await textsOf(db, 'd1')).toBe('removed');
      await expect(keepDocument(db, AN, pool(TABLE))).rejects.toThrow('they are not kept again');
      await expect(writeDraft(db, AN, formOf('d2', 'x', TABLE), 0)).rejects.toThrow('removed for good on');
      expect(await textsOf(db, 'd2')).toBe('unknown');
      expect((await verifyAudit(db)).faults).toEqual([]);
    });

    test('of two runs alike is that of one, with its tables once nobody else has them', async () => {
      const { db } = await opened();
      const { sha256 } = (await keepDocument(db, AN, pool(TABLE))).document;
      const asked = { case: { pool: sha256 } };
      const contents = [Buffer.from(TABLE)];
      const run = { question: 'check', asked, contents, answer: { status: 'done' }, milliseconds: 1 };
      const [one, other] = [await keepRun(db, AN, run), await keepRun(db, AN, run)];
      expect(await removeRun(db, BINH, one)).toBe(true);
      expect(await removeRun(db, BINH, one)).toBe(false);
      expect(await readRun(db, OWN_BODY, one.id)).toMatchObject({ kind: 'removed' });
      expect(await readRun(db, OWN_BODY, other.id)).toMatchObject({ kind: 'there', asked });
      expect(await removeRun(db, BINH, other)).toBe(true);
      const left = await db.selectFrom('contents').select('sha256').where('bytes', 'is not', null).execute();
      expect(left).toEqual([{ sha256 }]);
      expect((await verifyAudit(db)).faults).toEqual([]);
    });
  });

  test('the audit of one draft is not that of another whose id looks like it', async () => {
    const { db } = await opened();
    for (const id of ['d_1', 'd-1', 'D_1']) await writeDraft(db, AN, formOf(id, id), 0);
    const entries = await entriesOf(db, OWN_BODY, { subject: 'draft/d_1' });
    expect(entries.map(({ subject }) => subject)).toEqual(['draft/d_1@1']);
  });

  test('runs keep what was asked and answered', async () => {
    const { db } = await opened();
    const run = await keepRun(db, AN, {
      question: 'propose',
      asked: { pool: { content: 'x' } },
      contents: [Buffer.from('id,name')],
      answer: { status: 'optimal', solver: { name: 'highs' }, slates: [] },
      milliseconds: 12.4,
    });
    expect(run).toMatchObject({
      question: 'propose',
      status: 'optimal',
      solver: 'highs',
      milliseconds: 12,
      askedBy: 'an',
    });
    expect(await listRuns(db, OWN_BODY)).toEqual([run]);
    expect(await readRun(db, OWN_BODY, run.id.slice(0, 8))).toMatchObject({
      kind: 'there',
      asked: { pool: { content: 'x' } },
      answer: { slates: [], status: 'optimal' },
    });
    expect(await readRun(db, 'others', run.id)).toEqual({ kind: 'unknown' });
    expect(await removeRun(db, AN, run)).toBe(true);
    expect(await readRun(db, OWN_BODY, run.id)).toMatchObject({ kind: 'removed', run });
  });

  describe('the audit', () => {
    async function filled(): Promise<Store> {
      const store = await opened();
      await keepDocument(store.db, AN, pool('one'));
      await writeDraft(store.db, AN, form('first', 'text'), 0);
      await stepDraft(store.db, BINH, { id: 'd1', seen: 1, to: 'submitted' });
      return store;
    }

    test('tells who did what, and to what', async () => {
      const { db } = await filled();
      const entries = await entriesOf(db, OWN_BODY);
      expect(entries.map(({ who, what, subject }) => [who, what, subject])).toEqual([
        ['an', 'found', `body/${OWN_BODY}`],
        ['an', 'keep', 'pool/ward@1'],
        ['an', 'write', 'draft/d1@1'],
        ['binh', 'submit', 'draft/d1@2'],
      ]);
      expect(entries[3]?.before).toBe(entries[2]?.after);
      expect((await entriesOf(db, OWN_BODY, { subject: 'draft/d1' })).map(({ seq }) => seq)).toEqual([3, 4]);
      expect(await verifyAudit(db, entries[2]?.hash)).toEqual({
        entries: 4,
        head: entries[3]?.hash,
        faults: [],
      });
    });

    test.each(['audit', 'documents', 'draft_versions', 'contents', 'runs'])(
      'no row of %s can be changed or deleted',
      async (table) => {
        const { db } = await filled();
        await keepRun(db, AN, { question: 'check', asked: {}, contents: [], answer: {}, milliseconds: 1 });
        const column = {
          audit: 'who',
          documents: 'kept_by',
          draft_versions: 'title',
          contents: 'sha256',
          runs: 'question',
        }[table]!;
        const changed = sql`update ${sql.table(table)} set ${sql.ref(column)} = 'x'`.execute(db);
        await expect(changed).rejects.toThrow('stand as they were written');
        await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow(
          'stand as they were written',
        );
        expect((await verifyAudit(db)).faults).toEqual([]);
      },
    );

    /** Takes the triggers away, as somebody who owns the machine can. */
    async function tamper(store: Store, table: string, change: string): Promise<readonly string[]> {
      const { db } = store;
      const isFile = 'folder' in store.place;
      const triggers = ['changed', 'deleted'].map(
        (each) => `drop trigger ${table}_${each}${isFile ? '' : ` on ${table}`}`,
      );
      for (const statement of [...triggers, change]) await sql.raw(statement).execute(db);
      return (await verifyAudit(db)).faults.map(({ kind, at }) => `${kind} ${at.slice(0, 14)}`);
    }

    test.each([
      ['audit', `update audit set who = 'somebody' where seq = 2`, ['entry-changed 2']],
      ['audit', `delete from audit where seq = 2`, ['gap 3', 'row-unknown pool/ward@1']],
      ['audit', `delete from audit where seq = 4`, ['row-unknown draft/d1@2']],
      ['documents', `update documents set delivered_by = 'x'`, ['row-changed pool/ward@1']],
      ['documents', `delete from documents`, ['row-missing pool/ward@1']],
      [
        'draft_versions',
        `update draft_versions set state = 'approved' where version = 2`,
        ['row-changed draft/d1@2', 'row-changed draft/d1'],
      ],
      ['drafts', `update drafts set state = 'approved'`, ['row-changed draft/d1']],
      ['contents', `update contents set size = 4 where size = 3`, ['content-changed content/7692c3']],
      [
        'contents',
        `update contents set bytes = null, removed_at = 'x' where size = 3`,
        ['content-missing content/7692c3'],
      ],
    ])('shows tampering with %s by %s', async (table, change, faults) => {
      const store = await filled();
      if (table === 'drafts') {
        await sql.raw(change).execute(store.db);
        expect((await verifyAudit(store.db)).faults.map(({ kind, at }) => `${kind} ${at}`)).toEqual(faults);
      } else expect(await tamper(store, table, change)).toEqual(faults);
    });

    test('shows that its end was cut off with all that it told of, against a head that was noted', async () => {
      const store = await filled();
      const { head } = await verifyAudit(store.db);
      await tamper(store, 'draft_versions', 'delete from draft_versions where version = 2');
      await tamper(store, 'audit', 'delete from audit where seq = 4');
      await sql.raw(`update drafts set version = 1, state = 'draft'`).execute(store.db);
      expect((await verifyAudit(store.db)).faults).toEqual([]);
      expect((await verifyAudit(store.db, head)).faults).toEqual([{ kind: 'head-missing', at: head }]);
    });
  });

  test('a store is copied whole into an empty one, and into no other', async () => {
    const from = await opened();
    const { document } = await keepDocument(from.db, AN, pool('one'));
    await keepDocument(from.db, AN, pool('two'));
    await removeDocument(from.db, AN, document);
    await writeDraft(from.db, AN, form('first', 'text'), 0);
    const to = await opened();
    const copied = await copyStore(from.db, to.db);
    expect(copied).toMatchObject({ bodies: 1, documents: 2, drafts: 1, draft_versions: 1, runs: 0 });
    expect(await verifyAudit(to.db)).toEqual(await verifyAudit(from.db));
    expect(await readDraft(to.db, OWN_BODY, 'd1')).toEqual(await readDraft(from.db, OWN_BODY, 'd1'));
    expect(await bytesOfDocument(to.db, OWN_BODY, document)).toMatchObject({ kind: 'removed' });
    await expect(copyStore(from.db, to.db)).rejects.toThrow(NotEmpty);
    await writeDraft(to.db, BINH, form('second'), 1);
    expect((await verifyAudit(to.db)).faults).toEqual([]);
  });
});
