import { folded } from '../pool/synonyms.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import type { TitleDeclaration } from '../rules/rule-set.ts';
import { titlesOfWay } from '../rules/titles.ts';
import type { PostCombination } from './posts.ts';
import { NO_UNIT, unitFinder } from './unit-finder.ts';

/** Where an appointment stands among everybody in every unit. */
export interface RowPlace {
  readonly candidate: number;
  readonly unit: number;
  /** Index into the ways of the unit. */
  readonly way: number;
}

/**
 * Finds an appointment by its id, `HD-001@Ái Quốc/secretary`, or as people write it, with the unit and the
 * titles by name: `HD-001@phường ái quốc/Bí thư`; `undefined` if there can be none of that id.
 */
export type AppointmentFinder = (id: string) => RowPlace | undefined;

/** What ids are made of. */
interface FinderGround {
  readonly candidates: Pick<FactTable, 'ids'>;
  readonly units: Pick<FactTable, 'ids'>;
  readonly titles: readonly Pick<TitleDeclaration, 'id' | 'title'>[];
  readonly posts: { readonly ways: readonly (readonly Pick<PostCombination, 'id'>[])[] };
}

/** `HD-001@Ái Quốc/secretary`: an appointment as plans, decisions and answers name it. */
export function appointmentId(candidate: string, unit: string, way: string): string {
  return `${candidate}@${unit}/${way}`;
}

/** Makes the finder. Candidates and units may have `@` and `/` in their names; titles never do. */
export function appointmentFinder({ candidates, units, titles, posts }: FinderGround): AppointmentFinder {
  const candidateOf = new Map(candidates.ids.map((id, row) => [id, row]));
  const unitOf = new Map(units.ids.map((name, unit) => [name, unit]));
  const unitMeant = unitFinder(units.ids);
  const exact = (text: string, unit: number): number => posts.ways[unit]!.findIndex(({ id }) => id === text);
  const meant = (text: string, unit: number): number => wayMeant(text, posts.ways[unit]!, titles);
  const find = (
    id: string,
    unitNamed: (name: string) => number,
    wayNamed: (text: string, unit: number) => number,
  ): RowPlace | undefined => {
    const slash = id.lastIndexOf('/');
    for (let at = id.indexOf('@'); at !== -1 && at < slash; at = id.indexOf('@', at + 1)) {
      const candidate = candidateOf.get(id.slice(0, at));
      const unit = unitNamed(id.slice(at + 1, slash));
      if (candidate === undefined || unit === NO_UNIT) continue;
      const way = wayNamed(id.slice(slash + 1), unit);
      if (way !== -1) return { candidate, unit, way };
    }
    return undefined;
  };
  return (id) => find(id, (name) => unitOf.get(name) ?? NO_UNIT, exact) ?? find(id, unitMeant, meant);
}

/** The way of these titles, by id or name, in any order; −1 if there is none. */
function wayMeant(
  text: string,
  ways: readonly Pick<PostCombination, 'id'>[],
  titles: FinderGround['titles'],
): number {
  const named = titlesOfWay(text).map((each) => titleNamed(each, titles)?.id);
  const isNamed = ({ id }: Pick<PostCombination, 'id'>): boolean => {
    const own = titlesOfWay(id);
    return own.length === named.length && own.every((title) => named.includes(title));
  };
  return ways.findIndex(isNamed);
}

/** A title by its id, or by its name in either language, as people write it. */
export function titleNamed<Title extends Pick<TitleDeclaration, 'id' | 'title'>>(
  text: string,
  titles: readonly Title[],
): Title | undefined {
  const key = folded(text);
  return titles.find(({ id, title }) => [id, title.vi, title.en].some((name) => folded(name) === key));
}
