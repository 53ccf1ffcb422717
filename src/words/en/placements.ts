/** English sentences of `placements`. */
export const placementsEn = {};
