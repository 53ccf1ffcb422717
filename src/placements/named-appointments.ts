import type { FactTable } from '../rules/fact-table.ts';
import type { Way } from './posts.ts';

/** Where an appointment stands among everybody in every unit. */
export interface RowPlace {
  readonly candidate: number;
  readonly unit: number;
  /** Index into the ways of the unit. */
  readonly way: number;
}

/** Finds an appointment by its id, `HD-001@Ái Quốc/secretary`; `undefined` if there can be none of that id. */
export type AppointmentFinder = (id: string) => RowPlace | undefined;

/** What ids are made of. */
export interface FinderGround {
  readonly candidates: Pick<FactTable, 'ids'>;
  readonly units: Pick<FactTable, 'ids'>;
  readonly posts: { readonly ways: readonly (readonly Pick<Way, 'id'>[])[] };
}

/** `HD-001@Ái Quốc/secretary`: an appointment as plans, decisions and answers name it. */
export function appointmentId(candidate: string, unit: string, way: string): string {
  return `${candidate}@${unit}/${way}`;
}

/** Makes the finder. Candidates and units may have `@` and `/` in their names; titles never do. */
export function appointmentFinder({ candidates, units, posts }: FinderGround): AppointmentFinder {
  const candidateOf = new Map(candidates.ids.map((id, row) => [id, row]));
  const unitOf = new Map(units.ids.map((name, unit) => [name, unit]));
  return (id) => {
    const slash = id.lastIndexOf('/');
    for (let at = id.indexOf('@'); at !== -1 && at < slash; at = id.indexOf('@', at + 1)) {
      const candidate = candidateOf.get(id.slice(0, at));
      const unit = unitOf.get(id.slice(at + 1, slash));
      if (candidate === undefined || unit === undefined) continue;
      const way = posts.ways[unit]!.findIndex((each) => each.id === id.slice(slash + 1));
      if (way !== -1) return { candidate, unit, way };
    }
    return undefined;
  };
}
