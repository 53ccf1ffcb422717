import type { z } from 'zod';
import { placedInDecisions } from '../opening/decision-places.ts';
import { openCaseOf, type OpenCase, type Opening } from '../opening/open-case.ts';
import type { CaseSources } from '../opening/sources.ts';
import { InputError, type Problem, type Reading } from '../words/problem.ts';
import type { Control, WithoutUndefined, QuestionDefinition } from './question.ts';
import { schemaProblems } from './schema-problems.ts';

/** Options of a question as they were checked. */
export type OptionsRead<Options extends z.ZodType> = WithoutUndefined<z.output<Options>>;

/** What somebody asks, checked by the schema of the question: its options, or everything that is wrong with them. */
export function readOptions<Schema extends z.ZodType>(
  schema: Schema,
  written: unknown,
): Reading<OptionsRead<Schema>> {
  const parsed = schema.safeParse(written);
  if (!parsed.success) {
    return { ok: false, problems: schemaProblems(parsed.error.issues, written, schema) };
  }
  return { ok: true, value: given(parsed.data) };
}

/** Options without those that are `undefined`. */
function given<Options>(options: Options): WithoutUndefined<Options> {
  const entries = Object.entries(options as object).filter(([, value]) => value !== undefined);
  // What is left has the same names and values; that none of them is `undefined` no type can be shown.
  return Object.fromEntries(entries) as unknown as WithoutUndefined<Options>;
}

/** Opens the case that a question is asked of: all that is wrong with its parts and with its options is told at once. */
export async function openFor<Options extends z.ZodObject, Answer extends z.ZodType>(
  { wrong }: QuestionDefinition<Options, Answer>,
  sources: CaseSources,
  options: OptionsRead<Options>,
  opening: Opening = {},
): Promise<Reading<OpenCase>> {
  const { alsoWrong } = opening;
  return openCaseOf(sources, {
    ...opening,
    alsoWrong: async (read) => [...((await alsoWrong?.(read)) ?? []), ...(wrong?.(options, read) ?? [])],
  });
}

/** What can be known to be wrong with a question before the work begins. */
export async function problemsBefore<Options extends z.ZodObject, Answer extends z.ZodType>(
  { examine }: QuestionDefinition<Options, Answer>,
  opened: OpenCase,
  options: OptionsRead<Options>,
): Promise<readonly Problem[]> {
  return placedInDecisions((await examine?.(opened, options)) ?? [], opened.decided);
}

/** The answer to a question about an open case. @throws InputError, its problems at their places in the question. */
export async function answerTo<Options extends z.ZodObject, Answer extends z.ZodType>(
  { ask }: QuestionDefinition<Options, Answer>,
  opened: OpenCase,
  options: OptionsRead<Options>,
  control: Control,
): Promise<z.input<Answer>> {
  try {
    return await ask(opened, options, control);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(placedInDecisions(error.problems, opened.decided));
    throw error;
  }
}
