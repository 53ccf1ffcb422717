import { factsTogether, togetherName } from '../groups/grouping.ts';
import { atPlaces, PLACE_FACT, PLACE_TITLE } from './ordered-list.ts';
import { holdsFact, UNIT_FACT } from '../titles.ts';
import { type Kind, narrowedBy } from '../rule-kind.ts';
import type { OrderedList } from './list-declaration.ts';
import type { Condition, Grouped, Leaf } from '../rule-set.ts';
import type { WrittenRule, WrittenWithin } from '../schema.ts';
import { ofPerson } from './people-on-list.ts';
import { placesFactName, type PlacesFact } from '../../words/places-fact.ts';

/**
 * What a rule of an ordered list asks, in the kinds that every other rule has. Some places are a condition on
 * the fact `place`; stretches of places are groups. Those that overlap, as "every five places in a row" do,
 * are as many rules as a stretch has places: each of them cuts the list into stretches that do not.
 */
export function kindsWithin(
  kind: Kind,
  within: WrittenWithin | undefined,
  list: OrderedList,
): readonly Kind[] {
  if (within === undefined) return [kind];
  const { first, from = 1, to = first ?? list.max, blocks, windows } = within;
  const length = blocks ?? windows;
  if (length === undefined) return [narrowed(kind, atPlaces(from, to))];
  const isWhole = blocks === undefined;
  const begins = isWhole ? beginnings(length, from, to) : [from];
  return begins.map((begin) => inStretches(kind, { length, from: begin, to }, list, isWhole));
}

/** Where stretches of this length may begin that no multiple of it lies between. */
function beginnings(length: number, from: number, to: number): readonly number[] {
  const many = Math.max(1, Math.min(length, to - from - length + 2));
  return Array.from({ length: many }, (_, index) => from + index);
}

/** The same of those alone who stand at some places. */
function narrowed(kind: Kind, places: Condition): Kind {
  return narrowedBy(kind, (condition) => (condition === undefined ? places : { all: [condition, places] }));
}

/**
 * The same of each stretch of places. What must be there at least is asked of whole stretches alone: one that
 * the list ends in, or that may stay empty, cannot have as much. A share or an average is one of whoever is there.
 *
 * @param isWhole whether nothing is asked of a shorter stretch at the end anyway.
 */
function inStretches(kind: Kind, stretches: PlacesFact, { min, max }: OrderedList, isWhole: boolean): Kind {
  if (kind.kind === 'require') throw new Error('A requirement of stretches got past its checks.');
  const { length, from, to } = stretches;
  const facts = kind.forEach === undefined ? [] : factsTogether(kind.forEach);
  const forEach = togetherName([...facts, placesFactName(stretches)]);
  const hasLeast = (kind.kind === 'count' || kind.kind === 'sum') && kind.min !== undefined;
  const last = hasLeast ? Math.min(min, to) : to;
  const end = hasLeast || isWhole ? from - 1 + length * Math.floor((last - from + 1) / length) : last;
  const isAll = from === 1 && end === max;
  return { ...kind, forEach, ...(!isAll && { groups: among(kind.groups, from, end) }) };
}

/** The groups of these places, of those that the rule has chosen itself. */
function among(groups: Grouped['groups'], from: number, to: number): NonNullable<Grouped['groups']> {
  const places = atPlaces(from, to);
  if (groups === undefined) return { where: places };
  if ('values' in groups) throw new Error('A list of groups in stretches got past its checks.');
  return { where: { all: [groups.where, places] } };
}

/** What rules ask that only lists have: neighbours who differ, pairs of one kind or of two. */
export function kindsOfList(
  { alternate, pair, within }: Pick<WrittenRule, 'alternate' | 'pair' | 'within'>,
  list: OrderedList,
): readonly Kind[] | undefined {
  if (alternate !== undefined) {
    const { fact: named, missing } = typeof alternate === 'string' ? { fact: alternate } : alternate;
    const fact = ofPerson(named);
    const { first, from = 1, to = first ?? list.max } = within ?? {};
    const where = [
      ...(from === 1 && to >= list.max ? [] : [atPlaces(from, to)]),
      ...(list.substitutes ? [holds(PLACE_TITLE)] : []),
    ];
    return beginnings(2, from, to).map((begin) => ({
      kind: 'count',
      says: { alternate: fact },
      ...(where.length > 0 && { where: where.length === 1 ? where[0]! : { all: where } }),
      forEach: togetherName([fact, placesFactName({ length: 2, from: begin, to: Math.max(to, begin) })]),
      ...(missing !== undefined && { missing }),
      max: 1,
    }));
  }
  if (pair === undefined) return undefined;
  const { first, from = 1, to = first ?? list.max } = within ?? {};
  const groups = within && { groups: among(undefined, from, to) };
  const fact = ofPerson('same' in pair ? pair.same : pair.different);
  const forEach = togetherName([fact, UNIT_FACT]);
  if ('different' in pair) return [{ kind: 'count', says: { different: fact }, forEach, ...groups, max: 1 }];
  const half = { numerator: 1, denominator: 2 };
  return [
    {
      kind: 'share',
      says: { same: fact },
      where: holds(PLACE_TITLE),
      forEach,
      ...groups,
      min: half,
      max: half,
    },
  ];
}

function holds(title: string): Leaf {
  return { fact: holdsFact(title), operator: 'equal', value: true };
}

/** Whether a choice of groups only says of which places they are: sentences leave that out. */
export function isOfPlaces(condition: Condition): boolean {
  if ('fact' in condition) return condition.fact === PLACE_FACT;
  return 'all' in condition && condition.all.every(isOfPlaces);
}
