import { z } from 'zod';
import type { RuleDraft } from './rule-draft.ts';
import { type Bound, shareIn } from './share-bound.ts';

/** What a file says of how a rule gives way, read into a form. */

/** How far bounds may move, as a file writes it. */
export const relaxToSchema = z.strictObject({
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
});

const steppedSchema = z.strictObject({
  each: z.number(),
  steps: z.array(
    z.strictObject({
      beyond: z.union([
        z.number().transform((members) => ({ beyond: members, in: 'members' as const })),
        z
          .string()
          .transform(shareIn)
          .pipe(z.number())
          .transform((percent) => ({ beyond: percent, in: 'percent' as const })),
      ]),
      each: z.number(),
    }),
  ),
});

/** The price of moving a bound, as a file writes it. */
export const relaxCostSchema = z.union([z.number(), z.literal('never'), steppedSchema]).optional();

/** How far bounds may move, as the bounds themselves; `undefined` where a file says it in another way. */
export function limitsOf(
  relaxTo: z.output<typeof relaxToSchema> = {},
  mode: RuleDraft['mode'],
): RuleDraft['relaxTo'] | undefined {
  const limits: { min?: Bound; max?: Bound } = {};
  for (const side of ['min', 'max'] as const) {
    const written = relaxTo[side];
    if (written === undefined) continue;
    const limit = mode === 'share' ? shareIn(written) : typeof written === 'number' ? written : undefined;
    if (limit === undefined) return undefined;
    limits[side] = limit;
  }
  return limits;
}

/** What moving a bound costs, with steps where it has any. */
export function priceOfMoving(
  written: z.output<typeof relaxCostSchema>,
): Pick<RuleDraft, 'relaxCost' | 'relaxSteps'> {
  if (typeof written !== 'object') return { relaxCost: written, relaxSteps: [] };
  const relaxSteps = written.steps.map(({ beyond, each }) => ({ ...beyond, each }));
  return { relaxCost: written.each, relaxSteps };
}
