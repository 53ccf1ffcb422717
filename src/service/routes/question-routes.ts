import type { z } from 'zod';
import type { OpenCase, Opening } from '../../opening/open-case.ts';
import { type CaseSources, QUESTION } from '../../opening/sources.ts';
import { MEDIA_TYPES, paperSchema } from '../../papers/paper.ts';
import { answerTo, openFor, problemsBefore } from '../../questions/asking.ts';
import { bodyOf, MOST_SCENARIOS, requestName } from '../../questions/case-schema.ts';
import { QUESTIONS } from '../../questions/list.ts';
import {
  findsPapers,
  jobsPathOf,
  papersOf,
  pathOf,
  type QuestionDefinition,
  type WithoutUndefined,
} from '../../questions/question.ts';
import { countedFrom, withGrace } from '../../rules/checkpoint.ts';
import { Task } from '../../slate/task.ts';
import { InputError, problem, valueOf } from '../../words/problem.ts';
import { outputSchema, paperAnswer, refuseUnfitPaper } from '../answers/paper-answer.ts';
import type { JobKind } from '../jobs/job-kind.ts';
import { presentationShape, presented } from '../answers/answer-detail.ts';
import { type Route, route } from '../requests/route.ts';

const bodies = new WeakMap<z.ZodObject, z.ZodObject>();
const paperBodies = new WeakMap<z.ZodObject, z.ZodObject>();

/** The questions with their types folded away. */
export const ALL_QUESTIONS: readonly QuestionDefinition[] = Object.values(
  QUESTIONS,
) as unknown as readonly QuestionDefinition[];

/** Every question that is answered at once. */
export const QUESTION_ROUTES: readonly Route[] = ALL_QUESTIONS.filter(
  ({ jobAlone }) => jobAlone !== true,
).map((asked) => routeOf(asked, { operation: asked.name, path: pathOf(asked) }));

/** Every question that may be asked as a job. */
export const QUESTION_JOBS: readonly JobKind[] = ALL_QUESTIONS.flatMap((asked) => {
  const path = jobsPathOf(asked);
  if (asked.jobs === undefined || path === undefined) return [];
  const job: QuestionDefinition = {
    ...asked,
    summary: `${asked.summary}, as a job with progress and cancelling`,
  };
  return [{ path, task: routeOf(job, { operation: asked.jobs, path, tag: 'Jobs' }) }];
});

function routeOf(
  asked: QuestionDefinition,
  at: { readonly operation: string; readonly path: string; readonly tag?: 'Jobs' },
): Route {
  const { summary, work, answer, outcome } = asked;
  // What becomes of a job is JSON.
  const mayBePaper = findsPapers(asked) && at.tag !== 'Jobs';
  return route({
    tag: asked.tag,
    ...at,
    method: 'post',
    summary,
    work,
    role: 'reader',
    body: bodyWith(asked, mayBePaper),
    answer,
    ...(mayBePaper && { fileTypes: Object.values(MEDIA_TYPES) }),
    handle: async ({ body, language }, reader, control) => {
      const { sources, options } = partsOf(body);
      const began = performance.now();
      const checkpoint = withGrace(new Task(control));
      const opened = await openedHere(asked, sources, options, { reader, checkpoint });
      const { paper, language: chosen = language } = outputSchema.parse(body);
      if (paper !== undefined) refuseUnfitPaper(opened, paper);
      const found = await answerTo(asked, opened, options, {
        ...control,
        giveWay: true,
        began: countedFrom(began),
      });
      if (paper === undefined) return found;
      const slates = await papersOf(asked, found, opened, options);
      return paperAnswer(opened, found, slates, { ...paper, language: chosen });
    },
    examine: async ({ body }, reader) => {
      const { sources, options } = partsOf(body);
      const opened = await openedHere(asked, sources, options, { reader });
      const problems = await problemsBefore(asked, opened, options);
      if (problems.length > 0) throw new InputError(problems);
    },
    present: presented,
    ...(outcome !== undefined && { outcome }),
  });
}

/**
 * Opens the case of a question. The text of a file may have more scenarios than a list of them.
 *
 * @throws InputError
 */
async function openedHere(
  asked: QuestionDefinition,
  sources: CaseSources,
  options: WithoutUndefined<Record<string, unknown>>,
  opening: Opening,
): Promise<OpenCase> {
  const opened = valueOf(await openFor(asked, sources, options, opening));
  const found = opened.scenarios.length;
  if (found <= MOST_SCENARIOS) return opened;
  const place = { file: QUESTION, field: '/scenarios' };
  throw new InputError([problem('service.too-many-scenarios', { found, most: MOST_SCENARIOS }, place)]);
}

/** The body of a question with how its answer is wanted, of which jobs know less; one object each. */
function bodyWith(asked: QuestionDefinition, mayBePaper: boolean): z.ZodObject {
  const known = mayBePaper ? paperBodies : bodies;
  const body = bodyOf(asked);
  const isOfJob = findsPapers(asked) && !mayBePaper;
  const shape = mayBePaper ? { ...presentationShape, paper: paperSchema.optional() } : presentationShape;
  const extended =
    known.get(body) ??
    body.extend(shape).meta({
      id: `${isOfJob ? 'Job' : ''}${requestName(asked)}`,
      description: `What \`${asked.name}\` is asked${isOfJob ? ' as a job' : ''}: the case, and the options of the question.`,
    });
  known.set(body, extended);
  return extended;
}

/** The case of a body, and its options. The body has been parsed by a schema of which both are parts. */
export function partsOf(body: Readonly<Record<string, unknown>>): {
  readonly sources: CaseSources;
  readonly options: WithoutUndefined<Record<string, unknown>>;
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
    paper: _paper,
    blind: _blind,
    ...options
  } = body;
  const sources = { pool, rules, units, scenario, decisions, slate, scenarios } as unknown as CaseSources;
  return { sources, options };
}
