import type { KnownFact } from '../facts/known-facts.ts';
import { exactShare } from '../facts/ratio.ts';
import type { OrderedList } from './list-declaration.ts';
import type { Condition, Ratio, TitleDeclaration } from '../rule-set.ts';
import { holdsFact } from '../titles.ts';
import { phraseInEach } from '../../words/catalogue.ts';
import type { PlacesFact } from '../../words/places-fact.ts';
import { fieldsOf, isFields, wholeIn } from '../yaml/written-values.ts';

/**
 * An ordered list is a placement: its places are units, called 1, 2, 3 …, with the title `place` in each and,
 * where names stand in pairs, `substitute` besides. So everything that works on appointments works on it.
 */
export const PLACE_TITLE = 'place';
/** The title of who stands in for whom the place is. */
export const SUBSTITUTE_TITLE = 'substitute';

/** The number of the place that somebody stands at. */
export const PLACE_FACT = 'place';
/** Whether that place is one of the seats, or which of the others. */
export const PART_FACT = 'part';
/** The values of {@link PART_FACT}. */
export const PARTS = ['seat', 'surplus', 'reserve'] as const;

/** The list that was written, in numbers; `undefined` where that cannot be meant. */
export function listIn(written: unknown): OrderedList | undefined {
  const short = wholeIn(written);
  if (short !== undefined) return listOf({ min: short, max: short });
  const { places, seats, surplus, reserve, substitutes } = fieldsOf(written);
  const paired = substitutes === true;
  const of = placesIn(places);
  if (of !== undefined) return of.min > of.max ? undefined : listOf(of, paired);
  const first = wholeIn(seats);
  if (first === undefined) return undefined;
  const more = surplus === undefined ? undefined : surplusIn(surplus, first);
  if (surplus !== undefined && (more === undefined || more.min > more.max)) return undefined;
  const { min, max } = more ?? { min: wholeIn(reserve) ?? 0, max: wholeIn(reserve) ?? 0 };
  return {
    min: first + min,
    max: first + max,
    seats: first,
    beyond: surplus === undefined ? 'reserve' : 'surplus',
    substitutes: paired,
  };
}

function listOf(
  { min, max }: { readonly min: number; readonly max: number },
  substitutes = false,
): OrderedList {
  return { min, max, seats: max, beyond: 'reserve', substitutes };
}

function placesIn(written: unknown): { readonly min: number; readonly max: number } | undefined {
  const fixed = wholeIn(written);
  if (fixed !== undefined) return { min: fixed, max: fixed };
  const [min, max] = [wholeIn(fieldsOf(written)['min']), wholeIn(fieldsOf(written)['max'])];
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** How many names a share of the seats comes to: at least that many, so the lower one up and the upper one down. */
export function surplusIn(
  written: unknown,
  seats: number,
): { readonly min: number; readonly max: number } | undefined {
  const [low, high] = isFields(written) ? [written['min'], written['max']] : [written, written];
  const [min, max] = [exactShare(low), exactShare(high)];
  if (min === undefined || max === undefined) return undefined;
  const times = ({ numerator, denominator }: Ratio): number => (numerator * seats) / denominator;
  return { min: Math.ceil(times(min)), max: Math.floor(times(max)) };
}

/** The titles of the places of a list. */
export function titlesOfList(list: OrderedList): readonly TitleDeclaration[] {
  const filled: Pick<TitleDeclaration, 'filled'> =
    list.min < list.max
      ? { filled: { fact: PLACE_FACT, operator: 'lessThanInclusive', value: list.min } }
      : {};
  const title = (id: string, code: 'rules.list-place' | 'rules.list-substitute'): TitleDeclaration => ({
    id,
    title: phraseInEach(code, undefined),
    seats: { min: 1, max: 1 },
    vacancy: 'never',
    concurrent: false,
    ...filled,
  });
  return [
    title(PLACE_TITLE, 'rules.list-place'),
    ...(list.substitutes ? [title(SUBSTITUTE_TITLE, 'rules.list-substitute')] : []),
  ];
}

/** How many people stand on a list. */
export function sizeOfList({ min, max, substitutes }: OrderedList): {
  readonly min: number;
  readonly max: number;
} {
  const each = substitutes ? 2 : 1;
  return { min: each * min, max: each * max };
}

/** The facts that only people on a list have; where they work is `unit`, as on a slate. */
export function factsOfPlaces(written: unknown): ReadonlyMap<string, KnownFact> {
  const isPaired = fieldsOf(written)['substitutes'] === true;
  const derived = true;
  return new Map<string, KnownFact>([
    [PLACE_FACT, { type: 'number', derived }],
    [PART_FACT, { type: 'text', values: PARTS, derived }],
    ...(isPaired ? [[holdsFact(SUBSTITUTE_TITLE), { type: 'boolean', derived }] as const] : []),
  ]);
}

/** The first and the last place of the stretch in which a place lies; those outside are stretches by themselves. */
export function stretchAt(
  place: number,
  { length, from, to }: PlacesFact,
  last: number,
): { readonly first: number; readonly last: number } {
  if (place < from) return { first: 1, last: from - 1 };
  if (place > to) return { first: to + 1, last };
  const first = place - ((place - from) % length);
  return { first, last: Math.min(to, first + length - 1) };
}

/** That somebody stands at one of these places. */
export function atPlaces(from: number, to: number): Condition {
  const above: Condition = { fact: PLACE_FACT, operator: 'greaterThanInclusive', value: from };
  const below: Condition = { fact: PLACE_FACT, operator: 'lessThanInclusive', value: to };
  return from <= 1 ? below : { all: [above, below] };
}
