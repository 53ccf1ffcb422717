import { destination, pino } from 'pino';
import type { ServiceOptions } from '../server.ts';
import type { Configuration } from './schema.ts';

/** How a service is started that is configured so. */
export function serviceOptionsOf({
  host,
  port,
  people,
  allowedHosts,
  corsOrigins,
  proxies,
  folders,
  threads,
  limits,
  retention,
  sessions,
  log,
}: Configuration): ServiceOptions {
  return {
    host,
    port,
    people,
    allowedHosts,
    corsOrigins,
    proxies,
    poolsFolder: folders.pools,
    rulesFolder: folders.rules,
    sessions: {
      longestMs: Math.round(sessions.hours * 3_600_000),
      idleMs: Math.round(sessions.idleMinutes * 60_000),
    },
    logger: pino({ level: log.level }, destination(2)),
    limits: limitsOf({ limits, threads, retention }),
  };
}

/** The limits in bytes and milliseconds, none of which may become 0 by rounding. */
function limitsOf({
  limits,
  threads,
  retention,
}: Pick<Configuration, 'limits' | 'threads' | 'retention'>): NonNullable<ServiceOptions['limits']> {
  const bytes = (megabytes: number): number => Math.round(megabytes * 1_000_000);
  const milliseconds = (seconds: number): number => Math.max(1, Math.round(seconds * 1_000));
  return {
    bodyBytes: bytes(limits.bodyMegabytes),
    heldBytes: bytes(limits.heldMegabytes),
    requestMs: milliseconds(limits.requestSeconds),
    timeLimitMs: milliseconds(limits.answerSeconds),
    longestTimeLimitMs: milliseconds(limits.longestAnswerSeconds),
    jobTimeLimitMs: milliseconds(limits.jobSeconds),
    longestWaitMs: milliseconds(limits.waitSeconds),
    expectedWaitMs: milliseconds(limits.expectedWaitSeconds),
    noticeMs: Math.round(limits.noticeSeconds * 1_000),
    drainMs: milliseconds(limits.stopSeconds),
    queue: limits.queue,
    jobs: limits.jobs,
    requestsPerMinute: limits.requestsPerMinute,
    workers: threads.solve,
    readers: threads.read,
    jobsAtOnce: threads.jobs,
    endedJobs: retention.endedJobs,
    endedJobSeconds: Math.max(1, Math.round(retention.endedJobDays * 86_400)),
    ofCaller: {
      heldBytes: bytes(limits.callerMegabytes),
      solves: limits.callerSolves,
      queue: limits.callerQueue,
      jobs: limits.callerJobs,
    },
  };
}
