import type { z } from 'zod';
import { cellsKept, cellsOf, keepCells, knownOutcomes } from '../../jobs/part-outcomes.ts';
import type { Chunk } from '../../jobs/chunk-queue.ts';
import { inputBytes } from '../../jobs/packed-inputs.ts';
import type { StoredEnd, StoredJob } from '../../jobs/job.ts';
import { endJob, jobById, knowParts } from '../../jobs/job-rows.ts';
import type { ChunkWatch, JobWork } from '../../jobs/job-worker.ts';
import { halvesOf, isSuspicious } from '../../jobs/chunk-cutting.ts';
import type { Database } from '../../store/database.ts';
import type { AllParts, DividedJob } from './divided-jobs.ts';
import {
  FILES_CHANGED,
  foundSchema,
  type OnGround,
  partKeysSchema,
  type SomeParts,
} from './divided-question.ts';
import type { JobEnd, JobRunner } from './jobs.ts';
import type { Route } from '../requests/route.ts';
import { ThreadDied } from '../workers/worker-pool.ts';

/**
 * Milliseconds after which a thread begins no part any more, so that others share in what is left; proofs may
 * take as long once more.
 */
const BEGIN_FOR = 3_000;

/** Nobody stops what makes an answer of that which is found. */
const UNSTOPPED = new AbortController().signal;

/**
 * Works on questions part by part: some seconds of parts, then what is left goes back to the queue in halves,
 * so that as many processes as there are share in it. What was found stays, whoever dies or stops.
 */
export class DividedWork implements JobWork {
  readonly #db: Database;
  readonly #run: JobRunner;
  readonly #kind: DividedJob;
  readonly #beginForMs: number;

  /** @param beginForMs for tests. */
  constructor(db: Database, run: JobRunner, kind: DividedJob, beginForMs: number = BEGIN_FOR) {
    this.#db = db;
    this.#run = run;
    this.#kind = kind;
    this.#beginForMs = beginForMs;
  }

