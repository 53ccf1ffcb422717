import { randomUUID } from 'node:crypto';
import type { ProblemDocument } from './answers.ts';
import type { Route, RawRequest } from './route.ts';

/** How far a job is. */
export interface JobProgress {
  readonly done: number;
  readonly total: number;
  /** Steps a second since it began. */
  readonly rate: number;
  /** How long the rest takes at this rate; absent before the first step. */
  readonly secondsLeft?: number;
}

/** What is known of a job at one moment. */
export type JobState = {
  readonly id: string;
  readonly operation: string;
  /** The body that it is asked for; no other sees it. */
  readonly body: string;
  readonly progress: JobProgress;
} & (
  | { readonly status: 'queued' | 'running' }
  | { readonly status: 'done'; readonly result: Uint8Array }
  /** `result` is what a task had when it was stopped, if it hands over unfinished work. */
  | { readonly status: 'cancelled'; readonly result?: Uint8Array }
  | { readonly status: 'failed'; readonly problem: ProblemDocument }
);

/** How a job's task ends: with the result as JSON, or with why there is none. */
export type JobEnd =
  | { readonly kind: 'result'; readonly json: Uint8Array }
  | { readonly kind: 'failed'; readonly problem: ProblemDocument };

/**
 * Does the work; the registry knows neither threads nor what the work is. Rejects only after `signal`
 * has aborted: every other failure is an end with a problem.
 */
export type JobRunner = (
  task: Route,
  question: RawRequest,
  watch: {
    readonly caller: string;
    readonly signal: AbortSignal;
    readonly onBegin: () => void;
    readonly onProgress: (done: number, total: number) => void;
  },
) => Promise<JobEnd>;

/** Who creates a job. */
export interface JobAsker {
  readonly caller: string;
  readonly body: string;
  /** Called once the job has ended, and its question is held no more. */
  readonly release?: (() => void) | undefined;
}

/** How many jobs may wait or run, of all callers and of each, and how many that have ended are remembered. */
export interface JobLimits {
  readonly open: number;
  readonly openOfCaller: number;
  readonly ended: number;
}

/**
 * What the routes need of jobs. The registry below keeps them in memory; one on a database and a queue
 * can take its place without the routes noticing.
 */
export interface Jobs {
  /** @throws TooManyJobs if too many wait or run. */
  create(task: Route, question: RawRequest, asker: JobAsker): JobState;
  get(id: string): JobState | undefined;
  /** All that are remembered, the oldest first. */
  list(operation: string): readonly JobState[];
  /** Forgets a job that has ended. */
  forget(id: string): void;
  /** The state now and after every change, until the job has ended or `signal` aborts. */
  events(id: string, signal: AbortSignal): AsyncIterable<JobState>;
  /** Stops a job and answers how it ended; one that has ended already stays as it is. */
  cancel(id: string): Promise<JobState | undefined>;
  /** How many wait or run. */
  readonly open: number;
  /** Cancels all, and resolves when all have ended. */
  close(): Promise<void>;
}

interface Job {
  state: JobState;
  began: number;
  readonly caller: string;
  readonly stop: AbortController;
  readonly listeners: Set<() => void>;
  readonly ended: PromiseWithResolvers<void>;
}

/** Thrown by {@link Jobs.create}: all have too many that wait or run, or this caller has. */
export class TooManyJobs extends Error {
  readonly full: 'all' | 'caller';
  constructor(full: 'all' | 'caller') {
    super('too many jobs');
    this.name = 'TooManyJobs';
    this.full = full;
  }
}

/** Jobs in the memory of this process: gone when it ends. */
export class JobsInMemory implements Jobs {
  readonly #run: JobRunner;
  readonly #limits: JobLimits;
  readonly #jobs = new Map<string, Job>();

  constructor(run: JobRunner, limits: JobLimits) {
    this.#run = run;
    this.#limits = limits;
  }

  get open(): number {
    return this.#open().length;
  }

  #open(): readonly Job[] {
    return [...this.#jobs.values()].filter(({ state }) => !hasEnded(state));
  }

  create(task: Route, question: RawRequest, { caller, body, release }: JobAsker): JobState {
    this.#refuseTooMany(caller, release);
    const state: JobState = {
      id: randomUUID(),
      operation: task.operation,
      body,
      status: 'queued',
      progress: { done: 0, total: 0, rate: 0 },
    };
    const job: Job = {
      state,
      began: 0,
      caller,
      stop: new AbortController(),
      listeners: new Set(),
      ended: Promise.withResolvers(),
    };
    this.#jobs.set(state.id, job);
    this.#forgetOld();
    void this.#work(job, task, question).finally(() => release?.());
    return state;
  }

