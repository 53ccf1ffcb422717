import type { PlanAnswer } from '../check/check-answer.ts';
import { rowsById } from '../rules/facts/fact-table.ts';
import type { SlateCase } from '../check/slate-case.ts';

/**
 * All posts of a placement, and each member of a plan as the appointment that it is; nothing for a slate.
 *
 * @param members ids of the table.
 */
export function planOf(
  { facts, placement }: Pick<SlateCase, 'facts' | 'placement'>,
  members: readonly string[],
): PlanAnswer | undefined {
  if (placement === undefined) return undefined;
  const rows = rowsById(facts);
  return {
    posts: placement.posts.map(({ unit, title, holders }) => ({ unit, title, holders: [...holders] })),
    appointments: members.map((id) => placement.appointmentOf(rows.get(id)!)),
  };
}
