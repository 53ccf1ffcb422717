import { z } from 'zod';
import { OPERATORS } from '../facts/known-facts.ts';
import type { Scalar } from '../rule-set.ts';

/**
 * The shape of conditions as they are written, and what shapes are made of. A message in this file is never
 * shown: it names what the issue is about, and {@link import('../problems/shape-problems.ts').shapeProblems} words it.
 */

/** The names of shapes that messages can ask for. */
export type ShapeName =
  | 'condition'
  | 'size'
  | 'title'
  | 'share'
  | 'for-each'
  | 'value'
  | 'fact'
  | 'objective'
  | 'extends'
  | 'relax-cost'
  | 'seats'
  | 'vacancy'
  | 'scenarios'
  | 'rule-change'
  | 'bound'
  | 'sizes'
  | 'members-or-share'
  | 'steps'
  | 'retirement'
  | 'list'
  | 'places'
  | 'surplus'
  | 'alternate'
  | 'pair'
  | 'outcome'
  | 'test-pool';

/** Names the shape that a union stands for. */
export const shaped = (name: ShapeName): { readonly error: string } => ({ error: name });

/** An object that has these fields and no others; the issue of an unknown key carries the allowed ones. */
export function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });
}

/** A value that a condition compares with. */
export const scalar = z.union([z.string(), z.number(), z.boolean()], shaped('value'));

/** A condition as written. */
export type WrittenCondition =
  | { fact: string; operator: (typeof OPERATORS)[number]; value: Scalar | Scalar[] }
  | { all: WrittenCondition[] }
  | { any: WrittenCondition[] }
  | { not: WrittenCondition };

const leaf = fields({
  fact: z
    .string()
    .meta({ description: 'A column of the pool, a derived fact, or one declared under facts.' }),
  operator: z.enum(OPERATORS),
  value: z
    .union([z.string(), z.number(), z.boolean(), z.array(scalar)], shaped('value'))
    .meta({ description: 'Of the type of the fact; a list for in and notIn; dates as YYYY-MM-DD.' }),
});

/** A condition in any of its forms. */
export const condition: z.ZodType<WrittenCondition> = z
  .lazy(() =>
    z.union(
      [
        leaf,
        fields({ all: z.array(condition).min(1) }),
        fields({ any: z.array(condition).min(1) }),
        fields({ not: condition }),
      ],
      shaped('condition'),
    ),
  )
  .meta({ id: 'Condition', description: 'A comparison, or all, any or not of conditions.' });
