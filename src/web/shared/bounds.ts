import type { RuleReport } from '../../check/check-answer.ts';
import type { RuleSetAnswer } from '../../service/answers/answers.ts';
import type { Language } from '../../words/language.ts';
import { formatNumber, formatShare } from '../../words/number.ts';

/** What bounds are counted in: members, or parts of the slate from 0 to 1. */
export type BoundUnit = 'count' | 'share';

/** Whether a rule adds up a fact: its bounds are any numbers, and go in no steps. */
export function addsUp({ kind }: Pick<RuleReport, 'kind'>): boolean {
  return kind === 'sum' || kind === 'average';
}

/** A value in its unit: `11`, `20,5 %`. */
export function valueWords(value: number, unit: BoundUnit, language: Language): string {
  if (unit === 'count') return formatNumber(value, language);
  return formatShare(Math.round(value * 1000) / 1000, language);
}

/** Whether a rule set says how many members there are; of a placement that may be left to its posts. */
export function saysSize({ size: { min, max } }: Pick<RuleSetAnswer, 'size'>): boolean {
  return min > 0 || max < Number.MAX_SAFE_INTEGER;
}

/** Bounds in signs: `= 11`, `7–10`, `≥ 3`, `≤ 6`, `–` for none. */
export function boundsWords(
  min: number | null,
  max: number | null,
  unit: BoundUnit,
  language: Language,
): string {
  const say = (value: number): string => valueWords(value, unit, language);
  if (min !== null && max !== null) {
    return min === max ? `= ${say(min)}` : `${say(min).replace(' %', '')}–${say(max)}`;
  }
  if (min !== null) return `≥ ${say(min)}`;
  return max === null ? '–' : `≤ ${say(max)}`;
}
