import type { PostAnswer } from '../../check/check-answer.ts';
import { placedId, type PlanGround } from './plan.ts';

/**
 * The plan in which everybody stays where they are: who holds several titles of a unit has them together
 * where the rules allow that, else the first of them. Nobody has two appointments.
 */
export function presentPlan(posts: readonly PostAnswer[], { ways }: PlanGround): readonly string[] {
  const held = new Map<string, { readonly unit: string; readonly titles: readonly string[] }>();
  for (const { unit, title, holders } of posts) {
    for (const candidate of holders) {
      const before = held.get(candidate);
      if (before === undefined) held.set(candidate, { unit, titles: [title] });
      else if (before.unit === unit) held.set(candidate, { unit, titles: [...before.titles, title] });
    }
  }
  return [...held].map(([candidate, { unit, titles }]) => {
    const way = ways.find((ids) => ids.length === titles.length && ids.every((id) => titles.includes(id)));
    return placedId(candidate, { unit, titles: way ?? titles.slice(0, 1) });
  });
}
