import type { scenariosEn } from '../en/scenarios.ts';

/** Vietnamese sentences of `scenarios`. */
export const scenariosVi: typeof scenariosEn = {};
