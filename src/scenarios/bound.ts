import { boundOfKind } from '../rules/bound.ts';
import type { Rule } from '../rules/rule-set.ts';
import type { NewBound } from './scenario.ts';

/** What was written as a bound of a rule of some kind; `undefined` if it is none. */
export function boundIn(written: unknown, kind: Rule['kind']): NewBound | undefined {
  return written === 'none' ? 'none' : boundOfKind(written, kind);
}

/** Whether a rule asks something only if somebody is there: it has no bound to move. */
export function isConditional(rule: Rule): boolean {
  return rule.kind === 'count' && rule.conditional === true;
}
