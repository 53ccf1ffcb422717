import type { Route } from './route.ts';

/** One kind of long work. Its routes (create, list, look, follow, delete) are made from it. */
export interface JobKind {
  /** The path that jobs are created at; a job is at `{path}/{id}`. */
  readonly path: string;
  /** What the job's thread does: parses the body, works, and writes the result. */
  readonly task: Route;
  /** Writes its result as a table (CSV), where it has one; it is at `{path}/{id}/table`. */
  readonly table?: Route;
}
