import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { destination, type Logger, pino } from 'pino';
import type { StorePlace } from '../store/store-place.ts';
import { closeBatchThreads } from '../batch/batch-threads.ts';
import { SHIPPED } from '../opening/shipped.ts';
import { appOf, type ReasonNotReady } from './app.ts';
import { type Workers, startWorkers, endWorkers } from './workers/workers.ts';
import { type CountAnswer, jobRunner, workerOn } from './jobs/job-role.ts';
import type { Jobs } from './jobs/jobs.ts';
import { JobsInMemory } from './jobs/jobs-in-memory.ts';
import { StoredJobs } from './jobs/stored-jobs.ts';
import { KeptStore } from './keeping/kept-store.ts';
import { StoreReached } from './keeping/store-reached.ts';
import { OpenedOnce } from './opened-once.ts';
import { defaultLimits, type ServiceLimits } from './requests/limits.ts';
import { addressOf, drain, listen, connectionTimeouts } from './listening.ts';
import { Metrics } from './metrics.ts';
import { PAGE_FOLDER } from './page-files.ts';
import { JOB_KINDS, ROUTES } from './routes/routes.ts';
import { tellUnreadable } from './requests/tell-unreadable.ts';
import { HeldBodies } from './requests/held-bodies.ts';
import { isLoopbackOnly } from './requests/hosts.ts';
import { DEFAULT_SESSIONS, type SessionLimits } from '../store/people/sessions.ts';
import { isStoreAway } from './keeping/store-failure.ts';
import { type Look, ExternalDependencies } from './external-dependencies.ts';
import { OpenId, type OpenIdSettings } from './people/openid.ts';
import { type LettingIn, type KnownPeople, refuseNobody } from './requests/caller.ts';
import { refuseAnyOrigin } from './requests/other-origins.ts';
import { answerClientErrors } from './requests/client-errors.ts';
import type { Problem } from '../words/problem.ts';

/** How a service is started; everything has a default. */
export interface ServiceOptions {
  /** `127.0.0.1` if absent: nobody outside this machine gets in unless somebody says so. */
  readonly host?: string;
  /** 8080 if absent; 0 takes any that is free. */
  readonly port?: number;
  /**
   * Whom it lets in: whoever uses its machine if absent. Where others reach it: those with accounts, unless
   * keys are said.
   */
  readonly people?: KnownPeople;
  /** How long people stay signed in; absent: half a day, and an hour without a question. */
  readonly sessions?: Partial<SessionLimits>;
  /** An issuer of OpenID Connect at which people sign in; none if absent. */
  readonly openId?: OpenIdSettings;
  /** Names under which it answers besides `localhost` and its address; none if absent. */
  readonly allowedHosts?: readonly string[];
  /**
   * Origins whose pages may ask it from a browser: `https://board.example`; `*`: any, which only a service that
   * lets in by keys may say. None if absent.
   */
  readonly corsOrigins?: readonly string[];
  /** Addresses or subnets of reverse proxies, whose `X-Forwarded-For` names the caller; none if absent. */
  readonly proxies?: readonly string[];
  readonly poolsFolder?: string;
  readonly rulesFolder?: string;
  readonly pageFolder?: string;
  /** Writes JSON lines to stderr if absent. No line names a person or an address of a question. */
  readonly logger?: Logger;
  readonly limits?: Partial<ServiceLimits>;
  /** Where drafts and the like are kept, opened once somebody needs it; absent: this service keeps nothing. */
  readonly store?: StorePlace;
}

/** A service that answers. */
export interface RunningService {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  /** Whom it lets in. */
  readonly people: KnownPeople;
  /** What it needs and could not reach when it started; nothing: all is there. It goes on trying. */
  readonly missing: readonly Problem[];
  /** Waits until all that it needs was there. @returns false where it was closed before */
  readonly isComplete: () => Promise<boolean>;
  /** Takes nothing new, lets what runs come to its end within a deadline, and ends all threads. */
  close(): Promise<void>;
}

/**
 * Starts the service; resolves when it listens, its threads are warm, and it has looked for what it needs elsewhere.
 *
 * ```ts
 * const service = await startService({ port: 0 });
 * await fetch(`${service.address}/api/v1/pools`);
 * await service.close();
 * ```
 *
 * @throws Error with a `code` (`EADDRINUSE`, `EACCES`…) if it cannot listen there; InputError if others than
 * this machine would reach it and it knows nobody whom to let in, or pages of any origin may ask it without a key.
 */
