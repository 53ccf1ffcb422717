import { once } from 'node:events';

/** Resolves once a command that runs for ever is asked to end: by Ctrl-C, or by whoever started it (SIGTERM). */
export async function stopAsked(interrupted: AbortSignal): Promise<void> {
  if (interrupted.aborted) return;
  const stopped = new AbortController();
  await Promise.race([
    once(interrupted, 'abort', { signal: stopped.signal }),
    once(process, 'SIGTERM', { signal: stopped.signal }),
  ]);
  stopped.abort();
}
