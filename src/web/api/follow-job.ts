import type { z } from 'zod';
import { type JobAnswer, jobSchema, jobWithResult } from '../../service/jobs/job-answers.ts';
import type { Language } from '../../words/language.ts';
import { ask, type Asked, asProblem, cancelJob } from './service.ts';
import { asError } from '../shared/use-attempt.ts';

/** What is known of a job so far. */
export interface KnownJob<Result> {
  /** Absent until the service has taken it on. */
  readonly job: JobAnswer | undefined;
  readonly result: Result | undefined;
  readonly failure: Error | undefined;
  readonly running: boolean;
}

/** A job that is being followed. */
export interface Following {
  /** Ends the job; what it has found until then is still told. */
  readonly cancel: () => void;
  /** Ends the job and tells nothing of it any more. */
  readonly drop: () => void;
}

/**
 * Starts a job and tells everything that becomes known of it, until it has ended, is dropped, or the
 * service is gone.
 */
export function followJob<Result>(
  asked: Asked<z.ZodType<Result>>,
  language: Language,
  tell: (known: KnownJob<Result>) => void,
): Following {
  const job = new Follower(asked, language, tell);
  job.begin();
  return { cancel: () => job.cancel(), drop: () => job.drop() };
}

class Follower<Result> {
  readonly #asked: Asked<z.ZodType<Result>>;
  readonly #language: Language;
  readonly #tell: (known: KnownJob<Result>) => void;
  #known: KnownJob<Result> = { job: undefined, result: undefined, failure: undefined, running: true };
  /** The address of the job while it runs. */
  #path: string | undefined;
  #events: EventSource | undefined;
  #unwanted = false;
  #dropped = false;

  constructor(asked: Asked<z.ZodType<Result>>, language: Language, tell: (known: KnownJob<Result>) => void) {
    this.#asked = asked;
    this.#language = language;
    this.#tell = tell;
  }

  begin(): void {
    this.#learn({});
    ask({ ...this.#asked, answer: jobSchema }, this.#language).then(
      (created) => this.#follow(created),
      (error) => this.#fail(error),
    );
  }

  cancel(): void {
    // Asked a second time, the service would forget what the job had found.
    if (this.#unwanted) return;
    this.#unwanted = true;
    if (this.#path !== undefined) cancelJob(this.#path);
  }

  drop(): void {
    this.#dropped = true;
    this.#events?.close();
    this.cancel();
  }

  #follow(created: JobAnswer): void {
    const path = `${this.#asked.path}/${created.id}`;
    this.#path = path;
    // It may have become unwanted while the service was still taking it on.
    if (this.#unwanted) cancelJob(path);
    if (this.#dropped) return;
    this.#learn({ job: created });
    const events = new EventSource(`/api/v1${path}/events`);
    this.#events = events;
    const told = ({ data }: MessageEvent<unknown>): void => {
      const job = jobSchema.parse(JSON.parse(String(data)));
      this.#learn({ job });
      if (job.status !== 'queued' && job.status !== 'running') this.#finish(path);
    };
    events.addEventListener('progress', told);
    events.addEventListener('done', told);
    // A browser tries to take up a broken line again and again; whether that is of use, the job itself tells.
    events.addEventListener('error', () => {
      ask({ path, answer: jobSchema }, this.#language).catch((error: unknown) => this.#fail(error));
    });
  }

  #finish(path: string): void {
    this.#events?.close();
    this.#path = undefined;
    ask({ path, answer: jobWithResult(this.#asked.answer) }, this.#language).then(
      (job) => this.#conclude(job, 'result' in job ? job.result : undefined),
      (error) => this.#fail(error),
    );
  }

  #conclude(job: JobAnswer, result: Result | undefined): void {
    const failure = job.status === 'failed' ? asProblem(job.problem) : undefined;
    this.#learn({ job, result, failure, running: false });
  }

  #fail(error: unknown): void {
    this.#events?.close();
    this.#path = undefined;
    this.#learn({ failure: asError(error), running: false });
  }

  #learn(more: Partial<KnownJob<Result>>): void {
    this.#known = { ...this.#known, ...more };
    if (!this.#dropped) this.#tell(this.#known);
  }
}
