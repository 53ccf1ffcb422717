import type { Database, Writing } from '../store/database.ts';

/**
 * A piece of a job: some seconds of work on the parts from `first` up to `last`, of which `last` is no part.
 * Nothing in it names a person: what a job is asked with stands among its inputs.
 */
export interface Chunk {
  readonly job: string;
  readonly first: number;
  readonly last: number;
  /** What is higher is taken up first. */
  readonly priority: number;
}

/** A chunk that one process has for itself, for as long as it gives signs of life. */
export interface Lease {
  readonly id: string;
  readonly chunk: Chunk;
  /** How often it was taken up before: its processes died, or gave it back after a failure. */
  readonly attempt: number;
}

/**
 * Chunks on their way to whoever works on them. Each is worked on at least once: a process that gives no sign
 * of life loses its chunks to others, and may work on all the same. So whatever is done with a chunk must
 * come to the same when it is done twice.
 */
export interface ChunkQueue {
  /** Puts chunks in as part of a transaction: with what else it writes, or not at all. */
  put(tx: Writing, chunks: readonly Chunk[]): Promise<void>;
  /** Takes up to so many that nobody has, the most urgent first. */
  take(most: number): Promise<readonly Lease[]>;
  /** A sign of life for each. */
  touch(leases: readonly Lease[]): Promise<void>;
  /** Ends a lease for good and puts what is left of its chunk, both or neither. */
  end(lease: Lease, rest: readonly Chunk[]): Promise<void>;
  /** Whether anything of a job waits or is worked on; within a transaction, as that one sees it. */
  has(db: Database | Writing, job: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Milliseconds after which a process that gives no sign of life has lost its chunks. */
export const LEASE = 10_000;
