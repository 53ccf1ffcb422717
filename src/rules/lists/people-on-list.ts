import { factsTogether, togetherName } from '../groups/grouping.ts';
import type { Kind } from '../rule-kind.ts';
import type { OrderedList } from './list-declaration.ts';
import type { Condition, ObjectiveTerm } from '../rule-set.ts';
import { UNIT_FACT } from '../titles.ts';

/**
 * The rules of a list are about people, and so `unit` is where somebody works, as on a slate. In the table of
 * a placement that name is taken, by the unit of the appointment, which here is the place; theirs is
 * `currentUnit`.
 */
const WORK_UNIT = 'currentUnit';

/** The fact of a person on a list that stands behind this name. */
export function ofPerson(fact: string): string {
  return fact === UNIT_FACT ? WORK_UNIT : fact;
}

/** The condition of people on a list. */
function ofPeople(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(ofPeople) };
  if ('any' in condition) return { any: condition.any.map(ofPeople) };
  if ('not' in condition) return { not: ofPeople(condition.not) };
  return { ...condition, fact: ofPerson(condition.fact) };
}

/** What a rule asks, of people on the list where there is one. */
export function onList(kind: Kind, list: OrderedList | undefined): Kind {
  if (list === undefined) return kind;
  const where = kind.where && ofPeople(kind.where);
  if (kind.kind === 'require') return { ...kind, ...(where && { where }), satisfy: ofPeople(kind.satisfy) };
  const { groups } = kind;
  const grouped = {
    ...(kind.forEach !== undefined && { forEach: togetherOfPeople(kind.forEach) }),
    ...(groups !== undefined && 'where' in groups && { groups: { where: ofPeople(groups.where) } }),
  };
  if (kind.kind === 'share') {
    const of = kind.of && ofPeople(kind.of);
    return { ...kind, ...grouped, where: ofPeople(kind.where), ...(of && { of }) };
  }
  const narrowed = { ...grouped, ...(where && { where }) };
  if (kind.kind !== 'count') return { ...kind, ...narrowed, fact: ofPerson(kind.fact) };
  const { represented, against } = kind;
  return {
    ...kind,
    ...narrowed,
    ...(against !== undefined && { against: ofPeople(against) }),
    ...(represented !== undefined && { represented: togetherOfPeople(represented) }),
  };
}

function togetherOfPeople(facts: string): string {
  return togetherName(factsTogether(facts).map(ofPerson));
}

/** A term of the objective, of people on the list where there is one. */
export function termOnList(term: ObjectiveTerm, list: OrderedList | undefined): ObjectiveTerm {
  if (list === undefined) return term;
  return {
    ...term,
    ...(term.fact !== undefined && { fact: ofPerson(term.fact) }),
    ...(term.where !== undefined && { where: ofPeople(term.where) }),
  };
}
