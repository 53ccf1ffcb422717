import { addAbortSignal } from 'node:stream';
import type {
  CaseSources,
  DecisionsInput,
  LettersRead,
  PoolSource,
  RulesSource,
  ScenariosSource,
  ScenarioSource,
  SlateSource,
  TableReading,
  Unreadable,
  UnitsSource,
} from '../opening/sources.ts';
import { isUnknownName, pathNamed, poolsWith, SHIPPED } from '../opening/shipped.ts';
import { problem, type Problem } from '../words/problem.ts';
import { TableEncodings } from './options/table-encodings.ts';

/** What a command line names of a case; `-` is standard input. */
export interface InputsNamed {
  readonly pool?: string | undefined;
  /** What the command line says of the table of candidates. */
  readonly reading?: TableReading | undefined;
  /** What it says of the letters of all tables. */
  readonly encodings: TableEncodings;
  readonly rules?: string | undefined;
  readonly units?: string | undefined;
  /** A scenario to lay over the rules: `FILE` or `FILE#ID`. */
  readonly scenario?: string | undefined;
  readonly decisions?: DecisionsInput | undefined;
  /** Absent where the question is about none; `missing` says how the command line names it. */
  readonly slate?: { readonly file: string | undefined; readonly missing: Problem } | undefined;
  /** Scenarios to compare: those of a file, beside the rules where none is named; all, or some by id. */
  readonly scenarios?: { readonly file: string | undefined; readonly ids: readonly string[] } | undefined;
}

/** The sources that a command line names, and what is wrong with the names themselves. */
interface NamedSources {
  readonly sources: CaseSources;
  readonly problems: readonly Problem[];
}

/** The name that standard input has in messages. */
const STDIN = '<stdin>';

/** What cannot be read for a reason that is told elsewhere. */
const UNREAD: Unreadable = { unreadable: [] };

/** Whether a file that the command line names is standard input. */
function isStdin(file: string): boolean {
  return file === '-';
}

/** Where everything comes from that a command line names. */
export function sourcesOf(named: InputsNamed, signal: AbortSignal): NamedSources {
  const { pool, rules, units, scenario, decisions, slate, scenarios, encodings } = named;
  const twice = stdinTwice({
    '<slate>': slate?.file,
    '--pool': pool,
    '--rules': rules,
    '--units': units,
    '--scenario': scenario === undefined ? undefined : scenarioIn(scenario).file,
    '--scenarios': scenarios?.file,
  });
  const problems = [...twice, ...encodings.ofOthersThan([pool, units, slate?.file])];
  // Who reads first would take what is meant for another.
  const read: Reads = {
    from: (file, other, stdin) => {
      if (!isStdin(file)) return other(file);
      return twice.length > 0 ? UNREAD : stdin({ called: STDIN, text: standardInput(signal) });
    },
  };
  return {
    problems,
    sources: {
      pool: poolNamed(pool, read, named.reading),
      rules: rulesNamed(rules, read),
      ...(units !== undefined && { units: unitsNamed(units, read, lettersOf(units, encodings)) }),
      ...(scenario !== undefined && { scenario: scenarioNamed(scenario, read) }),
      ...(decisions !== undefined && { decisions }),
      ...(slate !== undefined && { slate: slateNamed(slate, read, lettersOf(slate.file, encodings)) }),
      ...(scenarios !== undefined && { scenarios: scenariosNamed(scenarios, rules, read) }),
    },
  };
}

interface Stdin {
  readonly called: string;
  readonly text: AsyncIterable<Buffer>;
}

interface Reads {
  readonly from: <File, Text>(
    file: string,
    other: (file: string) => File,
    stdin: (from: Stdin) => Text,
  ) => File | Text | Unreadable;
}

/** Where candidates come from that the command line names: a shipped pool by its name, a file, or standard input. */
export function poolNamed(
  nameOrFile: string | undefined,
  { from }: Reads,
  reading?: TableReading,
): PoolSource {
  if (nameOrFile === undefined) return missingOption('--pool <name|file>');
  return from(
    nameOrFile,
    (named) => {
      const found = shippedOrFile(named, 'pool.csv', 'service.no-pool');
      return 'file' in found ? { ...found, reading } : found;
    },
    ({ called, text }) => ({ csv: text, called, reading }),
  );
}

