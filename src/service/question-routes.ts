import type { z } from 'zod';
import type { CaseSources } from '../opening/sources.ts';
import { answerTo, openFor, problemsBefore } from '../questions/asking.ts';
import { bodyOf, requestName } from '../questions/case-schema.ts';
import { QUESTIONS } from '../questions/list.ts';
import type { Given, QuestionDefinition } from '../questions/question.ts';
import { countedFrom, paced } from '../rules/breath.ts';
import { Task } from '../slate/task.ts';
import { InputError, valueOf } from '../words/problem.ts';
import type { JobKind } from './job-kind.ts';
import { presentationShape, presented } from './presentation.ts';
import { type Route, route } from './route.ts';

const bodies = new WeakMap<z.ZodObject, z.ZodObject>();

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
    body: bodyWith(asked),
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
    present: presented,
    ...(outcome !== undefined && { outcome }),
  });
}

/** The body of a question with how much of its answer is wanted; one object a question. */
function bodyWith(asked: QuestionDefinition): z.ZodObject {
  const body = bodyOf(asked);
  const known = bodies.get(body) ?? body.extend(presentationShape).meta({ id: requestName(asked) });
  bodies.set(body, known);
  return known;
}

/** The case of a body, and its options. The body has been parsed by {@link bodyWith}, of which both are parts. */
function partsOf(body: z.output<ReturnType<typeof bodyWith>>): {
  readonly sources: CaseSources;
  readonly options: Given<Record<string, unknown>>;
} {
  const {
    pool,
    rules,
    units,
    scenario,
    decisions,
    slate,
    scenarios,
    report: _report,
    language: _language,
    ...options
  } = body;
  const sources = { pool, rules, units, scenario, decisions, slate, scenarios } as unknown as CaseSources;
  return { sources, options };
}
