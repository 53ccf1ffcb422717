import type { z } from 'zod';
import type { OpenCase, PartsRead } from '../opening/open-case.ts';
import { poolNotices } from '../pool/notices/notices.ts';
import { answerTo, openFor, type OptionsRead, readOptions } from '../questions/asking.ts';
import type { Control, QuestionDefinition } from '../questions/question.ts';
import type { FrozenCase } from '../records/frozen-case.ts';
import { type Checkpoint, countedFrom, withGrace } from '../rules/checkpoint.ts';
import { Task, TIME_LIMIT, type TaskControl } from '../slate/task.ts';
import { InputError, problem, type Problem, type Reading, valueOf } from '../words/problem.ts';
import type { Cli } from './context.ts';
import { isReported } from './files/report-file.ts';
import { type InputsNamed, readingIn, sourcesOf } from './inputs.ts';
import type { OptionValues } from './options/options.ts';
import { TableEncodings } from './options/table-encodings.ts';
import type { Service } from './remote/service.ts';
import { serviceNamed } from './remote/service-address.ts';
import { keptSources } from './store/kept-sources.ts';
import { heldFor } from './store/recording.ts';

/** A case that a command line has opened, and what is asked of it. */
interface OpenedQuestion<Options extends z.ZodObject> {
  readonly opened: OpenCase;
  readonly options: OptionsRead<Options>;
  readonly began: number;
  /** Where the question is to be recorded, reported or sent. */
  readonly frozen: FrozenCase | undefined;
  /** What is to answer it; absent: this machine. */
  readonly service: Service | undefined;
}

/**
 * The answer to a question about a case that is open here: of the service that was named, or of this machine.
 *
 * @throws InputError, TimeLimitError, the reason of the signal
 */
export async function answerFrom<Options extends z.ZodObject, AnswerSchema extends z.ZodType>(
  { opened: open, frozen, service }: Pick<OpenedQuestion<Options>, 'opened' | 'frozen' | 'service'>,
  question: QuestionDefinition<Options, AnswerSchema>,
  options: OptionsRead<Options>,
  control: Control,
): Promise<z.input<AnswerSchema>> {
  if (service === undefined || frozen === undefined) return answerTo(question, open, options, control);
  const { askService } = await import('./remote/ask-service.ts');
  return askService(service, question, { opened: open, frozen, options }, control);
}

/** Opens the case that a command line names, with everything that is wrong with it and with what is asked of it. */
export async function opened<Options extends z.ZodObject, AnswerSchema extends z.ZodType>(
  question: QuestionDefinition<Options, AnswerSchema>,
  read: OptionValues,
  further: {
    readonly asked: OptionValues;
    readonly problems?: readonly Problem[];
    readonly alsoWrong?: (parts: PartsRead) => readonly Problem[];
    /** Whether this machine answers, whatever service the environment names. */
    readonly isOwn?: true;
  },
  cli: Cli,
): Promise<OpenedQuestion<Options>> {
  const began = performance.now();
  const { sources: named, problems } = sourcesOf(namedIn(read, question), cli.signal);
  const service = further.isOwn === true ? undefined : await serviceAsked(read, cli);
  const reported = question.slates !== undefined && isReported(read);
  const { sources, frozen } = await heldFor(
    read,
    await keptSources(named, read, service),
    reported || service !== undefined,
  );
  const { asked, alsoWrong } = further;
  const options = readOptions(question.options, asked);
  const ofOwnAnswers = service === undefined ? [] : notOfService(read, reported);
  const before = [...problems, ...ofOwnAnswers, ...(further.problems ?? [])];
  // What is wrong with options is said in their own words where the question has some.
  const tried = options.ok ? options.value : (asked as OptionsRead<Options>);
  const found = await openFor(question, sources, tried, {
    signal: cli.signal,
    checkpoint: checkpointOf(question, options, { signal: cli.signal, began }),
    alsoWrong: (parts) => [...before, ...(alsoWrong?.(parts) ?? [])],
  });
  if (!found.ok) throw new InputError(found.problems, found.notices);
  if (cli.slips.problems.length > 0)
    throw new InputError([], poolNotices(found.value.pool, found.value.asked.ruleSet));
  return { opened: found.value, options: valueOf(options), began: countedFrom(began), frozen, service };
}

/** The service that is to answer; `undefined`: this machine. */
async function serviceAsked(read: OptionValues, cli: Cli): Promise<Service | undefined> {
  const address = serviceNamed(read, cli.env);
  if (address === undefined) return undefined;
  const { serviceAt } = await import('./remote/service.ts');
  return serviceAt(address, cli);
}

/** Runs and reports of record say which version of Slate has answered: the one that writes them. */
function notOfService(read: OptionValues, reported: boolean): readonly Problem[] {
  const given = [...(read['record'] === true ? ['--record'] : []), ...(reported ? ['--report'] : [])];
  const named = typeof read['service'] === 'string' ? 'option' : 'environment';
  return given.map((option) => problem('cli.not-with-service', { option, named }));
}

/** Holds the opening of a case to the time limit of the question. */
function checkpointOf(
  { options, patient }: Pick<QuestionDefinition, 'options' | 'patient'>,
  read: Reading<object>,
  control: TaskControl,
): Checkpoint {
  const asked: TaskControl = read.ok ? read.value : {};
  const isLimited = 'timeLimitMs' in options.shape && patient !== true;
  return withGrace(new Task({ timeLimitMs: isLimited ? TIME_LIMIT : Infinity, ...asked, ...control }));
}

/** What a command line names of a case. */
function namedIn(read: OptionValues, { about }: Pick<QuestionDefinition, 'about'>): InputsNamed {
  const text = (name: string): string | undefined => {
    const value = read[name];
    return typeof value === 'string' ? value : undefined;
  };
  const { pin, exclude, together, apart } = read as NonNullable<InputsNamed['decisions']>;
  const missing = problem('cli.missing-option', { option: '--slate <file>' });
  return {
    pool: text('pool'),
    reading: readingIn(read, text('pool')),
    encodings: TableEncodings.in(read),
    rules: text('rules'),
    units: text('units'),
    scenario: text('scenario'),
    decisions: { pin, exclude, together, apart },
    ...(about === 'slate' && { slate: { file: text('slate'), missing } }),
    ...(about === 'scenarios' && {
      scenarios: { file: text('scenarios'), ids: (read['ids'] as readonly string[] | undefined) ?? [] },
    }),
  };
}
