import type { cliEn } from '../en/cli.ts';

/** Vietnamese sentences of `cli`. */
export const cliVi: typeof cliEn = {};
