import type { StreamedBatch } from '../../batch/streamed-batch.ts';
import type { JobProgress } from '../../jobs/progress.ts';
import type { ProblemDocument } from '../answers/answers.ts';
import type { Route, RawRequest } from '../requests/route.ts';

/** An answer as JSON, or one that is too long to be held, of which the results are read as they are sent. */
export type JobResult = Uint8Array | StreamedBatch;

/** What is known of a job at one moment. */
export type JobState = KnownOfJob &
  (
    | { readonly status: 'queued' | 'running' }
    | (Ending & { readonly status: 'done'; readonly result?: JobResult })
    /** `result` is what a task had when it was stopped, if it hands over unfinished work. */
    | (Ending & { readonly status: 'cancelled'; readonly result?: JobResult })
    | (Ending & { readonly status: 'failed'; readonly problem: ProblemDocument })
  );

/** When a job came to its end, and when it is forgotten at the latest; ISO 8601. */
export interface Ending {
  readonly endedAt: string;
  /** Absent: it was asked for before that was said. */
  readonly expiresAt?: string;
}

/** What is known of every job. */
interface KnownOfJob {
  readonly id: string;
  readonly operation: string;
  /** The body that it is asked for; no other sees it. */
  readonly body: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly progress: JobProgress;
}

/** How a job's task ends: with the result as JSON, or with why there is none. */
export type JobEnd =
  | { readonly kind: 'result'; readonly json: Uint8Array }
  | {
      readonly kind: 'failed';
      readonly problem: ProblemDocument;
      /** The question may be sound: whoever worked on it has died, and another may bring it to its end. */
      readonly again?: true;
    };

/**
 * Does the work; the registry knows neither threads nor what the work is. Rejects only after `signal`
 * has aborted: every other failure is an end with a problem.
 */
export type JobRunner = (
  task: Route,
  question: RawRequest,
  watch: {
    /** Of the job, as the log knows it. */
    readonly id: string;
    readonly caller: string;
    readonly signal: AbortSignal;
    readonly onBegin: () => void;
    readonly onProgress: (done: number, total: number) => void;
  },
) => Promise<JobEnd>;

/** Who creates a job. */
export interface JobAsker {
  /**
   * What the job is to be known by: the id of the request that asks for it, or of the first that asked the
   * same. Absent: made up.
   */
  readonly id?: string;
  /** How all ids begin that are made of the same key; absent: there is no key. */
  readonly underKey?: string;
  readonly caller: string;
  readonly body: string;
  /** Called once the job has ended, and its question is held no more. */
  readonly release?: (() => void) | undefined;
}

/**
 * What the routes need of jobs: in the memory of this process where nothing is kept, or in the store, where
 * any process of the same store can tell of them and work on them.
 */
export interface Jobs {
  /** @throws TooManyJobs if too many wait or run; KeyOfAnother if its key is that of another question. */
  create(task: Route, question: RawRequest, asker: JobAsker): Promise<JobState>;
  get(id: string): Promise<JobState | undefined>;
  /** All of a body that are remembered, the oldest first, without their results. */
  list(operation: string, body: string): Promise<readonly JobState[]>;
  /** Forgets a job that has ended. */
  forget(id: string): Promise<void>;
  /** The state now and after every change, until the job has ended or `signal` aborts. */
  events(id: string, signal: AbortSignal): AsyncIterable<JobState>;
  /** Stops a job and answers how it ended; one that has ended already stays as it is. */
  cancel(id: string): Promise<JobState | undefined>;
  /**
   * Takes up a job that was cancelled or failed where it was left, and answers how it is; another stays as it
   * is. What is kept nowhere cannot be taken up.
   *
   * @throws TooManyJobs if too many wait or run.
   */
  resume(id: string): Promise<JobState | undefined>;
  /** How many wait or run. */
  countOpen(): Promise<number>;
  /** Lets go of all: what is kept nowhere is cancelled. Resolves when nothing is worked on any more. */
  close(): Promise<void>;
}

/** Whether nothing will change any more. */
export function hasEnded({ status }: JobState): boolean {
  return status === 'done' || status === 'failed' || status === 'cancelled';
}
