import { z } from 'zod';
import { condition, fields, shaped } from './conditions/condition-schema.ts';
import { ID } from './id.ts';
import { factDeclaration } from './problems/fact-shapes.ts';
import { type count, kinds, list, RULE_KINDS, within } from './problems/kind-shapes.ts';
import { MOST_SEATS, price, seatNumber, sizeNumber, weight, whole } from './problems/number-shapes.ts';

/**
 * The shape of a rule file as it is written, shorthand and all. What a shape cannot say (is the fact
 * known, can the bound ever hold) is checked beside it, on the same data, so that one bad key does
 * not hide the other errors of a file.
 *
 * A message in this file is never shown: it names what the issue is about, and
 * {@link import('./problems/shape-problems.ts').shapeProblems} words it.
 */

const id = z.string().regex(ID, { error: 'id' });
const wording = z.string().regex(/\S/, { error: 'empty-text' });
const text = z
  .union([wording, fields({ vi: wording, en: wording })], shaped('title'))
  .meta({ description: 'One text for both languages, or { vi, en }.' });
const limit = z.union([z.number(), z.string()], shaped('bound'));

const ONE_KIND = RULE_KINDS.map((kind) => ({ required: [kind] }));

const rule = fields({
  id: id.meta({ description: 'Unique in the file. A rule of the same id in an extended file is replaced.' }),
  title: text.optional(),
  ...kinds,
  within: within.optional(),
  strength: z.enum(['hard', 'soft', 'off']).optional().meta({ default: 'hard' }),
  weight: price.positive().optional().meta({
    description:
      'Soft rules: price per member missing or too many; of a sum or an average, per 1 of the fact.',
  }),
  source: text.optional().meta({ description: 'Where the figure comes from.' }),
  relaxCost: z
    .union(
      [
        price.min(0),
        z.literal('never'),
        fields({
          each: price.min(0),
          steps: z
            .array(fields({ beyond: limit, each: price.positive() }))
            .min(1)
            .meta({ description: 'Beyond so many, or such a part of the bound, each more costs more.' }),
        }),
      ],
      shaped('relax-cost'),
    )
    .optional()
    .meta({
      description:
        'What moving a bound by one member (of a sum or an average, by 1 of the fact) costs when no slate exists; with { each, steps } more the farther it moves.',
      default: 1,
    }),
  relaxTo: fields({ min: limit.optional(), max: limit.optional() }).optional().meta({
    description:
      'How far a way out may move each bound at most: members, a share, or the fact, as the bound itself.',
  }),
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })
    .optional()
    .meta({
      description: 'Ages and service of this rule are counted on this day, not on the reference date.',
    }),
  per: z.enum(['member', 'unit', 'appointment']).optional().meta({ default: 'member' }),
}).meta({
  id: 'WrittenRule',
  description: 'One rule, as a rule file writes it.',
  oneOf: [
    ...ONE_KIND,
    {
      properties: { strength: { const: 'off' } },
      required: ['strength'],
      not: { anyOf: ONE_KIND },
    },
  ],
});

const term = fields({
  fact: z.string().optional(),
  where: condition.optional(),
  weight,
}).meta({
  id: 'ObjectiveTerm',
  description: 'What each member is worth.',
  anyOf: [{ required: ['fact'] }, { required: ['where'] }],
});

const level = fields({
  level: text,
  terms: z.array(term).optional(),
  softRules: z.boolean().optional().meta({ description: 'Broken soft rules are paid on this level.' }),
}).meta({ id: 'ObjectiveLevel', description: 'A level of the objective; a later one decides among equals.' });

const size = z
  .union(
    [sizeNumber, fields({ exactly: sizeNumber }), fields({ min: sizeNumber, max: sizeNumber })],
    shaped('size'),
  )
  .meta({ id: 'Size', description: 'How many people the slate holds.' });

const title = fields({
  id,
  title: text.optional(),
  seats: z
    .union(
      [seatNumber, fields({ exactly: seatNumber }), fields({ min: whole.max(MOST_SEATS), max: seatNumber })],
      shaped('seats'),
    )
    .optional()
    .meta({ description: 'How many people hold it in each unit.', default: 1 }),
  vacancy: z
    .union([price.positive(), z.literal('never')], shaped('vacancy'))
    .optional()
    .meta({ description: 'What a vacant seat costs; never: none may be vacant.', default: 'never' }),
  bloc: z.string().optional().meta({ description: 'Coming from another bloc is a rotation.' }),
  concurrent: z.boolean().optional().meta({ description: 'Held besides another title.', default: false }),
  where: condition.optional().meta({ description: 'Which units have it, by facts unit.…' }),
}).meta({ id: 'WrittenTitle', description: 'A title that people hold in units.' });

/** The shape of a rule file. */
export const ruleFileSchema = fields({
  $schema: z.string().optional(),
  id,
  title: text.optional(),
  extends: z.union([id, z.array(id)], shaped('extends')).optional(),
  referenceDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date' })
    .optional()
    .meta({ description: 'Ages and service are counted on this day, YYYY-MM-DD.' }),
  size: size.optional(),
  list: list.optional(),
  titles: z
    .array(title)
    .optional()
    .meta({ description: 'The titles of a placement: who holds what in which unit.' }),
  combined: z
    .array(z.array(z.string()).min(2))
    .optional()
    .meta({ description: 'Titles that one person may hold together in one unit.' }),
  retirement: z
    .union([id, z.array(id).min(1)], shaped('retirement'))
    .optional()
    .meta({
      description:
        'Retirement by table: the id of a file in the folder retirement beside the rule sets, or several of which the first with a row for somebody holds.',
    }),
  retirementAge: fields({
    female: z.number().positive().max(120),
    male: z.number().positive().max(120),
  }).optional(),
  facts: z
    .record(z.string(), factDeclaration)
    .optional()
    .meta({ description: 'Further columns of the pool that rules use, and what an empty cell stands for.' }),
  rules: z.array(rule).optional(),
  objective: z.union([z.array(term), z.array(level)], shaped('objective')).optional(),
  scenarios: z.array(z.unknown()).optional(),
});

/** Parts that scenario files are written with, too. */
export { id as idShape, text as textShape, wording as wordingShape, size as sizeShape };

/** A rule file as written. */
export type WrittenRuleFile = z.infer<typeof ruleFileSchema>;
/** A rule as written. */
export type WrittenRule = z.infer<typeof rule>;
/** What a rule counts apart by, as written. */
export type WrittenForEach = NonNullable<z.infer<typeof count>['forEach']>;
/** A term of the objective as written. */
export type WrittenTerm = z.infer<typeof term>;
/** A level of the objective as written. */
export type WrittenLevel = z.infer<typeof level>;
/** The places that a rule of a list is about, as written. */
export type { WrittenWithin } from './problems/kind-shapes.ts';
/** A title as written. */
export type WrittenTitle = z.infer<typeof title>;

/** The JSON Schema by which editors complete and check rule files. */
export function ruleFileJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(ruleFileSchema, { io: 'input', target: 'draft-7' }),
    title: 'A rule set of Slate',
  };
}
