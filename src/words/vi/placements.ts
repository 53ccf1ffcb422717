import type { placementsEn } from '../en/placements.ts';

/** Vietnamese sentences of `placements`. */
export const placementsVi: typeof placementsEn = {};
