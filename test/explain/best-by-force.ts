import type { RuleSet } from '../../src/rules/rule-set.ts';
import { compareObjectives, isCompliant, objectiveOf } from '../brute-force.ts';
import type { PlainCase } from '../random-case.ts';
import { allSlates, candidatesAt, type PlainDecisions } from './small-questions.ts';

/** A slate with its objective, found by looking at all. */
export interface Forced {
  readonly ids: readonly string[];
  readonly value: readonly number[];
}

/** Whether a slate, by positions, keeps to decisions on persons. */
export function keepsTo(decisions: PlainDecisions, slate: readonly number[]): boolean {
  const on = (row: number): boolean => slate.includes(row);
  return (
    decisions.pin.every(on) &&
    !decisions.exclude.some(on) &&
    decisions.together.every((group) => group.every(on) || !group.some(on)) &&
    decisions.apart.every((group) => group.filter(on).length <= 1)
  );
}

/** The best slate that keeps all hard rules and what else is asked; `undefined` where there is none. */
export function bestByForce(
  plain: PlainCase,
  ruleSet: RuleSet = plain.ruleSet,
  accepts: (slate: readonly number[]) => boolean = () => true,
): Forced | undefined {
  let best: Forced | undefined;
  for (const slate of allSlates(plain)) {
    const members = candidatesAt(plain, slate);
    if (!accepts(slate) || !isCompliant(ruleSet, members, plain.candidates)) continue;
    const value = objectiveOf(ruleSet, members, plain.candidates);
    if (best === undefined || compareObjectives(value, best.value) > 0) {
      best = { ids: members.map(({ id }) => id), value };
    }
  }
  return best;
}
