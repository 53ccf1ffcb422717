import type { Assurance } from '../../check/answer-parts.ts';
import type { Problem } from '../../words/problem.ts';

/** How an answer is compressed. */
export type Compression = 'br' | 'gzip';

/**
 * What a reader replies: the answer as JSON or a file, ready to be sent (compressed where `compression` says how), or why
 * there is none; `late`: its time was up.
 */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly json: Uint8Array;
      readonly outcome: string;
      /** How sure it is, where it says so. */
      readonly assurance?: Assurance;
      readonly compression?: Compression;
      /** Absent: it is JSON. */
      readonly file?: { readonly mediaType: string; readonly name: string };
    }
  | { readonly kind: 'late' }
  | {
      readonly kind: 'refused';
      readonly status: 400 | 404 | 422;
      readonly problems: readonly Problem[];
      /** What looks odd besides. */
      readonly notices?: readonly Problem[];
    };

/** What a handler answers where a file is asked for: the file, and the answer that it is made from. */
export class FileAnswer<Answer> {
  readonly answer: Answer;
  readonly bytes: Uint8Array;
  readonly file: { readonly mediaType: string; readonly name: string };
  constructor(answer: Answer, bytes: Uint8Array, file: FileAnswer<Answer>['file']) {
    this.answer = answer;
    this.bytes = bytes;
    this.file = file;
  }
}
