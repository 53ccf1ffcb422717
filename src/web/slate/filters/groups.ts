import { byGivenName, inAlphabet } from '../../people/name-order.ts';
import type { People, Person } from '../../people/person.ts';

/** Persons of one bloc; without a key where the pool has no blocs. */
export interface PeopleGroup {
  readonly key: string | undefined;
  readonly ids: readonly string[];
}

/**
 * Persons by bloc, blocs in the order in which the pool names them first, and in a bloc by unit and
 * then by given name, as Vietnamese lists have them.
 */
export function groupsOf(ids: readonly string[], people: People): readonly PeopleGroup[] {
  if (ids.length === 0) return [];
  const order = [...people.list].toSorted(byUnitAndName).map(({ id }) => id);
  const wanted = new Set(ids);
  const unknown = ids.filter((id) => !people.byId.has(id));
  const sorted = [...order.filter((id) => wanted.has(id)), ...unknown];
  if (!people.headings.includes('bloc')) return [{ key: undefined, ids: sorted }];
  const blocOf = (id: string): string => people.byId.get(id)?.cells['bloc'] ?? '';
  const byBloc = Map.groupBy(sorted, blocOf);
  const blocs = [...new Set([...BLOCS, ...people.list.map(({ id }) => blocOf(id))])];
  return blocs.flatMap((key) => {
    const members = byBloc.get(key);
    return members === undefined ? [] : [{ key, ids: members }];
  });
}

/** The blocs that regulations name, in their order; others follow. */
const BLOCS = ['party', 'government', 'front', 'internal-affairs', 'ward', 'enterprise'];

function byUnitAndName(a: Person, b: Person): number {
  return (
    inAlphabet(a.cells['unit'] ?? '', b.cells['unit'] ?? '') ||
    byGivenName(a, b) ||
    inAlphabet(a.name, b.name) ||
    (a.id < b.id ? -1 : 1)
  );
}
