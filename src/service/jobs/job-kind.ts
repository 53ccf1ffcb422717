import type { JobResult } from './jobs.ts';
import type { Route } from '../requests/route.ts';

/** One kind of long work. Its routes (create, list, look, follow, cancel, resume, delete) are made from it. */
export interface JobKind {
  /** The path that jobs are created at; a job is at `{path}/{id}`. */
  readonly path: string;
  /** What the job's thread does: parses the body, works, and writes the result. */
  readonly task: Route;
  /** Files that are made from its result; each is at `{path}/{id}/{key}`. */
  readonly files?: Readonly<Record<string, JobFile>>;
}

/** A file that is made from the result of a job, a piece at a time. */
export interface JobFile {
  /** What it is called where it is saved. */
  readonly name: string;
  readonly mediaType: string;
  /** For the document. */
  readonly summary: string;
  readonly pieces: (result: JobResult) => AsyncIterable<string | Uint8Array>;
}
