import type { BatchThreads } from '../batch/batch-threads.ts';
import type { BatchOutcome } from '../batch/answers.ts';
import { FINAL } from '../batch/run-batch.ts';
import type { CaseTask } from '../batch/solve-case.ts';
import type { Database } from '../store/database.ts';
import { contentsOfTables } from '../records/frozen-case.ts';
import { thawTables } from '../records/thawed-case.ts';
import { type BatchDocument, type KeptCase, readBatchDocument, type WrittenBatch } from './batch-document.ts';
import { endOfBatch } from './batch-job.ts';
import { type JobCell, cellsKept, keepCells, type KeptOutcome, knownOutcomes } from './part-outcomes.ts';
import type { Chunk } from './chunk-queue.ts';
import { inputBytes, packedInput } from './packed-inputs.ts';
import type { StoredEnd, StoredJob } from './job.ts';
import type { ChunkWatch, JobWork } from './job-worker.ts';
import { halvesOf, isSuspicious, rangesOf } from './chunk-cutting.ts';
import { endJob, jobById, knowJob, WHOLE } from './job-rows.ts';

/** Milliseconds after which what is left of a chunk is given back, so that others share in it. */
const BUDGET = 5_000;
/** Milliseconds of work that are lost at most where a worker dies. */
const UNWRITTEN = 1_000;
/** Batches that a worker remembers. */
const REMEMBERED = 4;

/** Makes a document of a batch as it was asked, or says how its job ends; nothing where it was stopped. */
export type ReadBatch = (
  job: StoredJob,
  asked: Uint8Array,
  signal: AbortSignal,
) => Promise<WrittenBatch | StoredEnd | undefined>;

/** Works on batches: chunk by chunk, case by case, each in a thread. */
export class BatchWork implements JobWork {
  readonly #db: Database;
  readonly #threads: BatchThreads;
  readonly #read: ReadBatch;
  readonly #onSolved: (outcome: BatchOutcome) => void;
  readonly #documents = new Map<string, Promise<BatchDocument>>();

  /** @param told `onSolved` hears of every outcome that is not taken from what was known */
  constructor(
    db: Database,
    threads: BatchThreads,
    read: ReadBatch,
    { onSolved }: { readonly onSolved: (outcome: BatchOutcome) => void },
  ) {
    this.#db = db;
    this.#threads = threads;
    this.#read = read;
    this.#onSolved = onSolved;
  }

