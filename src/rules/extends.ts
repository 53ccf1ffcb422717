import { isDeepStrictEqual } from 'node:util';
import { problem, type Problem } from '../words/problem.ts';
import { declaredFacts, hasUnreadableFacts } from './problems/fact-problems.ts';
import { withTables } from './bounds/membership-table.ts';
import { nearest } from './problems/nearest.ts';
import { ID } from './id.ts';
import type { UsableFacts } from './problems/usable-facts.ts';
import { fieldsOf, itemsOf, writtenText, valueAt, type Path } from './yaml/written-values.ts';
import { readYaml, type YamlFile } from './yaml/yaml-file.ts';

/** Finds the file of a rule set that `from` (a file's name) extends; `undefined` if there is none. */
export type Resolve = (
  id: string,
  from: string,
) => Promise<{ readonly text: string; readonly file: string } | undefined>;

/** One file of a rule set, and what it extends. */
export interface RuleFile {
  readonly yaml: YamlFile;
  /** Every file it builds upon, directly or through others. */
  readonly ancestors: ReadonlySet<RuleFile>;
  readonly facts: UsableFacts;
  /** The texts of the tables that its rules name. */
  readonly tables: readonly string[];
}

/** Where the files of a rule set are found. */
export interface Library {
  readonly resolve: Resolve;
  /** The ids that there are beside `from`, or in a folder beside it, for the one that was probably meant. */
  readonly idsNear: (from: string, folder?: string) => Promise<readonly string[]>;
}

/** All files of a rule set. */
interface RuleFiles {
  /**
   * Each file once, what is extended before what extends it; the file that was asked for is the last. Empty if
   * unreadable.
   */
  readonly files: readonly RuleFile[];
  readonly problems: readonly Problem[];
}

/** Reads a file and all that it extends. Reading goes on past a file that is missing or broken. */
export async function readRuleFiles(text: string, file: string, library: Library): Promise<RuleFiles> {
  const gathering: Gathering = { library, byId: new Map(), files: [], problems: [] };
  await gather(text, file, [], gathering);
  return gathering;
}

interface Gathering {
  readonly library: Library;
  readonly byId: Map<string, RuleFile | undefined>;
  readonly files: RuleFile[];
  readonly problems: Problem[];
}

async function gather(
  text: string,
  file: string,
  chain: readonly string[],
  gathering: Gathering,
): Promise<RuleFile | undefined> {
  const written = readYaml(text, file);
  gathering.problems.push(...written.problems);
  if (written.yaml === undefined) return undefined;
  const { yaml, tables, problems } = await withTables(written.yaml, gathering.library);
  gathering.problems.push(...problems);
  const id = writtenText(fieldsOf(yaml.data)['id']);
  const here = chain.length === 0 && id !== undefined ? [id] : chain;
  const ancestors = new Set<RuleFile>();
  let complete = true;
  for (const { id: extended, path } of idsUnder('extends', yaml)) {
    const base = await extendedFile(extended, path, yaml, here, gathering);
    if (base === undefined) complete = false;
    else for (const each of [...base.ancestors, base]) ancestors.add(each);
  }
  const facts = usableFacts(yaml, ancestors, complete);
  const read = { yaml, ancestors, facts, tables };
  gathering.files.push(read);
  return read;
}

/** The ids under a key, one or several, and where each is written; what is no id is left to the check of shape. */
export function idsUnder(
  key: 'extends' | 'retirement',
  yaml: YamlFile,
): readonly { readonly id: string; readonly path: Path }[] {
  const written = fieldsOf(yaml.data)[key];
  const ids = Array.isArray(written)
    ? itemsOf(written).map((id, index) => ({ id, path: [key, index] }))
    : [{ id: written, path: [key] }];
  return ids.flatMap(({ id, path }) => (typeof id === 'string' && ID.test(id) ? [{ id, path }] : []));
}

async function extendedFile(
  id: string,
  path: Path,
  yaml: YamlFile,
  chain: readonly string[],
  gathering: Gathering,
): Promise<RuleFile | undefined> {
  const place = yaml.placeOf(path);
  if (chain.includes(id)) {
    gathering.problems.push(
      problem('rules.circular', { chain: [...chain.slice(chain.indexOf(id)), id] }, place),
    );
    return undefined;
  }
  if (gathering.byId.has(id)) return gathering.byId.get(id);
  const { resolve, idsNear } = gathering.library;
  const found = await resolve(id, yaml.file);
  if (found === undefined) {
    const meant = nearest(id, await idsNear(yaml.file));
    gathering.problems.push(problem('rules.no-extended', { id, meant }, place));
  }
  const read = found && (await gather(found.text, found.file, [...chain, id], gathering));
  gathering.byId.set(id, read);
  return read;
}

function usableFacts(yaml: YamlFile, ancestors: ReadonlySet<RuleFile>, complete: boolean): UsableFacts {
  const bases = [...ancestors];
  return {
    declared: new Map([...bases.flatMap((base) => [...base.facts.declared]), ...declaredFacts(yaml)]),
    complete: complete && !hasUnreadableFacts(yaml) && bases.every((base) => base.facts.complete),
  };
}

/** Where a file says something; `undefined` where it says nothing of it. */
type Saying = (file: RuleFile) => Path | undefined;

/**
 * The file whose word holds: what extends another file has the last one. Where two files that do not
 * build upon each other say different things, and nothing above them decides, no order of theirs may
 * decide silently: the places of both are `rivals`, and the later one is given.
 */
export function lastWord(
  saying: Saying,
  files: readonly RuleFile[],
): { readonly file: RuleFile | undefined; readonly rivals?: readonly [first: string, second: string] } {
  const valueIn = (file: RuleFile): unknown => valueAt(file.yaml.data, saying(file)!);
  const sayers = files.filter((file) => saying(file) !== undefined);
  const last = sayers.filter((file) => !sayers.some((other) => other.ancestors.has(file)));
  const file = last.at(-1);
  const rival = file && last.find((other) => !isDeepStrictEqual(valueIn(other), valueIn(file)));
  if (file === undefined || rival === undefined) return { file };
  const placeIn = ({ yaml }: RuleFile, path: Path): string => `${yaml.file}:${yaml.placeOf(path).line ?? 1}`;
  return { file, rivals: [placeIn(rival, saying(rival)!), placeIn(file, saying(file)!)] };
}

/** The file whose value at a path holds, and the problem that there are two of them. */
export function prevailingFile(
  path: Path,
  files: readonly RuleFile[],
): { readonly file: RuleFile | undefined; readonly problems: readonly Problem[] } {
  const saying: Saying = ({ yaml }) => (valueAt(yaml.data, path) === undefined ? undefined : path);
  const { file, rivals } = lastWord(saying, files);
  if (rivals === undefined) return { file, problems: [] };
  const [first, second] = rivals;
  const place = files.at(-1)!.yaml.placeOf(['extends']);
  return { file, problems: [problem('rules.disagreement', { key: path.join('.'), first, second }, place)] };
}
