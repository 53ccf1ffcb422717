import { serialize } from 'node:v8';
import { z } from 'zod';
import { type BatchResult, type ToldBatch, toldBatchSchema } from '../../batch/answers.ts';
import { closeBatchThreads } from '../../batch/batch-threads.ts';
import type { NamedBatch } from '../../batch/cases.ts';
import { type PreparedBatch, prepareBatch } from '../../batch/batch-parts.ts';
import { resultsInMemory } from '../../batch/kept-results.ts';
import { repeatedCases } from '../../batch/read-cases.ts';
import { runBatch } from '../../batch/run-batch.ts';
import { writeBatchDocument } from '../../jobs/batch-document.ts';
import { BATCHES } from '../../jobs/batch-job.ts';
import {
  BATCH_FILES,
  type BatchFile,
  namedCases,
  streamed,
  type StreamedBatch,
  toldCases,
} from '../../batch/streamed-batch.ts';
import type { JobResult } from '../jobs/jobs.ts';
import { DirectReader } from '../../opening/reader.ts';
import { QUESTION } from '../../opening/sources.ts';
import {
  poolSourceSchema,
  rulesSourceSchema,
  scenarioListSchema,
  unitsSourceSchema,
} from '../../questions/case-schema.ts';
import { LONGEST_TIME_LIMIT_MS } from '../../questions/option-notes.ts';
import { idSchema } from '../../questions/options.ts';
import { untranslated } from '../../words/language.ts';
import { placedAt, InputError, valueOf } from '../../words/problem.ts';
import type { CachedReader } from '../cached-reader.ts';
import type { JobKind } from '../jobs/job-kind.ts';
import { FileAnswer } from '../requests/reply.ts';
import { route } from '../requests/route.ts';

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
    const results: BatchResult[] = [];
    for await (const each of answer.results) results.push(each);
    return { batch: answer.batch, cases: toldCases(asked), results };
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

/** What the files of a batch are, for the document. */
const FILES = {
  summary: 'What all results say together, without the results',
  table: 'The results as CSV: a line a case and scenario, with what goes along in front',
  parquet: 'The same table as Apache Parquet, with its numbers as numbers',
  report: 'A page with the summary and a map for every scenario, in both languages',
} as const satisfies Readonly<Record<keyof typeof BATCH_FILES, string>>;

/** Batches as jobs. */
export const BATCH_KIND: JobKind = {
  path: batchRoute.path,
  task: batchRoute,
  files: Object.fromEntries(
    Object.entries(BATCH_FILES).map(([key, file]) => [
      key,
      { ...file, summary: FILES[key as keyof typeof FILES], pieces: (result) => piecesOf(file, result) },
    ]),
  ),
};

function piecesOf({ pieces }: BatchFile, result: JobResult): AsyncIterable<string | Uint8Array> {
  const { batch, cases, results } = result instanceof Uint8Array ? readBack(result) : result;
  return pieces(batch, namedCases(cases), results);
}

/** Where nothing is kept, the result is what a thread wrote by the schema. */
function readBack(json: Uint8Array): StreamedBatch {
  return streamed(JSON.parse(Buffer.from(json).toString('utf8')) as ToldBatch);
}

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
