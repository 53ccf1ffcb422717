import {
  diagnosisSchema,
  quotaCostSchema,
  replacementSchema,
  whyAnswerSchema,
} from '../../explain/answers.ts';
import { repairSchema } from '../../slate/repair-answer.ts';
import { question } from './question.ts';
import { about, type QuestionOf } from './questions.ts';
import type { Asked } from './service.ts';

/** How can the slate in hand be mended? Whoever is pinned is not touched. */
export function repairOf(work: QuestionOf, slate: readonly string[]): Asked<typeof repairSchema> {
  return question('repair', { ...about(work), slate, alternatives: 3 }, repairSchema);
}

/** Why does no slate exist? The contradictions alone, which are found sooner than the ways out. */
export function conflictsOf(work: QuestionOf): Asked<typeof diagnosisSchema> {
  return question('diagnose', { ...about(work), relaxations: 0 }, diagnosisSchema);
}

/** What would make a slate possible? */
export function waysOutOf(work: QuestionOf): Asked<typeof diagnosisSchema> {
  return question('diagnose', { ...about(work), conflicts: 0 }, diagnosisSchema);
}

/** Why is somebody on the best slate, or not? Decisions on themselves are left out. */
export function whyOf(work: QuestionOf, candidate: string): Asked<typeof whyAnswerSchema> {
  const others = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== candidate);
  const free = { ...work, pin: others(work.pin), exclude: others(work.exclude) };
  return question('why', { ...about(free), candidate }, whyAnswerSchema);
}

/** Milliseconds after which a curve stops where it is: somebody is waiting for it. */
const PATIENCE = 15_000;

/** What does each bound of a rule cost? */
export function costOf(work: QuestionOf, rule: string): Asked<typeof quotaCostSchema> {
  return question('cost', { ...about(work), rule, timeLimitMs: PATIENCE }, quotaCostSchema);
}

/**
 * Who could take the place of a member of the slate in hand, or of several at once? Everybody else stays.
 *
 * @param also who withdraws at the same time
 */
export function replacementOf(
  work: QuestionOf,
  slate: readonly string[],
  candidate: string,
  also: readonly string[] = [],
): Asked<typeof replacementSchema> {
  const pin = work.pin.filter((id) => id !== candidate && !also.includes(id));
  const asked = { ...about({ ...work, pin }), slate, candidate, ...(also.length > 0 && { also }) };
  return question('replace', asked, replacementSchema);
}