/** A file by its path, or that of a shipped pool by the name of the pool. */
function shippedOrFile(
  named: string,
  asked: 'pool.csv' | 'units.csv',
  unknown: 'service.no-pool' | 'placements.no-shipped-units',
): { readonly file: string } | Unreadable {
  if (!isUnknownName(named, asked, SHIPPED)) return { file: pathNamed(named, SHIPPED, asked) };
  return { unreadable: [problem(unknown, { name: named, allowed: poolsWith(asked, SHIPPED) })] };
}

/** What the options of a command say of a table of candidates. */
export function readingIn(read: Readonly<Record<string, unknown>>, file: string | undefined): TableReading {
  const { sheet, map } = read;
  return {
    encoding: TableEncodings.in(read).of(file),
    ...(Array.isArray(sheet) && { sheet: sheet.map(String) }),
    ...(typeof map === 'string' && { mapping: { file: map } }),
  };
}

/** Rules by id, file or standard input: then what they extend is looked for in the working folder. */
export function rulesNamed(idOrFile: string | undefined, { from }: Reads): RulesSource {
  if (idOrFile === undefined) return missingOption('--rules <id|file>');
  return from(
    idOrFile,
    (path) => ({ idOrFile: path }),
    ({ called, text }) => ({ yaml: text, called }),
  );
}

/** Reads standard input where it is named, and files otherwise: for a command that takes a single input. */
export function singleInput(signal: AbortSignal): Reads {
  return {
    from: (file, other, stdin) =>
      isStdin(file) ? stdin({ called: STDIN, text: standardInput(signal) }) : other(file),
  };
}

function lettersOf(file: string | undefined, encodings: TableEncodings): { readonly reading?: LettersRead } {
  const encoding = encodings.of(file);
  return encoding === undefined ? {} : { reading: { encoding } };
}

function unitsNamed(
  nameOrFile: string,
  { from }: Reads,
  letters: { readonly reading?: LettersRead },
): UnitsSource {
  return from(
    nameOrFile,
    (named) => {
      const found = shippedOrFile(named, 'units.csv', 'placements.no-shipped-units');
      return 'file' in found ? { ...found, ...letters } : found;
    },
    ({ called, text }) => ({ csv: text, called, ...letters }),
  );
}

/** The parts of `FILE` or `FILE#ID`. */
function scenarioIn(spec: string): { readonly file: string; readonly id?: string } {
  const at = spec.lastIndexOf('#');
  return at === -1 ? { file: spec } : { file: spec.slice(0, at), id: spec.slice(at + 1) };
}

function scenarioNamed(spec: string, { from }: Reads): ScenarioSource {
  const { file, ...id } = scenarioIn(spec);
  return from(
    file,
    (named) => ({ file: pathNamed(named), ...id }),
    ({ called, text }) => ({ yaml: text, called, ...id }),
  );
}

function slateNamed(
  { file, missing }: NonNullable<InputsNamed['slate']>,
  { from }: Reads,
  letters: { readonly reading?: LettersRead },
): SlateSource {
  if (file === undefined) return { unreadable: [missing] };
  return from(
    file,
    (named) => ({ file: pathNamed(named), ...letters }),
    ({ called, text }) => ({ csv: text, called, ...letters }),
  );
}

function scenariosNamed(
  { file, ids }: NonNullable<InputsNamed['scenarios']>,
  rules: string | undefined,
  { from }: Reads,
): ScenariosSource {
  if (file !== undefined) {
    return from(
      file,
      (named) => ({ file: pathNamed(named), ids }),
      ({ called, text }) => ({ yaml: text, called, ids, shown: file }),
    );
  }
  if (rules === undefined) return UNREAD;
  // Rules from standard input are read once, as rules; scenarios need a file.
  if (isStdin(rules))
    return { unreadable: [problem('cli.no-scenarios', { file: rules, option: '--scenarios' })] };
  return { besideRules: rules, ids };
}

function missingOption(option: string): Unreadable {
  return { unreadable: [problem('cli.missing-option', { option })] };
}

/** Standard input as it comes, until the signal aborts. */
function standardInput(signal: AbortSignal): AsyncIterable<Buffer> {
  return addAbortSignal(signal, process.stdin);
}

/** Several inputs that are to come from standard input: it can be read once. */
function stdinTwice(inputs: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  const names = Object.keys(inputs).filter((name) => inputs[name] !== undefined && isStdin(inputs[name]));
  return names.length > 1 ? [problem('cli.stdin-twice', { names })] : [];
}
