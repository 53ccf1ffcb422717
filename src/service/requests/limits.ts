import { availableParallelism } from 'node:os';

/** What the service takes on for one caller: one address. */
interface CallerLimits {
  /** Bytes of bodies, as {@link ServiceLimits.heldBytes}. */
  readonly heldBytes: number;
  /** Questions that are solved at once. */
  readonly solves: number;
  /** Questions that wait for a thread, of each kind of threads. */
  readonly queue: number;
  /** Jobs that wait or run. */
  readonly jobs: number;
}

/** What the service takes on. */
export interface ServiceLimits {
  /** Bytes of all bodies that have come in and are not answered yet, decompressed. */
  readonly heldBytes: number;
  /** Milliseconds in which a request must have come in. */
  readonly requestMs: number;
  /** The share of one caller. */
  readonly ofCaller: CallerLimits;
  /** Bytes of one request's body, decompressed. */
  readonly bodyBytes: number;
  /** Milliseconds for an answer where the request says nothing. */
  readonly timeLimitMs: number;
  /** Milliseconds that a request may ask for. */
  readonly longestTimeLimitMs: number;
  /** Threads that solve. */
  readonly workers: number;
  /** Threads that check and list. */
  readonly readers: number;
  /** Jobs that run at once; each may keep several solver threads busy. */
  readonly jobsAtOnce: number;
  /** Questions that may wait for a thread. */
  readonly queue: number;
  /** Requests a minute from one address. It stops floods; what bounds the work is the queue. */
  readonly requestsPerMinute: number;
  /** Milliseconds that a question may wait for a thread. */
  readonly longestWaitMs: number;
  /** Milliseconds that a question may be expected to wait for a thread, once there is a line; longer is refused at once. */
  readonly expectedWaitMs: number;
  /** Jobs that may wait or run. */
  readonly jobs: number;
  /** Jobs that have ended and are still remembered; the oldest are forgotten first. */
  readonly endedJobs: number;
  /** Seconds after which a job that has ended is forgotten, however few there are. */
  readonly endedJobSeconds: number;
  /** Milliseconds for a job where its request says nothing. */
  readonly jobTimeLimitMs: number;
  /**
   * Milliseconds between the moment when it says that it is not ready any more and that when it takes no more
   * connections.
   */
  readonly noticeMs: number;
  /** Milliseconds that running requests get when the service stops. */
  readonly drainMs: number;
}

/** The limits where nothing else is said. 64 MB hold about half a million candidates. */
export function defaultLimits(): ServiceLimits {
  return {
    bodyBytes: 64_000_000,
    heldBytes: 128_000_000,
    requestMs: 60_000,
    ofCaller: { heldBytes: 128_000_000, solves: availableParallelism(), queue: 100, jobs: 50 },
    timeLimitMs: 60_000,
    longestTimeLimitMs: 600_000,
    workers: availableParallelism(),
    readers: 2,
    jobsAtOnce: 2,
    queue: 100,
    longestWaitMs: 30_000,
    expectedWaitMs: 200,
    requestsPerMinute: 60_000,
    jobs: 50,
    endedJobs: 200,
    endedJobSeconds: 90 * 86_400,
    jobTimeLimitMs: 3_600_000,
    noticeMs: 0,
    drainMs: 10_000,
  };
}
