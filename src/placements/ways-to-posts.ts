import { cellOf, type FactTable } from '../rules/facts/fact-table.ts';
import { type ROTATIONS, WARD_KINDS } from '../rules/titles.ts';
import type { PostCombination } from './posts.ts';
import type { Present } from './present-posts.ts';
import type { Units } from './units.ts';

/** How somebody comes to an appointment. */
type Rotation = (typeof ROTATIONS)[number];

/** What ties a candidate to a way of being appointed in a unit. */
export interface Relations {
  /** Whether the unit is the candidate's home; `undefined` where no home is given. */
  local(candidate: number, unit: number): boolean | undefined;
  /** Whether they hold all its titles there already; one held besides others is no change. */
  stays(candidate: number, way: PostCombination): boolean;
  /** The move it would be; `undefined` where it is not known where they work now. */
  rotation(candidate: number, unit: number, way: PostCombination): Rotation | undefined;
  /**
   * Consecutive terms in a title of the appointment in this unit, the coming one included: 1 for who
   * is new there; `NaN` for a holder of whom the terms are not given. The terms that lists give are those
   * in the main post: a title held besides one counts none, and of one held alone they are known only
   * where somebody has no other post.
   */
  consecutiveTerms(candidate: number, way: PostCombination): number;
}

/** The relations of candidates to units. Terms served are the fact `termsInPost`. */
export function relationsOf(candidates: FactTable, units: Units, present: Present): Relations {
  const terms = candidates.fact('termsInPost');
  const termsOf = (row: number): number => {
    const cell = terms === undefined ? undefined : cellOf(terms, row);
    return typeof cell === 'number' ? cell : Number.NaN;
  };
  const blocs = candidates.fact('bloc');
  const blocOf = (row: number): string => {
    const cell = blocs === undefined ? undefined : cellOf(blocs, row);
    return typeof cell === 'string' ? cell : '';
  };
  const isHeld = (candidate: number, { titles, units: at }: PostCombination, index: number): boolean =>
    present.heldBy(candidate, at[index]!).some(({ id }) => id === titles[index]!.id);
  return {
    local: (candidate, unit) =>
      present.hasHome[candidate] === 0 ? undefined : present.homeOf[candidate] === unit,
    stays: (candidate, way) => {
      const isSeat = way.titles.every(({ concurrent }) => concurrent);
      return way.titles.every(
        ({ concurrent }, index) => (concurrent && !isSeat) || isHeld(candidate, way, index),
      );
    },
    consecutiveTerms: (candidate, way) => {
      const held = way.titles.filter((_, index) => isHeld(candidate, way, index));
      if (held.some(({ concurrent }) => !concurrent)) return termsOf(candidate) + 1;
      if (held.length === 0 || way.titles.some(({ concurrent }) => !concurrent)) return 1;
      return present.isOnlySeat(candidate, way.units[0]!) ? termsOf(candidate) + 1 : Number.NaN;
    },
    rotation: (candidate, unit, way) => {
      if (way.titles.every(({ concurrent }) => concurrent)) return 'none';
      if (present.unitOf[candidate] === unit) return moveWithin(present.heldBy(candidate, unit), way);
      const from = present.placeOf[candidate];
      if (from === undefined) return undefined;
      const to = WARD_KINDS.includes(units.kinds[unit]!) ? 'ward' : 'city';
      if (to === 'ward') return from === 'ward' ? 'ward-to-ward' : 'city-to-ward';
      return from === 'ward' ? 'ward-to-city' : moveInCity(blocOf(candidate), units.blocs[unit]!);
    },
  };
}

/** Inside one unit only going over to titles of another bloc is a rotation. */
function moveWithin(held: readonly { readonly bloc?: string }[], way: PostCombination): Rotation {
  const blocsOf = (titles: readonly { readonly bloc?: string }[]): readonly string[] =>
    titles.flatMap(({ bloc }) => bloc ?? []);
  const [before, after] = [blocsOf(held), blocsOf(way.titles)];
  const isOther = before.length > 0 && after.length > 0 && !after.some((bloc) => before.includes(bloc));
  return isOther ? 'between-blocs' : 'none';
}

function moveInCity(from: string, to: string): Rotation {
  return from !== '' && to !== '' && from !== to ? 'between-blocs' : 'between-departments';
}
