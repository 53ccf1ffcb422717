import { folded } from '../../../pool/synonyms.ts';
import type { People, Person } from '../../people/person.ts';
import type { Work } from '../../state/work.ts';
import { rankOf, type Standings } from './standing.ts';

/**
 * Who is not on the slate, and whom the search finds: first, where that is known, who stands well in the
 * slates near the best, then who would do the slate most good; of those alike, while somebody is to be
 * swapped, the ones of the same bloc.
 *
 * @param filter `wanted` is folded, as `folded` of the pool's synonyms does it.
 */
export function candidatesOff(
  people: People,
  work: Pick<Work, 'members' | 'exclude'>,
  filter: {
    readonly which: 'open' | 'excluded';
    readonly wanted: string;
    readonly leaving: string | undefined;
    readonly standings?: Standings | undefined;
    /** The place of a candidate by what would become of the slate with them, the best first. */
    readonly placeOf?: ((id: string) => number) | undefined;
  },
): readonly Person[] {
  const { which, wanted, leaving, standings, placeOf = () => 0 } = filter;
  const members = new Set(work.members);
  const excluded = new Set(work.exclude);
  const bloc = leaving === undefined ? undefined : people.byId.get(leaving)?.cells['bloc'];
  return people.list
    .filter(({ id }) => !members.has(id) && excluded.has(id) === (which === 'excluded'))
    .filter((person) => isFound(person, wanted))
    .toSorted(
      (a, b) =>
        rankOf(standings?.get(a.id)) - rankOf(standings?.get(b.id)) ||
        placeOf(a.id) - placeOf(b.id) ||
        Number(b.cells['bloc'] === bloc) - Number(a.cells['bloc'] === bloc),
    );
}

/** Whether a search finds somebody; `wanted` is folded. */
export function isFound(person: Person, wanted: string): boolean {
  return wanted === '' || searchText(person).includes(wanted);
}

const searchTexts = new WeakMap<Person, string>();

/** What a search looks in, without case and diacritics. */
function searchText(person: Person): string {
  let text = searchTexts.get(person);
  if (text === undefined) {
    const { cells } = person;
    text = folded([person.id, person.name, ...Object.values(cells)].join(' '));
    searchTexts.set(person, text);
  }
  return text;
}
