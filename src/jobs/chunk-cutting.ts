import type { Chunk } from './chunk-queue.ts';
import type { ChunkWatch } from './job-worker.ts';
import type { WrittenBatch } from './batch-document.ts';
import type { Range } from './job-rows.ts';

/** Chunks that a batch is cut into at least, for the first workers, and answers of which one has at most. */
const FEWEST_CHUNKS = 16;
const MOST_CELLS = 512;

/** The ranges of cases that a batch is cut into. A worker that needs too long for one gives back what is left. */
export function rangesOf({ cases, total }: Pick<WrittenBatch, 'cases' | 'total'>): readonly Range[] {
  const width = Math.max(1, total / Math.max(1, cases));
  const size = Math.max(1, Math.min(Math.ceil(cases / FEWEST_CHUNKS), Math.floor(MOST_CELLS / width)));
  return Array.from({ length: Math.max(1, Math.ceil(cases / size)) }, (_, index) => ({
    first: index * size,
    last: Math.min(cases, (index + 1) * size),
  }));
}

/** A chunk that so many workers did not survive is cut, so that one part alone is left that they do not. */
const SUSPICIOUS = 2;

/** Whether a chunk of so many parts is to be cut rather than worked on: others died of it. */
export function isSuspicious({ attempt }: Pick<ChunkWatch, 'attempt'>, parts: number): boolean {
  return attempt >= SUSPICIOUS && parts > 1;
}

/** What is left of a chunk as two, so that another shares in it. @param left its parts, ascending, at least one */
export function halvesOf(chunk: Chunk, left: readonly number[]): readonly Chunk[] {
  const [first, last] = [left[0]!, left.at(-1)! + 1];
  if (left.length < 2) return [{ ...chunk, first, last }];
  const middle = left[Math.ceil(left.length / 2)]!;
  return [
    { ...chunk, first, last: middle },
    { ...chunk, first: middle, last },
  ];
}
