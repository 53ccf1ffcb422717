import type { Chunk } from './chunk-queue.ts';
import type { ChunkWatch } from './job-worker.ts';

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
