import { z } from 'zod';
import { fields, scalar, shaped } from '../conditions/condition-schema.ts';
import { COMPARING } from '../facts/known-facts.ts';
import type { FactDeclaration, MadeFact } from '../facts/fact-declaration.ts';
import { exactNumber, SHARE_TEXT, exactShare } from '../facts/ratio.ts';
import { storedValue } from '../rule-kind.ts';

/** The shapes of declared facts: columns, and facts made from others. */

const factType = z.enum(['text', 'number', 'boolean', 'date']);

const column = fields({
  type: factType,
  default: scalar.optional(),
  values: z
    .array(z.string())
    .min(1)
    .optional()
    .meta({ description: 'The only values of a text column; any other is an error at its cell.' }),
  separator: z
    .string()
    .regex(/\S/, { error: 'empty-text' })
    .optional()
    .meta({ description: 'What stands between several values in a cell: law; finance.' }),
});

const compare = fields({
  fact: z.string(),
  operator: z.enum(COMPARING),
  times: z
    .union([z.number().positive(), z.string().regex(SHARE_TEXT, { error: 'share' })], shaped('share'))
    .optional()
    .meta({ description: 'How many times the other number: 1/2, 50 %, 1.5.', default: 1 }),
  of: z.string(),
}).meta({ description: 'True where a number is above, below or equal to so many times another one.' });

const steps = fields({
  of: z.string().meta({ description: 'The number that is graded.' }),
  from: z
    .record(z.string(), z.number())
    .refine((levels) => Object.keys(levels).length > 0, { error: 'steps' })
    .meta({ description: 'Each level with the least number that reaches it.' }),
  below: z.string().optional().meta({ description: 'The level of all that is below.' }),
}).meta({ description: 'The level that a number reaches.' });

/** A declared fact as written. */
export const factDeclaration = z.union(
  [factType, column, fields({ compare }), fields({ steps })],
  shaped('fact'),
);

type WrittenFact = z.infer<typeof factDeclaration>;

/** What a declaration means. */
export function declarationOf(written: WrittenFact): FactDeclaration {
  if (typeof written === 'string') return { type: written };
  if ('compare' in written) return { type: 'boolean', made: comparedBy(written.compare) };
  if ('steps' in written) {
    const { of, from, below } = written.steps;
    const levels = Object.entries(from).map(([value, least]) => ({ value, from: least }));
    const inOrder = levels.toSorted((one, other) => other.from - one.from);
    const made: MadeFact = { kind: 'steps', of, steps: inOrder, ...(below !== undefined && { below }) };
    return { type: 'text', made, values: levelsOf(made) };
  }
  const { type, default: fallback, values, separator } = written;
  return {
    type,
    ...(fallback !== undefined && { default: storedValue(fallback, type) }),
    ...(values !== undefined && { values }),
    ...(separator !== undefined && { separator }),
  };
}

function comparedBy({ fact, operator, times = 1, of }: z.infer<typeof compare>): MadeFact {
  const ratio = typeof times === 'number' ? exactNumber(times) : exactShare(times);
  if (ratio === undefined) throw new Error('A ratio that is none got past its checks.');
  return { kind: 'compare', fact, operator, times: ratio, of };
}

function levelsOf({ steps: levels, below }: Extract<MadeFact, { kind: 'steps' }>): readonly string[] {
  const reached = levels.map(({ value }) => value);
  return below === undefined || reached.includes(below) ? reached : [...reached, below];
}
