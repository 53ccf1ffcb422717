import type { RuleAnswer } from '../../service/answers/answers.ts';
import type { CheckAnswer, Appointment } from '../../check/check-answer.ts';
import type { People, Person } from '../people/person.ts';
import { byGivenName } from '../people/name-order.ts';
import { type Place, placedId, type PlanGround } from './plan.ts';

/** Somebody who could get a post, and what is to be known of it. */
export interface ForPost {
  readonly person: Person;
  /** Hard rules of eligibility that keep them from it. */
  readonly barredBy: readonly string[];
  /** What it would be; absent until the service has answered. */
  readonly facts: Appointment | undefined;
  /** Their appointment in the plan in hand. */
  readonly elsewhere: string | undefined;
}

/**
 * Everybody for one post. Those who are eligible come first, and of them who holds it now, who has no
 * post in the plan, who works in the unit; then by given name.
 *
 * @param answer the check of a plan in which everybody has the post.
 */
export function rankedFor(
  place: Place,
  {
    people,
    plan,
    members,
  }: {
    readonly people: People;
    readonly plan: PlanGround;
    readonly members: readonly string[];
  },
  answer: Pick<CheckAnswer, 'ineligible' | 'placement'> | undefined,
  rules: readonly Pick<RuleAnswer, 'id' | 'strength'>[] = [],
): readonly ForPost[] {
  const hard = new Set(rules.filter(({ strength }) => strength === 'hard').map(({ id }) => id));
  const barred = Map.groupBy(
    answer?.ineligible.filter(({ rule }) => hard.has(rule)) ?? [],
    ({ candidate }) => candidate,
  );
  const facts = new Map(answer?.placement?.appointments.map((each) => [each.id, each]));
  const inPlan = new Map(
    members.flatMap((id) => plan.find(id) ?? []).map((placed) => [placed.candidate, placed]),
  );
  const all = people.list.map((person): ForPost => {
    const id = placedId(person.id, place);
    return {
      person,
      barredBy: [...new Set(barred.get(id)?.map(({ rule }) => rule))],
      facts: facts.get(id),
      elsewhere: inPlan.get(person.id)?.id,
    };
  });
  const rank = ({ barredBy, facts: of, elsewhere }: ForPost): number =>
    (barredBy.length > 0 ? 8 : 0) +
    (of?.stays === true ? 0 : 1) +
    (elsewhere === undefined ? 0 : 4) +
    (of?.from === place.unit ? 0 : 2);
  return all.toSorted((a, b) => rank(a) - rank(b) || byGivenName(a.person, b.person));
}
