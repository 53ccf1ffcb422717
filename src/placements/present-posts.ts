import { folded } from '../pool/synonyms.ts';
import { cellOf, type FactTable } from '../rules/facts/fact-table.ts';
import type { TitleDeclaration } from '../rules/rule-set.ts';
import { WARD_KINDS } from '../rules/titles.ts';
import { NO_UNIT, unitFinder } from './unit-finder.ts';
import type { Units } from './units.ts';

/** Where the candidates are now, by row of their table. */
export interface Present {
  /** The unit of the table they work in; {@link NO_UNIT}. */
  readonly unitOf: Int32Array;
  /** The unit whose locals they are; {@link NO_UNIT}. */
  readonly homeOf: Int32Array;
  /** 1 where the home is known at all. */
  readonly hasHome: Uint8Array;
  /** Whether they work in a ward, in the city, or it is not known. */
  readonly placeOf: readonly ('ward' | 'city' | undefined)[];
  /** The titles that a candidate holds in a unit now. */
  readonly heldBy: (candidate: number, unit: number) => readonly TitleDeclaration[];
  /**
   * Whether a title held besides others in this unit is all that is known of where somebody is: they
   * hold no other by the units table and work in no other unit.
   */
  readonly isOnlySeat: (candidate: number, unit: number) => boolean;
  /** Who holds what by the units table. */
  readonly held: readonly Holder[];
}

/**
 * Where everybody is now. Holders in the units table say it for sure; for all others the candidate's
 * own column `unit` does, and its bloc tells a ward from the city where the unit is not in the table.
 */
export function presentOf(
  candidates: FactTable,
  units: Pick<Units, 'names' | 'kinds' | 'size' | 'columns'>,
  titles: readonly TitleDeclaration[],
): Present {
  const find = unitFinder(units.names);
  const read = textReader(candidates, find);
  const held = holdersOf(candidates, units, titles);
  const unitOf = read.units('unit');
  // A seat besides a post is not where somebody works.
  for (const { candidate, unit, title } of held) if (!title.concurrent) unitOf[candidate] = unit;
  const holdsPost = new Set(held.filter(({ title }) => !title.concurrent).map(({ candidate }) => candidate));
  const byHolder = new Map<number, TitleDeclaration[]>();
  for (const { candidate, unit, title } of held) {
    const key = candidate * units.size + unit;
    byHolder.set(key, [...(byHolder.get(key) ?? []), title]);
  }
  return {
    unitOf,
    homeOf: read.units('homeUnit'),
    hasHome: Uint8Array.from({ length: candidates.size }, (_, row) =>
      read.text('homeUnit', row) === undefined ? 0 : 1,
    ),
    placeOf: Array.from(unitOf, (unit, row) => {
      if (unit !== NO_UNIT) return WARD_KINDS.includes(units.kinds[unit]!) ? 'ward' : 'city';
      const bloc = read.text('bloc', row);
      if (bloc === 'ward') return 'ward';
      return bloc === undefined && read.text('unit', row) === undefined ? undefined : 'city';
    }),
    isOnlySeat: (candidate, unit) =>
      !holdsPost.has(candidate) && (read.text('unit', candidate) === undefined || unitOf[candidate] === unit),
    heldBy: (candidate, unit) => byHolder.get(candidate * units.size + unit) ?? [],
    held,
  };
}

function textReader(candidates: FactTable, find: (text: string) => number) {
  const text = (fact: string, row: number): string | undefined => {
    const column = candidates.fact(fact);
    const cell = column === undefined ? undefined : cellOf(column, row);
    return typeof cell === 'string' ? cell : undefined;
  };
  const units = (fact: string): Int32Array =>
    Int32Array.from({ length: candidates.size }, (_, row) => {
      const name = text(fact, row);
      return name === undefined ? NO_UNIT : find(name);
    });
  return { text, units };
}

/** A candidate who holds a title in a unit of the table now. */
interface Holder {
  readonly candidate: number;
  readonly unit: number;
  readonly title: TitleDeclaration;
}

/** A holder as the units table names one. */
interface WrittenHolder {
  readonly id: string;
  readonly unit: number;
  readonly title: TitleDeclaration;
  /** The heading of the column, as it was written. */
  readonly heading: string;
}

/** Everybody whom the columns of the titles name, candidate or not. */
export function writtenHolders(
  units: Pick<Units, 'columns'>,
  titles: readonly TitleDeclaration[],
): readonly WrittenHolder[] {
  return titles.flatMap((title) => {
    const names = [title.id, title.title.vi, title.title.en].map(folded);
    const column = names.map((name) => units.columns.get(name)).find((each) => each !== undefined);
    if (column === undefined) return [];
    const { heading } = column;
    return column.texts.flatMap((ids, unit) =>
      ids
        .split(';')
        .map((id) => id.trim())
        .filter((id) => id !== '')
        .map((id): WrittenHolder => ({ id, unit, title, heading })),
    );
  });
}

/** Who holds what by the units table; holders who are no candidates are of no interest. */
function holdersOf(
  candidates: FactTable,
  units: Pick<Units, 'columns'>,
  titles: readonly TitleDeclaration[],
): readonly Holder[] {
  const rows = new Map(candidates.ids.map((id, row) => [id, row]));
  return writtenHolders(units, titles).flatMap(({ id, unit, title }): readonly Holder[] => {
    const candidate = rows.get(id);
    return candidate === undefined ? [] : [{ candidate, unit, title }];
  });
}
