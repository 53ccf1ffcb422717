import { bestValue } from '../slate/best-slate.ts';
import type { Task } from '../slate/task.ts';
import type { Relaxation, RelaxationShape } from './relaxation-model.ts';
import { memberKey, type Member, type CaseToExplain } from './case-to-explain.ts';
import { relaxedCase } from './relaxed-case.ts';

/**
 * A member whose change a relaxation could do without, if it has one: the others, as far as they move, let a
 * slate exist. Only a share, or an average, can make that so. A relaxation pays for the slate that it was found
 * with, of whom some are too many, and the bound moves to the share of that slate: "at most 100 %" lets in other slates,
 * with more too many, that need none of its other changes.
 *
 * Where a share of each group moves none is looked for: how far it moves is no ratio of one sum, so the search
 * could not go on beside it.
 */
export async function needlessChange(
  question: CaseToExplain,
  relaxation: Relaxation,
  shape: RelaxationShape,
  task: Task,
): Promise<Member | undefined> {
  const { movements } = relaxation;
  const members = new Map(movements.map(({ way: { member } }) => [memberKey(member), member]));
  const rules = [...members.values()].flatMap((member) =>
    member.kind === 'rule' ? [question.decided.rules[member.rule]!.rule] : [],
  );
  const moving = rules.filter(({ kind }) => kind === 'share' || kind === 'average');
  const isOfGroups = moving.some((rule) => rule.kind === 'share' && rule.forEach !== undefined);
  if (members.size < 2 || moving.length === 0 || isOfGroups) return undefined;
  for (const [key, member] of members) {
    const others = movements.filter(({ way }) => memberKey(way.member) !== key);
    const { decided, decisions } = await relaxedCase(question, { ...relaxation, movements: others }, shape);
    const { structure } = question;
    const value = await bestValue(decided, { decisions, ...(structure && { structure }) }, task);
    if (value !== undefined) return member;
  }
  return undefined;
}
