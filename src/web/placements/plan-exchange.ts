import type { Place, PlanGround } from './plan.ts';

/** What another plan means for one person: another post, a post at all, or none any more. */
export interface PlanChange {
  readonly candidate: string;
  /** The id to ask about: the new appointment, or the one that is lost. */
  readonly id: string;
  readonly from?: Place;
  readonly to?: Place;
}

/** Appointments that leave and enter, person by person: who moves, who comes, who goes. */
export function planChanges(
  leave: readonly string[],
  enter: readonly string[],
  { find }: PlanGround,
): readonly PlanChange[] {
  const changes = new Map<string, PlanChange>();
  for (const from of leave.flatMap((id) => find(id) ?? [])) {
    changes.set(from.candidate, { candidate: from.candidate, id: from.id, from });
  }
  for (const to of enter.flatMap((id) => find(id) ?? [])) {
    changes.set(to.candidate, { ...changes.get(to.candidate), candidate: to.candidate, id: to.id, to });
  }
  const rank = ({ from, to }: PlanChange): number => (to === undefined ? 2 : from === undefined ? 0 : 1);
  return [...changes.values()].toSorted((a, b) => rank(a) - rank(b));
}
