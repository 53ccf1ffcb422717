import { QUESTION } from '../opening/sources.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { outcomeSchema, sweepSchema } from '../scenarios/answers.ts';
import {
  joinSweep,
  runSweep,
  saidByParts,
  solveCells,
  sweepProblems,
  tooManyCells,
} from '../scenarios/sweep.ts';
import type { SlateCase } from '../check/slate-case.ts';
import type { SweepTask } from '../scenarios/swept-grid.ts';
import { malformed, readVariations } from '../scenarios/variation.ts';
import { placedAt, type Problem, valueOf } from '../words/problem.ts';
import { each, timeLimit } from './options.ts';
import { question } from './question.ts';
import { variationSchema } from './written-bounds.ts';

/** What would other bounds give, over whole ranges? Stopping it keeps the cells that are solved. */
export const sweepQuestion = question({
  name: 'sweep',
  tag: 'Scenarios',
  summary: 'Solve every combination of varied bounds',
  work: 'solve',
  about: 'case',
  jobs: 'sweeps',
  jobAlone: true,
  patient: true,
  options: {
    vary: each('cli.vary-option', variationSchema, 1, 6),
    timeLimitMs: timeLimit('cli.sweep-time-limit-option'),
  },
  answer: sweepSchema,
  division: {
    part: outcomeSchema,
    said: ({ asked }, { vary }) => saidByParts(sweepTask(asked, vary)),
    beside: 1,
    find: ({ asked }, { vary }, parts, control) =>
      solveCells(sweepTask(asked, vary), parts, { ...control, giveWay: true }),
    // Rules that contradict each other are told where there was time to find them.
    isFinal: ({ status, conflict }) =>
      status === 'optimal' || (status === 'infeasible' && conflict !== undefined),
    mayBePartial: true,
    join: async ({ asked }, { vary }, found, milliseconds) =>
      joinSweep(sweepTask(asked, vary), found, milliseconds),
  },
  wrong: ({ vary }, { rules }) =>
    wrongVariations(vary, rules).map((found) => placedAt(found, { file: QUESTION, field: '/vary' })),
  examine: async ({ asked }, { vary }) => sweepProblems(sweepTask(asked, vary)),
  ask: ({ asked }, { vary, ...options }, control) =>
    runSweep(sweepTask(asked, vary), { ...control, ...options }),
  outcome: ({ complete }) => (complete ? 'complete' : 'partial'),
});

function sweepTask(asked: SlateCase, vary: readonly string[]): SweepTask {
  return { case: asked, variations: valueOf(readVariations(vary, asked.ruleSet)) };
}

function wrongVariations(texts: readonly string[], ruleSet: RuleSet | undefined): readonly Problem[] {
  if (ruleSet === undefined) return malformed(texts);
  // A placement brings rules of its own along, which are known once it is open.
  const read = readVariations(texts, ruleSet);
  return read.ok ? tooManyCells(read.value) : read.problems;
}
