/** English sentences of `rules`. */
export const rulesEn = {};
