import { createHash } from 'node:crypto';
import { PARTS, PART_FACT, PLACE_FACT, stretchAt } from '../rules/lists/ordered-list.ts';
import type { FactColumn } from '../rules/facts/fact-table.ts';
import type { OrderedList } from '../rules/lists/list-declaration.ts';
import { placesFact, type PlacesFact } from '../words/places-fact.ts';
import type { Units } from './units.ts';

/** The places of a list as the units of a placement, called 1, 2, 3 and so on: no table is needed for them. */
export function placesOfList({ max }: OrderedList): Units {
  const names = Array.from({ length: max }, (_, index) => String(index + 1));
  const none = names.map(() => '');
  return {
    file: 'list',
    size: max,
    names,
    kinds: none,
    blocs: none,
    columns: new Map(),
    sha256: createHash('sha256').update(`list ${max}`).digest('hex'),
    placeOf: () => ({ file: 'list' }),
  };
}

/** A column of the places: their numbers, the parts of the list or stretches of it; `undefined` for other facts. */
export function placeColumn(fact: string, list: OrderedList, unit: Uint32Array): FactColumn | undefined {
  if (fact === PLACE_FACT) {
    const numbers = Float64Array.from(unit, (each) => each + 1);
    return { type: 'number', low: numbers, high: numbers, denominator: 1 };
  }
  if (fact === PART_FACT) return partColumn(list, unit);
  const stretches = placesFact(fact);
  return stretches && stretchColumn(stretches, list, unit);
}

function partColumn({ seats, beyond }: OrderedList, unit: Uint32Array): FactColumn {
  const codeOf = (part: (typeof PARTS)[number]): number => PARTS.indexOf(part) + 1;
  const [seat, other] = [codeOf('seat'), codeOf(beyond)];
  return { type: 'text', codes: unit.map((each) => (each < seats ? seat : other)), values: [null, ...PARTS] };
}

/** Stretches stand in the order of the list, not of their names. */
function stretchColumn(stretches: PlacesFact, { max }: OrderedList, unit: Uint32Array): FactColumn {
  const values: (string | null)[] = [null];
  const codeOfPlace = Uint32Array.from({ length: max }, (_, index) => {
    const { first, last } = stretchAt(index + 1, stretches, max);
    const name = first === last ? String(first) : `${first}–${last}`;
    if (values.at(-1) !== name) values.push(name);
    return values.length - 1;
  });
  return { type: 'text', codes: unit.map((each) => codeOfPlace[each]!), values, ordered: true };
}
