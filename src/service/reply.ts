import type { Problem } from '../words/problem.ts';

/** How an answer is compressed. */
export type Compression = 'br' | 'gzip';

/**
 * What a reader replies: the answer as JSON, ready to be sent (compressed where `compression` says how), or why
 * there is none; `late`: its time was up.
 */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly json: Uint8Array;
      readonly outcome: string;
      readonly compression?: Compression;
    }
  | { readonly kind: 'late' }
  | { readonly kind: 'refused'; readonly status: 400 | 404 | 422; readonly problems: readonly Problem[] };
