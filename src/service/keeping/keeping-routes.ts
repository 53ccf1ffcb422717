import { type RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import { schemaProblems } from '../../questions/schema-problems.ts';
import { hangUpOf, expressPath, sendJson } from '../http.ts';
import { type BodyLimits, bytesOf, takeBytes } from '../request-body.ts';
import { jsonOf } from '../json-body.ts';
import { Refusal } from '../problem-document.ts';
import { needs, personOf } from '../people.ts';
import { logFailure } from '../refusals.ts';
import { repeatedKeys } from '../repeated-keys.ts';
import { contextOf } from '../request-context.ts';
import {
  beginConsultationRoute,
  consultationRoute,
  consultationsRoute,
  proceduresRoute,
  recordRoundRoute,
  removeConsultationRoute,
} from './consultations.ts';
import { documentRoute, documentsRoute, keepDocumentRoute, removeDocumentRoute } from './documents.ts';
import { DraftChanges } from './draft-changes.ts';
import { DraftConflict } from './draft-conflict.ts';
import { followDraft } from './draft-events.ts';
import {
  draftRoute,
  draftsRoute,
  draftVersionsRoute,
  inspectionRoute,
  removeDraftRoute,
  stepDraftRoute,
  writeDraftRoute,
} from './drafts.ts';
import { type AskedToKeep, type KeepingRoute, type Kept, preconditionsOf } from './keeping-route.ts';
import type { KeptStore } from './kept-store.ts';
import { auditRoute, auditVerdictRoute, runRoute, runsRoute } from './runs-and-audit.ts';
import { asAnswered } from './store-failure.ts';

/** Everything that is done with the store. */
export const KEEPING_ROUTES: readonly KeepingRoute[] = [
  draftsRoute,
  draftRoute,
  writeDraftRoute,
  stepDraftRoute,
  removeDraftRoute,
  draftVersionsRoute,
  inspectionRoute,
  proceduresRoute,
  consultationsRoute,
  beginConsultationRoute,
  consultationRoute,
  recordRoundRoute,
  removeConsultationRoute,
  documentsRoute,
  keepDocumentRoute,
  documentRoute,
  removeDocumentRoute,
  runsRoute,
  runRoute,
  auditRoute,
  auditVerdictRoute,
];

/** Where the service says whether it keeps anything. */
export const STORE_PATH = '/api/v1/store';
/** Where a draft is followed. */
export const EVENTS_PATH = '/api/v1/drafts/{id}/events';
/** The paths that are only looked at. */
export const OTHER_KEEPING_PATHS: readonly string[] = [STORE_PATH, EVENTS_PATH];

/** What the routes need. */
export interface Keeping extends BodyLimits {
  readonly store: KeptStore;
  readonly logger: Logger;
  /** Aborts when the service must stop. */
  readonly stopping: AbortSignal;
}

/** The express routes of all that is kept. */
export function keepingRoutes(keeping: Keeping): Router {
  const router = Router();
  const changes = new DraftChanges();
  router.get(STORE_PATH, needs('reader'), (_request, response) => {
    contextOf(response).pattern = STORE_PATH;
    sendJson(response, 200, Buffer.from(JSON.stringify({ kept: keeping.store.isThere })));
  });
  router.get(expressPath(EVENTS_PATH), needs('reader'), follow(keeping, changes));
  for (const route of KEEPING_ROUTES) {
    const takes = route.body === undefined ? [] : takeBytes(keeping);
    router[route.method](
      expressPath(route.path),
      needs(route.role),
      ...takes,
      answer(route, keeping, changes),
    );
  }
  return router;
}

function follow({ store, stopping }: Keeping, changes: DraftChanges): RequestHandler {
  return async (request, response) => {
    contextOf(response).pattern = EVENTS_PATH;
    const signal = AbortSignal.any([hangUpOf(response), stopping]);
    const id = String(request.params['id']);
    try {
      const { db } = await store.open();
      await followDraft(response, changes, { db, body: personOf(response).body, id, signal });
    } catch (error) {
      throw asAnswered(error);
    }
  };
}

function answer(route: KeepingRoute, { store, logger }: Keeping, changes: DraftChanges): RequestHandler {
  return async (request, response) => {
    const context = contextOf(response);
    context.pattern = route.path;
    const body = route.body === undefined ? undefined : bodyOf(bytesOf(request), route);
    const parameters = parametersOf(request.params, route);
    let kept: Kept<unknown>;
    try {
      const asked: AskedToKeep<unknown, unknown> = {
        body,
        parameters,
        preconditions: preconditionsOf(request),
        store: await store.open(),
        actor: personOf(response),
        changes,
      };
      kept = await route.handle(asked as AskedToKeep<never, never>);
    } catch (error) {
      if (error instanceof DraftConflict) {
        response.set('Content-Language', context.language).set('Cache-Control', 'no-store').status(412);
        response
          .type('application/problem+json')
          .send(JSON.stringify(error.document(context.language, context.id)));
        return;
      }
      const answered = asAnswered(error);
      if (answered instanceof Refusal && answered.kind === 'store-away')
        logFailure(logger, error, context.id);
      throw answered;
    }
    if (kept.version !== undefined) response.set('ETag', `"${kept.version}"`);
    sendJson(response, kept.status ?? 200, Buffer.from(JSON.stringify(kept.answer)));
  };
}

function bodyOf(bytes: Uint8Array | undefined, { body: schema }: KeepingRoute): unknown {
  const given = bytes ?? new Uint8Array();
  const read = jsonOf(given);
  if (!read.ok) throw Refusal.listing('bad-request', read.problems);
  const parsed = schema!.safeParse(read.value);
  const misread = parsed.success ? [] : schemaProblems(parsed.error.issues, read.value, schema!);
  const problems = [...repeatedKeys(given, read.value), ...misread];
  if (problems.length > 0) throw Refusal.listing('bad-request', problems);
  return parsed.data;
}

/** A path that cannot name anything names nothing. */
function parametersOf(raw: unknown, { parameters }: KeepingRoute): unknown {
  const parsed = parameters?.safeParse(raw);
  if (parsed?.success === false) throw Refusal.of('not-found', 'service.nothing-there', undefined);
  return parsed?.data ?? {};
}
