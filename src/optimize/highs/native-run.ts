/** What to do as a native run begins, in which this thread hears nothing, and as it ends. */
export interface Deafness {
  readonly begins: () => void;
  readonly ends: () => void;
}

let told: Deafness | undefined;

/** Tells a thread of its own native runs: a process that listens to signals hears none of them meanwhile. */
export function whenDeaf(deafness: Deafness | undefined): void {
  told = deafness;
}

/** A native run, before and after which the thread is told. */
export function deaf<Result>(run: () => Result): Result {
  if (told === undefined) return run();
  const { begins, ends } = told;
  begins();
  try {
    return run();
  } finally {
    ends();
  }
}
