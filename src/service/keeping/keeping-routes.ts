import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { FairTurns } from '../workers/fair-turns.ts';
import { hangUpOf, expressPath, sendJson } from '../requests/http.ts';
import { type BodyLimits, bytesOf, takeBytes } from '../requests/body-bytes.ts';
import { readBody } from '../requests/json-body.ts';
import { Refusal } from '../answers/problem-document.ts';
import { type LettingIn, needs, personOf, visitorOf } from '../requests/caller.ts';
import {
  addPersonRoute,
  giveRoleRoute,
  heldRoute,
  inviteAgainRoute,
  peopleRoute,
  removePersonRoute,
} from '../people/board-routes.ts';
import { addKeyRoute, keysRoute, withdrawKeyRoute } from '../people/key-routes.ts';
import { openInvitationRoute, takeUpInvitationRoute } from '../people/joining-routes.ts';
import { OPENID_BACK_PATH, OPENID_PATH, openIdRoutes } from '../people/openid-routes.ts';
import { originOf, showSession } from '../people/session-cookie.ts';
import {
  passwordRoute,
  SESSION_PATH,
  sessionAnswer,
  signInRoute,
  signOutEverywhereRoute,
  signOutRoute,
  turnRoute,
} from '../people/session-routes.ts';
import { logFailure } from '../requests/refusals.ts';
import { contextOf } from '../requests/request-context.ts';
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
import {
  type AskedToKeep,
  type KeepingRoute,
  type KeepingAnswer,
  preconditionsOf,
  type Visit,
} from './keeping-route.ts';
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
  signInRoute,
  turnRoute,
  signOutRoute,
  signOutEverywhereRoute,
  passwordRoute,
  openInvitationRoute,
  takeUpInvitationRoute,
  peopleRoute,
  addPersonRoute,
  inviteAgainRoute,
  giveRoleRoute,
  removePersonRoute,
  heldRoute,
  keysRoute,
  addKeyRoute,
  withdrawKeyRoute,
];

/** Where the service says whether it keeps anything. */
export const STORE_PATH = '/api/v1/store';
/** Where a draft is followed. */
export const EVENTS_PATH = '/api/v1/drafts/{id}/events';
/** The paths that are only looked at. */
export const OTHER_KEEPING_PATHS: readonly string[] = [
  STORE_PATH,
  EVENTS_PATH,
  SESSION_PATH,
  OPENID_PATH,
  OPENID_BACK_PATH,
];

/** What is looked at by whoever is not signed in yet. */
export const LOOKED_AT_BY_ANYBODY: ReadonlySet<string> = new Set([
  SESSION_PATH,
  OPENID_PATH,
  OPENID_BACK_PATH,
]);

/** What anybody may ask who is not signed in yet: no path of it has parameters. */
export function isAskedBySigningIn({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  if (LOOKED_AT_BY_ANYBODY.has(path) && (method === 'GET' || method === 'HEAD')) return true;
  return KEEPING_ROUTES.some(
    (route) => route.role === 'anybody' && route.path === path && route.method === method.toLowerCase(),
  );
}

/** A guess at a password takes 32 MB and some tenths of a second: few at once, and no long queue of one address. */
const AT_PASSWORDS = { places: 2, placesOfCaller: 1, waiting: 50, waitingOfCaller: 5 };

/** What the routes need. */
export interface Keeping extends BodyLimits {
  readonly store: KeptStore;
  readonly lettingIn: LettingIn;
  readonly logger: Logger;
  /** Aborts when the service must stop. */
  readonly stopping: AbortSignal;
}

/** The express routes of all that is kept. */
export function keepingRoutes(keeping: Keeping): Router {
  const router = Router();
  const changes = new DraftChanges();
  const passwords = new FairTurns(AT_PASSWORDS);
  router.get(STORE_PATH, needs('reader'), (_request, response) => {
    contextOf(response).pattern = STORE_PATH;
    sendJson(response, 200, Buffer.from(JSON.stringify({ kept: keeping.store.isThere })));
  });
  router.get(SESSION_PATH, needs('anybody'), answerSession(keeping));
  router.get(expressPath(EVENTS_PATH), needs('reader'), follow(keeping, changes));
  router.use(openIdRoutes({ ...keeping, openId: keeping.lettingIn.openId }));
  for (const route of KEEPING_ROUTES) {
    const takes = route.body === undefined ? [] : takeBytes(keeping);
    router[route.method](
      expressPath(route.path),
      needs(route.role),
      ...takes,
      answer(route, keeping, { changes, passwords }),
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

function answerSession({ store, lettingIn: { people, openId } }: Keeping): RequestHandler {
  return async (_request, response) => {
    contextOf(response).pattern = SESSION_PATH;
    try {
      const answer = await sessionAnswer(people, visitorOf(response), async () => (await store.open()).db);
      const elsewhere = openId && { openId: { title: openId.title } };
      sendJson(response, 200, Buffer.from(JSON.stringify({ ...answer, ...elsewhere })));
    } catch (error) {
      throw asAnswered(error);
    }
  };
}

/** What is shared by all requests. */
interface Shared {
  readonly changes: DraftChanges;
  readonly passwords: FairTurns;
}

function visitOf(
  request: Request,
  response: Response,
  { lettingIn, passwords }: Pick<Keeping, 'lettingIn'> & Shared,
): Visit {
  const { address } = contextOf(response);
  return {
    people: lettingIn.people,
    address,
    origin: originOf(request),
    slowly: async (work) => {
      const done = await passwords.take(address, hangUpOf(response));
      try {
        return await work();
      } finally {
        done();
      }
    },
  };
}

function answer(route: KeepingRoute, keeping: Keeping, shared: Shared): RequestHandler {
  const { store, logger } = keeping;
  const { changes } = shared;
  return async (request, response) => {
    const context = contextOf(response);
    context.pattern = route.path;
    const body = route.body === undefined ? undefined : bodyOf(bytesOf(request), route);
    const parameters = parametersOf(request.params, route);
    let kept: KeepingAnswer<unknown>;
    try {
      const asked: AskedToKeep<unknown, unknown> = {
        body,
        parameters,
        preconditions: preconditionsOf(request, route),
        store: await store.open(),
        // What has no person has no actor: whoever takes one for granted throws.
        get actor() {
          return personOf(response);
        },
        visit: visitOf(request, response, { ...keeping, ...shared }),
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
    if (kept.session !== undefined) showSession(request, response, kept.session.token);
    if (kept.version !== undefined) response.set('ETag', `"${kept.version}"`);
    sendJson(response, kept.status ?? 200, Buffer.from(JSON.stringify(kept.answer)));
  };
}

function bodyOf(bytes: Uint8Array | undefined, { body: schema }: KeepingRoute): unknown {
  const read = readBody(bytes ?? new Uint8Array(), schema!);
  if (!read.ok) throw Refusal.listing('bad-request', read.problems);
  return read.value;
}

/** A path that cannot name anything names nothing. */
function parametersOf(raw: unknown, { parameters }: KeepingRoute): unknown {
  const parsed = parameters?.safeParse(raw);
  if (parsed?.success === false) throw Refusal.of('not-found', 'service.nothing-there', undefined);
  return parsed?.data ?? {};
}
