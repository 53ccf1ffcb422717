import type { Response } from 'express';
import type { Database } from '../../store/database.ts';
import { newestDraft } from '../../store/drafts/drafts.ts';
import { Refusal } from '../answers/problem-document.ts';
import type { DraftChanges } from './draft-changes.ts';

/** Milliseconds between two signs of life to a client that follows a draft which nobody changes. */
const HEARTBEAT = 15_000;

/** Writes an event for each new version of a draft, as server-sent events, until the client or the service goes. */
export async function followDraft(
  response: Response,
  changes: DraftChanges,
  {
    db,
    body,
    id,
    signal,
  }: { readonly db: Database; readonly body: string; readonly id: string; readonly signal: AbortSignal },
): Promise<void> {
  if ((await newestDraft(db, body, id)) === undefined)
    throw Refusal.of('not-found', 'store.no-draft', { id });
  // `no-transform` keeps the compression from holding events back.
  response.type('text/event-stream').set('Cache-Control', 'no-cache, no-transform').flushHeaders();
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT);
  try {
    for await (const version of changes.follow(db, body, id, signal)) {
      response.write(`event: version\nid: ${version.version}\ndata: ${JSON.stringify(version)}\n\n`);
    }
  } finally {
    clearInterval(heartbeat);
  }
  response.end();
}
