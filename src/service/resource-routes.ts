import { type RequestHandler, Router } from 'express';
import type { Workers } from './workers.ts';
import type { Metrics } from './metrics.ts';
import { takeBytes, type BodyLimits } from './request-body.ts';
import { expressPath, hangUpOf, rawRequestOf, sendFile, sendJson, sendLasting } from './http.ts';
import { needs } from './people.ts';
import { refusalFrom } from './refusals.ts';
import { Refusal } from './problem-document.ts';
import { compressionFor } from './compression.ts';
import { contextOf } from './request-context.ts';
import type { Route } from './route.ts';

/** What the handlers share. */
export interface Serving extends BodyLimits {
  readonly workers: Workers;
  readonly metrics: Metrics;
  /** Aborts when running requests have had their time and the service must stop. */
  readonly stopping: AbortSignal;
}

/** The express routes of all that is answered at once. */
export function resourceRoutes(routes: readonly Route[], serving: Serving): Router {
  const router = Router();
  for (const route of routes) {
    const takes = route.method === 'post' ? takeBytes(serving) : [];
    router[route.method](expressPath(route.path), needs(route.role), ...takes, answer(route, serving));
  }
  return router;
}

function answer(route: Route, { workers, metrics, stopping }: Serving): RequestHandler {
  return async (request, response) => {
    contextOf(response).pattern = route.path;
    const hangUp = hangUpOf(response);
    const signal = AbortSignal.any([hangUp, stopping]);
    try {
      const compression = compressionFor(request);
      const { caller } = contextOf(response);
      const watch = { caller, signal, ...(compression && { compression }) };
      const reply = await workers[route.work].ask(route.operation, rawRequestOf(request, response), watch);
      const { outcome, assurance } = reply.kind === 'answer' ? reply : { outcome: reply.kind };
      metrics.question(route.operation, outcome, assurance);
      if (reply.kind === 'refused') throw refusalFrom(reply);
      if (reply.file !== undefined) sendFile(response, reply.json, reply.file, reply.compression);
      else if (route.method === 'get') sendLasting(request, response, reply);
      else sendJson(response, 200, reply.json, reply.compression);
    } catch (error) {
      // Nobody is there to be told.
      if (hangUp.aborted) metrics.question(route.operation, 'hung-up');
      else if (stopping.aborted) throw Refusal.of('stopping', 'service.stopping', undefined);
      else throw error;
    }
  };
}
