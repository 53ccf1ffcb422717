import {
  comparisonSchema,
  robustnessSchema,
  type Sweep,
  sweepSchema,
  tradeOffSchema,
} from '../../scenarios/answers.ts';
import type { KeptScenario } from '../state/work.ts';
import type { z } from 'zod';
import { question } from './question.ts';
import { about, type QuestionOf } from './questions.ts';
import type { Asked } from './service.ts';

/** Scenarios side by side; the rule set as it stands first. */
export function comparisonOf(
  work: QuestionOf,
  scenarios: readonly KeptScenario[],
): Asked<typeof comparisonSchema> {
  const written = scenarios.map(({ id, title, changes }) => ({ id, title, ...changes }));
  return question('compare', { ...about(work), scenarios: written }, comparisonSchema);
}

/** Every combination of some bounds: `women=9..15`. */
export function sweepOf(work: QuestionOf, vary: readonly string[]): Asked<z.ZodType<Sweep>> {
  return { ...question('sweep', { ...about(work), vary }, sweepSchema), path: '/sweeps' };
}

/** Every slate that is not worse in all of some measures than another: `objective`, `women`. */
export function tradeOffOf(work: QuestionOf, measures: readonly string[]): Asked<typeof tradeOffSchema> {
  return question('tradeOff', { ...about(work), measures }, tradeOffSchema);
}

/** How does a slate stand if one member drops out, or two? */
export function robustnessOf(
  work: QuestionOf,
  slate: readonly string[],
  out: 1 | 2,
): Asked<typeof robustnessSchema> {
  return question('robustness', { ...about(work), slate, out }, robustnessSchema);
}
