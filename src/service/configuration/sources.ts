import { readFile } from 'node:fs/promises';
import { cannotRead, isAbsent } from '../../tables/cannot-read.ts';
import { textOfBytes } from '../../rules/load.ts';
import { nearest } from '../../rules/problems/nearest.ts';
import { type Path, valueAt } from '../../rules/yaml/written-values.ts';
import { readYaml, type YamlFile } from '../../rules/yaml/yaml-file.ts';
import { isProblem, problem, type Problem } from '../../words/problem.ts';
import { type Setting, SETTINGS, variableOf } from './schema.ts';

/** Something that says settings, and where each of them stands in it. */
export interface Source {
  /** What `--print-config` calls it: `environment`, or the name of a file. */
  readonly name: 'file' | 'environment' | 'option';
  readonly written: YamlFile;
}

/** What came of reading a source; problems may stand beside settings that are sound. */
interface SourceReading {
  readonly source?: Source;
  readonly problems: readonly Problem[];
}

/** The file that is read where it is there and no other is named. */
const CONFIGURATION_FILE = 'slate.config.yaml';

/**
 * The settings of a file, with whatever is wrong with its text.
 *
 * @param file absent: {@link CONFIGURATION_FILE} of the working folder, if there is one
 */
export async function settingsOfFile(file: string | undefined): Promise<SourceReading> {
  const path = file ?? CONFIGURATION_FILE;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const found = cannotRead(error, path);
    if (found === undefined) throw error;
    return { problems: isAbsent(error) && file === undefined ? [] : [found] };
  }
  const text = textOfBytes(bytes);
  if ('code' in text) return { problems: [{ ...text, place: { file: path } }] };
  const { yaml, problems } = readYaml(text.text, path);
  // A file of nothing but remarks sets nothing.
  if (problems.every((found) => isProblem(found, 'rules.empty-file'))) {
    return { problems: [], ...(yaml && { source: { name: 'file', written: yaml } }) };
  }
  return { problems, ...(yaml && { source: { name: 'file', written: yaml } }) };
}

/** Variables that are meant for others than the settings. */
const NO_SETTINGS: ReadonlySet<string> = new Set([
  'SLATE_CONFIG',
  'SLATE_DATA',
  'SLATE_LOGIN_CLIENT_SECRET',
  'SLATE_HANDED_OVER',
  'SLATE_SERVICE',
  'SLATE_KEY',
]);

/** The settings of an environment, with the variables that set nothing: what is misspelt must not pass unseen. */
export function settingsOfEnvironment(env: NodeJS.ProcessEnv): SourceReading {
  const known = new Map(SETTINGS.map((setting) => [variableOf(setting.path), setting]));
  const given = Object.keys(env).filter((name) => name.startsWith('SLATE_') && env[name] !== '');
  const unknown = given.filter((name) => !known.has(name) && !NO_SETTINGS.has(name));
  const values = given.flatMap((name) => {
    const setting = known.get(name);
    return setting === undefined ? [] : [[setting.path, valueOf(setting, env[name]!)] as const];
  });
  return {
    problems: unknown.map((name) => {
      const meant = nearest(name, [...known.keys()]);
      return problem(
        'configuration.unknown-variable',
        { ...(meant !== undefined && { meant }) },
        { file: name },
      );
    }),
    source: {
      name: 'environment',
      written: writtenAs(nested(values), (path) => variableOf(settingAt(path))),
    },
  };
}

/** What a variable says: a list between commas, a number where one is wanted. */
function valueOf({ takes }: Setting, text: string): unknown {
  if (takes === 'list') return text.split(',').map((item) => item.trim());
  const isNumber = takes === 'number' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(text);
  return isNumber ? Number(text) : text;
}

/** A setting given on the command line, with the option that gave it. */
export interface GivenSetting {
  readonly path: readonly string[];
  readonly option: string;
  readonly value: unknown;
}

/** The settings of a command line. */
export function settingsOfOptions(given: readonly GivenSetting[]): Source {
  const values = given.map(({ path, value }) => [path, value] as const);
  const optionAt = (path: Path): string => {
    const at = settingAt(path).join('.');
    return given.find((each) => each.path.join('.') === at)?.option ?? at;
  };
  return { name: 'option', written: writtenAs(nested(values), optionAt) };
}

/** The setting that a path leads into, without the place in its list. */
function settingAt(path: Path): readonly string[] {
  return path.filter((step) => typeof step === 'string');
}

function nested(
  values: readonly (readonly [path: readonly string[], value: unknown])[],
): Readonly<Record<string, unknown>> {
  const top: Record<string, unknown> = {};
  for (const [path, value] of values) {
    let inner = top;
    for (const step of path.slice(0, -1)) inner = (inner[step] ??= {}) as Record<string, unknown>;
    inner[path.at(-1)!] = value;
  }
  return top;
}

/** Settings that stand in no file, shown by what they are called where they stand. */
function writtenAs(data: unknown, called: (path: Path) => string): YamlFile {
  const placeOf: YamlFile['placeOf'] = (path) => ({ file: called(path) });
  return { file: '', text: '', data, placeOf, placeOfKey: placeOf };
}

/** What a source says of a setting; `undefined` if it says nothing. */
export function saidBy({ written }: Source, path: readonly string[]): unknown {
  return valueAt(written.data, path) ?? undefined;
}
