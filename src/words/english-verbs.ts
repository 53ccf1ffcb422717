import type { Counted, Mood } from './sentence.ts';

/** What is counted, and the verbs that are said of one, of many, or of what must be. */
export const NOUNS: Readonly<Record<Counted, readonly [one: string, many: string]>> = {
  member: ['member', 'members'],
  unit: ['unit', 'units'],
  appointment: ['appointment', 'appointments'],
  group: ['group', 'groups'],
  rule: ['rule', 'rules'],
};

export const WHO: Readonly<Record<Counted, string>> = {
  member: 'who',
  unit: 'that',
  appointment: 'that',
  group: 'that',
  rule: 'that',
};

export const BE: Readonly<Record<Mood, string>> = { one: 'is', many: 'are', must: 'must be' };
export const NOT_BE: Readonly<Record<Mood, string>> = { one: 'is not', many: 'are not', must: 'must not be' };
export const HAVE: Readonly<Record<Mood, string>> = { one: 'has', many: 'have', must: 'must have' };
export const NOT_HAVE: Readonly<Record<Mood, string>> = {
  one: 'does not have',
  many: 'do not have',
  must: 'must not have',
};
export const HOLD: Readonly<Record<Mood, string>> = { one: 'holds', many: 'hold', must: 'must hold' };
export const NOT_HOLD: Readonly<Record<Mood, string>> = {
  one: 'does not hold',
  many: 'do not hold',
  must: 'must not hold',
};
export const BORN: Readonly<Record<Mood, string>> = { one: 'was', many: 'were', must: 'must have been' };
