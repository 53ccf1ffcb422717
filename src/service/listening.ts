import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { logFailure } from './requests/refusals.ts';

/**
 * Milliseconds that a connection may be idle: longer than reverse proxies keep theirs (Caddy two minutes), which
 * would otherwise send a question into one that is being closed, and tell whoever asks that the service is away.
 */
const IDLE = 130_000;

/** How long a request may take to come in, in milliseconds, as Node's server is told: whoever sends a letter a second holds a connection no longer. */
export function connectionTimeouts(requestMs: number) {
  return {
    keepAliveTimeout: IDLE,
    requestTimeout: requestMs,
    headersTimeout: Math.min(requestMs, 15_000),
    connectionsCheckingInterval: Math.min(requestMs, 5_000),
  };
}

/** Listens; 0 takes any port that is free. @throws Error with a `code` if it cannot listen there */
export async function listen(server: Server, port: number, host: string, logger: Logger): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  // A connection that could not be taken (too many files are open) is no reason to end; somebody has to know of it.
  server.on('error', (error) => logFailure(logger, error, crypto.randomUUID()));
}

/** `http://127.0.0.1:8080`: where a server listens. */
export function addressOf(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the service does not listen on a port');
  const host = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return `http://${host}:${bound.port}`;
}

/** Milliseconds between two looks for connections that have become idle. */
const LOOK = 50;
/** Milliseconds that a request has for its refusal once it was told to stop. */
const REFUSAL = 3_000;

/**
 * Takes no new connection, closes each connection as soon as it is idle (a client that keeps it open
 * would otherwise hold the service for ever), and stops what still runs at the deadline.
 */
export async function drain(server: Server, stopping: AbortController, deadline: number): Promise<void> {
  const closed = new Promise<'closed'>((resolve) => {
    server.close(() => resolve('closed'));
  });
  const look = setInterval(() => server.closeIdleConnections(), LOOK);
  const over = new AbortController();
  const timer = (milliseconds: number): Promise<'late'> =>
    wait(milliseconds, 'late' as const, { signal: over.signal });
  try {
    if ((await Promise.race([closed, timer(deadline)])) === 'closed') return;
    stopping.abort();
    if ((await Promise.race([closed, timer(REFUSAL)])) === 'closed') return;
    server.closeAllConnections();
    await closed;
  } finally {
    clearInterval(look);
    over.abort();
  }
}
