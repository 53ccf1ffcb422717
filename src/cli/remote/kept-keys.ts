import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cannotRead, isAbsent } from '../../tables/cannot-read.ts';
import { makeFolder } from '../../tables/make-folder.ts';
import { InputError, problem } from '../../words/problem.ts';

/**
 * Keys of services that a user has logged in to: a file each, named by the address, in a folder of the user's
 * configuration that nobody else reads. A file each, so that two logins at once keep both.
 */

/** What others than the owner may do with a file. */
const OF_OTHERS = 0o077;

/** The key that is kept for a service. @throws InputError where others can read it */
export async function keptKey(address: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const file = fileOf(address, env);
  try {
    const { mode } = await stat(file);
    // Windows says nothing of others in the mode; there the folder of the user is their own.
    if (process.platform !== 'win32' && (mode & OF_OTHERS) !== 0)
      throw new InputError([problem('cli.key-file-open', { file })]);
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw unreadable(error, file);
  }
}

/** Keeps a key for a service in place of the one before. @throws InputError */
export async function keepKey(address: string, key: string, env: NodeJS.ProcessEnv): Promise<void> {
  const file = fileOf(address, env);
  const begun = join(folderOf(env), `.${randomUUID()}`);
  try {
    makeFolder(folderOf(env), 0o700);
    await writeFile(begun, `${key}\n`, { mode: 0o600, flag: 'wx' });
    await rename(begun, file);
  } catch (error) {
    await rm(begun, { force: true });
    throw unreadable(error, file);
  }
}

/** Forgets the key of a service. @returns whether there was one */
export async function forgetKey(address: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const file = fileOf(address, env);
  try {
    await rm(file);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw unreadable(error, file);
  }
}

/** The services of which a key is kept. */
export async function servicesWithKeys(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  try {
    const names = await readdir(folderOf(env));
    return names
      .filter((name) => name.startsWith('http'))
      .map((name) => decodeURIComponent(name))
      .toSorted();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw unreadable(error, folderOf(env));
  }
}

function unreadable(error: unknown, file: string): unknown {
  const found = cannotRead(error, file);
  return found === undefined ? error : new InputError([found]);
}

function fileOf(address: string, env: NodeJS.ProcessEnv): string {
  return join(folderOf(env), encodeURIComponent(address));
}

/** Where programs of this platform keep what the user has set. */
function folderOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const { XDG_CONFIG_HOME: xdg, APPDATA: roaming, HOME: home = homedir() } = env;
  // By the specification, a relative path there is to be ignored.
  if (xdg?.startsWith('/') === true) return join(xdg, 'slate', 'keys');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'slate', 'keys');
  if (platform === 'win32') return join(roaming ?? join(home, 'AppData', 'Roaming'), 'slate', 'keys');
  return join(home, '.config', 'slate', 'keys');
}
