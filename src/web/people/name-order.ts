import type { Person } from './person.ts';

const collator = new Intl.Collator('vi');

/** The order of names and titles, by the Vietnamese alphabet. */
export function inAlphabet(one: string, other: string): number {
  return collator.compare(one, other);
}

/** The order of persons in lists: Vietnamese names end with the given name, which counts first. */
export function byGivenName(one: Pick<Person, 'name'>, other: Pick<Person, 'name'>): number {
  return inAlphabet(givenName(one), givenName(other));
}

/** The given name, with which Vietnamese names end. */
function givenName({ name }: Pick<Person, 'name'>): string {
  return name.split(' ').at(-1) ?? '';
}
