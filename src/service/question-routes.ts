import type { z } from 'zod';
import type { CaseSources } from '../opening/sources.ts';
import { answerTo, openFor, problemsBefore } from '../questions/asking.ts';
import { bodyOf } from '../questions/case-schema.ts';
import { QUESTIONS } from '../questions/list.ts';
import type { Given, Question } from '../questions/question.ts';
import { countedFrom, paced } from '../rules/breath.ts';
import { Task } from '../slate/task.ts';
import { InputError, valueOf } from '../words/problem.ts';
import type { JobKind } from './job-kind.ts';
import { type Route, route } from './route.ts';

/** The questions with their types folded away. */
const ALL: readonly QuestionDefinition[] = Object.values(
  QUESTIONS,
) as unknown as readonly QuestionDefinition[];

/** Every question that is answered at once. */
export const QUESTION_ROUTES: readonly Route[] = ALL.filter(({ jobAlone }) => jobAlone !== true).map(
  (asked) => routeOf(asked, { operation: asked.name, path: `/api/v1/${kebab(asked.name)}` }),
);

/** Every question that may be asked as a job. */
export const JOB_KINDS: readonly JobKind[] = ALL.flatMap((asked) => {
  if (asked.jobs === undefined) return [];
  const path = `/api/v1/${asked.jobs}`;
  const job: QuestionDefinition = {
    ...asked,
    summary: `${asked.summary}, as a job with progress and cancelling`,
  };
  return [{ path, task: routeOf(job, { operation: asked.jobs, path, tag: 'Jobs' }) }];
});

/** `trade-off` of `tradeOff`. */
function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function routeOf(
  asked: QuestionDefinition,
  at: { readonly operation: string; readonly path: string; readonly tag?: string },
): Route {
  const { summary, work, answer, outcome } = asked;
  return route({
    tag: asked.tag,
    ...at,
    method: 'post',
    summary,
    work,
    body: bodyOf(asked),
    answer,
    handle: async ({ body }, reader, control) => {
      const { sources, options } = partsOf(body);
      const began = performance.now();
      const breath = paced(new Task(control));
      const opened = valueOf(await openFor(asked, sources, options, { reader, breath }));
      return answerTo(asked, opened, options, { ...control, giveWay: true, began: countedFrom(began) });
    },
    examine: async ({ body }, reader) => {
      const { sources, options } = partsOf(body);
      const opened = valueOf(await openFor(asked, sources, options, { reader }));
      const problems = await problemsBefore(asked, opened, options);
      if (problems.length > 0) throw new InputError(problems);
    },
    ...(outcome !== undefined && { outcome }),
  });
}

/** The case of a body, and its options. The body has been parsed by {@link bodyOf}, of which both are parts. */
function partsOf(body: z.output<ReturnType<typeof bodyOf>>): {
  readonly sources: CaseSources;
  readonly options: Given<Record<string, unknown>>;
} {
  const { pool, rules, units, scenario, decisions, slate, scenarios, ...options } = body;
  const sources = { pool, rules, units, scenario, decisions, slate, scenarios } as unknown as CaseSources;
  return { sources, options };
}
