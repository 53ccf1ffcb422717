import { z } from 'zod';
import { textSchema } from '../../check/answer-parts.ts';

/** The answer of `verify`: a proof holds, or why it does not. */
export const verificationSchema = z
  .discriminatedUnion('proven', [
    z.object({
      proven: z.literal(true),
      claim: z.enum(['optimal', 'infeasible']),
      leaves: z.number().int().describe('How many leaves the trees have, all levels together.'),
      slates: z
        .array(z.boolean())
        .describe(
          'Of every slate, the best first: whether it is proven to be the best that differs enough from those before it.',
        ),
    }),
    z.object({ proven: z.literal(false), why: z.object({ code: z.string(), message: textSchema }) }),
  ])
  .meta({ id: 'Verification', description: 'The answer of `verify`: a proof holds, or why it does not.' });

/** The answer of `verify`: a proof holds, or why it does not. */
export type Verification = z.infer<typeof verificationSchema>;
