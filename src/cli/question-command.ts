import { type Command, Option } from '@commander-js/extra-typings';
import type { z } from 'zod';
import type { OpenCase } from '../opening/open-case.ts';
import type { OptionsRead } from '../questions/asking.ts';
import { notesOf } from '../questions/option-notes.ts';
import {
  type About,
  type Control,
  findsPapers,
  papersOf,
  type QuestionDefinition,
} from '../questions/question.ts';
import type { Problem } from '../words/problem.ts';
import type { PlainTable } from '../papers/write-table.ts';
import { poolNotices } from '../pool/notices/notices.ts';
import type { Answer, Cli } from './context.ts';
import type { ExitCode } from './exit-code.ts';
import { answerFrom, opened } from './opened-question.ts';
import { tellNotices } from './printing/notice-lines.ts';
import { record, recordOptions } from './store/recording.ts';
import { serviceOption } from './remote/service-address.ts';
import { type OptionValues, argumentOf, caseOptions, optionName, optionOf } from './options/options.ts';
import { optionsReported, reportFiles, reportOption, reportProblems } from './files/report-file.ts';
import { NO_PAPER, paperAsked, paperFiles, paperOptions, throwIfPaperUnfit } from './files/paper-file.ts';
import { tableFiles, tableOption, tableProblems } from './files/table-file.ts';
import { fileIn, type FileToWrite, inputsIn, unwritable, writeFiles } from './files/written-files.ts';

/** What a question may be asked. */
interface Askable {
  readonly about: About;
  readonly options: z.ZodObject;
}

/** How a question is asked on the command line, and how people read its answer. */
export interface View<Options extends z.ZodObject, Found> {
  /** What is an argument instead of an option: fields of the question, `slate` or the ids of `scenarios`, in order. */
  readonly arguments?: readonly (string & (keyof z.output<Options> | 'slate' | 'scenarios'))[];
  /** Options of the command line alone, such as files to write. */
  readonly further?: readonly Option[];
  /** What is wrong with those. */
  readonly alsoWrong?: (read: OptionValues) => Promise<readonly Problem[]> | readonly Problem[];
  /** Fields that the command line asks in its own way, by {@link View.further} options. */
  readonly without?: readonly (string & keyof z.output<Options>)[];
  readonly control?: Partial<Control>;
  /** Shown while it is worked at; `''`: nothing. */
  readonly progress?: (done: number, total: number, opened: OpenCase) => string;
  readonly exit: (found: Found) => ExitCode;
  readonly lines: (opened: OpenCase, found: Found, options: OptionsRead<Options>) => readonly string[];
  /** Files that are written besides the answer, by the option that names each; nothing where there is nothing to write. */
  readonly files?: Readonly<Record<string, (opened: OpenCase, found: Found) => (() => string) | undefined>>;
  /** The answer as a table, for spreadsheets. */
  readonly table?: (opened: OpenCase, found: Found) => PlainTable;
  /** Ends threads that would keep the process. */
  readonly end?: () => Promise<void>;
}

/** Gives a command the case and the options of a question, and answers it by its view. */
export function askingCommand<Options extends z.ZodObject, AnswerSchema extends z.ZodType>(
  command: Command,
  question: QuestionDefinition<Options, AnswerSchema>,
  view: View<Options, z.input<AnswerSchema>>,
  cli: Cli,
): void {
  const { arguments: positional = [], without = [], further = [] } = view;
  const papers = [
    ...(findsPapers(question) ? paperOptions(cli.say) : []),
    ...(question.slates === undefined ? [] : [reportOption(cli.say)]),
    ...(view.table === undefined ? [] : [tableOption(cli.say)]),
  ];
  for (const field of positional) command.argument(...argumentFor(field, question, cli));
  for (const option of [
    ...caseOptions(cli.say),
    ...optionsOf(question, [...positional, ...without], cli),
    ...further,
    ...papers,
    ...recordOptions(cli.say),
    serviceOption(cli.say),
  ]) {
    command.addOption(option);
  }
  command.action(
    cli.answering(async () => {
      const read: OptionValues = { ...command.opts(), ...argumentsRead(command, question, positional) };
      return answered(question, view, read, cli);
    }),
  );
}

/** The options of a question; without those that are arguments, or are said otherwise. */
export function optionsOf(
  { options, about }: Askable,
  without: readonly string[],
  { say }: Cli,
): readonly Option[] {
  const fields = Object.entries(options.shape).filter(([field]) => !without.includes(field));
  const slate = about === 'slate' && !without.includes('slate') ? [slateOption(say)] : [];
  return [...slate, ...fields.map(([field, schema]) => optionOf(field, schema, say))];
}

function slateOption(say: Cli['say']): Option {
  return new Option('--slate <file>', say('cli.slate-option', undefined));
}

