import {
  comparisonSchema,
  robustnessSchema,
  type Sweep,
  sweepSchema,
  tradeOffSchema,
} from '../../scenarios/answers.ts';
import type { KeptScenario } from '../state/work.ts';
import type { z } from 'zod';
import { about, type QuestionOf } from './questions.ts';
import type { Asked } from './service.ts';

/** Scenarios side by side; the rule set as it stands first. */
export function comparisonOf(
  work: QuestionOf,
  scenarios: readonly KeptScenario[],
): Asked<typeof comparisonSchema> {
  const written = scenarios.map(({ id, title, changes }) => ({ id, title, ...changes }));
  return { path: '/compare', body: { ...about(work), scenarios: written }, answer: comparisonSchema };
}

/** Every combination of some bounds: `women=9..15`. */
export function sweepOf(work: QuestionOf, vary: readonly string[]): Asked<z.ZodType<Sweep>> {
  return { path: '/sweeps', body: { ...about(work), vary }, answer: sweepSchema };
}

/** Every slate that is not worse in all of some measures than another: `objective`, `women`. */
export function tradeOffOf(work: QuestionOf, measures: readonly string[]): Asked<typeof tradeOffSchema> {
  return { path: '/trade-off', body: { ...about(work), measures }, answer: tradeOffSchema };
}

/** How does a slate stand if one member drops out, or two? */
export function robustnessOf(
  work: QuestionOf,
  slate: readonly string[],
  out: 1 | 2,
): Asked<typeof robustnessSchema> {
  return { path: '/robustness', body: { ...about(work), slate, out }, answer: robustnessSchema };
}
