import { constants } from 'node:zlib';
import compression from 'compression';
import express, { type Express, type Request, type RequestHandler, Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import { docsPage } from './openapi/docs-page.ts';
import type { JobKind } from './jobs/job-kind.ts';
import { jobRoutes, jobRoutesOf } from './jobs/job-routes.ts';
import type { Jobs } from './jobs/jobs.ts';
import { openApiDocument } from './openapi/document.ts';
import { isOfPage, pageRoutes } from './page-files.ts';
import { Refusal } from './answers/problem-document.ts';
import { refuseOtherParameters } from './requests/query-parameters.ts';
import { expressPath, otherMethods } from './requests/http.ts';
import {
  isAskedBySigningIn,
  KEEPING_ROUTES,
  keepingRoutes,
  OTHER_KEEPING_PATHS,
} from './keeping/keeping-routes.ts';
import type { KeptStore } from './keeping/kept-store.ts';
import type { ServiceLimits } from './requests/limits.ts';
import { refuseForeign } from './requests/hosts.ts';
import { allowOrigins } from './requests/other-origins.ts';
import { letIn, type LettingIn } from './requests/caller.ts';
import { answerErrors, RETRY } from './requests/refusals.ts';
import { OPENID_BACK_PATH } from './people/openid-routes.ts';
import { contextOf, giveContext } from './requests/request-context.ts';
import { resourceRoutes, type Serving } from './routes/resource-routes.ts';
import type { Route } from './requests/route.ts';
import type { PhraseCode } from '../words/catalogue.ts';
import { nonceOf, secureHeaders } from './requests/security.ts';
import { refuseOddRequests } from './requests/client-errors.ts';

/** Why a service takes no question yet, or no more: it starts, it stops, or what it needs cannot be reached. */
export type ReasonNotReady = 'service.starting' | 'service.stopping' | PhraseCode;

/** What an app is made of. */
interface AppParts extends Serving {
  readonly routes: readonly Route[];
  readonly jobKinds: readonly JobKind[];
  readonly jobs: Jobs;
  readonly store: KeptStore;
  readonly logger: Logger;
  readonly pageFolder: string;
  /** All limits, for the document. */
  readonly limits: ServiceLimits;
  /** Names under which the service answers, besides those of its own machine. */
  readonly allowedHosts: readonly string[];
  /** Origins whose pages may ask besides its own. */
  readonly corsOrigins: readonly string[];
  /** Whom it lets in, and how. */
  readonly lettingIn: LettingIn;
  /** Reverse proxies that are believed whom they pass on. */
  readonly proxies: readonly string[];
  /** Codes of why it is not ready to take every question; none: it is. */
  readonly notReady: () => Promise<readonly ReasonNotReady[]>;
}

/**
 * An answer of 100 KB is asked for every time a slider moves. The least effort takes half of the
 * usual time and leaves a fifteenth of the bytes, where the usual effort leaves a twentieth.
 */
const QUICK = { level: 1, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } } };

/** The express app: what happens to every request, then the routes, then the errors. */
export function appOf(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', [...parts.proxies]);
  app.use(giveContext, watch(parts), secureHeaders(), compression(QUICK));
  app.use(
    refuseOddRequests,
    allowOrigins(parts.corsOrigins),
    refuseForeign(parts.allowedHosts, parts.corsOrigins),
    letIn(parts.lettingIn, parts.store, forAnybody(parts.lettingIn)),
  );
  const allowed = allowedMethods(parts);
  app.use('/api', flood(parts.limits.requestsPerMinute));
  // Express would answer OPTIONS by itself, with the methods of every pattern that fits.
  app.use(methodRoutes(allowed, 'options'));
  app.use(refuseOtherParameters(allowed.map(([path]) => path).filter((path) => !ASKED_BY_ANYBODY.has(path))));
  app.use(plainRoutes(parts));
  app.use(resourceRoutes(parts.routes, parts), jobRoutes(parts.jobKinds, parts.jobs, parts));
  app.use(keepingRoutes(parts));
  app.use(pageRoutes(parts.pageFolder));
  app.use(methodRoutes(allowed, 'all'));
  app.use((_request, _response, next) => next(Refusal.of('not-found', 'service.nothing-there', undefined)));
  app.use(answerErrors(parts.logger));
  return app;
}

