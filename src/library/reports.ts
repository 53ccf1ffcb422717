import { z } from 'zod';
import { DirectReader } from '../opening/reader.ts';
import { answerTo, openFor, problemsBefore } from '../questions/asking.ts';
import { QUESTIONS, type Questions } from '../questions/list.ts';
import type { AnswerOf, OptionsOf, QuestionDefinition } from '../questions/question.ts';
import { freezeCase, freezeTables } from '../records/frozen-case.ts';
import { type Replay, replayReport } from '../records/replay-report.ts';
import { thawedFrom } from '../records/thawed-case.ts';
import { optionsForReport, writeReport } from '../records/write-report.ts';
import { type Language, LANGUAGES } from '../words/language.ts';
import { InputError, valueOf } from '../words/problem.ts';
import { checked } from './arguments.ts';
import { withAsyncListener } from './async-listener.ts';
import { type QuestionSources, readSources } from './open-question.ts';
import { aboutSlateSchema, readAsked, type Running, type SlateInput } from './read-asked.ts';

const REPORTED = ['check', 'propose', 'diagnose', 'why', 'replace', 'repair'] as const;

/** The questions that find slates, whose answers can be reported. */
export type ReportedQuestion = (typeof REPORTED)[number];

/** What a report is made of. */
export interface ReportSources extends QuestionSources {
  /** The slate, of questions that are about one. */
  readonly slate?: SlateInput;
}

const callSchema = z.object({
  name: z.enum(REPORTED),
  sources: z.looseObject({}),
  asked: z.looseObject({ language: z.enum(LANGUAGES).optional(), blind: z.boolean().optional() }),
});

/** An answer, and its report of record. */
export interface Reported<Name extends ReportedQuestion> {
  readonly answer: AnswerOf<Questions[Name]>;
  /** One HTML file that needs nothing but itself; it holds all candidates. */
  readonly report: string;
}

/**
 * Asks a question and writes the report of record of its answer: what `slate replay`, or {@link replay},
 * repeats. Everything is read once: what the report holds is what was asked. Experimental.
 *
 * @throws InputError with all that is wrong; as the methods of `Question` do.
 */
export async function report<Name extends ReportedQuestion>(
  name: Name,
  sources: ReportSources,
  asked?: OptionsOf<Questions[Name]> &
    Running & {
      readonly language?: Language;
      /** Without names and dates of birth; {@link replay} then needs the table of candidates. */
      readonly blind?: boolean;
    },
): Promise<Reported<Name>> {
  const call = checked(callSchema, { name, sources, asked: asked ?? {} });
  const { slate, ...caseSources } = sources;
  const { language = 'vi', blind = false, ...written } = call.asked;
  const { parts, folders } = valueOf(readSources(caseSources));
  const question = QUESTIONS[name] as unknown as QuestionDefinition;
  if (question.about === 'slate') checked(aboutSlateSchema, { slate });
  const besides = slate === undefined ? {} : { slate };
  const { options, control } = readAsked(question, written, besides);
  const frozen = valueOf(await freezeCase({ ...parts, ...besides }, folders));
  const withProof = optionsForReport(name, options);
  const reader = new DirectReader(folders);
  const opened = valueOf(await openFor(question, thawedFrom(frozen), withProof, { reader }));
  const problems = await problemsBefore(question, opened, withProof);
  if (problems.length > 0) throw new InputError(problems);
  const answer = await withAsyncListener(control, (heard) =>
    answerTo(question, opened, withProof, { ...control, ...heard }),
  );
  const answered = { question: name, options: withProof, answer: answer as object };
  const { signal } = control;
  return {
    // A handler gives what its schema describes.
    answer: answer as AnswerOf<Questions[Name]>,
    report: await writeReport(frozen, opened, [answered], {
      ...(signal !== undefined && { signal }),
      language,
      folders,
      blind,
    }),
  };
}

/**
 * Asks once more what a report of record tells, of the tables and rules that it holds, and says what differs
 * and whether it was changed. Experimental.
 *
 * @param text the whole HTML file
 * @param tables of a report without names: the candidates it was made of, and the units where it lacks them
 * @throws InputError where it is no report, or can no longer be asked
 */
export async function replay(
  text: string,
  { signal, ...tables }: Pick<Running, 'signal'> & Partial<Pick<QuestionSources, 'pool' | 'units'>> = {},
): Promise<Replay> {
  const report = checked(z.object({ text: z.string() }), { text });
  return replayReport(
    report.text,
    'report',
    { ...(signal !== undefined && { signal }) },
    { tables: await tablesGiven(tables) },
  );
}

async function tablesGiven({
  pool,
  units,
}: Partial<Pick<QuestionSources, 'pool' | 'units'>>): Promise<readonly Uint8Array[]> {
  if (pool === undefined) return [];
  const { contents } = valueOf(await freezeTables({ pool, units }));
  return contents;
}
