import { z } from 'zod';
import type { CaseSources } from '../../opening/sources.ts';
import { MEDIA_TYPES } from '../../papers/paper.ts';
import { answerTo, openFor } from '../../questions/asking.ts';
import { bodyOf, requestName } from '../../questions/case-schema.ts';
import {
  type Control,
  type WithoutUndefined,
  pathOf,
  type QuestionDefinition,
} from '../../questions/question.ts';
import { type Proof, proofSchema } from '../../proofs/proof.ts';
import { freezeCase } from '../../records/frozen-case.ts';
import { thawedFrom } from '../../records/thawed-case.ts';
import { optionsForReport, writeReport } from '../../records/write-report.ts';
import type { Language } from '../../words/language.ts';
import { valueOf } from '../../words/problem.ts';
import type { CachedReader } from '../cached-reader.ts';
import { outputSchema } from '../answers/paper-answer.ts';
import { presentationShape } from '../answers/answer-detail.ts';
import { ALL_QUESTIONS, partsOf } from './question-routes.ts';
import { FileAnswer } from '../requests/reply.ts';
import { type Route, route } from '../requests/route.ts';

/**
 * The report of record of every question that finds slates, beside it: a report asks more than its question (the
 * best slates beside one that is checked), so that it is always work for a solver.
 */
export const REPORT_ROUTES: readonly Route[] = ALL_QUESTIONS.filter(({ slates }) => slates !== undefined).map(
  (asked) =>
    route({
      operation: `${asked.name}Report`,
      method: 'post',
      path: `${pathOf(asked)}/report`,
      tag: asked.tag,
      summary: `${asked.summary}: the report of record of the answer, one HTML file that /api/v1/replay repeats`,
      work: 'solve',
      role: 'reader',
      body: bodyWith(asked),
      answer: asked.answer,
      fileTypes: [MEDIA_TYPES.html],
      isFileAlone: true,
      handle: async ({ body, language }, reader, control) => {
        const { kept: document, ...rest } = body as Readonly<Record<string, unknown>>;
        const { sources, options } = partsOf(rest);
        const kept = proofIn(document);
        const { language: chosen = language, blind } = outputSchema.parse(body);
        // What is wrong is told as it is where the answer itself is asked for.
        valueOf(await openFor(asked, sources, options, { reader }));
        return reportAnswer({ asked, sources, options, language: chosen, blind }, reader, {
          ...control,
          giveWay: true,
          began: performance.now(),
          ...(kept && { kept }),
        });
      },
    }),
);

function bodyWith(asked: QuestionDefinition): z.ZodObject {
  const { language } = presentationShape;
  return bodyOf(asked)
    .extend({
      language: language.describe(
        'The language that the report shows first. Left out: that of Accept-Language.',
      ),
      kept: z
        .looseObject({})
        .optional()
        .describe(
          'An answer of `propose` with its proof, or the proof, kept from before. Where it holds for the best slate, or for there being none, the report has it; else one is looked for.',
        ),
      blind: z
        .boolean()
        .optional()
        .describe(
          'Without names and dates of birth; /api/v1/replay then needs the candidates that it was made of.',
        ),
    })
    .meta({
      id: `Report${requestName(asked)}`,
      description: `What \`${asked.name}\` is asked for a report of record.`,
    });
}

/** The proof of an answer, or the proof itself; `undefined`: what was kept holds none. */
function proofIn(kept: unknown): Proof | undefined {
  const { proof } = keptSchema.safeParse(kept).data ?? {};
  return proofSchema.safeParse(proof ?? kept).data;
}

const keptSchema = z.object({ proof: z.unknown() });

/** What is asked, of which sources. */
interface Reported {
  readonly asked: QuestionDefinition;
  readonly sources: CaseSources;
  readonly options: WithoutUndefined<Record<string, unknown>>;
  readonly language: Language;
  readonly blind: boolean | undefined;
}

/** It is asked of the very bytes that the report holds. */
async function reportAnswer(
  { asked, sources, options, language, blind }: Reported,
  reader: CachedReader,
  control: Control,
): Promise<FileAnswer<object>> {
  const { folders } = reader;
  const frozen = valueOf(await freezeCase(sources, folders));
  const withProof = optionsForReport(asked.name, options);
  const opened = valueOf(await openFor(asked, thawedFrom(frozen), withProof, { reader }));
  const answer = (await answerTo(asked, opened, withProof, control)) as object;
  const answered = { question: asked.name, options: withProof, answer };
  const report = await writeReport(frozen, opened, [answered], {
    ...control,
    language,
    folders,
    blind,
  });
  const file = { mediaType: MEDIA_TYPES.html, name: 'report.html' };
  return new FileAnswer(answer, new TextEncoder().encode(report), file);
}
