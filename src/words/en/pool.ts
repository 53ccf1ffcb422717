/** English sentences of `pool`. */
export const poolEn = {};