/**
 * What those may ask who are not signed in yet. The page tells nothing of its own: with accounts it is where
 * people sign in, and with keys a browser asks for one before it shows anything.
 */
function forAnybody({ people }: LettingIn): (request: Request) => boolean {
  return (request) => isAskedBySigningIn(request) || (people === 'accounts' && isOfPage(request));
}

/** Status that the log and the metrics give a request whose client did not wait; never sent. */
const HUNG_UP = 499;

/** Logs and measures each request once it is over: by the pattern of its route, never by its address. */
function watch({ logger, metrics }: AppParts): RequestHandler {
  return (request, response, next) => {
    response.once('close', () => {
      const { id, pattern, began } = contextOf(response);
      const milliseconds = Math.round((performance.now() - began) * 10) / 10;
      const status = response.writableFinished ? response.statusCode : HUNG_UP;
      metrics.request(request.method, pattern, status, milliseconds);
      logger.info({ id, method: request.method, route: pattern, status, milliseconds }, 'request');
    });
    next();
  };
}

function flood(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) =>
      next(Refusal.of('too-many-requests', 'service.too-many', undefined)),
  });
}

const PLAIN = ['/healthz', '/readyz', '/metrics', '/openapi.json', '/docs'] as const;

/** What others write into these addresses is their own affair: who watches a service, who links to a page. */
const ASKED_BY_ANYBODY: ReadonlySet<string> = new Set([
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  OPENID_BACK_PATH,
]);

function plainRoutes({ routes, jobKinds, metrics, notReady, limits, lettingIn }: AppParts): Router {
  const document = openApiDocument({ routes, jobKinds, limits, people: lettingIn.people });
  const json = JSON.stringify(document);
  const answers: Readonly<Record<(typeof PLAIN)[number], RequestHandler>> = {
    '/healthz': (_request, response) => void response.json({ status: 'alive' }),
    '/readyz': async (_request, response) => {
      const codes = await notReady();
      if (codes.length === 0) {
        response.json({ status: 'ready' });
        return;
      }
      // Whoever asks is not let in: the code says what is missing, and not where it should be.
      const reasons = codes.map((code) => ({ code }));
      response.set('Retry-After', RETRY).status(503).json({ status: 'not-ready', reasons });
    },
    '/metrics': async (_request, response) => {
      const figures = await metrics.registry.metrics();
      response.type(metrics.registry.contentType).send(figures);
    },
    '/openapi.json': (_request, response) => void response.type('application/json').send(json),
    '/docs': (_request, response) => {
      const { language } = contextOf(response);
      response
        .vary('Accept-Language')
        .type('html')
        .send(docsPage(document, language, nonceOf(response)));
    },
  };
  const router = Router();
  for (const path of PLAIN) {
    router.get(path, (_request, response, next) => {
      contextOf(response).pattern = path;
      next();
    });
    router.get(path, answers[path]);
  }
  return router;
}

/** What each path takes; fixed paths come before patterns, since they are meant where both fit. */
function allowedMethods({
  routes,
  jobKinds,
}: Pick<AppParts, 'routes' | 'jobKinds'>): readonly (readonly [string, readonly string[]])[] {
  const allowed = new Map<string, string[]>(['/', ...PLAIN].map((path) => [path, ['GET', 'HEAD']]));
  for (const path of OTHER_KEEPING_PATHS) allowed.set(path, ['GET', 'HEAD']);
  for (const { path, method } of [...routes, ...KEEPING_ROUTES, ...jobKinds.flatMap(jobRoutesOf)]) {
    const mine = method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()];
    allowed.set(path, [...(allowed.get(path) ?? []), ...mine]);
  }
  const isPattern = ([path]: readonly [string, unknown]): number => Number(path.includes('{'));
  return [...allowed].toSorted((one, other) => isPattern(one) - isPattern(other));
}

/** Answers OPTIONS, or refuses whatever method no route has taken: 405 and what the path takes. */
function methodRoutes(allowed: ReturnType<typeof allowedMethods>, method: 'options' | 'all'): Router {
  const router = Router();
  for (const [path, methods] of allowed) router[method](expressPath(path), otherMethods(methods));
  return router;
}
