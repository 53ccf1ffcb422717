import { z } from 'zod';
import { mappingSchema } from '../../pool/headings/mapping-schema.ts';
import type { OwnPoolChoice } from '../state/work.ts';

/** A table of candidates of the user's own that the browser keeps, whatever draft is open. */
export interface KeptPool {
  readonly id: string;
  readonly title: string;
  /** When it was changed last, in milliseconds since 1970-01-01 UTC. */
  readonly changed: number;
  /** When it was thrown away; until it is deleted for good, it can be taken out again. */
  readonly removed?: number;
  readonly pool: OwnPoolChoice;
}

const ofAny = {
  file: z.string(),
  mapping: mappingSchema.exactOptional(),
  kept: z.string().exactOptional(),
};

const keptPoolSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string(),
  changed: z.number(),
  removed: z.number().exactOptional(),
  pool: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('own'), csv: z.string(), ...ofAny }),
    z.strictObject({
      kind: z.literal('workbook'),
      base64: z.string(),
      sheet: z.string().exactOptional(),
      mended: z
        .strictObject({ sheets: z.array(z.string()), tables: z.record(z.string(), z.string()) })
        .exactOptional(),
      ...ofAny,
    }),
  ]),
});

/** The table that was kept; `undefined` if it is none of this form. */
export function keptPoolIn(kept: unknown): KeptPool | undefined {
  return keptPoolSchema.safeParse(kept).data;
}
