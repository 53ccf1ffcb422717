import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { THREAD_MEMORY } from '../../optimize/threads/thread-memory.ts';
import { threadFile } from '../../optimize/threads/thread-file.ts';
import {
  type ThreadReply,
  type WorkerNews,
  type WorkerSettings,
  type WorkerTask,
  WARM_UP,
} from './worker-task.ts';
import type { Compression, Reply } from '../requests/reply.ts';
import type { RawRequest } from '../requests/route.ts';

import { FairTurns, type TurnLimits } from './fair-turns.ts';

/** The wait for a worker became too long. */
export class Busy extends Error {}

/** The question was not answered in its time, and its thread gave up or had to be ended. */
export class TimeRanOut extends Error {}

/** The thread that was at the question has died: it takes its question along, and another takes its place. */
export class ThreadDied extends Error {
  /** @param cause how its end was noticed */
  constructor(cause?: unknown) {
    super('a thread has died', { cause });
    this.name = 'ThreadDied';
  }
}

/** What a worker replies in its time. */
export type InTime = Exclude<Reply, { readonly kind: 'late' }>;

/** Milliseconds that a thread gets beyond its limit, and after it was told to stop, to end by itself. */
const KILL = 5_000;
const STOP = 2_000;
/** Milliseconds that a thread may take to load and warm up, on however busy a machine. */
const START = 3_600_000;
/** Milliseconds to parse the body, after which it must be known how long the question may take. */
const PARSE = 30_000;

/** Milliseconds between the death of a thread and the look for who waited for it. */
const UNTIL_REPLACED = 500;
/** What is asked of a thread so that it starts. */
const NOTHING: RawRequest = { parameters: {}, language: 'en' };

/** How many threads, and who may wait for them. */
interface WorkerPoolShape {
  readonly least: number;
  readonly most: number;
  /** How callers share the threads and the queue; as if each were alone if absent. */
  readonly turns: Omit<TurnLimits, 'places'>;
  /** Milliseconds that a question may wait for a worker. */
  readonly longestWait: number;
}

/** How a question is stopped, and who hears how far it is. */
interface Watch {
  /** Who asks; the service itself if absent. */
  readonly caller?: string;
  /** Aborting asks the worker to stop: its solvers are killed, it itself lives on with all it remembers. */
  readonly signal?: AbortSignal;
  /** Goes before whoever waits, and is never refused a turn. */
  readonly isFirst?: boolean;
  readonly onBegin?: () => void;
  readonly onProgress?: (done: number, total: number) => void;
  /** `examine`: only whether there is anything wrong with the question. */
  readonly depth?: 'examine' | 'answer';
  /** How the answer is compressed; absent: not at all. */
  readonly compression?: Compression;
}

/**
 * The threads that answer. The event loop hands them bytes and gets bytes back; it neither parses a
 * pool nor solves.
 */
export class WorkerPool {
  readonly #threads: Piscina<WorkerTask, ThreadReply>;
  readonly #shape: WorkerPoolShape;
  readonly #turns: FairTurns;
  #ready = false;
  #closed = false;
  #killed = 0;

