import { Random } from '../../fixtures/made-up/random.ts';
import { BATCH_FILES } from '../../src/batch/streamed-batch.ts';
import { createJob } from '../../src/jobs/create-job.ts';
import { openQueue } from '../../src/jobs/open-queue.ts';
import { stopJob } from '../../src/jobs/stop-and-resume.ts';
import { shippedProcedure } from '../../src/rounds/shipped-procedures.ts';
import { JOB_KINDS } from '../../src/service/routes/routes.ts';
import { beginConsultation } from '../../src/store/consultation/consultations.ts';
import { keepDocument } from '../../src/store/documents/documents.ts';
import { writeDraft } from '../../src/store/drafts/drafts.ts';
import { addKey } from '../../src/store/keys.ts';
import { addPerson } from '../../src/store/people/people.ts';
import { keepRun } from '../../src/store/runs.ts';
import type { Store } from '../../src/store/store.ts';
import { valueOf } from '../../src/words/problem.ts';
import type { Sound } from './fuzz/made-up-request.ts';
import { SMALL_CSV, SMALL_YAML } from './running.ts';

/** Makes a request, and whatever it is about. */
export type Prepare = () => Promise<Sound>;

/** The board that keeps everything that is made here. */
export const KEEPER = { who: 'test', body: 'city' } as const;
/** Stands in every name and title of what is made here. */
export const MARK = 'Đã chuẩn bị';

const SMALL = { pool: { csv: SMALL_CSV }, rules: { yaml: SMALL_YAML } } as const;

/** What the jobs of a kind are asked besides their case; absent: nothing. */
const ASKED: Readonly<Record<string, object>> = {
  sweeps: { vary: ['women=0..1'] },
  'trade-offs': { measures: ['objective', 'women'] },
  'robustness-studies': { slate: ['A', 'B'] },
  batches: { cases: [{ id: 'one', ...SMALL }], pool: undefined, rules: undefined },
};

/** Names that nothing has yet. */
export function uniqueNames(seed: number): () => string {
  const random = new Random(seed);
  return () => `p${random.whole(1_000_000, 2_000_000_000)}`;
}

/**
 * For every operation about one thing that a board keeps a request that finds it: by `METHOD /path`; each call
 * makes a thing of its own.
 *
 * @param batch the id of a batch that is done
 */
export async function keptThings(
  store: Store,
  batch: () => Promise<string>,
): Promise<ReadonlyMap<string, Prepare>> {
  const procedure = valueOf(await shippedProcedure('party-five-steps'));
  const { db } = store;
  const unique = uniqueNames(7);
  const draft = async (): Promise<string> => {
    const id = unique();
    await writeDraft(db, KEEPER, draftOf(id), 0);
    return id;
  };
  const seen = { 'if-match': '"1"' };
  const drafts: readonly (readonly [string, (id: string) => Sound])[] = [
    ['GET /api/v1/drafts/{id}', () => ({})],
    ['DELETE /api/v1/drafts/{id}', () => ({})],
    ['GET /api/v1/drafts/{id}/versions', () => ({})],
    ['GET /api/v1/drafts/{id}/inspection', () => ({})],
    ['GET /api/v1/drafts/{id}/events', () => ({})],
    ['PUT /api/v1/drafts/{id}', (id) => ({ headers: seen, body: { ...draftOf(id), title: 'Other' } })],
    ['POST /api/v1/drafts/{id}/state', () => ({ headers: seen, body: { to: 'submitted' } })],
  ];
  const round = { headers: { 'if-none-match': '*' }, body: { slate: ['A', 'B', 'C'] } };
  const consultations: readonly (readonly [string, Sound])[] = [
    ['GET /api/v1/consultations/{name}', {}],
    ['DELETE /api/v1/consultations/{name}', {}],
    ['PUT /api/v1/consultations/{name}/rounds/{stage}', round],
  ];
  return new Map<string, Prepare>([
    [
      'GET /api/v1/runs/{id}',
      async () => {
        const answer = { told: MARK };
        const run = { question: 'check', asked: SMALL, contents: [], answer, milliseconds: 1 };
        return { parameters: { id: (await keepRun(db, KEEPER, run)).id } };
      },
    ],
    ...drafts.map(([route, more]): readonly [string, Prepare] => [
      route,
      async () => {
        const id = await draft();
        return { parameters: { id }, ...more(id) };
      },
    ]),
    ...consultations.map(([route, more]): readonly [string, Prepare] => [
      route,
      async () => {
        const name = unique();
        const about = { name, title: MARK, procedure, seats: 2, units: 1 };
        await beginConsultation(db, KEEPER, about);
        return { parameters: { name, stage: procedure.stages[0]!.id }, ...more };
      },
    ]),
    ...OF_PEOPLE.map(([route, sound]): readonly [string, Prepare] => [
      route,
      async () => {
        const added = await addPerson(db, KEEPER, { login: unique(), name: MARK, role: 'reader' });
        return { parameters: { id: added!.person }, ...sound };
      },
    ]),
    [
      'DELETE /api/v1/keys/{id}',
      async () => {
        const { id } = await addKey(db, KEEPER, { name: MARK, role: 'reader' });
        return { parameters: { id } };
      },
    ],
    ...Object.keys(BATCH_FILES).map((file): readonly [string, Prepare] => [
      `GET /api/v1/batches/{id}/${file}`,
      async () => ({ parameters: { id: await batch() } }),
    ]),
    ...['GET', 'DELETE'].map((method): readonly [string, Prepare] => [
      `${method} /api/v1/documents/{kind}/{name}/{version}`,
      async () => {
        const named = { kind: 'pool', name: unique() } as const;
        // Each its own bytes: those of a pool that was removed for good are not kept again.
        const bytes = Buffer.from(SMALL_CSV.replace('Bình', `${MARK} ${named.name}`));
        await keepDocument(db, KEEPER, { ...named, bytes, entries: 4 });
        return { parameters: { ...named, version: '1' } };
      },
    ]),
    ...JOB_KINDS.flatMap(({ path, task: { operation } }) =>
      OF_JOBS.map(([method, more]): readonly [string, Prepare] => [
        `${method} ${path}/{id}${more}`,
        async () => ({ parameters: { id: await stoppedJob(store, operation) } }),
      ]),
    ),
  ]);
}

/** What is done with somebody of the board. */
const OF_PEOPLE: readonly (readonly [string, Sound])[] = [
  ['GET /api/v1/people/{id}/held', {}],
  ['POST /api/v1/people/{id}/invitation', {}],
  ['PUT /api/v1/people/{id}/role', { body: { role: 'drafter' } }],
  ['DELETE /api/v1/people/{id}', {}],
];

/** What is done with a job whatever came of it. */
const OF_JOBS = [
  ['GET', ''],
  ['DELETE', ''],
  ['GET', '/events'],
  ['POST', '/cancel'],
  ['POST', '/resume'],
] as const;

function draftOf(id: string) {
  return { format: 'slate-draft-1', id, title: MARK, texts: [] };
}

/** A job that was stopped before anybody took it up: no part of it is on the queue until it is resumed. */
async function stoppedJob(store: Store, operation: string): Promise<string> {
  const queue = await openQueue(store);
  const asked = new TextEncoder().encode(JSON.stringify({ ...SMALL, ...ASKED[operation] }));
  const limits = { open: 1_000, openOfCaller: 1_000, ended: 1_000, endedSeconds: 3_600 };
  const job = { operation, asked, language: 'en', priority: 1, limits, ranges: [] } as const;
  const { id } = await createJob(store.db, queue, KEEPER, job);
  await stopJob(store.db, id);
  await queue.close();
  return id;
}
