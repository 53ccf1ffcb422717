import { ownProperty } from '../../../words/own-property.ts';
import type { Person } from '../../people/person.ts';

/** What is asked of one column: some of its values, or a range of numbers. */
export type ColumnFilter =
  | { readonly is: 'values'; readonly values: readonly string[] }
  | { readonly is: 'range'; readonly min: number | undefined; readonly max: number | undefined };

/** What is asked of people, by column; they must satisfy all of it. */
export type PeopleFilters = Readonly<Record<string, ColumnFilter>>;

/** Nothing is asked of anybody. */
export const NO_FILTERS: PeopleFilters = {};

/** Whether somebody satisfies everything that is asked. */
export function passes(person: Person | undefined, filters: PeopleFilters): boolean {
  const asked = Object.entries(filters);
  if (person === undefined) return asked.length === 0;
  return asked.every(([column, filter]) =>
    filter.is === 'values' ? hasValue(person, column, filter.values) : isWithin(person, column, filter),
  );
}

/** The filters with another one for a column; one that asks nothing goes. */
export function withFilter(filters: PeopleFilters, column: string, filter: ColumnFilter): PeopleFilters {
  const { [column]: _before, ...others } = filters;
  return asksNothing(filter) ? others : { ...others, [column]: filter };
}

function asksNothing(filter: ColumnFilter): boolean {
  if (filter.is === 'values') return filter.values.length === 0;
  return filter.min === undefined && filter.max === undefined;
}

function hasValue({ cells }: Person, column: string, values: readonly string[]): boolean {
  return values.includes(ownProperty(cells, column) ?? '');
}

type Range = Extract<ColumnFilter, { is: 'range' }>;

/** Of an age that is known too roughly, any that is possible. */
function isWithin(person: Person, column: string, { min, max }: Range): boolean {
  const [low, high] = column === 'age' ? (person.age ?? [Number.NaN, Number.NaN]) : numberOf(person, column);
  if (Number.isNaN(low)) return false;
  return (min === undefined || high >= min) && (max === undefined || low <= max);
}

function numberOf({ cells }: Person, column: string): readonly [number, number] {
  const text = (ownProperty(cells, column) ?? '').replace(',', '.');
  const number = text === '' ? Number.NaN : Number(text);
  return [number, number];
}
