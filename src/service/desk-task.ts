import type { MessagePort } from 'node:worker_threads';
import type { DeskFolders } from './desk.ts';
import type { Packing } from './reply.ts';
import type { RawQuestion } from './route.ts';

/** The operation that every thread answers as soon as it is warm. */
export const KNOCK = 'knock';

/** How a desk thread is set up. */
export interface DeskSettings extends DeskFolders {
  /** Whether to start and try the solvers before the first question. */
  readonly warm: boolean;
  /** Milliseconds for an answer where the question says nothing, and the most it may ask for. */
  readonly timeLimitMs: number;
  readonly longestTimeLimitMs: number;
}

/** One question for a desk thread. */
export interface DeskTask {
  readonly operation: string;
  readonly raw: RawQuestion;
  /** `examine`: only look whether there is anything wrong with it. */
  readonly depth: 'examine' | 'answer';
  /** How the answer is compressed. */
  readonly packing?: Packing;
  /** Cancelling comes in by it; news goes out. */
  readonly line: MessagePort;
}

/** What a desk thread says before it replies. */
export type DeskNews =
  | { readonly kind: 'begun' }
  | { readonly kind: 'limit'; readonly milliseconds: number }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number };
