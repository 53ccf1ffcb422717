import type { Language } from '../words/language.ts';

/** What is known of a job, whoever works on it. */
export interface StoredJob {
  readonly id: string;
  readonly body: string;
  /** `sweeps`, `batches`. */
  readonly operation: string;
  /** What is asked, by its hash among the inputs. */
  readonly asked: string;
  readonly language: Language;
  readonly askedBy: string;
  readonly status: JobStatus;
  /**
   * A hash of all that its parts are about, among it the files that it names; absent: it is not known yet;
   * {@link CHANGED_GROUND}: it is something else now.
   */
  readonly ground?: string;
  /** How many of its parts are done, and how many there are; 0 of 0 until that is known. */
  readonly done: number;
  readonly total: number;
  readonly stopAsked: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly beganAt?: number;
  readonly endedAt?: number;
  /** When it is forgotten at the latest, once it has ended; absent: it was asked for before that was said. */
  readonly expiresAt?: number;
  /** Why there is no answer: JSON. */
  readonly problem?: string;
}

/** Where a job is in its life. */
export type JobStatus = 'queued' | 'running' | 'done' | 'cancelled' | 'failed';

/** How a job ends: with an answer as JSON, or with why there is none, as JSON; cancelled with what there was. */
export type StoredEnd =
  | { readonly status: 'done'; readonly result: Uint8Array }
  | { readonly status: 'cancelled'; readonly result?: Uint8Array }
  | {
      readonly status: 'failed';
      readonly problem: string;
      /** What its parts were about has changed: taken up again, it begins anew with what is there then. */
      readonly changed?: true;
    };

/** The ground of a job whose parts are about what is there no more. No hash is like that. */
export const CHANGED_GROUND = '';

/** How many jobs may wait or run, of all callers and of each, and how many that have ended are remembered for how long. */
export interface JobLimits {
  readonly open: number;
  readonly openOfCaller: number;
  readonly ended: number;
  /** Seconds after its end at which a job is forgotten, however few there are. */
  readonly endedSeconds: number;
}

/** When a job that has ended is forgotten at the latest, in milliseconds since 1970. */
export function expiryOf(endedAt: number, { endedSeconds }: Pick<JobLimits, 'endedSeconds'>): number {
  return endedAt + endedSeconds * 1_000;
}

/** Thrown where a job would be one too many: all have too many that wait or run, or this caller has. */
export class TooManyJobs extends Error {
  readonly full: 'all' | 'caller';
  constructor(full: 'all' | 'caller') {
    super('too many jobs');
    this.name = 'TooManyJobs';
    this.full = full;
  }
}

/** Thrown where a key that stands for one question is said with another. */
export class KeyOfAnother extends Error {
  constructor() {
    super('the key of another question');
    this.name = 'KeyOfAnother';
  }
}
