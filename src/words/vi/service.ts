import type { serviceEn } from '../en/service.ts';

/** Vietnamese sentences of `service`. */
export const serviceVi: typeof serviceEn = {};
