import type { poolEn } from '../en/pool.ts';

/** Vietnamese sentences of `pool`. */
export const poolVi: typeof poolEn = {};
