/** English sentences of `cli`. */
export const cliEn = {};
