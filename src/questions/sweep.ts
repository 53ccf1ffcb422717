import { QUESTION } from '../opening/sources.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { sweepSchema } from '../scenarios/answers.ts';
import { runSweep, sweepProblems, tooManyCells } from '../scenarios/sweep.ts';
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
  wrong: ({ vary }, { rules }) =>
    wrongVariations(vary, rules).map((found) => placedAt(found, { file: QUESTION, field: '/vary' })),
  examine: async ({ asked }, { vary }) =>
    sweepProblems({ case: asked, variations: valueOf(readVariations(vary, asked.ruleSet)) }),
  ask: ({ asked }, { vary, ...options }, control) =>
    runSweep(
      { case: asked, variations: valueOf(readVariations(vary, asked.ruleSet)) },
      { ...control, ...options },
    ),
  outcome: ({ complete }) => (complete ? 'complete' : 'partial'),
});

function wrongVariations(texts: readonly string[], ruleSet: RuleSet | undefined): readonly Problem[] {
  if (ruleSet === undefined) return malformed(texts);
  // A placement brings rules of its own along, which are known once it is open.
  const read = readVariations(texts, ruleSet);
  return read.ok ? tooManyCells(read.value) : read.problems;
}
