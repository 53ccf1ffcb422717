/** English sentences of `explain`. */
export const explainEn = {};
