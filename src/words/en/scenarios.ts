/** English sentences of `scenarios`. */
export const scenariosEn = {};
