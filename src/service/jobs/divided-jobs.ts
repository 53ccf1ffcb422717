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
  const { path, tag, summary, work, role } = task;
  const ground: Ground = {
    about: new DividedQuestion(asked, division),
    operation: task.operation,
    known: { path, tag, summary, work, role, method: 'post' },
    question: task.body ?? z.object({}),
  };
  return {
    beside: division.beside,
    mayBePartial: division.mayBePartial,
    tell: tellRoute(ground),
    find: findRoute(ground),
    join: joinRoute(ground, asked, division),
  };
}

/** What the three tasks of a job have in common. */
interface Ground {
  readonly about: DividedQuestion;
  readonly operation: string;
  readonly known: Pick<Route, 'path' | 'tag' | 'summary' | 'work' | 'role'> & { readonly method: 'post' };
  readonly question: NonNullable<Route['body']>;
}

function tellRoute({ about, operation, known, question }: Ground): Route {
  return route({
    ...known,
    operation: `${operation}/tell`,
    body: z.object({ question }),
    answer: partKeysSchema,
    handle: async ({ body }, reader, control) => {
      const opened = await about.open(fieldsOf(body.question), reader, control);
      const { signal } = control;
      return { keys: await about.keys(opened, signal), ground: await about.ground(opened, signal) };
    },
  });
}

function findRoute({ about, operation, known, question }: Ground): Route {
  return route({
    ...known,
    operation: `${operation}/find`,
    body: z.object({
      question,
      parts: z.array(z.int()).readonly(),
      ground: z.string().optional(),
      spentMs: z.number(),
      beginForMs: z.number(),
    }),
    answer: foundSchema,
    handle: async ({ body: { question: said, ground, ...some } }, reader, control) => {
      const opened = await about.open(fieldsOf(said), reader, control, ground);
      return about.find(opened, some, control);
    },
  });
}

function joinRoute(
  { about, operation, known, question }: Ground,
  asked: QuestionDefinition,
  division: Division,
): Route {
  return route({
    ...known,
    operation: `${operation}/join`,
    body: z.object({
      question,
      ground: z.string().optional(),
      found: z.array(z.object({ part: z.int(), outcome: division.part })),
      spentMs: z.number(),
    }),
    answer: asked.answer,
    handle: async ({ body: { question: said, ground, found, spentMs } }, reader, control) => {
      const { of, options } = await about.open(fieldsOf(said), reader, control, ground);
      const parts = new Map(found.map(({ part, outcome }) => [part, outcome]));
      return division.join(of, options, parts, Math.round(spentMs), control.signal);
    },
    present: (answer, { question: said }) => presented(answer, fieldsOf(said)),
  });
}

/** The fields of a question, which the schema of its job has parsed. */
function fieldsOf(question: unknown): Readonly<Record<string, unknown>> {
  return z.looseObject({}).parse(question);
}
