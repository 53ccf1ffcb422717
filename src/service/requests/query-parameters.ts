import { type Request, type RequestHandler, Router } from 'express';
import { nearest } from '../../rules/problems/nearest.ts';
import { shortened } from '../../words/found-value.ts';
import { LANGUAGES } from '../../words/language.ts';
import { problem, type Problem } from '../../words/problem.ts';
import { Refusal } from '../answers/problem-document.ts';
import { expressPath } from './http.ts';
import { contextOf } from './request-context.ts';

/** Every query parameter that an address may have. */
const PARAMETERS = ['lang'] as const;

/** Refuses, at these paths, what would be ignored in the query of an address. */
export function refuseOtherParameters(paths: readonly string[]): Router {
  const router = Router();
  for (const path of paths) router.all(expressPath(path), refuseAt(path));
  return router;
}

function refuseAt(path: string): RequestHandler {
  return (request, response, next) => {
    const problems = Object.entries(request.query).flatMap(([name, value]) => problemsOf(name, value));
    if (problems.length === 0) {
      next();
      return;
    }
    contextOf(response).pattern = path;
    next(Refusal.listing('bad-request', problems));
  };
}

function problemsOf(written: string, value: Request['query'][string]): readonly Problem[] {
  const name = shortened(written);
  const place = { file: 'query', field: name };
  const known = PARAMETERS.some((each) => each === written);
  if (!known) {
    const meant = nearest(name, PARAMETERS);
    const parameters = { name, allowed: PARAMETERS, ...(meant !== undefined && { meant }) };
    return [problem('service.unknown-parameter', parameters, place)];
  }
  if (Array.isArray(value)) {
    return [problem('service.repeated-parameter', { name, times: value.length }, place)];
  }
  if (typeof value !== 'string' || LANGUAGES.some((each) => each === value)) return [];
  const found = shortened(value);
  return [problem('service.parameter-value', { name, found, allowed: LANGUAGES }, place)];
}
