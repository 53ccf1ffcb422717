/** English sentences of `slate`. */
export const slateEn = {};
