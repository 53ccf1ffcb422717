import type { z } from 'zod';
import { type Route, route, type RouteDefinition } from './route.ts';

/** One kind of long work. Its four routes (create, look, follow, cancel) are made from it. */
export interface JobKind {
  /** The path that jobs are created at; a job is at `{path}/{id}`. */
  readonly path: string;
  /** What the job's thread does: parses the body, works, and writes the result. */
  readonly task: Route;
}

/** What a kind of job is defined by: a route whose answer comes later. */
export interface JobDefinition<Body extends z.ZodType, Result extends z.ZodType> extends Pick<
  RouteDefinition<Body, z.ZodObject, Result>,
  'operation' | 'path' | 'tag' | 'summary' | 'handle' | 'outcome'
> {
  readonly body: Body;
  readonly result: Result;
}

/** Makes a kind of job of its definition. */
export function jobKind<Body extends z.ZodType, Result extends z.ZodType>({
  result,
  ...definition
}: JobDefinition<Body, Result>): JobKind {
  const task = route<Result, Body>({
    ...definition,
    method: 'post',
    work: 'solve',
    answer: result,
  });
  return { path: definition.path, task };
}
