import { z } from 'zod';
import type { OpenCase } from '../../opening/open-case.ts';
import { QUESTION } from '../../opening/sources.ts';
import { type AskedPaper, MEDIA_TYPES, paperSchema, type PaperSlate } from '../../papers/paper.ts';
import { paperProblems, writePaper } from '../../papers/write-paper.ts';
import { type Language, LANGUAGES } from '../../words/language.ts';
import { InputError, placedAt, problem } from '../../words/problem.ts';
import { FileAnswer } from '../requests/reply.ts';

/** What a body asks of its answer besides how much of it. */
export const outputSchema = z.object({
  paper: paperSchema.optional(),
  language: z.enum(LANGUAGES).optional(),
  /** Of a report of record. */
  blind: z.boolean().optional(),
});

/** @throws InputError for columns that the candidates have not, before any work is done. */
export function refuseUnfitPaper({ asked }: OpenCase, paper: AskedPaper): void {
  const place = { file: QUESTION, field: '/paper/columns' };
  const problems = paperProblems(asked, paper).map((each) => placedAt(each, place));
  if (problems.length > 0) throw new InputError(problems);
}

/** A slate of an answer as the file that was asked for instead. @throws InputError where there is no such slate. */
export async function paperAnswer<Answer>(
  { asked }: OpenCase,
  answer: Answer,
  slates: readonly (PaperSlate | undefined)[],
  { format, which = 1, ...options }: AskedPaper & { readonly language: Language },
): Promise<FileAnswer<Answer>> {
  const slate = slates[which - 1];
  if (slate === undefined) {
    const place = { file: QUESTION, field: '/paper/which' };
    const found = slates.filter((each) => each !== undefined).length;
    throw new InputError([problem('papers.no-such-slate', { wanted: which, found }, place)]);
  }
  const bytes = await writePaper(asked, slate, format, options);
  return new FileAnswer(answer, bytes, { mediaType: MEDIA_TYPES[format], name: `slate.${format}` });
}