  readonly work: JobWork['work'] = async (job, chunk, watch) => {
    if (job.total === 0 || chunk.last === WHOLE.last) return this.#cut(job, chunk, watch);
    const document = await this.#documentOf(job);
    const whole = { ...chunk, last: Math.min(chunk.last, document.cases.length) };
    if (isSuspicious(watch, whole.last - whole.first)) return halvesOf(whole, partsIn(whole));
    const reached = await this.#answer(job, document, whole, watch.signal);
    const left = { ...whole, first: reached };
    if (watch.leaving.aborted) return left.first < left.last ? [left] : [whole];
    if (watch.signal.aborted) {
      await endJob(this.#db, job.id, await this.stopped(job));
      return [];
    }
    if (left.first < left.last) return halvesOf(left, partsIn(left));
    await this.#finish(job, document);
    return [];
  };

  readonly stopped: JobWork['stopped'] = async (job): Promise<StoredEnd> => {
    if (job.total === 0) return { status: 'cancelled' };
    return { status: 'cancelled', result: await endOfBatch(this.#db, job, await this.#documentOf(job)) };
  };

  /** Makes a document of what was asked, and cuts it. @returns its chunks */
  async #cut(job: StoredJob, chunk: Chunk, { signal }: ChunkWatch): Promise<readonly Chunk[]> {
    if (job.total === 0) {
      const asked = (await inputBytes(this.#db, job.body, [job.asked])).get(job.asked)!;
      const read = await this.#read(job, asked, signal);
      if (read === undefined) return [chunk];
      if ('status' in read) {
        await endJob(this.#db, job.id, read);
        return [];
      }
      const inputs = await Promise.all([...read.contents.values()].map(packedInput));
      await knowJob(this.#db, job, await packedInput(read.bytes), inputs, read.total);
    }
    const now = await jobById(this.#db, job.id);
    if (now === undefined) return [];
    const { cases, scenarios } = await this.#documentOf(now);
    const size = { cases: cases.length, total: cases.length * scenarios.length };
    return rangesOf(size).map((range) => ({ ...chunk, ...range }));
  }

  /** Answers cases one after another until the time is up. @returns the first that is not answered */
  async #answer(
    job: StoredJob,
    document: BatchDocument,
    { first, last }: Chunk,
    signal: AbortSignal,
  ): Promise<number> {
    const open = await this.#openIn(job, document, first, last);
    const writing = new WrittenCells(this.#db, job);
    const until = performance.now() + BUDGET;
    let at = first;
    for (; at < last && !signal.aborted && performance.now() < until; at += 1) {
      const asked = open.cases.get(at);
      if (asked === undefined) continue;
      const outcomes = await this.#outcomesOf(job, document, asked, open.known, signal);
      if (outcomes === 'stopped') break;
      writing.add(asked.cells.map(({ cell, key }, index) => cellOf(cell, key, outcomes[index]!)));
    }
    await writing.written();
    return at;
  }

  /** What of some cases is not kept yet, and what is known of it from equal inputs. */
  async #openIn(job: StoredJob, { cases, scenarios }: BatchDocument, first: number, last: number) {
    const width = scenarios.length;
    const kept = await cellsKept(this.#db, job.id, first * width, last * width);
    const open = new Map<number, OpenCase>();
    for (let at = first; at < last; at += 1) {
      const { keys } = cases[at]!;
      const cells = scenarios
        .map((_, index) => ({ index, cell: at * width + index, key: keys?.[index] ?? '' }))
        .filter(({ cell }) => !kept.has(cell));
      if (cells.length > 0) open.set(at, { at, cells });
    }
    const keys = [...open.values()].flatMap(({ cells }) => cells.map(({ key }) => key));
    const known = await knownOutcomes<BatchOutcome>(
      this.#db,
      job.body,
      keys.filter((key) => key !== ''),
    );
    return { cases: open, known };
  }

  async #outcomesOf(
    job: StoredJob,
    document: BatchDocument,
    { at, cells }: OpenCase,
    known: ReadonlyMap<string, CaseOutcome>,
    signal: AbortSignal,
  ): Promise<readonly CaseOutcome[] | 'stopped'> {
    const fresh = cells.filter(({ key }) => !known.has(key));
    const task = fresh.length === 0 ? undefined : await this.#taskOf(job, document, at, fresh);
    const solved = task === undefined ? [] : await this.#threads.solve(task, signal);
    if (solved === 'stopped') return solved;
    for (const outcome of solved) this.#onSolved(outcome);
    const byCell = new Map<number, BatchOutcome>(fresh.map(({ cell }, index) => [cell, solved[index]!]));
    return cells.map(({ cell, key }) => byCell.get(cell) ?? { ...known.get(key)!, reused: true });
  }

  async #taskOf(
    job: StoredJob,
    { cases, timeLimitMs }: BatchDocument,
    at: number,
    fresh: OpenCase['cells'],
  ): Promise<CaseTask> {
    const each = cases[at]!;
    return {
      ...(await this.#tablesOf(job, each)),
      ruleSet: each.ruleSet,
      timeLimitMs,
      laid: fresh.map(({ index }) => each.jobs[index]!.laid),
    };
  }

  async #tablesOf(job: StoredJob, { tables }: KeptCase): Promise<Pick<CaseTask, 'pool' | 'units'>> {
    if (!tables.ok) return { pool: { unreadable: tables.problems } };
    const bytes = await inputBytes(this.#db, job.body, contentsOfTables(tables.value));
    const { pool, units } = thawTables(tables.value, (sha256) => bytes.get(sha256)!);
    return { pool, ...(units !== undefined && { units }) };
  }

  /** Ends the job where every part of it is there. Two that come here at once find the same. */
  async #finish(job: StoredJob, document: BatchDocument): Promise<void> {
    const now = await jobById(this.#db, job.id);
    if (now === undefined || now.endedAt !== undefined || now.done < now.total) return;
    await endJob(this.#db, job.id, { status: 'done', result: await endOfBatch(this.#db, now, document) });
  }

  #documentOf({ body, asked }: StoredJob): Promise<BatchDocument> {
    const key = `${body} ${asked}`;
    const known = this.#documents.get(key);
    if (known !== undefined) return known;
    const reading = inputBytes(this.#db, body, [asked]).then((found) => readBatchDocument(found.get(asked)!));
    reading.catch(() => this.#documents.delete(key));
    this.#documents.set(key, reading);
    for (const old of [...this.#documents.keys()].slice(0, -REMEMBERED)) this.#documents.delete(old);
    return reading;
  }
}

type CaseOutcome = KeptOutcome<BatchOutcome>;

/** What of a case is to be answered. */
interface OpenCase {
  readonly at: number;
  readonly cells: readonly { readonly index: number; readonly cell: number; readonly key: string }[];
}

/** An outcome that more time could change is no other job's. */
function cellOf(cell: number, key: string, outcome: CaseOutcome): JobCell<BatchOutcome> {
  return { cell, key: FINAL.has(outcome.status) ? key : '', outcome };
}

function partsIn({ first, last }: Chunk): readonly number[] {
  return Array.from({ length: last - first }, (_, index) => first + index);
}

/** Writes cells while the next case is being solved, some of them at once. */
class WrittenCells {
  readonly #db: Database;
  readonly #job: StoredJob;
  #waiting: JobCell[] = [];
  #since = performance.now();
  #writing = Promise.resolve();

  constructor(db: Database, job: StoredJob) {
    this.#db = db;
    this.#job = job;
  }

  add(cells: readonly JobCell[]): void {
    this.#waiting.push(...cells);
    if (performance.now() - this.#since > UNWRITTEN) this.#write();
  }

  #write(): void {
    const cells = this.#waiting;
    this.#waiting = [];
    this.#since = performance.now();
    this.#writing = this.#writing.then(() => keepCells(this.#db, this.#job, cells));
    // Told by `written`.
    this.#writing.catch(() => undefined);
  }

  /** @throws where anything could not be written */
  async written(): Promise<void> {
    this.#write();
    await this.#writing;
  }
}