export async function startService(options: ServiceOptions = {}): Promise<RunningService> {
  const { host = '127.0.0.1', port = 8080 } = options;
  const { poolsFolder = SHIPPED.poolsFolder, rulesFolder = SHIPPED.rulesFolder } = options;
  const store = new KeptStore(options.store);
  const lettingIn = await lettingInAt(host, options);
  const somebody = new OpenedOnce(() => refuseNobody(lettingIn, host, store));
  await refuseNobodyYet(somebody);
  const logger = options.logger ?? pino({ level: 'info' }, destination(2));
  const needed = new ExternalDependencies(looksFor(lettingIn, somebody, store), logger);
  const reached = new StoreReached(store);
  const limits = { ...defaultLimits(), ...options.limits };
  const workers = startWorkers({ poolsFolder, rulesFolder }, limits);
  const { held, metrics, jobs } = workOf(workers, { store, limits, logger });
  const stopping = new AbortController();
  let draining = false;
  const app = appOf({
    workers,
    folders: { poolsFolder, rulesFolder },
    jobs,
    store,
    metrics,
    logger,
    pageFolder: options.pageFolder ?? PAGE_FOLDER,
    stopping: stopping.signal,
    routes: ROUTES,
    jobKinds: JOB_KINDS,
    bodyBytes: limits.bodyBytes,
    held,
    limits,
    allowedHosts: options.allowedHosts ?? [],
    corsOrigins: options.corsOrigins ?? [],
    lettingIn,
    proxies: options.proxies ?? [],
    notReady: async () => (draining ? ['service.stopping'] : missingFor(workers, needed, reached)),
  });
  const server = createServer({ requireHostHeader: false, ...connectionTimeouts(limits.requestMs) }, app);
  server.on('checkExpectation', app);
  answerClientErrors(server, { logger, metrics });
  const end = async (): Promise<void> => {
    needed.close();
    await Promise.all([endWorkers(workers), closeBatchThreads(), store.close()]);
  };
  await begin(server, { port, host }, { workers, needed, logger, giveUp: () => jobs.close().then(end) });
  let closing: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    draining = true;
    // Whoever asks whether it is ready hears that it is not while it still answers, and sends nobody here.
    await wait(limits.noticeMs);
    await Promise.all([drain(server, stopping, limits.drainMs), jobs.close()]);
    await end();
  };
  return {
    address: addressOf(server),
    people: lettingIn.people,
    missing: needed.problems,
    isComplete: () => needed.areFound(),
    close: () => (closing ??= stop()),
  };
}

/** What it needs to take questions and does not have, by codes. */
async function missingFor(
  { read, solve }: Workers,
  needed: ExternalDependencies,
  reached: StoreReached,
): Promise<readonly ReasonNotReady[]> {
  if (!read.ready || !solve.ready) return ['service.starting'];
  const missing = needed.problems.map(({ code }) => code);
  return missing.length > 0 || (await reached.now()) ? missing : ['store.cannot-open'];
}

/** Whom it lets in at an address. Where others reach it, nobody gets in unasked, whatever is said. */
async function lettingInAt(
  host: string,
  { people: asked = 'one', sessions, openId, corsOrigins = [] }: ServiceOptions,
): Promise<LettingIn> {
  const isShared = openId !== undefined || !(await isLoopbackOnly(host));
  const people = asked === 'one' && isShared ? 'accounts' : asked;
  refuseAnyOrigin(corsOrigins, people);
  const elsewhere = people === 'accounts' && openId !== undefined ? { openId: new OpenId(openId) } : {};
  return { people, sessions: { ...DEFAULT_SESSIONS, ...sessions }, ...elsewhere };
}

/** Whom it knows shows once the store is there; until then it lets nobody in. */
async function refuseNobodyYet(somebody: OpenedOnce<void>): Promise<void> {
  try {
    await somebody.open();
  } catch (error) {
    if (!isStoreAway(error)) throw error;
  }
}

/** What it looks for before it says that it is ready. */
function looksFor({ openId }: LettingIn, somebody: OpenedOnce<void>, store: KeptStore): readonly Look[] {
  return [
    async () => {
      await store.look();
      await somebody.open();
    },
    ...(openId === undefined ? [] : [() => openId.look()]),
  ];
}

/** What does long work, what counts, and what bodies hold meanwhile. */
function workOf(
  workers: Workers,
  means: { readonly store: KeptStore; readonly limits: ServiceLimits; readonly logger: Logger },
) {
  const { heldBytes, ofCaller } = means.limits;
  const held = new HeldBodies({ ofAll: heldBytes, ofCaller: ofCaller.heldBytes });
  const { read, solve } = workers;
  const metrics = new Metrics(
    { read, solve, jobs: workers.jobs },
    { jobs: () => jobs.countOpen(), heldBytes: () => held.bytes },
  );
  const jobs: Jobs = jobsOf(workers, { ...means, metrics });
  return { held, metrics, jobs };
}

/** In the store where there is one; there others may do the work. */
function jobsOf(
  workers: Workers,
  {
    store,
    limits,
    logger,
    metrics,
  }: {
    readonly store: KeptStore;
    readonly limits: ServiceLimits;
    readonly logger: Logger;
    readonly metrics: Metrics;
  },
): Jobs {
  const count: CountAnswer = (...answer) => metrics.question(...answer);
  const own = {
    open: limits.jobs,
    openOfCaller: limits.ofCaller.jobs,
    ended: limits.endedJobs,
    endedSeconds: limits.endedJobSeconds,
  };
  if (!store.isThere) return new JobsInMemory(jobRunner(workers.jobs, logger, count), own);
  const places = limits.jobsAtOnce;
  return new StoredJobs({
    store,
    limits: own,
    ...(places > 0 && {
      startWorker: (opened, queue) =>
        workerOn(opened, queue, { threads: workers.jobs, places, logger, background: true, count }),
    }),
  });
}

/** Listens, warms the threads and looks for what is elsewhere; where either fails, nothing is left running. */
async function begin(
  server: Server,
  { port, host }: { readonly port: number; readonly host: string },
  {
    workers,
    needed,
    logger,
    giveUp,
  }: {
    readonly workers: Workers;
    readonly needed: ExternalDependencies;
    readonly logger: Logger;
    readonly giveUp: () => Promise<void>;
  },
): Promise<void> {
  try {
    await listen(server, port, host, logger);
    await Promise.all([workers.read.start(), workers.solve.start(), needed.begin()]);
    await tellUnreadable(workers.read, logger);
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await giveUp();
    throw error;
  }
}
