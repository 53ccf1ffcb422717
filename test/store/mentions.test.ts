import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { createJob } from '../../src/jobs/create-job.ts';
import { endJob } from '../../src/jobs/job-rows.ts';
import { keepCells } from '../../src/jobs/part-outcomes.ts';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { keepDocument } from '../../src/store/documents/documents.ts';
import { removeDocument } from '../../src/store/documents/document-removal.ts';
import { readDraft, writeDraft } from '../../src/store/drafts/drafts.ts';
import { mentionsOf } from '../../src/store/mentions.ts';
import { sha256Of } from '../../src/records/canonical.ts';
import { entriesOf } from '../../src/store/audit.ts';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import { replayRun } from '../../src/store/replay.ts';
import { keepRun, readRun } from '../../src/store/runs.ts';
import { openStore } from '../../src/store/store.ts';
import { onEachDatabase } from './databases.ts';

const AN = { who: 'an', body: 'ward' };
const CSV = 'id,name\nA,Lê Thị Bình\nB,Trần Văn Cường\n';

onEachDatabase(({ fresh }) => {
  test('people are found in workbooks that a draft or a job has in base64, and in tables of old code pages', async () => {
    const store = await openStore(fresh());
    const { db } = store;
    try {
      const rows = [
        ['id', 'name'],
        ['A', 'Lê Thị Bình'],
      ];
      const workbook = Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows }] }));
      const base64 = workbook.toString('base64');
      await writeDraft(db, AN, { format: 'slate-draft-1', id: 'd', title: 'x', texts: [base64] }, 0);
      const bytes = Buffer.from('id,name\nA,Lê Thị Bình\n', 'utf16le');
      await keepDocument(db, AN, { kind: 'pool', name: 'a', bytes, entries: 1 });
      const queue = await openQueue(store);
      const job = await createJob(db, queue, AN, {
        operation: 'proposals',
        asked: Buffer.from(JSON.stringify({ pool: { base64 } })),
        language: 'vi',
        priority: 1,
        limits: { open: 9, openOfCaller: 9, ended: 9, endedSeconds: 9 },
      });
      await queue.close();
      const found = await mentionsOf(db, 'ward', 'Lê Thị Bình');
      expect(found.map(({ subjects, lines }) => `${subjects.join()}: ${lines.join()}`)).toEqual([
        'draft/d@1: A Lê Thị Bình',
        `job/${job.id}: A Lê Thị Bình`,
        'pool/a@1: A,Lê Thị Bình',
      ]);
    } finally {
      await store.close();
    }
  });

  test('with a table of people goes what was made of it: answers, and drafts that cannot be read without it', async () => {
    const store = await openStore(fresh());
    const { db } = store;
    try {
      const keep = (name: string, text: string) =>
        keepDocument(db, AN, { kind: 'pool', name, bytes: Buffer.from(text), entries: 2 });
      const { document } = await keep('a', CSV);
      const others = 'id,name\nC,Trần Văn Cường\n';
      await keep('b', others);
      const ask = (table: string, units: string, name: string) =>
        keepRun(db, AN, {
          question: 'propose',
          asked: {
            case: {
              pool: { content: sha256Of(Buffer.from(table)) },
              units: { content: sha256Of(Buffer.from(units)) },
            },
          },
          contents: [Buffer.from(table), Buffer.from(units)],
          answer: { status: 'optimal', slates: [{ members: [{ id: 'A', name }] }] },
          milliseconds: 1,
        });
      const gone = await ask(CSV, 'post,holder\nchair,Lê Thị Bình\n', 'Lê Thị Bình');
      const stays = await ask(others, 'post,holder\nchair,Trần Văn Cường\n', 'Trần Văn Cường');
      const draft = { format: 'slate-draft-1', id: 'd', title: 'x', note: 'Lê Thị Bình' };
      await writeDraft(db, AN, { ...draft, texts: [CSV, 'rules'] }, 0);
      await writeDraft(db, AN, { ...draft, note: '', texts: [others, 'rules'] }, 1);
      expect((await mentionsOf(db, 'ward', 'Lê Thị Bình')).length).toBe(4);

      expect(await removeDocument(db, AN, document)).toBe(true);
      expect(await mentionsOf(db, 'ward', 'Lê Thị Bình')).toEqual([]);
      expect(await readRun(db, 'ward', gone.id)).toMatchObject({
        kind: 'removed',
        run: { status: 'optimal', answerSha256: gone.answerSha256 },
      });
      await expect(replayRun(db, 'ward', gone.id, {})).rejects.toThrow('removed for good');
      expect(await readRun(db, 'ward', stays.id)).toMatchObject({ kind: 'there' });
      expect(await readDraft(db, 'ward', 'd', 1)).toMatchObject({ kind: 'removed' });
      expect(await readDraft(db, 'ward', 'd')).toMatchObject({
        kind: 'there',
        form: { texts: [others, 'rules'] },
      });
      const told = (await entriesOf(db, 'ward')).flatMap(({ what, subject }) =>
        what === 'remove' && !subject.startsWith('content/') ? [subject] : [],
      );
      expect(told).toEqual([`run/${gone.id}`, 'pool/a@1']);
      expect((await verifyAudit(db)).faults).toEqual([]);
      expect(await removeDocument(db, AN, document)).toBe(false);
    } finally {
      await store.close();
    }
  });

  test('people are found in what came of jobs that were asked about a pool by its name', async () => {
    const store = await openStore(fresh());
    const { db } = store;
    try {
      const queue = await openQueue(store);
      const limits = { open: 9, openOfCaller: 9, ended: 9, endedSeconds: 3_600 };
      const ask = (operation: string) =>
        createJob(db, queue, AN, {
          operation,
          asked: Buffer.from(`{"pool":{"name":"ward"},"of":"${operation}"}`),
          language: 'vi',
          priority: 1,
          limits,
        });
      const [proposal, batch] = [await ask('proposals'), await ask('batches')];
      await queue.close();
      const result = Buffer.from('{"why":{"vi":"Lê Thị Bình đứng sau"}}');
      await endJob(db, proposal.id, { status: 'done', result });
      const outcomes = Array.from({ length: 1_001 }, (_, cell) => ({
        cell,
        key: '',
        outcome: { status: 'infeasible', message: cell === 1_000 ? 'vì Lê Thị Bình' : 'x' },
      }));
      await keepCells(db, batch, outcomes);
      const found = await mentionsOf(db, 'ward', 'lê thị bình');
      expect(new Map(found.map(({ subjects, lines }) => [subjects.join(), lines]))).toEqual(
        new Map([
          [`job/${proposal.id}`, [result.toString()]],
          [`job/${batch.id}`, ['{"status":"infeasible","message":"vì Lê Thị Bình"}']],
        ]),
      );
      expect(await mentionsOf(db, 'city', 'lê thị bình')).toEqual([]);
    } finally {
      await store.close();
    }
  });

  test('whatever is held of somebody is found with its lines, of one board alone, and no more once it is removed', async () => {
    const store = await openStore(fresh());
    const { db } = store;
    try {
      const pool = { kind: 'pool', name: 'a', bytes: Buffer.from(CSV), entries: 2 } as const;
      const { document } = await keepDocument(db, AN, pool);
      await keepDocument(db, { ...AN, body: 'city' }, pool);
      const draft = { format: 'slate-draft-1', id: 'd', title: 'Lê Thị Bình', texts: ['LÊ THỊ BÌNH'] };
      await writeDraft(db, AN, draft, 0);
      const queue = await openQueue(store);
      const asked = Buffer.from(JSON.stringify({ pool: { csv: CSV } }));
      const limits = { open: 9, openOfCaller: 9, ended: 9, endedSeconds: 3_600 };
      const job = await createJob(db, queue, AN, {
        operation: 'proposals',
        asked,
        language: 'vi',
        priority: 1,
        limits,
      });
      await queue.close();
      const found = await mentionsOf(db, 'ward', 'lê thị bình');
      const told = found.map(({ subjects, lines }) => `${subjects.join()}: ${lines.join()}`).toSorted();
      expect(told).toEqual([
        'draft/d@1: LÊ THỊ BÌNH',
        expect.stringMatching(/^draft\/d@1: .*"title":"Lê Thị Bình"/),
        `job/${job.id}: A,Lê Thị Bình`,
        'pool/a@1: A,Lê Thị Bình',
      ]);
      // Tone marks tell people apart.
      expect(await mentionsOf(db, 'ward', 'Lê Thị Bính')).toEqual([]);
      expect(await mentionsOf(db, 'ward', ' ')).toEqual([]);
      await removeDocument(db, AN, document);
      expect((await mentionsOf(db, 'ward', 'Cường')).length).toBe(0);
      expect((await mentionsOf(db, 'city', 'Cường')).length).toBe(1);
    } finally {
      await store.close();
    }
  });
});
