import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where a store is. */
export type StorePlace =
  /** A folder of its own, with a SQLite database in it. */
  | { readonly folder: string }
  /** One file of SQLite: a backup. */
  | { readonly file: string }
  /** PostgreSQL, as `postgresql://user@host/database`. */
  | { readonly url: string };

/** The name of the database in a data folder. */
export const STORE_FILE = 'slate.sqlite';

/** Whether a place is written as the address of a PostgreSQL database. */
function isAddress(place: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(place);
}

/** The store that a command line or an environment names: `--data`, else `DATABASE_URL`, else a folder of the user. */
export function placeOf(data: string | undefined, env: NodeJS.ProcessEnv): StorePlace {
  const named = data ?? env['SLATE_DATA'];
  if (named !== undefined && named !== '')
    return isAddress(named) ? { url: named } : { folder: resolve(named) };
  const url = env['DATABASE_URL'];
  if (url !== undefined && isAddress(url)) return { url };
  return { folder: dataFolder(env) };
}

/** Where programs of this platform keep what is theirs: by the XDG base directories, or as the platform has it. */
function dataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const { XDG_DATA_HOME: xdg, LOCALAPPDATA: local, HOME: home = homedir() } = env;
  // By the specification, a relative path there is to be ignored.
  if (xdg?.startsWith('/') === true) return join(xdg, 'slate');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'slate');
  if (platform === 'win32') return join(local ?? join(home, 'AppData', 'Local'), 'slate');
  return join(home, '.local', 'share', 'slate');
}

/** A place as it may be shown: without the password of a database, wherever its address has it. */
export function shownPlace(place: StorePlace): string {
  if ('folder' in place) return join(place.folder, STORE_FILE);
  if ('file' in place) return place.file;
  return place.url.replace(/^(\w+:\/\/[^:@/]*):.*@/, '$1@').replace(/[?#].*$/, '');
}
