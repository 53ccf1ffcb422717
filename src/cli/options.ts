import { Option } from '@commander-js/extra-typings';
import type { SolverChoice } from '../optimize/threads/solver-threads.ts';
import { LANGUAGES, type Language } from '../words/language.ts';
import { BadInput, problem } from '../words/problem.ts';
import type { Say } from './context.ts';

/** Most seconds that an answer may be allowed: a week. Timers cannot hold more than 24 days. */
const MOST_SECONDS = 604_800;
/** More slates in one answer than anybody reads. */
const MOST_SLATES = 100;

/** Options of which each further one adds something. */
const REPEATABLE = new Set(['together', 'apart', 'vary', 'measure']);

/** Whether an option may be given more than once. */
export function isRepeatable(option: Option): boolean {
  return REPEATABLE.has(option.name());
}

/** `--lang`. */
export const languageOption = (say: Say) =>
  new Option('--lang <language>', say('cli.lang-option', undefined)).argParser((text): Language =>
    oneOf('--lang', LANGUAGES, text),
  );

/** `--pool`. */
export const poolOption = (say: Say) => new Option('--pool <file>', say('cli.pool-option', undefined));

/** `--rules`. */
export const rulesOption = (say: Say) => new Option('--rules <id|file>', say('cli.rules-option', undefined));

/** `--units`. */
export const unitsOption = (say: Say) => new Option('--units <file>', say('cli.units-option', undefined));

/** `--pin`. */
export const pinOption = (say: Say) => new Option('--pin <id...>', say('cli.pin-option', undefined));

/** `--exclude`. */
export const excludeOption = (say: Say) =>
  new Option('--exclude <id...>', say('cli.exclude-option', undefined));

/** `--together A,B`; each further one adds a group. */
export const togetherOption = (say: Say) =>
  new Option('--together <id,id>', say('cli.together-option', undefined)).argParser(anotherGroup);

/** `--apart A,B`; each further one adds a group. */
export const apartOption = (say: Say) =>
  new Option('--apart <id,id>', say('cli.apart-option', undefined)).argParser(anotherGroup);

/** `--alternatives`. */
export const alternativesOption = (say: Say) =>
  new Option('--alternatives <number>', say('cli.alternatives-option', undefined)).argParser((text): number =>
    wholeNumber('--alternatives', 1, MOST_SLATES, text),
  );

/** `--differ`. */
export const differOption = (say: Say) =>
  new Option('--differ <number>', say('cli.differ-option', undefined)).argParser((text): number =>
    wholeNumber('--differ', 1, 10_000, text),
  );

/** `--near-best 2%`; the value is a share. */
export const nearBestOption = (say: Say) =>
  new Option('--near-best <percent>', say('cli.near-best-option', undefined)).argParser((text): number => {
    const percent = Number(/^(\d+(?:[.,]\d+)?) ?%$/.exec(text)?.[1]?.replace(',', '.') ?? Number.NaN);
    if (percent <= 100) return percent / 100;
    throw new BadInput([problem('cli.not-percent', { option: '--near-best', value: text })]);
  });

const SOLVERS = ['auto', 'highs', 'javascript-lp-solver'] as const satisfies readonly SolverChoice[];

/** `--solver`. */
export const solverOption = (say: Say) =>
  new Option('--solver <name>', say('cli.solver-option', undefined)).argParser((text): SolverChoice =>
    oneOf('--solver', SOLVERS, text),
  );

/** `--time-limit`, in seconds; the value is in milliseconds. */
export const timeLimitOption = (say: Say) => timeLimitSaying(say('cli.time-limit-option', undefined));

/** `--time-limit` of a sweep, which has none by itself. */
export const sweepTimeLimitOption = (say: Say) =>
  timeLimitSaying(say('cli.sweep-time-limit-option', undefined));

function timeLimitSaying(help: string) {
  return new Option('--time-limit <seconds>', help).argParser((text): number => {
    const seconds = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
    if (seconds > 0 && seconds <= MOST_SECONDS) return Math.max(1, Math.round(seconds * 1000));
    throw new BadInput([
      problem('cli.not-seconds', { option: '--time-limit', value: text, max: MOST_SECONDS }),
    ]);
  });
}

