import { serialize } from 'node:v8';
import { z } from 'zod';
import { toldBatchSchema } from '../../batch/answers.ts';
import { batchCsv } from '../../batch/batch-csv.ts';
import { closeBatchThreads } from '../../batch/batch-threads.ts';
import type { NamedBatch } from '../../batch/cases.ts';
import { type AskedBatch, type PreparedBatch, prepareBatch } from '../../batch/jobs.ts';
import { resultsInMemory } from '../../batch/kept-results.ts';
import { repeatedCases } from '../../batch/read-cases.ts';
import { runBatch } from '../../batch/run-batch.ts';
import { writeBatchDocument } from '../../jobs/batch-document.ts';
import { BATCHES, toldWith } from '../../jobs/batch-job.ts';
import { DirectReader } from '../../opening/reader.ts';
import { QUESTION } from '../../opening/sources.ts';
import {
  poolSourceSchema,
  rulesSourceSchema,
  scenarioListSchema,
  unitsSourceSchema,
} from '../../questions/case-schema.ts';
import { idSchema, LONGEST_TIME_LIMIT_MS } from '../../questions/options.ts';
import { untranslated } from '../../words/language.ts';
import { placedAt, InputError, valueOf } from '../../words/problem.ts';
import type { CachedReader } from '../cached-reader.ts';
import type { JobKind } from '../job-kind.ts';
import { FileAnswer } from '../reply.ts';
import { route } from '../route.ts';

/** Cases of one batch. */
const MOST_CASES = 10_000;

const caseSchema = z.strictObject({
  id: z.string().min(1).meta({ description: 'Unique in its batch.' }),
  title: z.string().optional(),
  pool: poolSourceSchema,
  units: unitsSourceSchema.optional(),
  rules: rulesSourceSchema.optional().meta({ description: 'Left out: those of the batch.' }),
  scenario: z.string().optional().meta({ description: 'The id of the scenario that it always has.' }),
  carried: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: 'What goes along into tables: a province, a place on a map (x, y).' }),
});

const requestSchema = z
  .strictObject({
    cases: z.array(caseSchema).min(1).max(MOST_CASES),
    rules: rulesSourceSchema.optional().meta({ description: 'Of cases that name none.' }),
    scenarios: scenarioListSchema
      .optional()
      .meta({ description: 'As scenario files write them. Left out: those beside the rules.' }),
    under: z
      .array(idSchema)
      .optional()
      .meta({ description: 'Ids of scenarios under which every case is asked besides as it stands.' }),
    costs: z
      .array(idSchema)
      .optional()
      .meta({ description: 'Ids of rules without which every case is asked, too, to tell what they cost.' }),
    answerTimeLimitMs: z
      .int()
      .min(1)
      .max(LONGEST_TIME_LIMIT_MS)
      .optional()
      .meta({ description: 'Milliseconds for the answer of each case under each scenario.' }),
  })
  .meta({ id: 'BatchRequest', description: 'Many cases, each asked as it stands and under scenarios.' });

type BatchRequest = z.output<typeof requestSchema>;

/** Many cases at once. Where nothing is kept, it is answered in one thread of jobs; in a store by workers, case by case. */
const batchRoute = route({
  operation: BATCHES,
  method: 'post',
  path: '/api/v1/batches',
  tag: 'Jobs',
  summary: 'Answer many cases, each as it stands and under scenarios, as a job with progress and cancelling',
  work: 'solve',
  role: 'reader',
  body: requestSchema,
  answer: toldBatchSchema,
  examine: async ({ body }, reader) => void (await prepared(body, reader)),
  handle: async ({ body }, reader, { signal, onProgress }) => {
    const asked = await prepared(body, reader);
    const answer = await runBatch(asked, {
      kept: resultsInMemory(),
      ...limitOf(body),
      ...(signal && { signal }),
      ...(onProgress && { onProgress: (done, _reused, total) => onProgress(done, total) }),
    }).finally(closeBatchThreads);
    return toldWith(asked, answer);
  },
  outcome: ({ batch }) => (batch.complete ? 'complete' : 'partial'),
});

/** The same as a document for the workers of a store: see `jobs/batch-document.ts`. */
export const prepareBatchRoute = route({
  operation: 'prepareBatch',
  method: 'post',
  path: '/api/v1/batches',
  tag: 'Jobs',
  summary: 'Take hold of a batch',
  work: 'read',
  role: 'reader',
  body: requestSchema,
  answer: z.object({}),
  handle: async ({ body }, reader) => {
    const asked = await prepared(body, reader);
    const { answerTimeLimitMs: timeLimitMs } = body;
    const written = await writeBatchDocument(asked, {
      folders: reader.folders,
      ...(timeLimitMs !== undefined && { timeLimitMs }),
    });
    return new FileAnswer({}, serialize(written), { mediaType: 'application/octet-stream', name: 'batch' });
  },
});

/** The results of a batch as a table that can be laid over a map as it stands. */
const batchTableRoute = route({
  operation: 'batchTable',
  method: 'post',
  path: '/api/v1/batches',
  tag: 'Jobs',
  summary: 'Write the results of a batch as a table',
  work: 'read',
  role: 'reader',
  body: toldBatchSchema,
  answer: z.object({}),
  handle: async ({ body: { cases, results } }) => {
    const table = batchCsv(
      {
        cases: cases.map(({ id, title, carried }) => ({
          named: { id, title, carried: new Map(Object.entries(carried)) },
          jobs: [],
        })),
        scenarios: [],
        titles: new Map(),
      } satisfies AskedBatch,
      results,
    );
    return new FileAnswer({}, Buffer.from(table), {
      mediaType: 'text/csv; charset=utf-8',
      name: 'cases.csv',
    });
  },
});

/** Batches as jobs. */
export const BATCH_KIND: JobKind = { path: batchRoute.path, task: batchRoute, table: batchTableRoute };

/** @throws InputError with everything that is wrong with the cases, their rules and scenarios. */
async function prepared(body: BatchRequest, { folders }: CachedReader): Promise<PreparedBatch> {
  const named = namedIn(body);
  const twice = repeatedCases(named.cases);
  const reading = await prepareBatch(named, new DirectReader(folders));
  if (twice.length > 0) throw new InputError([...twice, ...(reading.ok ? [] : reading.problems)]);
  if (reading.ok) return reading.value;
  // What no place is known of is about the batch.
  return valueOf({
    ok: false,
    problems: reading.problems.map((each) =>
      each.place === undefined ? placedAt(each, { file: QUESTION, field: '' }) : each,
    ),
  });
}

function namedIn({ cases, rules, scenarios, under = [], costs = [] }: BatchRequest): NamedBatch {
  return {
    cases: cases.map(({ title, carried = {}, units, rules: own, scenario, ...each }, index) => ({
      ...each,
      title: untranslated(title ?? each.id),
      carried: new Map(Object.entries(carried)),
      place: { file: QUESTION, field: `/cases/${index}` },
      ...(units !== undefined && { units }),
      ...(own !== undefined && { rules: own }),
      ...(scenario !== undefined && { scenario }),
    })),
    under,
    costs,
    ...(rules !== undefined && { rules }),
    ...(scenarios !== undefined && { scenarios }),
  };
}

function limitOf({ answerTimeLimitMs: timeLimitMs }: BatchRequest) {
  return timeLimitMs === undefined ? {} : { timeLimitMs };
}
