import type { rulesEn } from '../en/rules.ts';

/** Vietnamese sentences of `rules`. */
export const rulesVi: typeof rulesEn = {};