/** `--conflicts`. */
export const conflictsOption = (say: Say) =>
  new Option('--conflicts <number>', say('cli.conflicts-option', undefined)).argParser((text): number =>
    wholeNumber('--conflicts', 0, 1000, text),
  );

/** `--relaxations`. */
export const relaxationsOption = (say: Say) =>
  new Option('--relaxations <number>', say('cli.relaxations-option', undefined)).argParser((text): number =>
    wholeNumber('--relaxations', 0, 100, text),
  );

/** `--ranges`. */
export const rangesOption = (say: Say) => new Option('--ranges', say('cli.ranges-option', undefined));

/** `--slate`. */
export const slateOption = (say: Say) => new Option('--slate <file>', say('cli.slate-option', undefined));

/** `--changes`. */
export const changesOption = (say: Say) =>
  new Option('--changes <number>', say('cli.changes-option', undefined)).argParser((text): number =>
    wholeNumber('--changes', 0, 10_000, text),
  );

/** `--alternatives` of replacements. */
export const replacementsOption = (say: Say) =>
  new Option('--alternatives <number>', say('cli.replacements-option', undefined)).argParser((text): number =>
    wholeNumber('--alternatives', 1, MOST_SLATES, text),
  );

/** `--repair`. */
export const repairOption = (say: Say) => new Option('--repair', say('cli.repair-option', undefined));

/** `--keep`. */
export const keepOption = (say: Say) => new Option('--keep <id...>', say('cli.keep-option', undefined));

/** `--alternatives` of repairs. */
export const repairsOption = (say: Say) =>
  new Option('--alternatives <number>', say('cli.repairs-option', undefined)).argParser((text): number =>
    wholeNumber('--alternatives', 1, MOST_SLATES, text),
  );

/** `--host`. */
export const hostOption = (say: Say) => new Option('--host <address>', say('cli.host-option', undefined));

/** `--port`. */
export const portOption = (say: Say) =>
  new Option('--port <number>', say('cli.port-option', undefined)).argParser((text): number =>
    wholeNumber('--port', 0, 65_535, text),
  );

function oneOf<Value extends string>(option: string, allowed: readonly Value[], text: string): Value {
  const found = allowed.find((each) => each === text);
  if (found === undefined) throw new BadInput([problem('cli.not-one-of', { option, value: text, allowed })]);
  return found;
}

function wholeNumber(option: string, min: number, max: number, text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new BadInput([problem('cli.not-whole', { option, value: text, min, max })]);
}

/** Ids between commas; ids with a comma in them cannot be named this way. */
function anotherGroup(
  text: string,
  groups: readonly (readonly string[])[] = [],
): readonly (readonly string[])[] {
  const ids = text.split(',').map((id) => id.normalize('NFC').trim());
  return [...groups, ids.filter((id) => id !== '')];
}

/** `--scenario FILE#ID`, laid over the rules. */
export const scenarioOption = (say: Say) =>
  new Option('--scenario <file#id>', say('cli.scenario-option', undefined));

/** `--vary women=9..15`; each further one adds a variation. */
export const varyOption = (say: Say) =>
  new Option('--vary <name=values>', say('cli.vary-option', undefined)).argParser(another);

/** `--measure women`; each further one adds a measure. */
export const measureOption = (say: Say) =>
  new Option('--measure <name>', say('cli.measure-option', undefined)).argParser(another);

/** `--most`. */
export const mostOption = (say: Say) =>
  new Option('--most <number>', say('cli.most-option', undefined)).argParser((text): number =>
    wholeNumber('--most', 1, 100_000, text),
  );

/** `--out`. */
export const outOption = (say: Say) =>
  new Option('--out <number>', say('cli.out-option', undefined)).argParser((text): 1 | 2 =>
    wholeNumber('--out', 1, 2, text) === 1 ? 1 : 2,
  );

function another(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text.normalize('NFC')];
}
