import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES_FOLDER } from '../rules/load.ts';
import { ID } from '../rules/id.ts';
import { isAbsent } from '../tables/cannot-read.ts';

/** The folder of the pools that come with Slate. */
export const POOLS_FOLDER = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Where named pools and rule sets are. */
export interface Folders {
  /** Each pool is `<folder>/<name>/pool.csv`, its units `units.csv` beside it; `pool.yaml` may say what it is called. */
  readonly poolsFolder: string;
  /** Each rule set is `<folder>/<id>.yaml`. */
  readonly rulesFolder: string;
}

/** The folders that come with Slate. */
export const SHIPPED: Folders = { poolsFolder: POOLS_FOLDER, rulesFolder: RULES_FOLDER };

/** The names of the pools of a folder that have a file of this name, in order. */
export function poolsWith(file: 'pool.csv' | 'units.csv', { poolsFolder }: Folders): readonly string[] {
  return namesIn(poolsFolder).filter(
    (name) => ID.test(name) && stateOf(join(poolsFolder, name, file)) !== undefined,
  );
}

/**
 * The path of a file as people name it: a path; the name of a shipped pool, which stands for the file of
 * its folder that is asked for; or that name with a file of its folder: `hai-duong`, `hai-duong/slate.csv`.
 * What exists under the path itself is meant first, so that nobody's own file is ever passed over.
 *
 * @param asked the file that a name alone stands for; absent: it stands for none
 */
export function pathNamed(
  named: string,
  { poolsFolder }: Folders = SHIPPED,
  asked?: 'pool.csv' | 'units.csv',
): string {
  if (isFile(named)) return named;
  const [, name, file = asked] = /^([a-z0-9-]+)(?:\/([\w-]+\.(?:csv|yaml)))?$/.exec(named) ?? [];
  if (name === undefined || file === undefined) return named;
  const shipped = join(poolsFolder, name, file);
  return isFile(shipped) ? shipped : named;
}

/** Whether this can be nothing but the name of a shipped pool, and no pool of that name is there. */
export function isUnknownName(named: string, asked: 'pool.csv' | 'units.csv', folders: Folders): boolean {
  return ID.test(named) && stateOf(named) === undefined && !poolsWith(asked, folders).includes(named);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** The ids of the rule sets of a folder, in order. */
export function ruleSetIds({ rulesFolder }: Folders): readonly string[] {
  const files = namesIn(rulesFolder).filter((name) => name.endsWith('.yaml'));
  return files.map((name) => name.slice(0, -'.yaml'.length)).filter((id) => ID.test(id));
}

/** The text of a rule file by its id; `undefined` if there is none of that id. */
export async function ruleText(
  id: string,
  folders: Folders,
): Promise<{ readonly text: string; readonly file: string } | undefined> {
  return ID.test(id) ? textIn(`${id}.yaml`, folders) : undefined;
}

/** The text of the tests beside a rule file; `undefined` if it has none. */
export async function ruleTestsText(id: string, folders: Folders): Promise<string | undefined> {
  const found = ID.test(id) ? await textIn(`${id}.test.yaml`, folders) : undefined;
  return found?.text;
}

async function textIn(
  file: string,
  { rulesFolder }: Folders,
): Promise<{ readonly text: string; readonly file: string } | undefined> {
  try {
    return { text: await readFile(join(rulesFolder, file), 'utf8'), file };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Changes whenever a rule file does: rule sets extend each other, so all of them count. */
export function stateOfRules({ rulesFolder }: Folders): string {
  const files = namesIn(rulesFolder).filter((name) => name.endsWith('.yaml'));
  return files.map((name) => `${name} ${stateOf(join(rulesFolder, name))}`).join();
}

/** Changes whenever one of the files does that are read of the folders. */
export function stateOfFolders(folders: Folders): string {
  const { poolsFolder } = folders;
  const ofPools = namesIn(poolsFolder).flatMap((name) =>
    POOL_FILES.map((file) => `${name}/${file} ${stateOf(join(poolsFolder, name, file))}`),
  );
  return `${stateOfRules(folders)} ${ofPools.join()}`;
}

/** What is read of the folder of a pool. */
const POOL_FILES = ['pool.csv', 'units.csv', 'pool.yaml'] as const;

/**
 * Size and time of a file; `undefined` if there is no such file. Each question looks at some dozen files:
 * at once that takes a tenth of the time that as many turns of the thread pool take.
 */
export function stateOf(path: string): string | undefined {
  try {
    const { size, mtimeMs } = statSync(path);
    return `${size} ${mtimeMs}`;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}
