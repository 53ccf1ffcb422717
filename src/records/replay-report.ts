import { z } from 'zod';
import type { CaseReader } from '../opening/reader.ts';
import type { OpenCase } from '../opening/open-case.ts';
import { VERSION } from '../opening/version.ts';
import type { Control } from '../questions/question.ts';
import { noticeSchema, textSchema } from '../check/answer-parts.ts';
import { verifyAnswer } from '../slate/proofs/verify.ts';
import { phrase, phraseInEach } from '../words/catalogue.ts';
import { inEachLanguage, type Language } from '../words/language.ts';
import { formatNumber } from '../words/number.ts';
import { InputError, problem, type Problem } from '../words/problem.ts';
import { askAgain } from './ask-again.ts';
import { Blinding } from './blinding.ts';
import { plain, type AskedAndAnswered } from './record.ts';
import { type ReadReport, readReport } from './read-report.ts';
import { visiblePage } from './report-html.ts';

/** What of an answer differs. */
const DIFFERING = [
  'status',
  'slate',
  'objective',
  'check',
  'alternatives',
  'conflicts',
  'inputs',
  'rest',
] as const;

type Differing = (typeof DIFFERING)[number];

/** What came of repeating a report of record. */
export const replaySchema = z
  .object({
    same: z.boolean().describe('Whether every answer is what it was, and nothing in the report was changed.'),
    madeAt: z.string(),
    tampered: z
      .array(noticeSchema.pick({ code: true, message: true }))
      .describe('What shows that the report was changed after it was written; empty where nothing does.'),
    differences: z
      .array(
        z.object({
          question: z.string(),
          what: z.enum(DIFFERING),
          at: z.array(z.string()).describe('JSON pointers into the answer.'),
          message: textSchema,
        }),
      )
      .describe('Where the answers are not what they were.'),
    versions: z.object({
      slate: z.object({ before: z.string(), now: z.string() }),
      node: z.object({ before: z.string(), now: z.string() }),
      message: textSchema,
    }),
    proof: z
      .object({ holds: z.boolean(), message: textSchema, why: textSchema.optional() })
      .optional()
      .describe('Whether the proof in the report holds; absent where it has none.'),
    answers: z
      .array(z.object({ question: z.string(), answer: z.looseObject({}) }))
      .describe('What is answered now.'),
  })
  .meta({ id: 'Replay', description: 'What came of repeating a report of record.' });

/** What came of repeating a report of record. */
export type Replay = z.output<typeof replaySchema>;

/** With what a report is repeated besides what it holds. */
export interface Replaying {
  readonly reader?: CaseReader | undefined;
  /** The bytes of tables that a report without names has by their hash alone. */
  readonly tables?: readonly Uint8Array[] | undefined;
}

/**
 * Asks once more what a report of record tells, of the tables, rules and options that it holds, and says
 * what differs and whether anything in it was changed.
 *
 * @param called its name in problems
 * @param how with what it is repeated besides
 * @throws InputError where it is no report, or can no longer be asked; TimeLimitError; the signal's reason
 */
export async function replayReport(
  text: string,
  called: string,
  control: Control,
  { reader, tables = [] }: Replaying = {},
): Promise<Replay> {
  const report = readReport(text, called, tables);
  const { data, sources } = report;
  const differences: Replay['differences'] = [];
  const answers: Replay['answers'] = [];
  let opened: OpenCase | undefined;
  const compared = data.blind === true ? blindly : undefined;
  for (const asked of data.asked) {
    const again = await askAgain(asked, sources, control, { reader, compared }).catch((error: unknown) => {
      throw withTampering(error, report.tampered);
    });
    opened ??= again.opened;
    answers.push({ question: asked.question, answer: plain(again.answer) });
    differences.push(...differencesIn(asked, again.answer, again.differences, again.opened));
  }
  const tampered = opened === undefined ? report.tampered : [...report.tampered, ...forged(report, opened)];
  return {
    same: differences.length === 0 && tampered.length === 0,
    madeAt: data.madeAt,
    tampered: tampered.map(({ code, parameters }) => ({
      code,
      message: phraseInEach(code, parameters),
    })),
    differences,
    versions: {
      slate: { before: data.slate, now: VERSION },
      node: { before: data.node, now: process.versions.node },
      message: phraseInEach('records.version-then', { before: data.slate, now: VERSION }),
    },
    ...(opened !== undefined && proofOf(data.asked, opened)),
    answers,
  };
}

