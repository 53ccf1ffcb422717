import { comparisonSchema, robustnessSchema, sweepSchema, tradeOffSchema } from '../../scenarios/answers.ts';
import { compare } from '../../scenarios/compare.ts';
import { parseScenarios } from '../../scenarios/load.ts';
import { readMeasures } from '../../scenarios/measure.ts';
import { robustness } from '../../scenarios/robustness.ts';
import { runSweep, sweepProblems } from '../../scenarios/sweep.ts';
import { tradeOff } from '../../scenarios/trade-off.ts';
import { readVariations } from '../../scenarios/variation.ts';
import { BadInput, type Problem, type Reading, valueOf } from '../../words/problem.ts';
import { jobKind } from '../job-kind.ts';
import { type Route, route } from '../route.ts';
import {
  compareRequestSchema,
  robustnessRequestSchema,
  sweepRequestSchema,
  tradeOffRequestSchema,
} from '../scenario-requests.ts';
import { slateProblems } from './check.ts';

/** What would these scenarios give? */
const compareRoute = route({
  operation: 'compare',
  method: 'post',
  path: '/api/v1/compare',
  tag: 'Scenarios',
  summary: 'Propose under several scenarios and put the slates side by side',
  work: 'solve',
  body: compareRequestSchema,
  answer: comparisonSchema,
  handle: async ({ body: { scenarios, ...question } }, desk, control) => {
    const ground = await desk.groundOf(question);
    const written = parseScenarios(JSON.stringify({ scenarios }), 'body', ground.ruleSet);
    const read = inBody(written, (field) => field);
    const placed = read.map((each, index) => ({
      ...each,
      origin: { file: 'body', field: `/scenarios/${index}` },
    }));
    return compare(ground, placed, control);
  },
});

/** What is the best compromise between two or three measures? */
const tradeOffRoute = route({
  operation: 'tradeOff',
  method: 'post',
  path: '/api/v1/trade-off',
  tag: 'Scenarios',
  summary: 'Find every slate that no other betters on two or three measures',
  work: 'solve',
  body: tradeOffRequestSchema,
  answer: tradeOffSchema,
  handle: async ({ body: { measures, most, ...question } }, desk, control) => {
    const asked = await desk.caseOf(question);
    const read = inBody(readMeasures(measures, asked.ruleSet), () => '/measures');
    return tradeOff(asked, read, { ...control, ...(most !== undefined && { most }) });
  },
  outcome: ({ status }) => status,
});

/** How does a slate stand if members drop out? */
const robustnessRoute = route({
  operation: 'robustness',
  method: 'post',
  path: '/api/v1/robustness',
  tag: 'Scenarios',
  summary: 'Say how a slate stands if any one member drops out, or any two',
  work: 'solve',
  body: robustnessRequestSchema,
  answer: robustnessSchema,
  handle: async ({ body: { slate, out, ...question } }, desk, control) => {
    const asked = await desk.caseOf(question, slate);
    const problems = slateProblems(asked, slate);
    if (problems.length > 0) throw new BadInput(problems);
    return robustness(asked, slate, { ...control, ...(out !== undefined && { out }) });
  },
  outcome: ({ compliant }) => (compliant ? 'compliant' : 'violated'),
});

/** The routes about scenarios. */
export const SCENARIOS: readonly Route[] = [compareRoute, tradeOffRoute, robustnessRoute];

/** What would other bounds give, over whole ranges? Cancelling keeps the cells that are solved. */
export const sweepsJob = jobKind({
  operation: 'sweeps',
  path: '/api/v1/sweeps',
  tag: 'Jobs',
  summary: 'Solve every combination of varied bounds as a job, with progress and cancelling',
  body: sweepRequestSchema,
  result: sweepSchema,
  open: async ({ vary, ...question }, desk) => {
    const asked = await desk.caseOf(question);
    const variations = inBody(readVariations(vary, asked.ruleSet), () => '/vary');
    const task = { case: asked, variations };
    const problems = await sweepProblems(task);
    if (problems.length > 0) throw new BadInput(problems);
    return task;
  },
  work: (task, control) => runSweep(task, { ...control, giveWay: true }),
  outcome: ({ complete }) => (complete ? 'complete' : 'partial'),
});

/** A value that was read from the body; its problems point there. @throws BadInput */
function inBody<Value>(reading: Reading<Value>, fieldOf: (field: string) => string): Value {
  if (reading.ok) return reading.value;
  const placed = reading.problems.map((found): Problem => {
    const field = fieldOf(found.place?.field ?? '');
    return { ...found, place: { file: 'body', field } };
  });
  return valueOf({ ok: false, problems: placed });
}
