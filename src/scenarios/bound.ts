import { exactNumber } from '../rules/ratio.ts';
import { shareIn } from '../rules/rule-problems.ts';
import type { Rule } from '../rules/rule-set.ts';
import { wholeIn } from '../rules/written.ts';
import type { NewBound } from './scenario.ts';

/** What was written as a bound of a rule of some kind; `undefined` if it is none. */
export function boundIn(written: unknown, kind: Rule['kind']): NewBound | undefined {
  if (written === 'none') return 'none';
  if (kind === 'count') return wholeIn(written);
  if (kind === 'share') return shareIn(written);
  return kind === 'require' ? undefined : exactNumber(written);
}
