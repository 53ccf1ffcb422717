import type { PlainProgram } from '../../proofs/plain-model.ts';
import type { Aim } from './plain-relaxation.ts';

/** How many columns the relaxation gets at first, and with every round. */
const ROUND = 400;

/** Who is there from the start: everybody in a small pool; the slate and the most valued in a large one. */
export function firstCore(
  { eligible, levels }: PlainProgram,
  { level }: Aim,
  slate: readonly number[],
): Uint32Array {
  const open = Array.from(eligible.keys()).filter((column) => eligible[column] === 1);
  // HiGHS says nothing of a program without columns; who is not eligible is one of 0.
  if (open.length === 0) return Uint32Array.from(eligible.keys()).slice(0, 1);
  if (open.length <= 2 * ROUND) return Uint32Array.from(open);
  const values = level === undefined ? undefined : levels[level]!.values;
  const step = Math.ceil(open.length / ROUND);
  const some =
    values === undefined
      ? open.filter((_, index) => index % step === 0)
      : open.toSorted((one, other) => values[other]! - values[one]!).slice(0, ROUND);
  return Uint32Array.from(new Set([...some, ...slate])).sort();
}

/** Columns outside the core that the bound would count for more than it should. */
export function attractive(
  reduced: Float64Array,
  core: Uint32Array,
  { eligible }: PlainProgram,
): readonly number[] {
  const inside = new Uint8Array(reduced.length);
  for (const column of core) inside[column] = 1;
  const found: number[] = [];
  reduced.forEach((value, column) => {
    if (value > 0 && inside[column] === 0 && eligible[column] === 1) found.push(column);
  });
  if (found.length <= ROUND) return found;
  return found.toSorted((one, other) => reduced[other]! - reduced[one]!).slice(0, ROUND);
}
