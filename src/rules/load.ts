import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cannotRead, isAbsence, isAbsent } from '../tables/cannot-read.ts';
import { decoded } from '../tables/text/encoding.ts';
import { textOfTable } from '../tables/csv/small-table.ts';
import { untranslated, type Text } from '../words/language.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import type { Library } from './extends.ts';
import { TABLE_NAME } from './bounds/membership-table.ts';
import { nearest } from './problems/nearest.ts';
import { preparedRuleSet } from './prepared-rules.ts';
import type { RuleSet } from './rule-set.ts';
import { ID } from './id.ts';
import { fieldsOf, isFields, writtenText } from './yaml/written-values.ts';

/** The folder of the rule sets that come with Slate. */
export const RULES_FOLDER = fileURLToPath(new URL('../../rules/', import.meta.url));

/** Whether this names a rule file by its path, and no rule set by its id. */
export function isRulePath(nameOrPath: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(nameOrPath);
}

/**
 * Reads a rule set by its id (`<folder>/<id>.yaml`) or from a path that ends in `.yaml`, `.yml` or
 * `.json`. What it extends is looked for beside the file that extends it, then in `folder`.
 */
export async function loadRuleSet(
  nameOrPath: string,
  folder: string = RULES_FOLDER,
): Promise<Reading<RuleSet>> {
  const isPath = isRulePath(nameOrPath);
  if (!isPath && !ID.test(nameOrPath)) return { ok: false, problems: [await noRuleSet(nameOrPath, folder)] };
  const path = isPath ? nameOrPath : join(folder, `${nameOrPath}.yaml`);
  const text = await textOfFile(path);
  if (text === 'missing') {
    const missing = isPath
      ? problem('rules.no-file', { file: nameOrPath })
      : await noRuleSet(nameOrPath, folder);
    return { ok: false, problems: [missing] };
  }
  const name = isPath ? nameOrPath : shownPath(path);
  if ('code' in text) return { ok: false, problems: [{ ...text, place: { file: name } }] };
  return parsedFrom(text.text, name, folder);
}

/**
 * Reads a rule set from the bytes of a file that has this name; what it extends is looked for as {@link
 * loadRuleSet} does.
 */
export async function ruleSetFrom(
  bytes: Uint8Array,
  name: string,
  folder: string = RULES_FOLDER,
): Promise<Reading<RuleSet>> {
  const text = textOfBytes(bytes);
  if ('code' in text) return { ok: false, problems: [{ ...text, place: { file: name } }] };
  return parsedFrom(text.text, name, folder);
}

async function parsedFrom(text: string, name: string, folder: string): Promise<Reading<RuleSet>> {
  const prepared = await preparedRuleSet(text, name, libraryBeside(folder).resolve);
  if (prepared !== undefined) return { ok: true, value: prepared };
  const unreadable: Problem[] = [];
  const { resolve, idsNear } = libraryBeside(folder, unreadable);
  // Loaded only where rules are read: what reads YAML and checks its shape takes longer to load than the rest.
  const { parseRuleSet } = await import('./parse-rule-set.ts');
  const reading = await parseRuleSet(text, name, resolve, idsNear);
  return reading.ok || unreadable.length === 0
    ? reading
    : { ok: false, problems: [...reading.problems, ...unreadable] };
}

/** What lies beside a file, then in a folder. @param unreadable takes what is there and cannot be read */
export function libraryBeside(folder: string, unreadable: Problem[] = []): Library {
  return {
    resolve: async (id, from) => {
      const isTable = TABLE_NAME.test(id);
      const name = isTable ? id : `${id}.yaml`;
      for (const candidate of new Set([join(dirname(from), name), join(folder, name)])) {
        const found = await textOfFile(candidate, isTable ? tableIn : textOfBytes);
        const file = shownPath(candidate);
        if (found === 'missing') continue;
        if ('text' in found) return { text: found.text, file };
        unreadable.push({ ...found, place: { file } });
      }
      return undefined;
    },
    idsNear: async (from, inside = '.') => [
      ...(await idsIn(join(dirname(from), inside))),
      ...(await idsIn(join(folder, inside))),
    ],
  };
}

/** A text that a rule file builds upon. */
export interface TextBehind {
  readonly text: string;
  /** As messages show it. */
  readonly file: string;
}