/** What of an answer a report without names has. */
function blindly(answer: Readonly<Record<string, unknown>>, opened: OpenCase): object {
  return new Blinding(opened).answer(answer);
}

/** What is wrong with a report that was changed is told with that: the change may be why. */
function withTampering(error: unknown, tampered: readonly Problem[]): unknown {
  return error instanceof InputError ? new InputError([...tampered, ...error.problems]) : error;
}

/**
 * A visible part that is not what the data say, although its hash is right: who changes both is found out where
 * the page is written anew by the same version.
 */
function forged({ data, page, tampered }: ReadReport, opened: OpenCase): readonly Problem[] {
  const isTold = tampered.some((each) => each.code === 'records.tampered');
  if (data.slate !== VERSION || isTold) return [];
  const shown = (['vi', 'en'] as const).some((language) => visiblePage(data, opened, language) === page);
  return shown ? [] : [problem('records.tampered', { mark: 'page' })];
}

function proofOf(asked: readonly AskedAndAnswered[], opened: OpenCase): Pick<Replay, 'proof'> {
  const found = asked
    .filter(({ answer }) => answer['proof'] !== undefined)
    .map(({ answer }) => verifyAnswer(opened.asked, answer));
  const [first] = found;
  if (first === undefined) return {};
  const failed = found.find(({ proven }) => !proven);
  const why = failed !== undefined && !failed.proven ? failed.why.message : undefined;
  const holds = why === undefined;
  return {
    proof: {
      holds,
      message: phraseInEach('records.proof-then', { holds }),
      ...(why !== undefined && { why }),
    },
  };
}

function differencesIn(
  { question, answer: before }: AskedAndAnswered,
  after: object,
  pointers: readonly string[],
  { asked }: OpenCase,
): Replay['differences'] {
  const byKind = Map.groupBy(pointers, kindOf);
  const plan = asked.placement !== undefined;
  return DIFFERING.flatMap((what) => {
    const at = byKind.get(what);
    if (at === undefined) return [];
    const message = inEachLanguage((language) =>
      phrase(language, 'records.difference', {
        what,
        question: phrase(language, 'records.question', { question, plan }),
        before: valueShown(what, before, language),
        after: valueShown(what, after, language),
      }),
    );
    return [{ question, what, at: [...at], message }];
  });
}

/** What a place in an answer is about. */
function kindOf(pointer: string): Differing {
  const [, first = '', second = '', third = ''] = pointer.split('/');
  if (first === 'status') return 'status';
  if (first === 'inputs') return 'inputs';
  if (['conflicts', 'relaxations', 'capacity', 'impossiblePins', 'conflictsFound'].includes(first))
    return 'conflicts';
  if (['compliant', 'rules', 'size', 'ineligible', 'decisions', 'before'].includes(first)) return 'check';
  if (first !== 'slates' && first !== 'repairs' && first !== 'replacements') return 'rest';
  if (second !== '0') return 'alternatives';
  const inSlate = third === 'slate' ? (pointer.split('/')[4] ?? '') : third;
  if (['members', 'appointments', 'enter', 'leave', 'remove', 'add'].includes(inSlate) || inSlate === '')
    return 'slate';
  return ['objective', 'levels', 'soft'].includes(inSlate) ? 'objective' : 'check';
}

/** What is told of a value then and now; `undefined` where it is too much to tell. */
function valueShown(what: Differing, answer: object, language: Language): string | undefined {
  const { status, slates } = answer as { readonly status?: unknown; readonly slates?: unknown };
  if (what === 'status') return typeof status === 'string' ? status : undefined;
  if (what !== 'objective' || !Array.isArray(slates)) return undefined;
  const { objective } = (slates[0] ?? {}) as { readonly objective?: unknown };
  return typeof objective === 'number' ? formatNumber(objective, language) : undefined;
}
