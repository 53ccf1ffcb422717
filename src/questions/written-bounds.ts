import { z } from 'zod';
import { idSchema } from './options.ts';

/**
 * What is varied and what is measured, as objects for programs beside the texts that people write on a command
 * line. Both are read as the text: `{ rule: 'women', from: 9, to: 15 }` is `women=9..15`.
 */

const valueSchema = z.union([z.number(), z.string()]);
const boundShape = {
  rule: idSchema.describe('The id of a rule, or `size`.'),
  side: z.enum(['min', 'max', 'exactly']).optional().describe('Which bound moves. Left out: both together.'),
} as const;

/** What a sweep varies. */
export const variationSchema = z
  .union([
    z.string().describe('`women=9..15`, `women.min=9,11`, `newcomers.min=20%..40%/5%`.'),
    z.strictObject({ ...boundShape, values: z.array(valueSchema).min(1) }),
    z.strictObject({
      ...boundShape,
      from: valueSchema,
      to: valueSchema,
      step: valueSchema.optional().describe('Left out: 1; a share needs one.'),
    }),
  ])
  .transform((written) => (typeof written === 'string' ? written : variationText(written)))
  .meta({
    id: 'WrittenVariation',
    description: 'A bound that is varied over some values: members, shares from 0 to 1 or `15 %`.',
  });

interface Bound {
  readonly rule: string;
  readonly side?: 'min' | 'max' | 'exactly' | undefined;
}
type Value = number | string;
type Range = { readonly from: Value; readonly to: Value; readonly step?: Value | undefined };

function variationText(written: Bound & ({ readonly values: readonly Value[] } | Range)): string {
  const { rule, side } = written;
  const name = side === undefined ? rule : `${rule}.${side}`;
  if ('values' in written) return `${name}=${written.values.join(',')}`;
  const { from, to, step } = written;
  return `${name}=${from}..${to}${step === undefined ? '' : `/${step}`}`;
}

/** What a trade-off measures. */
export const measureSchema = z
  .union([
    z.string().describe('`objective`, `objective.2`, `size`, the id of a rule; `-women`: less is better.'),
    z.strictObject({ objective: z.int().min(1).describe('A level of the objective, 1 being the first.') }),
    z.strictObject({
      rule: idSchema.describe('The id of a rule, which counts the members that match it, or `size`.'),
      better: z.enum(['high', 'low']).optional().describe('Left out: high.'),
    }),
  ])
  .transform((written) => (typeof written === 'string' ? written : measureText(written)))
  .meta({ id: 'WrittenMeasure', description: 'What is traded against something else.' });

type WrittenMeasure =
  | { readonly objective: number }
  | { readonly rule: string; readonly better?: 'high' | 'low' | undefined };

function measureText(written: WrittenMeasure): string {
  if ('objective' in written) return `objective.${written.objective}`;
  return written.better === 'low' ? `-${written.rule}` : written.rule;
}
