import type { Problem } from '../words/problem.ts';

/** Something that no proof can be about; it says why. */
export class Unprovable extends Error {
  readonly why: Problem;

  constructor(why: Problem) {
    super(why.code);
    this.name = 'Unprovable';
    this.why = why;
  }
}

/** Written out: threads that only count need no words. */
const TOO_LARGE: Problem<'proofs.too-large'> = { code: 'proofs.too-large', parameters: undefined };

/** A whole number that a double holds exactly. @throws Unprovable for any other: what rests on it is no proof. */
export function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Unprovable(TOO_LARGE);
  return value;
}
