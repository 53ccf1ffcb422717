import { userInfo } from 'node:os';
import type { Actor } from './audit.ts';

/** The body of a store where nobody said which: one person's or one board's. */
export const OWN_BODY = 'own';

/** Whoever runs this process, for the one body: where nobody logs in, everything is done in their name. */
export function ownActor(): Actor {
  return { who: userName(), body: OWN_BODY };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A process may run as a number that no account has.
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
