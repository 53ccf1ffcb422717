import { ownProperty } from '../../../words/own-property.ts';
import type { People, Person } from '../../people/person.ts';

/** By which column a list is sorted, and which way. */
export interface Sorting {
  readonly fact: string;
  readonly descending: boolean;
}

/** A click on a heading: ascending, then descending, then as it was. */
export function nextSorting(before: Sorting | undefined, fact: string): Sorting | undefined {
  if (before?.fact !== fact) return { fact, descending: false };
  return before.descending ? undefined : { fact, descending: true };
}

/** Ids sorted by a column, equal ones in the order in which they came, those without a value last. */
export function sortedBy(
  { fact, descending }: Sorting,
  ids: readonly string[],
  people: People,
): readonly string[] {
  const keyed = ids.map((id) => ({ id, key: keyOf(people.byId.get(id), fact) }));
  const known = keyed.filter(({ key }) => key !== '');
  const unknown = keyed.filter(({ key }) => key === '');
  const sign = descending ? -1 : 1;
  return [...known.toSorted((a, b) => sign * compare(a.key, b.key)), ...unknown].map(({ id }) => id);
}

const GRADES = ['not-completed', 'completed', 'good', 'excellent'];

function keyOf(person: Person | undefined, fact: string): string | number {
  if (person === undefined) return '';
  if (fact === 'age') return person.age?.[0] ?? '';
  if (fact === 'appraisal') return appraisalSum(person);
  const cell = fact === 'name' ? givenFirst(person.name) : (ownProperty(person.cells, fact) ?? '');
  const number = Number(cell.replace(',', '.'));
  return cell === '' || Number.isNaN(number) ? cell : number;
}

function appraisalSum({ cells }: Person): number {
  return Object.keys(cells)
    .filter((heading) => /^appraisal\d{4}$/.test(heading))
    .reduce((sum, heading) => sum + Math.max(0, GRADES.indexOf(cells[heading] ?? '')), 0);
}

/** Vietnamese lists go by the given name, which stands last. */
function givenFirst(name: string): string {
  return name.split(' ').toReversed().join(' ');
}

const collator = new Intl.Collator('vi', { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