  #refuseTooMany(caller: string, release: JobAsker['release']): void {
    const open = this.#open();
    const { open: most, openOfCaller } = this.#limits;
    const ofCaller = open.filter((job) => job.caller === caller).length;
    if (ofCaller < openOfCaller && open.length < most) return;
    release?.();
    throw new TooManyJobs(ofCaller >= openOfCaller ? 'caller' : 'all');
  }

  get(id: string): JobState | undefined {
    return this.#jobs.get(id)?.state;
  }

  list(operation: string): readonly JobState[] {
    return [...this.#jobs.values()]
      .map(({ state }) => state)
      .filter((state) => state.operation === operation);
  }

  forget(id: string): void {
    const job = this.#jobs.get(id);
    if (job !== undefined && hasEnded(job.state)) this.#jobs.delete(id);
  }

  async *events(id: string, signal: AbortSignal): AsyncIterable<JobState> {
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    let changed = Promise.withResolvers<void>();
    const listen = (): void => changed.resolve();
    job.listeners.add(listen);
    signal.addEventListener('abort', listen);
    try {
      while (!signal.aborted) {
        changed = Promise.withResolvers<void>();
        const { state } = job;
        yield state;
        if (hasEnded(state)) return;
        // While the reader took its time, any number of changes may have come: it is told the last.
        if (state === job.state) await changed.promise;
      }
    } finally {
      job.listeners.delete(listen);
      signal.removeEventListener('abort', listen);
    }
  }

  async cancel(id: string): Promise<JobState | undefined> {
    const job = this.#jobs.get(id);
    if (job === undefined) return undefined;
    job.stop.abort();
    await job.ended.promise;
    return job.state;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#jobs.keys()].map((id) => this.cancel(id)));
  }

  async #work(job: Job, task: Route, question: RawRequest): Promise<void> {
    const watch = {
      caller: job.caller,
      signal: job.stop.signal,
      onBegin: (): void => {
        job.began = performance.now();
        this.#change(job, { ...common(job.state), status: 'running' });
      },
      onProgress: (done: number, total: number): void => {
        const seconds = Math.max(performance.now() - job.began, 1) / 1000;
        this.#change(job, {
          ...common(job.state),
          status: 'running',
          progress: progressAfter(seconds, done, total),
        });
      },
    };
    const state = await this.#endOf(job, this.#run(task, question, watch));
    this.#change(job, state);
    job.ended.resolve();
  }

  async #endOf(job: Job, running: Promise<JobEnd>): Promise<JobState> {
    const { signal } = job.stop;
    try {
      const end = await running;
      const known = common(job.state);
      if (end.kind === 'failed' && !signal.aborted)
        return { ...known, status: 'failed', problem: end.problem };
      if (end.kind === 'failed') return { ...known, status: 'cancelled' };
      return { ...known, status: signal.aborted ? 'cancelled' : 'done', result: end.json };
    } catch (error) {
      if (!signal.aborted) throw error;
      return { ...common(job.state), status: 'cancelled' };
    }
  }

  /** A job that has ended changes no more: what its task still says comes too late. */
  #change(job: Job, state: JobState): void {
    if (hasEnded(job.state)) return;
    job.state = state;
    for (const listener of job.listeners) listener();
  }

  #forgetOld(): void {
    const ended = [...this.#jobs].filter(([, { state }]) => hasEnded(state));
    for (const [id] of ended.slice(0, Math.max(0, ended.length - this.#limits.ended))) this.#jobs.delete(id);
  }
}

function progressAfter(seconds: number, done: number, total: number): JobProgress {
  const progress = { done, total, rate: hundredths(done / seconds) };
  return done === 0 ? progress : { ...progress, secondsLeft: hundredths(((total - done) / done) * seconds) };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Whether nothing will change any more. */
export function hasEnded({ status }: JobState): boolean {
  return status === 'done' || status === 'failed' || status === 'cancelled';
}

function common({
  id,
  operation,
  body,
  progress,
}: JobState): Pick<JobState, 'id' | 'operation' | 'body' | 'progress'> {
  return { id, operation, body, progress };
}
