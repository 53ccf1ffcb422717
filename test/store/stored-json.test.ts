import { afterEach, expect, test } from 'vitest';
import { createJob } from '../../src/jobs/create-job.ts';
import { cellsOf } from '../../src/jobs/part-outcomes.ts';
import { streamedBatch } from '../../src/jobs/batch-job.ts';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { asAnswered } from '../../src/service/keeping/store-failure.ts';
import { acting } from '../../src/store/audit.ts';
import { listConsultations } from '../../src/store/consultation/consultations.ts';
import { readRounds } from '../../src/store/consultation/rounds.ts';
import { keepContent, packedContent } from '../../src/store/documents/contents.ts';
import { readDraft } from '../../src/store/drafts/drafts.ts';
import { Refusal } from '../../src/service/answers/problem-document.ts';
import { InputError, isProblem } from '../../src/words/problem.ts';
import { readRun } from '../../src/store/runs.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { onEachDatabase } from './databases.ts';

const AN = { who: 'an', body: 'own' };
const AT = '2026-01-01T00:00:00.000Z';

onEachDatabase(({ fresh }) => {
  let store: Store;
  afterEach(() => store.close());

  /** Bytes that Slate would have written nowhere. */
  const junk = async (text: string): Promise<string> =>
    acting(store.db, AN, (tx) => keepContent(tx, AN, text));

  test.each(['{"half": ', '[]', '{}', '"text"', 'null'])(
    'what stands there as %s is told by what it is of',
    async (text) => {
      store = await openStore(fresh());
      const { db } = store;
      const content = await junk(text);
      const run = {
        body: 'own',
        question: 'check',
        asked: content,
        answer: content,
        status: null,
        solver: null,
      };
      const said = { slate: '0', milliseconds: 1, asked_by: 'an', answered_at: AT };
      const id = '00000000-0000-4000-8000-000000000000';
      await db
        .insertInto('runs')
        .values({ id, ...run, ...said })
        .execute();
      const written = { written_by: 'an', written_at: AT };
      const version = {
        draft: 'd',
        version: 1,
        body: 'own',
        title: 'Nguyễn Văn An',
        state: 'draft',
        content,
      };
      await db
        .insertInto('drafts')
        .values({ id: 'd', body: 'own', version: 1, state: 'draft', changed_at: AT })
        .execute();
      await db
        .insertInto('draft_versions')
        .values({ ...version, ...written })
        .execute();
      const begun = {
        body: 'own',
        name: 'c',
        title: 'C',
        content,
        seats: 1,
        units: 1,
        draft: null,
        begun_by: 'an',
        begun_at: AT,
      };
      await db.insertInto('consultations').values(begun).execute();
      const round = { body: 'own', consultation: 'c', number: 1, version: 1, stage: 's', content };
      await db
        .insertInto('rounds')
        .values({ ...round, carried: 1, fell_out: 0, tied: 0, ...written })
        .execute();
      // Of a run the envelope is an object; what is within, whoever asks again looks at.
      if (text !== '{}') expect(await toldOf(readRun(db, 'own', id))).toEqual([`run/${id}`, 'internal']);
      expect(await toldOf(readDraft(db, 'own', 'd'))).toEqual(['draft/d@1', 'internal']);
      expect(await toldOf(listConsultations(db, 'own'))).toEqual(['consultation/c', 'internal']);
      expect(await toldOf(readRounds(db, 'own', 'c'))).toEqual(['round/c/1@1', 'internal']);
    },
  );

  test('a job that is not as it was written is told by its id, not by what it was asked', async () => {
    store = await openStore(fresh());
    const { db } = store;
    const queue = await openQueue(store);
    const limits = { open: 9, openOfCaller: 9, ended: 9, endedSeconds: 3_600 };
    const asked = Buffer.from('{"pool":{"csv":"id,name\\nA,Nguyễn Văn An"}}');
    const { id } = await createJob(db, queue, AN, {
      operation: 'batches',
      asked,
      language: 'vi',
      priority: 1,
      limits,
    });
    await queue.close();
    const result = await packedContent(Buffer.from('{"cases":[]}'));
    await db.updateTable('jobs').set({ result }).where('id', '=', id).execute();
    expect(await toldOf(streamedBatch(db, id))).toEqual([`job/${id}`, 'internal']);
    await db
      .insertInto('job_cells')
      .values({ job: id, cell: 0, body: 'own', key: '', outcome: '[1' })
      .execute();
    expect(await toldOf(allOf(cellsOf(db, id)))).toEqual([`job/${id}`, 'internal']);
  });
});

async function allOf(cells: AsyncIterable<unknown>): Promise<void> {
  for await (const cell of cells) expect(cell).toBeDefined();
}

/** What a reading that fails is told to be of, and what a service takes it for. */
async function toldOf(reading: Promise<unknown>): Promise<readonly [subject: unknown, kind: unknown]> {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw error;
  const [subject] = error.problems.map((each) =>
    isProblem(each, 'store.not-as-written') ? each.parameters.subject : each.code,
  );
  const answered = asAnswered(error);
  return [subject, answered instanceof Refusal && answered.kind];
}
