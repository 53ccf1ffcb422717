import { setTimeout as wait } from 'node:timers/promises';
import type { PreparedBatch } from '../../batch/batch-parts.ts';
import { writeBatchDocument } from '../../jobs/batch-document.ts';
import type { StreamedBatch } from '../../batch/streamed-batch.ts';
import { streamedBatch, submitBatch } from '../../jobs/batch-job.ts';
import type { StoredJob } from '../../jobs/job.ts';
import { jobById } from '../../jobs/job-rows.ts';
import { openQueue } from '../../jobs/open-queue.ts';
import { progressOf } from '../../jobs/progress.ts';
import type { Actor } from '../../store/audit.ts';
import type { Store } from '../../store/store.ts';
import { InputError, problem } from '../../words/problem.ts';
import type { Cli } from '../context.ts';

/** Milliseconds between two looks, and after which it is told that nobody works. */
const LOOK = 300;
const NOBODY = 5_000;

/** Somebody who asks at a command line takes no more of a store than others leave. */
export const OWN_LIMITS = {
  open: 1_000,
  openOfCaller: 1_000,
  ended: 1_000,
  endedSeconds: 90 * 86_400,
} as const;

/** A batch for the workers of a store. */
interface QueuedBatch {
  readonly prepared: PreparedBatch;
  readonly timeLimitMs: number | undefined;
  readonly cli: Cli;
}

/** Puts a batch on the queue of a store, or finds it there, and follows it to its end or until Ctrl-C. */
export async function followBatch(
  store: Store,
  actor: Actor,
  { prepared, timeLimitMs, cli }: QueuedBatch,
): Promise<StreamedBatch | 'left'> {
  const written = await writeBatchDocument(prepared, { ...(timeLimitMs !== undefined && { timeLimitMs }) });
  const queue = await openQueue(store);
  try {
    const asking = { language: cli.language, limits: OWN_LIMITS };
    const { id } = await submitBatch(store.db, queue, actor, written, asking);
    cli.note(cli.say('cli.batch-queued', { id }));
    const ended = await followed(store, id, cli);
    return ended === 'left' ? ended : await answerOf(store, ended);
  } finally {
    await queue.close();
  }
}

async function followed({ db }: Store, id: string, cli: Cli): Promise<StoredJob | 'left'> {
  const since = performance.now();
  let told = false;
  while (!cli.signal.aborted) {
    const job = await jobById(db, id);
    if (job === undefined) throw new InputError([problem('cli.batch-gone', { id })]);
    if (job.endedAt !== undefined) return job;
    if (!told && job.status === 'queued' && performance.now() - since > NOBODY) {
      told = true;
      cli.note(cli.say('cli.batch-waits', undefined));
    }
    cli.progress(paceLine(job, cli));
    await wait(LOOK, undefined, { signal: cli.signal }).catch(() => undefined);
  }
  return 'left';
}

/** How far a job is and how long the rest takes; nothing before its first part. */
function paceLine(job: StoredJob, { say }: Cli): string {
  const { done, total, rate, secondsLeft: seconds } = progressOf(job);
  return seconds === undefined ? '' : say('cli.batching', { done, total, rate, seconds });
}

/** What came of it, or of as much of it as there is. @throws InputError where it failed */
async function answerOf({ db }: Store, job: StoredJob): Promise<StreamedBatch> {
  const batch = await streamedBatch(db, job.id);
  if (batch === undefined) throw new InputError([problem('cli.batch-failed', { id: job.id })]);
  return batch;
}
