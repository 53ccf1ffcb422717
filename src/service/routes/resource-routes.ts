import { type RequestHandler, Router } from 'express';
import type { Folders } from '../../opening/shipped.ts';
import { ReadyAnswers } from '../ready-answers.ts';
import type { InTime } from '../workers/worker-pool.ts';
import type { Workers } from '../workers/workers.ts';
import type { Metrics } from '../metrics.ts';
import { takeBytes, type BodyLimits } from '../requests/body-bytes.ts';
import { expressPath, hangUpOf, rawRequestOf, sendFile, sendJson, sendLasting } from '../requests/http.ts';
import { needs } from '../requests/caller.ts';
import { refusalFrom } from '../requests/refusals.ts';
import { Refusal } from '../answers/problem-document.ts';
import { compressionFor } from '../requests/compression.ts';
import { contextOf } from '../requests/request-context.ts';
import type { Route } from '../requests/route.ts';

/** What the handlers share. */
export interface Serving extends BodyLimits {
  readonly workers: Workers;
  readonly metrics: Metrics;
  /** Where what is looked up is. */
  readonly folders: Folders;
  /** Aborts when running requests have had their time and the service must stop. */
  readonly stopping: AbortSignal;
}

/** The express routes of all that is answered at once. */
export function resourceRoutes(routes: readonly Route[], serving: Serving): Router {
  const router = Router();
  const ready = new ReadyAnswers(serving.folders);
  for (const route of routes) {
    const takes = route.method === 'post' ? takeBytes(serving) : [];
    router[route.method](expressPath(route.path), needs(route.role), ...takes, answer(route, serving, ready));
  }
  return router;
}

function answer(route: Route, { workers, metrics, stopping }: Serving, ready: ReadyAnswers): RequestHandler {
  return async (request, response) => {
    contextOf(response).pattern = route.path;
    const hangUp = hangUpOf(response);
    const signal = AbortSignal.any([hangUp, stopping]);
    try {
      const compression = compressionFor(request);
      const { caller } = contextOf(response);
      const watch = { caller, signal, isFirst: isList(route), ...(compression && { compression }) };
      const raw = rawRequestOf(request, response);
      const ask = (): Promise<InTime> => workers[route.work].ask(route.operation, raw, watch);
      if (route.method === 'get') {
        // What is looked up is in the folders and nowhere else.
        const found = await ready.of({ route, raw, compression }, ask);
        sendLasting(request, response, answerIn(found, route, metrics));
        return;
      }
      const { json, file, compression: packed } = answerIn(await ask(), route, metrics);
      if (file === undefined) sendJson(response, 200, json, packed);
      else sendFile(response, json, file, packed);
    } catch (error) {
      // Nobody is there to be told.
      if (hangUp.aborted) metrics.question(route.operation, 'hung-up');
      else if (stopping.aborted) throw Refusal.of('stopping', 'service.stopping', undefined);
      else throw error;
    }
  };
}

/**
 * Lists are the same for all and are made once for as long as no file changes, in some hundredths of a second: whoever
 * opens the page does not wait for them behind the checks of others. What is named in a path has no such bound.
 */
function isList({ method, path }: Route): boolean {
  return method === 'get' && !path.includes('{');
}

/** Counts a reply. @throws Refusal where the question was refused */
function answerIn<Answer extends InTime & { readonly kind: 'answer' }>(
  reply: Answer | Extract<InTime, { readonly kind: 'refused' }>,
  { operation }: Route,
  metrics: Metrics,
): Answer {
  const { outcome, assurance } = reply.kind === 'answer' ? reply : { outcome: reply.kind };
  metrics.question(operation, outcome, assurance);
  if (reply.kind === 'refused') throw refusalFrom(reply);
  return reply;
}
