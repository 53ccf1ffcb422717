import type { explainEn } from '../en/explain.ts';

/** Vietnamese sentences of `explain`. */
export const explainVi: typeof explainEn = {};
