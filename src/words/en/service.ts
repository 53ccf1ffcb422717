/** English sentences of `service`. */
export const serviceEn = {};