/**
 * What a rule file builds upon, by the ids under which it is asked for: the files that it extends, directly or
 * through others, and tables of retirement. What is missing or wrong is told where the rules themselves are read.
 */
export async function textsBehind(
  text: string,
  name: string,
  folder: string = RULES_FOLDER,
): Promise<ReadonlyMap<string, TextBehind>> {
  const behind = new Map<string, TextBehind>();
  const { resolve, idsNear } = libraryBeside(folder);
  const noting: Library = {
    idsNear,
    resolve: async (id, from) => {
      const found = await resolve(id, from);
      if (found !== undefined) behind.set(id, found);
      return found;
    },
  };
  const { readRuleFiles } = await import('./extends.ts');
  const { readRetirement } = await import('./facts/retirement-table.ts');
  const { files } = await readRuleFiles(text, name, noting);
  await readRetirement(files, noting);
  return behind;
}

/** A rule set in a list: enough to choose one by. */
export interface RuleSetEntry {
  readonly id: string;
  readonly title: Text;
  /** As messages show it. */
  readonly file: string;
}

/** The rule sets of a folder, by id. A file that cannot be read is listed under its name, so that it can be asked why. */
export async function listRuleSets(folder: string = RULES_FOLDER): Promise<readonly RuleSetEntry[]> {
  const ids = await idsIn(folder);
  return Promise.all(
    ids.map(async (id) => {
      const path = join(folder, `${id}.yaml`);
      const read = await textOfFile(path);
      const title = read !== 'missing' && 'text' in read ? await titleOf(read.text, path, folder) : undefined;
      return { id, title: title ?? untranslated(id), file: shownPath(path) };
    }),
  );
}

/** The title in the text of a rule file, which may be wrong in all else. */
async function titleOf(text: string, path: string, folder: string): Promise<Text | undefined> {
  const prepared = await preparedRuleSet(text, path, libraryBeside(folder).resolve);
  if (prepared !== undefined) return prepared.title;
  const { readYaml } = await import('./yaml/yaml-file.ts');
  return titleIn(fieldsOf(readYaml(text, path).yaml?.data)['title']);
}

function titleIn(written: unknown): Text | undefined {
  if (typeof written === 'string') return untranslated(written);
  if (!isFields(written)) return undefined;
  const [vi, en] = [writtenText(written['vi']), writtenText(written['en'])];
  return vi === undefined || en === undefined ? undefined : { vi, en };
}

/** What stands under a name that is no rule set's: a folder, a file that is none of rules, or nothing. */
async function noRuleSet(named: string, folder: string): Promise<Problem> {
  const found = await stat(named).catch(() => undefined);
  if (found?.isDirectory() === true) return problem('rules.is-folder', undefined, { file: named });
  if (found?.isFile() === true) return problem('rules.no-rule-file', undefined, { file: named });
  return unknownRuleSet(named, folder);
}

async function unknownRuleSet(name: string, folder: string): Promise<Problem> {
  try {
    const ids = await idsIn(folder);
    const meant = nearest(name, ids);
    return problem('rules.no-rule-set', { name, allowed: ids, ...(meant === undefined ? {} : { meant }) });
  } catch (error) {
    const failed = cannotRead(error, folder);
    if (failed === undefined) throw error;
    return failed;
  }
}

async function idsIn(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length))
      .filter((id) => ID.test(id))
      .sort();
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}

/** A path as people want to read it: from the working folder, if it lies inside. */
function shownPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return isAbsolute(shown) || shown === '..' || shown.startsWith(`..${sep}`) ? path : shown;
}

type TextFound = { readonly text: string } | Problem;

async function textOfFile(
  path: string,
  read: (bytes: Uint8Array) => TextFound | Promise<TextFound> = textOfBytes,
): Promise<TextFound | 'missing'> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return isAbsent(error) ? 'missing' : problem('rules.unreadable', undefined);
  }
  return read(bytes);
}

async function tableIn(bytes: Uint8Array): Promise<TextFound> {
  const text = await textOfTable(bytes);
  return text === undefined ? problem('rules.no-table', undefined) : { text };
}

/** The text of a file in UTF-8, or why it is none. */
export function textOfBytes(bytes: Uint8Array): { readonly text: string } | Problem {
  const read = decoded(bytes);
  return read.ok ? read : problem('rules.not-utf8', { guess: read.guess });
}
