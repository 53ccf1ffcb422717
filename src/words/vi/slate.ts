import type { slateEn } from '../en/slate.ts';

/** Vietnamese sentences of `slate`. */
export const slateVi: typeof slateEn = {};
