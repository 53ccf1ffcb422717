import { expect, test } from 'vitest';
import { createJob } from '../../src/jobs/job-rows.ts';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { keepDocument, removeDocument } from '../../src/store/documents.ts';
import { writeDraft } from '../../src/store/drafts.ts';
import { mentionsOf } from '../../src/store/mentions.ts';
import { openStore } from '../../src/store/store.ts';
import { onEachDatabase } from './databases.ts';

const AN = { who: 'an', body: 'ward' };
const CSV = 'id,name\nA,Lê Thị Bình\nB,Trần Văn Cường\n';

onEachDatabase(({ fresh }) => {
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
