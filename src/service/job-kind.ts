import type { z } from 'zod';
import type { TaskControl } from '../slate/requests.ts';
import type { Desk } from './desk.ts';
import { type Asked, type Route, route, type RouteDefinition } from './route.ts';

/** One kind of long work. Its four routes (create, look, follow, cancel) are made from it. */
export interface JobKind {
  /** The path that jobs are created at; a job is at `{path}/{id}`. */
  readonly path: string;
  /** What the job's thread does: parses the body, works, and writes the result. */
  readonly task: Route;
}

/** What a kind of job is defined by: a route whose answer comes later. */
export interface JobDefinition<Body extends z.ZodType, Task, Result extends z.ZodType> extends Pick<
  RouteDefinition<Body, z.ZodObject, Result>,
  'operation' | 'path' | 'tag' | 'summary' | 'outcome'
> {
  readonly body: Body;
  readonly result: Result;
  /**
   * Reads everything that the work is about. Runs before a job is accepted, and again where it works.
   *
   * @throws BadInput for all that can be known to be wrong before the work begins.
   */
  readonly open: (body: z.output<Body>, desk: Desk) => Promise<Task>;
  readonly work: (task: Task, control: TaskControl) => Promise<z.input<Result>>;
}

/** Makes a kind of job of its definition. */
export function jobKind<Body extends z.ZodType, Task, Result extends z.ZodType>({
  result,
  open,
  work,
  ...definition
}: JobDefinition<Body, Task, Result>): JobKind {
  type Question = Asked<z.output<Body>, Record<string, unknown>>;
  const task = route<Result, Body>({
    ...definition,
    method: 'post',
    work: 'solve',
    answer: result,
    examine: async ({ body }: Question, desk) => void (await open(body, desk)),
    handle: async ({ body }: Question, desk, control) => work(await open(body, desk), control),
  });
  return { path: definition.path, task };
}
