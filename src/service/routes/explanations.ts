import {
  diagnosisSchema,
  quotaCostSchema,
  replacementSchema,
  whyAnswerSchema,
} from '../../explain/answers.ts';
import { diagnose } from '../../explain/diagnose.ts';
import { costOfRule } from '../../explain/quota-cost.ts';
import { replaceMember } from '../../explain/replace.ts';
import { whyCandidate } from '../../explain/why.ts';
import { canonicalIds } from '../../slate/case.ts';
import { repairSlate } from '../../slate/repair.ts';
import { repairSchema } from '../../slate/repair-answer.ts';
import type { SlateCase } from '../../slate/requests.ts';
import { BadInput, problem, type Problem } from '../../words/problem.ts';
import {
  costRequestSchema,
  diagnoseRequestSchema,
  repairRequestSchema,
  replaceRequestSchema,
  whyRequestSchema,
} from '../explain-requests.ts';
import { type Route, route } from '../route.ts';
import { slateProblems } from './check.ts';

/** Why does no slate exist, and what would make one possible? */
const diagnoseRoute = route({
  operation: 'diagnose',
  method: 'post',
  path: '/api/v1/diagnose',
  tag: 'Explanations',
  summary: 'Find the rules that contradict each other, and the cheapest ways out',
  work: 'solve',
  body: diagnoseRequestSchema,
  answer: diagnosisSchema,
  handle: async ({ body }, desk, control) => {
    const { conflicts, relaxations, exactToRange, sizeCost, decisionCost } = body;
    return diagnose(await desk.caseOf(body), {
      ...control,
      ...(conflicts !== undefined && { conflicts }),
      ...(relaxations !== undefined && { relaxations }),
      ...(exactToRange !== undefined && { exactToRange }),
      ...(sizeCost !== undefined && { sizeCost }),
      ...(decisionCost !== undefined && { decisionCost }),
    });
  },
  outcome: ({ status }) => status,
});

/** Why is somebody on the best slate, or not? */
const whyRoute = route({
  operation: 'why',
  method: 'post',
  path: '/api/v1/why',
  tag: 'Explanations',
  summary: 'Say why a candidate is on the best slate or not, and what the opposite costs',
  work: 'solve',
  body: whyRequestSchema,
  answer: whyAnswerSchema,
  handle: async ({ body }, desk, control) => {
    const { candidate, conflicts } = body;
    return whyCandidate(await desk.caseOf(body), candidate, {
      ...control,
      ...(conflicts !== undefined && { conflicts }),
    });
  },
  outcome: ({ status }) => status,
});

/** What does each bound of a rule cost? */
const costRoute = route({
  operation: 'cost',
  method: 'post',
  path: '/api/v1/cost',
  tag: 'Explanations',
  summary: 'Find the best slate at every bound that a rule could have',
  work: 'solve',
  body: costRequestSchema,
  answer: quotaCostSchema,
  handle: async ({ body }, desk, control) => costOfRule(await desk.caseOf(body), body.rule, control),
  outcome: ({ curves }) => (curves.every(({ complete }) => complete) ? 'complete' : 'partial'),
});

/** Who best replaces a member who withdraws? */
const replaceRoute = route({
  operation: 'replace',
  method: 'post',
  path: '/api/v1/replace',
  tag: 'Explanations',
  summary: 'Find the best replacements of a member who withdraws',
  work: 'solve',
  body: replaceRequestSchema,
  answer: replacementSchema,
  handle: async ({ body }, desk, control) => {
    const { slate, candidate, furtherChanges, alternatives } = body;
    const asked = await desk.caseOf(body, slate);
    const problems = slateProblems(asked, slate);
    if (problems.length > 0) throw new BadInput(problems);
    return replaceMember(asked, slate, candidate, {
      ...control,
      ...(furtherChanges !== undefined && { changes: furtherChanges }),
      ...(alternatives !== undefined && { alternatives }),
    });
  },
  outcome: ({ status }) => status,
});

/** What are the fewest changes that mend a slate? */
const repairRoute = route({
  operation: 'repair',
  method: 'post',
  path: '/api/v1/repair',
  tag: 'Explanations',
  summary: 'Mend a slate with the fewest changes',
  work: 'solve',
  body: repairRequestSchema,
  answer: repairSchema,
  handle: async ({ body }, desk, control) => {
    const { slate, keep, alternatives, differ } = body;
    const asked = await desk.caseOf(body, slate);
    const problems = [...slateProblems(asked, slate), ...keepProblems(asked, slate, keep ?? [])];
    if (problems.length > 0) throw new BadInput(problems);
    return repairSlate(asked, slate, {
      ...control,
      ...(keep !== undefined && { keep }),
      ...(alternatives !== undefined && { alternatives }),
      ...(differ !== undefined && { differ }),
    });
  },
  outcome: ({ status }) => status,
});

/** Ids of members to keep that are not on the slate. */
function keepProblems(
  asked: SlateCase,
  slate: readonly string[],
  keep: readonly string[],
): readonly Problem[] {
  const members = canonicalIds(asked, slate);
  return keep.flatMap((id, index) => {
    const place = { file: 'body', field: `/keep/${index}` };
    return members.includes(canonicalIds(asked, [id])[0]!)
      ? []
      : [problem('explain.not-on-slate', { id }, place)];
  });
}

/** All questions that explain. */
export const EXPLANATIONS: readonly Route[] = [diagnoseRoute, whyRoute, costRoute, replaceRoute, repairRoute];
