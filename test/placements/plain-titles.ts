import type { TitleDeclaration } from '../../src/rules/rule-set.ts';

/** Titles once more, and the ways to hold them, written without any of the code under test. */

export interface PlainTitle {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  readonly concurrent: boolean;
  /** The kind of units that have it; absent: all. */
  readonly kind?: string;
}

/** What can be held, and which kinds the units have in turn. */
export interface PlainShape {
  readonly titles: readonly PlainTitle[];
  readonly combined: readonly (readonly string[])[];
  readonly kinds: readonly string[];
}

const title = (id: string, more: Partial<PlainTitle> = {}): PlainTitle => ({
  id,
  min: 1,
  max: 1,
  concurrent: false,
  ...more,
});

/** Two titles that may be combined. */
export const TWO_TITLES: PlainShape = {
  titles: [title('secretary'), title('chair')],
  combined: [['secretary', 'chair']],
  kinds: ['ward', 'commune'],
};

/** Three titles, two or all of which one person may hold; communes lack one. */
export const COMBINED_OF_THREE: PlainShape = {
  titles: [title('secretary'), title('chair'), title('deputy', { kind: 'ward' })],
  combined: [
    ['secretary', 'chair'],
    ['secretary', 'chair', 'deputy'],
  ],
  kinds: ['ward', 'commune'],
};

/** Several seats, of which some may stay vacant for nothing. */
export const SEVERAL_SEATS: PlainShape = {
  titles: [title('secretary'), title('part-time', { min: 1, max: 2 })],
  combined: [],
  kinds: ['ward'],
};

/** A committee whose seats are held besides posts in the wards. */
export const WITH_COMMITTEE: PlainShape = {
  titles: [
    title('secretary', { kind: 'ward' }),
    title('member', { min: 1, max: 2, concurrent: true, kind: 'city' }),
  ],
  combined: [],
  kinds: ['ward', 'city'],
};

/** A unit, by its place in the table. */
interface Kinded {
  readonly name: string;
  readonly kind: string;
}

/** One way to hold titles in a unit: each with the unit whose post it is. */
export type PlainWay = readonly { readonly title: PlainTitle; readonly at: string }[];

/** Whether a unit has a title. */
export function has(unit: Kinded, { kind }: PlainTitle): boolean {
  return kind === undefined || kind === unit.kind;
}

/** All ways to hold titles in a unit. */
export function waysIn(unit: Kinded, units: readonly Kinded[], shape: PlainShape): readonly PlainWay[] {
  const named = (ids: readonly string[]) => shape.titles.filter(({ id }) => ids.includes(id));
  const mains = [
    ...shape.titles.filter(({ concurrent }) => !concurrent).map((each) => [each]),
    ...shape.combined.map(named),
  ].filter((titles) => titles.every((each) => has(unit, each)));
  const own = (titles: readonly PlainTitle[]): PlainWay =>
    titles.map((each) => ({ title: each, at: unit.name }));
  const seats = shape.titles.filter(({ concurrent }) => concurrent);
  const besides = seats.flatMap((seat) => {
    const having = units.filter((each) => has(each, seat));
    const at = has(unit, seat) ? unit : having.length === 1 ? having[0] : undefined;
    return at === undefined
      ? []
      : mains.map((titles): PlainWay => [...own(titles), { title: seat, at: at.name }]);
  });
  const alone = seats.filter((seat) => has(unit, seat)).map((seat) => own([seat]));
  return [...mains.map(own), ...alone, ...besides];
}

/** The titles as a rule set declares them. */
export function declared({ titles }: PlainShape, vacancy: number | 'never'): readonly TitleDeclaration[] {
  return titles.map(({ id, min, max, concurrent, kind }) => ({
    id,
    title: { vi: id, en: id },
    seats: { min, max },
    vacancy,
    concurrent,
    ...(kind !== undefined && { where: { fact: 'unit.kind', operator: 'equal', value: kind } as const }),
  }));
}
