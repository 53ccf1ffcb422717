import { InputError, isProblem } from '../../words/problem.ts';
import { Refusal } from '../answers/problem-document.ts';

/** What SQLite calls a database that is busy, full, read-only or on a disk that fails: nothing was written. */
const SQLITE_AWAY: ReadonlySet<number> = new Set([5, 8, 10, 13, 14]);
/** Classes of PostgreSQL's states: connections, resources, interventions of who runs it, and its own faults. */
const POSTGRES_AWAY = /^(?:08|53|57|58)/;

/** Whether a store could not be opened, which is no fault of whoever needed it. */
export function isStoreAway(error: unknown): boolean {
  return error instanceof InputError && error.problems.some((each) => isProblem(each, 'store.cannot-open'));
}

/**
 * What a failure of the database is to whoever asks: it is away for the moment, nothing was written, and
 * asking again later is right. What is wrong with an input is bad input; every other error is given back.
 */
export function asAnswered(error: unknown): unknown {
  if (isStoreAway(error)) return away();
  if (error instanceof InputError) {
    // Whoever asked for it has done nothing wrong: whoever runs the service has something to mend.
    const isDamaged = error.problems.some((each) => isProblem(each, 'store.not-as-written'));
    return Refusal.listing(isDamaged ? 'internal' : 'bad-input', error.problems);
  }
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  const { errcode, code, syscall } = error as Error & { errcode?: number; code?: string; syscall?: string };
  const isAway =
    (errcode !== undefined && SQLITE_AWAY.has(errcode & 0xff)) ||
    (code !== undefined && POSTGRES_AWAY.test(code)) ||
    syscall !== undefined ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(error.message);
  return isAway ? away() : error;
}

function away(): Refusal {
  return Refusal.of('store-away', 'store.away', undefined);
}