/** The name and help of an argument. */
function argumentFor(field: string, { options }: Askable, { say }: Cli): readonly [string, string] {
  if (field === 'slate') return ['<slate>', say('cli.slate-argument', undefined)];
  if (field === 'scenarios') return ['[id...]', say('cli.scenario-argument', undefined)];
  const schema = options.shape[field];
  if (schema === undefined) throw new Error(`the question has no field ${field}`);
  // A help has no parameters; that its code is one of those no type can be shown.
  const help = say(notesOf(schema).help, undefined as never);
  if (notesOf(schema).kind === 'names') return [`[${field}...]`, help];
  return [`<${field === 'candidate' ? 'id' : field}>`, help];
}

function argumentsRead(command: Command, { options }: Askable, positional: readonly string[]): OptionValues {
  return Object.fromEntries(
    positional.flatMap((field, index): readonly (readonly [string, unknown])[] => {
      const schema = options.shape[field];
      const text: unknown = command.processedArgs[index];
      if (field === 'scenarios') return [['ids', text]];
      if (Array.isArray(text) && text.length === 0) return [];
      return [[field, schema === undefined ? text : argumentOf(notesOf(schema), text)]];
    }),
  );
}

/** The fields of a question of what commander read. */
export function askedFields({ options }: Askable, read: OptionValues): OptionValues {
  const called = (field: string): string =>
    optionName(field).replaceAll(/-[a-z]/g, (pair) => pair.charAt(1).toUpperCase());
  return Object.fromEntries(
    Object.entries(options.shape).flatMap(([field, schema]) => {
      const value = read[called(field)] ?? read[field] ?? (notesOf(schema).kind === 'each' ? [] : undefined);
      if (value === undefined) return [];
      // What is asked for by naming a file for it is asked for.
      if (notesOf(schema).kind === 'flag') return [[field, value !== false]];
      return [[field, field === 'keep' ? composed(value) : value]];
    }),
  );
}

/** Ids in Unicode's composed form, as pools have them. */
function composed(ids: unknown): unknown {
  return Array.isArray(ids) ? ids.map((id) => String(id).normalize('NFC')) : ids;
}

async function answered<Options extends z.ZodObject, AnswerSchema extends z.ZodType>(
  question: QuestionDefinition<Options, AnswerSchema>,
  view: View<Options, z.input<AnswerSchema>>,
  read: OptionValues,
  cli: Cli,
): Promise<Answer> {
  try {
    const findsSlates = question.slates !== undefined;
    const fields = askedFields(question, read);
    const asked = findsSlates ? await optionsReported(read, question.name, fields) : fields;
    const paper = findsPapers(question) ? await paperAsked(read) : NO_PAPER;
    const report = findsSlates ? fileIn(read, 'report') : undefined;
    const named = Object.keys(view.files ?? {}).map((option) => fileIn(read, option));
    const problems = [
      ...((await view.alsoWrong?.(read)) ?? []),
      ...paper.problems,
      ...(findsSlates ? reportProblems(read) : []),
      ...(view.table === undefined ? [] : tableProblems(read)),
      ...(await unwritable([...named, paper.file, report, fileIn(read, 'table')], inputsIn(read))),
    ];
    const whole = await opened(question, read, { asked, problems }, cli);
    const { opened: open, options, began, frozen } = whole;
    throwIfPaperUnfit(paper, open);
    const control = { ...view.control, ...controlOf(open, view.progress, cli), began };
    const found = await answerFrom(whole, question, options, control);
    const answeredAs = { question: question.name, options, answer: found as object };
    const reports = findsSlates ? await reportFiles(read, { frozen, opened: open }, [answeredAs], cli) : [];
    cli.progress('');
    tellNotices(poolNotices(open.pool, open.asked.ruleSet), cli);
    await record(read, { ...answeredAs, began }, frozen, cli);
    const files = Object.entries(view.files ?? {}).flatMap(([option, contentOf]): readonly FileToWrite[] => {
      const content = contentOf(open, found);
      return content === undefined ? [] : [{ file: fileIn(read, option), content }];
    });
    const slates = paper.file === undefined ? [] : await papersOf(question, found, open, options);
    const papers = paperFiles(paper, open, slates, cli);
    const { table } = view;
    const tables = table === undefined ? [] : tableFiles(read, () => table(open, found), question.name);
    return {
      exit: view.exit(found),
      json: found,
      unwritten: await writeFiles([...files, ...tables, ...papers, ...reports], cli),
      text: () => view.lines(open, found, options).join('\n'),
    };
  } finally {
    cli.progress('');
    await view.end?.();
  }
}

/** How a long task is stopped, and tells how far it is. */
export function controlOf(
  open: OpenCase,
  progress: View<z.ZodObject, unknown>['progress'],
  cli: Cli,
): Control {
  const plan = open.asked.placement !== undefined;
  const said =
    progress ??
    ((done: number, total: number) => (done < total ? cli.say('cli.solving', { done, total, plan }) : ''));
  return {
    signal: cli.signal,
    onProgress: (done, total) => cli.progress(said(done, total, open)),
  };
}
