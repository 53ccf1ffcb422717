import { Option } from '@commander-js/extra-typings';
import type { z } from 'zod';
import { LONGEST_TIME_LIMIT_MS, notesOf, type OptionNotes } from '../../questions/option-notes.ts';
import { LANGUAGES, type Language } from '../../words/language.ts';
import { InputError, problem } from '../../words/problem.ts';
import type { Say } from '../context.ts';
import { TableEncodings } from './table-encodings.ts';

/** What stands in a command line, by the names of options and arguments, as commander reads it. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** Options of which each further one adds something. */
const repeatable = new WeakSet<Option>();

/** Whether an option may be given more than once. */
export function isRepeatable(option: Option): boolean {
  return repeatable.has(option);
}

/** `--lang`. */
export const languageOption = (say: Say) =>
  new Option('--lang <language>', say('cli.lang-option', undefined)).argParser((text): Language =>
    oneOf('--lang', LANGUAGES, text),
  );

/** The options that name a case: candidates, rules, units, a scenario, decisions on persons. */
export const caseOptions = (say: Say): readonly Option[] => [
  new Option('--pool <name|file>', say('cli.pool-option', undefined)),
  ...tableOptions(say),
  new Option('--rules <id|file>', say('cli.rules-option', undefined)),
  new Option('--units <name|file>', say('cli.units-option', undefined)),
  new Option('--scenario <file#id>', say('cli.scenario-option', undefined)),
  new Option('--pin <id...>', say('cli.pin-option', undefined)),
  new Option('--exclude <id...>', say('cli.exclude-option', undefined)),
  addingOption('--together <id,id>', say('cli.together-option', undefined), anotherGroup),
  addingOption('--apart <id,id>', say('cli.apart-option', undefined), anotherGroup),
];

/** `--encoding`. */
export const encodingOption = (say: Say) =>
  addingOption(
    '--encoding <name|file=name>',
    say('cli.encoding-option', undefined),
    (text: string, before: TableEncodings | undefined) => (before ?? new TableEncodings()).with(text),
  );

/** The options that say how a table of candidates is to be read. */
export const tableOptions = (say: Say): readonly Option[] => [
  encodingOption(say),
  addingOption('--sheet <name>', say('cli.sheet-option', undefined), another),
  new Option('--map <file>', say('cli.map-option', undefined)),
];

/** The options of `slate pool diff` and `slate pool merge` besides those of tables. */
export const deliveryOptions = (say: Say) => ({
  partial: new Option('--partial', say('cli.pool-partial', undefined)),
  diffOut: new Option('--out <file>', say('cli.pool-diff-out', undefined)),
  accept: new Option('--accept <file>', say('cli.pool-accept', undefined)),
  mergeOut: new Option('--out <file>', say('cli.import-out', undefined)),
});

/** `--role`. */
export const roleOption = (say: Say, roles: readonly string[]) =>
  new Option('--role <role>', say('cli.role-option', undefined)).argParser((text) =>
    oneOf('--role', roles, text),
  );

/** `--body`. */
export const bodyOption = (say: Say) => new Option('--body <name>', say('cli.body-option', undefined));

/** The options of `slate serve`: settings of its configuration, and where that is. */
export const serveOptions = (say: Say): readonly Option[] => [
  new Option('--config <file>', say('cli.config-option', undefined)),
  new Option('--host <address>', say('cli.host-option', undefined)),
  new Option('--port <number>', say('cli.port-option', undefined)).argParser((text): number =>
    wholeNumber('--port', 0, 65_535, text),
  ),
  addingOption('--allowed-host <name>', say('cli.allowed-host-option', undefined), another),
  addingOption('--cors-origin <origin>', say('cli.cors-origin-option', undefined), another),
  new Option('--pools-folder <folder>', say('cli.pools-folder-option', undefined)),
  new Option('--rules-folder <folder>', say('cli.rules-folder-option', undefined)),
  new Option('--print-config', say('cli.print-config-option', undefined)),
];

/** How a field of a question is called on the command line: what is given one at a time in the singular, time in seconds. */
const CALLED: Readonly<Record<string, string>> = { timeLimitMs: 'time-limit', measures: 'measure' };

