import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Library, Resolve } from './extends.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * Where the package has the rule sets that come with it as its build read them: reading YAML takes a command
 * that runs once a fifth of its time. A checkout has none.
 */
export const PREPARED_FOLDER = fileURLToPath(new URL('../prepared/', import.meta.url));

/** A text that a rule file builds upon, as it was asked for. */
interface TextNoted {
  readonly id: string;
  /** Who asked: 0 is the rule file itself, 1 the first text noted, and so on. */
  readonly from: number;
  readonly sha256: string;
}

/** What a file of the folder holds. Where rules say which file they are from, there stands its number instead. */
interface Prepared {
  readonly texts: readonly TextNoted[];
  readonly ruleSet: unknown;
}

/**
 * A rule set as it was prepared, if every text that it was made of still is what it was then; `undefined`
 * otherwise, and then it is to be read. Only sound ones are prepared: there are no problems to tell.
 *
 * @param file the name that places carry
 */
export async function preparedRuleSet(
  text: string,
  file: string,
  resolve: Resolve,
  folder: string = PREPARED_FOLDER,
): Promise<RuleSet | undefined> {
  const written = await textIn(join(folder, preparedName(text)));
  if (written === undefined) return undefined;
  const { texts } = JSON.parse(written) as Prepared;
  const files = [file];
  for (const { id, from, sha256 } of texts) {
    const found = await resolve(id, files[from]!);
    if (found === undefined || hashOf(found.text) !== sha256) return undefined;
    files.push(found.file);
  }
  return ruleSetIn(written, files);
}

/** The name under which a rule file of this text is looked for. */
export function preparedName(text: string): string {
  return `${hashOf(text)}.json`;
}

/**
 * What is to be written for {@link preparedRuleSet}; `undefined` for a rule set that JSON does not hold as it is,
 * as one with a bound for slates of any size.
 *
 * @param read reads the rule set of a file in a library
 */
export async function prepared(
  file: string,
  { resolve, idsNear }: Library,
  read: (library: Library) => Promise<RuleSet>,
): Promise<string | undefined> {
  const files = [file];
  const texts: TextNoted[] = [];
  const noting: Resolve = async (id, from) => {
    const found = await resolve(id, from);
    if (found === undefined) return undefined;
    texts.push({ id, from: files.indexOf(from), sha256: hashOf(found.text) });
    files.push(found.file);
    return found;
  };
  const ruleSet = await read({ resolve: noting, idsNear });
  const numbered = (key: string, value: unknown): unknown =>
    key === 'file' && typeof value === 'string' ? files.indexOf(value) : value;
  const written = JSON.stringify({ texts, ruleSet } satisfies Prepared, numbered);
  return isDeepStrictEqual(ruleSetIn(written, files), ruleSet) ? written : undefined;
}

/** The rule set that was written, its rules in these files. */
function ruleSetIn(written: string, files: readonly string[]): RuleSet {
  const named = (key: string, value: unknown): unknown =>
    key === 'file' && typeof value === 'number' ? files[value] : value;
  // It was written from one, by the build of this very version.
  return (JSON.parse(written, named) as { readonly ruleSet: RuleSet }).ruleSet;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function textIn(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
