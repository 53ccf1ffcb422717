import { randomUUID } from 'node:crypto';
import { progressAfter } from '../../jobs/progress.ts';
import { expiryOf, type JobLimits, KeyOfAnother, TooManyJobs } from '../../jobs/job.ts';
import {
  type Ending,
  hasEnded,
  type JobAsker,
  type JobEnd,
  type JobRunner,
  type Jobs,
  type JobState,
} from './jobs.ts';
import type { RawRequest, Route } from '../requests/route.ts';

interface Job {
  state: JobState;
  began: number;
  readonly caller: string;
  readonly stop: AbortController;
  readonly listeners: Set<() => void>;
  readonly ended: PromiseWithResolvers<void>;
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

  async countOpen(): Promise<number> {
    return this.#open().length;
  }

  #open(): readonly Job[] {
    return [...this.#jobs.values()].filter(({ state }) => !hasEnded(state));
  }

  async create(
    task: Route,
    question: RawRequest,
    { id = randomUUID(), underKey, caller, body, release }: JobAsker,
  ): Promise<JobState> {
    this.#forgetOld();
    const known = this.#jobs.get(id);
    if (known !== undefined) {
      release?.();
      return known.state;
    }
    if (underKey !== undefined && [...this.#jobs.keys()].some((other) => other.startsWith(underKey))) {
      release?.();
      throw new KeyOfAnother();
    }
    this.#refuseTooMany(caller, release);
    const state: JobState = {
      id,
      operation: task.operation,
      body,
      createdAt: new Date().toISOString(),
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

  async get(id: string): Promise<JobState | undefined> {
    this.#forgetOld();
    return this.#jobs.get(id)?.state;
  }

  async list(operation: string, body: string): Promise<readonly JobState[]> {
    this.#forgetOld();
    return [...this.#jobs.values()]
      .map(({ state }) => state)
      .filter((state) => state.operation === operation && state.body === body);
  }

  async forget(id: string): Promise<void> {
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

  async resume(id: string): Promise<JobState | undefined> {
    // What it was asked with is let go once it has ended.
    return this.get(id);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#jobs.keys()].map((id) => this.cancel(id)));
  }

  async #work(job: Job, task: Route, question: RawRequest): Promise<void> {
    const watch = {
      id: job.state.id,
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
      const known = { ...common(job.state), ...this.#ending() };
      if (end.kind === 'failed' && !signal.aborted)
        return { ...known, status: 'failed', problem: end.problem };
      if (end.kind === 'failed') return { ...known, status: 'cancelled' };
      return { ...known, status: signal.aborted ? 'cancelled' : 'done', result: end.json };
    } catch (error) {
      if (!signal.aborted) throw error;
      return { ...common(job.state), ...this.#ending(), status: 'cancelled' };
    }
  }

  #ending(): Ending {
    const now = Date.now();
    const expiresAt = new Date(expiryOf(now, this.#limits)).toISOString();
    return { endedAt: new Date(now).toISOString(), expiresAt };
  }

  /** A job that has ended changes no more: what its task still says comes too late. */
  #change(job: Job, state: JobState): void {
    if (hasEnded(job.state)) return;
    job.state = state;
    for (const listener of job.listeners) listener();
  }

  #forgetOld(): void {
    const ended = [...this.#jobs].filter(([, { state }]) => hasEnded(state));
    const many = ended.length - this.#limits.ended;
    const now = new Date().toISOString();
    for (const [index, [id, { state }]] of ended.entries())
      if (index < many || ('expiresAt' in state && state.expiresAt <= now)) this.#jobs.delete(id);
  }
}

function common({
  id,
  operation,
  body,
  createdAt,
  progress,
}: JobState): Pick<JobState, 'id' | 'operation' | 'body' | 'createdAt' | 'progress'> {
  return { id, operation, body, createdAt, progress };
}
