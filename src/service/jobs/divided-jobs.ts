import { z } from 'zod';
import type { Division } from '../../questions/division.ts';
import type { QuestionDefinition } from '../../questions/question.ts';
import { DividedQuestion, foundSchema, type OnGround, partKeysSchema } from './divided-question.ts';
import { presented } from '../answers/answer-detail.ts';
import { ALL_QUESTIONS, QUESTION_JOBS } from '../routes/question-routes.ts';
import { type Route, route } from '../requests/route.ts';

/** A job that is worked on part by part, and the tasks of the threads that do so. */
export interface DividedJob {
  /** Answers {@link partKeysSchema}: what there is to be found. */
  readonly tell: Route;
  /** Asked for {@link SomeParts}, answers {@link foundSchema}. */
  readonly find: Route;
  /** Asked with {@link AllParts}, answers what the question answers. */
  readonly join: Route;
  /** How many parts at the end people do not count. */
  readonly beside: number;
  /** Whether there is an answer before all parts are found. */
  readonly mayBePartial: boolean;
}

/** What a thread makes an answer of. */
export interface AllParts extends OnGround {
  readonly found: readonly { readonly part: number; readonly outcome: object }[];
  readonly spentMs: number;
}

/** Every kind of question that is worked on part by part, by the operation of its jobs. */
export const DIVIDED_JOBS: ReadonlyMap<string, DividedJob> = new Map(
  ALL_QUESTIONS.flatMap((asked) => {
    const { division, jobs } = asked;
    if (division === undefined || jobs === undefined) return [];
    const { task } = QUESTION_JOBS.find((each) => each.task.operation === jobs)!;
    return [[jobs, dividedJob(asked, division, task)] as const];
  }),
);

function dividedJob(asked: QuestionDefinition, division: Division, task: Route): DividedJob {
  const { operation, path, tag, summary, work, role, body } = task;
  const known = { path, tag, summary, work, role, method: 'post' } as const;
  const question = body ?? z.object({});
  const ground = z.string().optional();
  const about = new DividedQuestion(asked, division);
  return {
    beside: division.beside,
    mayBePartial: division.mayBePartial,
    tell: route({
      ...known,
      operation: `${operation}/tell`,
      body: z.object({ question }),
      answer: partKeysSchema,
      handle: async (each, reader, control) => {
        const opened = await about.open(fieldsOf(each.body.question), reader, control);
        return { keys: about.keys(opened), ground: about.ground(opened) };
      },
    }),
    find: route({
      ...known,
      operation: `${operation}/find`,
      body: z.object({
        question,
        parts: z.array(z.int()).readonly(),
        ground,
        spentMs: z.number(),
        beginForMs: z.number(),
      }),
      answer: foundSchema,
      handle: async ({ body: { question: said, ground: known, ...some } }, reader, control) => {
        const opened = await about.open(fieldsOf(said), reader, control, known);
        return about.find(opened, some, control);
      },
    }),
    join: route({
      ...known,
      operation: `${operation}/join`,
      body: z.object({
        question,
        ground,
        found: z.array(z.object({ part: z.int(), outcome: division.part })),
        spentMs: z.number(),
      }),
      answer: asked.answer,
      handle: async ({ body: { question: said, ground: known, found, spentMs } }, reader, control) => {
        const { of, options } = await about.open(fieldsOf(said), reader, control, known);
        const parts = new Map(found.map(({ part, outcome }) => [part, outcome]));
        return division.join(of, options, parts, Math.round(spentMs));
      },
      present: (answer, { question: said }) => presented(answer, fieldsOf(said)),
    }),
  };
}

/** The fields of a question, which the schema of its job has parsed. */
function fieldsOf(question: unknown): Readonly<Record<string, unknown>> {
  return z.looseObject({}).parse(question);
}
