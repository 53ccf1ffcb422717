import { userInfo } from 'node:os';
import type { Actor } from './audit.ts';

/** The body of a store where nobody said which: one person's or one board's. */
export const OWN_BODY = 'own';

/** Whoever runs this process, for the one body: where nobody logs in, everything is done in their name. */
export function ownActor(): Actor {
  return { who: (ownName ??= userName()), body: OWN_BODY };
}

/** Looked up once: every request of a service that is one person's is made in this name. */
let ownName: string | undefined;

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A process may run as a number that no account has.
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
