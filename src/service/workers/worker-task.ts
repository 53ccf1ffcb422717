import type { MessagePort } from 'node:worker_threads';
import type { Folders } from '../../opening/shipped.ts';
import type { StepBack } from '../../optimize/threads/lower-priority.ts';
import type { Compression, Reply } from '../requests/reply.ts';
import type { RawRequest } from '../requests/route.ts';

/** The operation that every thread answers as soon as it is warm. */
export const WARM_UP = 'warm-up';

/** How a worker is set up. */
export interface WorkerSettings extends Folders {
  /** Whether to start and try the solvers before the first question. */
  readonly warm: boolean;
  /** Behind which other threads it steps back; absent: behind none. */
  readonly stepsBack?: StepBack;
  /** Milliseconds for an answer where the question says nothing, and the most it may ask for. */
  readonly timeLimitMs: number;
  readonly longestTimeLimitMs: number;
}

/** One question for a worker. */
export interface WorkerTask {
  readonly operation: string;
  readonly raw: RawRequest;
  /** `examine`: only look whether there is anything wrong with it. */
  readonly depth: 'examine' | 'answer';
  /** How the answer is compressed. */
  readonly compression?: Compression;
  /** Cancelling comes in by it; news goes out. */
  readonly line: MessagePort;
}

/** What a worker says before it replies. */
export type WorkerNews =
  | { readonly kind: 'begun' }
  | { readonly kind: 'limit'; readonly milliseconds: number }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number };

/** What a thread replies that has not died: what it came to, or what went wrong in it. */
export type ThreadReply = Reply | { readonly kind: 'failed'; readonly error: unknown };