/** The option of a field, without its dashes. */
export function optionName(field: string): string {
  return CALLED[field] ?? field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What stands for the value in the help, where the kind does not say enough. */
const PLACEHOLDERS: Readonly<Record<string, string>> = { vary: 'name=values', keep: 'id...' };

/** The option of the command line that a field of a question is: its range, its help. */
export function optionOf(field: string, schema: z.ZodType, say: Say): Option {
  const notes = notesOf(schema);
  // A help has no parameters; that its code is one of those no type can be shown.
  const help = say(notes.help, undefined as never);
  const flag = `--${optionName(field)}`;
  const withValue = (value: string): Option => new Option(`${flag} <${PLACEHOLDERS[field] ?? value}>`, help);
  switch (notes.kind) {
    case 'flag':
      return new Option(flag, help);
    case 'whole':
      return withValue('number').argParser((text) => wholeNumber(flag, notes.min, notes.max, text));
    case 'share':
      return withValue('percent').argParser((text) => shareIn(flag, text));
    case 'price':
      return withValue('price').argParser((text) => priceIn(flag, notes.max, text));
    case 'choice':
      return withValue('name').argParser((text) => oneOf(flag, notes.allowed, text));
    case 'time':
      return withValue('seconds').argParser((text) => millisecondsIn(flag, text));
    case 'names':
      return withValue('id...');
    case 'each':
      return addingOption(`${flag} <${PLACEHOLDERS[field] ?? 'name'}>`, help, another);
    default:
      return withValue('name');
  }
}

/** An option that takes seconds, and gives milliseconds. */
export function secondsOption(flag: string, help: string) {
  return new Option(`${flag} <seconds>`, help).argParser((text): number => millisecondsIn(flag, text));
}

/** An option that takes a whole number within limits. */
export function wholeOption(flag: string, min: number, max: number, help: string) {
  return new Option(`${flag} <number>`, help).argParser((text): number => wholeNumber(flag, min, max, text));
}

function addingOption<Flags extends string, Value>(
  flags: Flags,
  help: string,
  add: (text: string, before: Value | undefined) => Value,
) {
  const option = new Option(flags, help).argParser(add);
  repeatable.add(option);
  return option;
}

/** A value that a command line gives as an argument: ids in Unicode's composed form, as pools have them. */
export function argumentOf({ kind }: OptionNotes, text: unknown): unknown {
  if (kind === 'names' && Array.isArray(text)) return text.map((id) => String(id).normalize('NFC'));
  return kind === 'name' && typeof text === 'string' ? text.normalize('NFC') : text;
}

function oneOf<Value extends string>(option: string, allowed: readonly Value[], text: string): Value {
  const found = allowed.find((each) => each === text);
  if (found === undefined)
    throw new InputError([problem('cli.not-one-of', { option, value: text, allowed })]);
  return found;
}

/** A whole number between bounds. @throws InputError */
export function wholeNumber(option: string, min: number, max: number, text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new InputError([problem('cli.not-whole', { option, value: text, min, max })]);
}

/** `2%` is 0.02. */
function shareIn(option: string, text: string): number {
  const percent = Number(/^(\d+(?:[.,]\d+)?) ?%$/.exec(text)?.[1]?.replace(',', '.') ?? Number.NaN);
  if (percent <= 100) return percent / 100;
  throw new InputError([problem('cli.not-percent', { option, value: text })]);
}

function priceIn(option: string, max: number, text: string): number | 'never' {
  if (text === 'never') return text;
  const price = /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (price <= max) return price;
  throw new InputError([problem('cli.not-price', { option, value: text, max })]);
}

function millisecondsIn(option: string, text: string): number {
  const most = LONGEST_TIME_LIMIT_MS / 1000;
  const seconds = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (seconds > 0 && seconds <= most) return Math.max(1, Math.round(seconds * 1000));
  throw new InputError([problem('cli.not-seconds', { option, value: text, max: most })]);
}

/** Ids between commas; ids with a comma in them cannot be named this way. */
function anotherGroup(
  text: string,
  groups: readonly (readonly string[])[] = [],
): readonly (readonly string[])[] {
  const ids = text.split(',').map((id) => id.normalize('NFC').trim());
  return [...groups, ids.filter((id) => id !== '')];
}

function another(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text.normalize('NFC')];
}
