import { makeFolder } from '../tables/make-folder.ts';
import { problem, InputError } from '../words/problem.ts';
import { type Database, openDatabase } from './database.ts';
import { CannotMigrate } from './schema/migrations.ts';
import { shownPlace, type StorePlace } from './store-place.ts';

/** An open store. Whoever opened it closes it. */
export interface Store {
  readonly db: Database;
  readonly place: StorePlace;
  readonly close: () => Promise<void>;
}

/**
 * Opens a store, and makes one where there is none yet. Any number of processes may have it open.
 *
 * @throws InputError where it cannot be opened, or a later version of Slate has written it
 */
export async function openStore(place: StorePlace): Promise<Store> {
  const at = shownPlace(place);
  try {
    if ('folder' in place) makeFolder(place.folder, 0o700);
    const db = await openDatabase(place);
    return { db, place, close: () => db.destroy() };
  } catch (error) {
    if (error instanceof CannotMigrate && error.isNewer)
      throw new InputError([problem('store.newer', { at })]);
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw new InputError([problem('store.cannot-open', { at, reason })]);
  }
}

/**
 * Why a database cannot be opened: the code of whatever failed when it was made or connected to, or kept its tables
 * from being made those of today; `undefined` for what is no such failure. SQLite has one code for everything, and the
 * driver of PostgreSQL none for a server that does not answer: there their words say it.
 */
function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof CannotMigrate)) return codeOf(error);
  return codeOf(error.cause) ?? (error.cause instanceof Error ? error.cause.message : String(error.cause));
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code === 'ERR_SQLITE_ERROR' ? error.message : error.code;
}