  readonly work: JobWork['work'] = async (job, chunk, watch) => {
    const told = job.total === 0 ? await this.#told(job, watch) : job;
    if (told === undefined) return [chunk];
    if ('problem' in told || told.endedAt !== undefined) return [];
    const open = await this.#openIn(told, chunk);
    if (isSuspicious(watch, open.length)) return halvesOf(chunk, open);
    const found = await this.#found(told, open, watch);
    if (found === 'failed') return [];
    const left = open.filter((part) => !found.parts.has(part));
    if (watch.leaving.aborted) return left.length > 0 ? [{ ...chunk, ...rangeOf(left) }] : [chunk];
    if (watch.signal.aborted) {
      await endJob(this.#db, job.id, await this.stopped(told));
      return [];
    }
    if (left.length > 0 && !found.late) return halvesOf(chunk, left);
    await this.#finish(told, found.late);
    return [];
  };

  readonly stopped: JobWork['stopped'] = async (job): Promise<StoredEnd> => {
    if (!this.#kind.mayBePartial || job.done === 0) return { status: 'cancelled' };
    const end = await this.#joined(job);
    return end.kind === 'result' ? { status: 'cancelled', result: end.json } : { status: 'cancelled' };
  };

  /** Learns how many parts there are, and keeps those that are known from equal inputs; nothing where it was stopped. */
  async #told(job: StoredJob, { signal }: ChunkWatch): Promise<StoredJob | undefined> {
    const end = await this.#ask(job, this.#kind.tell, {}, signal);
    if (end === undefined) return undefined;
    if (end.kind === 'failed') {
      await endJob(this.#db, job.id, failedWith(end));
      return jobById(this.#db, job.id);
    }
    const { keys, ground } = read(partKeysSchema, end.json);
    await knowParts(this.#db, job.id, { total: keys.length - this.#kind.beside, ground });
    const now = await jobById(this.#db, job.id);
    // Another has told it before, of a file as it was then.
    if (now === undefined || now.ground !== ground) return now;
    const known = await knownOutcomes(this.#db, job.body, [...new Set(keys)]);
    const cells = [...keys.entries()].flatMap(([cell, key]) => {
      const outcome = known.get(key);
      return outcome === undefined ? [] : [{ cell, key, outcome: { ...outcome, reused: true as const } }];
    });
    await keepCells(this.#db, now, cells);
    return jobById(this.#db, job.id);
  }

  /** The parts of a chunk that are not found yet. */
  async #openIn(job: StoredJob, { first, last }: Chunk): Promise<readonly number[]> {
    const end = Math.min(last, this.#partsOf(job));
    const kept = await cellsKept(this.#db, job.id, first, end);
    return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index).filter(
      (part) => !kept.has(part),
    );
  }

  #partsOf({ total }: StoredJob): number {
    return total + this.#kind.beside;
  }

  async #found(
    job: StoredJob,
    parts: readonly number[],
    { signal }: ChunkWatch,
  ): Promise<{ readonly parts: ReadonlySet<number>; readonly late: boolean } | 'failed'> {
    if (parts.length === 0) return { parts: new Set(), late: false };
    const asked: SomeParts = { parts, ...groundOf(job), spentMs: spentOn(job), beginForMs: this.#beginForMs };
    const end = await this.#ask(job, this.#kind.find, asked, signal);
    if (end === undefined) return { parts: new Set(), late: false };
    if (end.kind === 'failed') {
      await endJob(this.#db, job.id, failedWith(end));
      return 'failed';
    }
    const { found, late } = read(foundSchema, end.json);
    await keepCells(
      this.#db,
      job,
      found.map(({ part, ...cell }) => ({ cell: part, ...cell })),
    );
    return { parts: new Set(found.map(({ part }) => part)), late };
  }

  /** Ends the job where every part of it is there, or no more will come. Two that come here at once find the same. */
  async #finish(job: StoredJob, late: boolean): Promise<void> {
    const all = this.#partsOf(job);
    if (!late && (await cellsKept(this.#db, job.id, 0, all)).size < all) return;
    const now = await jobById(this.#db, job.id);
    if (now === undefined || now.endedAt !== undefined) return;
    const end = await this.#joined(now);
    await endJob(
      this.#db,
      job.id,
      end.kind === 'result' ? { status: 'done', result: end.json } : failedWith(end),
    );
  }

  async #joined(job: StoredJob): Promise<JobEnd> {
    const found: AllParts['found'][number][] = [];
    for await (const { cell, outcome } of cellsOf(this.#db, job.id)) {
      const { reused: _reused, ...rest } = outcome;
      found.push({ part: cell, outcome: rest });
    }
    const asked: AllParts = { found, ...groundOf(job), spentMs: spentOn(job) };
    const end = await this.#ask(job, this.#kind.join, asked, UNSTOPPED);
    if (end === undefined) throw new Error('an answer was not made though nobody stopped it');
    return end;
  }

  /** Asks a thread; nothing where it was stopped. */
  async #ask(
    { id, body, asked, askedBy, language }: StoredJob,
    task: Route,
    more: object,
    signal: AbortSignal,
  ): Promise<JobEnd | undefined> {
    const question = (await inputBytes(this.#db, body, [asked])).get(asked)!;
    const watch = { id, caller: askedBy, signal, onBegin: () => undefined, onProgress: () => undefined };
    try {
      const end = await this.#run(
        task,
        { body: withQuestion(question, more), parameters: {}, language },
        watch,
      );
      // What fails is tried again once its time is up, though not for ever.
      if (end.kind === 'failed' && end.again === true) throw new ThreadDied();
      return end;
    } catch (error) {
      if (!signal.aborted) throw error;
      return undefined;
    }
  }
}

/** How a job ends of which a thread says why there is no answer. */
function failedWith({ problem }: Extract<JobEnd, { readonly kind: 'failed' }>): StoredEnd {
  const changed = problem.errors?.some(({ code }) => code === FILES_CHANGED) === true;
  return { status: 'failed', problem: JSON.stringify(problem), ...(changed && { changed }) };
}

/** What a job was about when it began, where that is known of it. */
function groundOf({ ground }: StoredJob): OnGround {
  return ground === undefined ? {} : { ground };
}

/** Milliseconds since a job began. */
function spentOn({ beganAt = Date.now() }: StoredJob): number {
  return Math.max(0, Date.now() - beganAt);
}

function rangeOf(parts: readonly number[]): Pick<Chunk, 'first' | 'last'> {
  return { first: parts[0]!, last: parts.at(-1)! + 1 };
}

/** A question with what a thread is to know besides, without being parsed. */
function withQuestion(question: Uint8Array, more: object): Uint8Array {
  const said = JSON.stringify(more).slice(1);
  return Buffer.concat([Buffer.from('{"question":'), question, Buffer.from(said === '}' ? '}' : `,${said}`)]);
}

function read<Schema extends z.ZodType>(schema: Schema, json: Uint8Array): z.output<Schema> {
  return schema.parse(JSON.parse(Buffer.from(json).toString('utf8')));
}
