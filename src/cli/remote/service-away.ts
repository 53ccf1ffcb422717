import type { PhraseParameters } from '../../words/catalogue.ts';
import { InputError } from '../../words/problem.ts';

/** Codes of problems that are over with time: the question may be sound. */
const AWAY: ReadonlySet<string> = new Set(['cli.service-away', 'cli.service-later']);

/** Whether somebody may ask the same again later. */
export function isServiceAway(error: unknown): boolean {
  return error instanceof InputError && error.problems.some(({ code }) => AWAY.has(code));
}

/** What keeps a service from being reached, and what was said of it where that helps. */
export type WhyAway = Omit<PhraseParameters<'cli.service-away'>, 'service'>;

/** Codes of Node and of its `fetch` that say in one way what became of a line. */
const REASONS: Readonly<Record<string, WhyAway['reason']>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'host',
  EAI_AGAIN: 'host',
  ETIMEDOUT: 'silent',
  EHOSTUNREACH: 'silent',
  ENETUNREACH: 'silent',
  UND_ERR_CONNECT_TIMEOUT: 'silent',
  UND_ERR_HEADERS_TIMEOUT: 'silent',
  ECONNRESET: 'broken',
  EPIPE: 'broken',
  UND_ERR_SOCKET: 'broken',
};

/** @param cause of what `fetch` has thrown for a line */
export function whyAway(cause: unknown): WhyAway {
  if (!(cause instanceof Error)) return { reason: 'broken' };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  // Of a port that browsers never ask there is no code.
  if (code === undefined)
    return cause.message === 'bad port' ? { reason: 'port' } : { reason: 'other', said: cause.message };
  const reason = REASONS[code];
  if (reason !== undefined) return { reason };
  if (code.startsWith('ERR_SSL_')) return { reason: 'encryption', said: code };
  return { reason: /CERT|SIGNATURE/.test(code) ? 'certificate' : 'other', said: code };
}
