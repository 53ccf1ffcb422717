import type { NearBest } from '../../../slate/propose-answer.ts';

/** How somebody stands in all slates near the best: on every one, on some, on none, or not yet known. */
export const STANDINGS = ['sure', 'open', 'out', 'undecided'] as const;

/** One of {@link STANDINGS}. */
export type Standing = (typeof STANDINGS)[number];

/** How each candidate stands, by id. */
export type Standings = ReadonlyMap<string, Standing>;

/** How each candidate stands in an answer; those it does not name are absent. */
export function standingsIn(near: NearBest): Standings {
  return new Map(STANDINGS.flatMap((standing) => near[standing].map((id) => [id, standing] as const)));
}

/** The sure ones first, then the open ones, which boards discuss; those not settled in time stand with the open ones. */
export function rankOf(standing: Standing | undefined): number {
  return { sure: 0, open: 1, undecided: 2, out: 3 }[standing ?? 'open'];
}