  constructor(settings: WorkerSettings, shape: WorkerPoolShape) {
    this.#shape = shape;
    this.#turns = new FairTurns({ places: shape.most, ...shape.turns });
    this.#threads = new Piscina({
      filename: threadFile('worker-thread.ts', import.meta.url),
      workerData: settings,
      minThreads: shape.least,
      maxThreads: shape.most,
      idleTimeout: 60_000,
      execArgv: [],
      resourceLimits: THREAD_MEMORY,
      // Otherwise an idle worker blocks in Atomics.wait and does not hear its own solver threads.
      atomics: 'disabled',
    });
    this.#threads.on('workerDestroy', () => setTimeout(() => this.#fillUp(), UNTIL_REPLACED).unref());
  }

  /** Piscina starts no thread by itself for whom one was waited for that died while it was starting. */
  #fillUp(): void {
    if (this.#closed || this.#threads.queueSize === 0 || this.#threads.threads.length >= this.#shape.most)
      return;
    this.ask(WARM_UP, NOTHING).catch(() => undefined);
  }

  /** Whether the threads that always run have started and are warm. */
  get ready(): boolean {
    return this.#ready;
  }

  /**
   * Resolves when {@link ready}; rejects if a thread cannot start. Piscina gives one question to each
   * of its first threads at once, so as many questions as threads reach them all.
   */
  async start(): Promise<void> {
    await Promise.all(Array.from({ length: this.#shape.least }, () => this.ask(WARM_UP, NOTHING)));
    this.#ready = true;
  }

  /** Callers whose questions wait or are being answered. */
  get callers(): number {
    return this.#turns.callers;
  }

  /** Questions that wait for a thread. */
  get waiting(): number {
    return this.#turns.waiting;
  }

  /** Threads that had to be ended, with all that they remembered, because they did not stop. */
  get killed(): number {
    return this.#killed;
  }

  /** Questions that wait or are being answered. */
  get open(): number {
    return this.#turns.running + this.#turns.waiting;
  }

  /**
   * Asks one question.
   *
   * @throws Busy, NoTurn, TimeRanOut, ThreadDied; the reason of the signal if it aborts.
   */
  async ask(operation: string, raw: RawRequest, watch: Watch = {}): Promise<InTime> {
    watch.signal?.throwIfAborted();
    const { port1: ours, port2: theirs } = new MessageChannel();
    const asking = new Asking(watch, operation === WARM_UP ? START : this.#shape.longestWait);
    ours.on('message', (news: WorkerNews) => asking.hear(news));
    const stop = (): void => asking.stop(() => ours.postMessage('stop', []));
    watch.signal?.addEventListener('abort', stop, { once: true });
    let endTurn: (() => void) | undefined;
    try {
      endTurn = await this.#turns.take(watch.caller ?? '', asking.killed, watch.isFirst);
      const task: WorkerTask = {
        operation,
        raw,
        depth: watch.depth ?? 'answer',
        line: theirs,
        ...(watch.compression && { compression: watch.compression }),
      };
      const reply = await this.#threads
        // Node's and piscina's types of a transfer list differ in the DOM's types alone.
        .run(task, { signal: asking.killed, transferList: [theirs] as never })
        // A thread that lives replies, whatever goes wrong in it. One that cannot start says why.
        .catch((error: unknown) => {
          throw operation === WARM_UP ? error : new ThreadDied(error);
        });
      if (reply.kind === 'failed') throw reply.error;
      if (reply.kind === 'late') throw new TimeRanOut();
      return reply;
    } catch (error) {
      if (asking.wasKilled) this.#killed += 1;
      watch.signal?.throwIfAborted();
      throw asking.reason ?? error;
    } finally {
      endTurn?.();
      asking.end();
      watch.signal?.removeEventListener('abort', stop);
      ours.close();
    }
  }

  /** Ends all threads at once, with whatever they are at. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#threads.destroy();
  }
}

/** The life of one question: waiting, begun, told to stop; each stage has its own time. */
class Asking {
  readonly #watch: Watch;
  readonly #killer = new AbortController();
  #begun = false;
  #timer: NodeJS.Timeout;
  /** Why the thread was ended; absent if it was not. */
  reason: Error | undefined;

  constructor(watch: Watch, longestWait: number) {
    this.#watch = watch;
    this.#timer = this.#killIn(longestWait, () => new Busy());
  }

  /** Aborts when the thread must be ended, or the question taken out of the queue. */
  get killed(): AbortSignal {
    return this.#killer.signal;
  }

  /** Whether its thread was ended under it; a question that only waited leaves its thread alone. */
  get wasKilled(): boolean {
    return this.#begun && this.#killer.signal.aborted;
  }

  hear(news: WorkerNews): void {
    switch (news.kind) {
      case 'begun':
        this.#begun = true;
        this.#watch.onBegin?.();
        this.#time(PARSE);
        break;
      case 'limit':
        this.#time(news.milliseconds + KILL);
        break;
      default:
        this.#watch.onProgress?.(news.done, news.total);
    }
  }

  /** A question in the queue is taken out; one that is being answered is asked to stop, then stopped. */
  stop(tell: () => void): void {
    if (!this.#begun) {
      this.#killer.abort();
      return;
    }
    tell();
    this.#time(STOP);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #time(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (!this.#killer.signal.aborted) this.#timer = this.#killIn(milliseconds, () => new TimeRanOut());
  }

  #killIn(milliseconds: number, reason: () => Error): NodeJS.Timeout {
    return setTimeout(() => {
      this.reason = reason();
      this.#killer.abort();
    }, milliseconds);
  }
}
