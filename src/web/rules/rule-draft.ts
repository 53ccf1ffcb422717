import { z } from 'zod';

/** What a fact of a member is compared with. */
const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);

/** How a form compares; lists (`in`) and nested conditions are written in the file. */
export const COMPARISONS = [
  'equal',
  'notEqual',
  'greaterThanInclusive',
  'greaterThan',
  'lessThanInclusive',
  'lessThan',
] as const;

const comparisonSchema = z.strictObject({
  fact: z.string(),
  operator: z.enum(COMPARISONS),
  value: scalarSchema,
});

/** One comparison of a condition: `{ fact: region, operator: equal, value: North }`. */
export type Comparison = z.output<typeof comparisonSchema>;

/** Comparisons of which all must hold, or one. */
export interface Joined {
  readonly join: 'all' | 'any';
  readonly parts: readonly Comparison[];
}

/** What kinds of rules a form can say: how many, what part, how many of each, what everybody must be. */
export const MODES = ['count', 'share', 'each', 'must'] as const;

/** A rule as a form holds it, complete or not yet. */
export interface RuleDraft {
  readonly mode: (typeof MODES)[number];
  /** Whom it is about; no part: everybody. */
  readonly where: Joined;
  /** Of `must`: what they must be. */
  readonly satisfy: Joined;
  /** Of `each`: the fact by whose values is counted. */
  readonly forEach: string;
  /** Members; of `share` per cent of the slate. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly strength: 'hard' | 'soft';
  /** Of a goal: points per member missing or too many. */
  readonly weight: number;
}

/** Nothing is demanded of anybody. */
export const NO_PARTS: Joined = { join: 'all', parts: [] };

/** A form at its beginning. */
export const NEW_DRAFT: RuleDraft = {
  mode: 'count',
  where: NO_PARTS,
  satisfy: NO_PARTS,
  forEach: '',
  min: 1,
  max: undefined,
  strength: 'hard',
  weight: 1,
};

/** What is still missing in a form, if anything. */
export function missingIn(draft: RuleDraft): 'condition' | 'bound' | 'crossed' | 'fact' | undefined {
  const { mode, where, satisfy, forEach, min, max } = draft;
  const parts = [...where.parts, ...(mode === 'must' ? satisfy.parts : [])];
  if (parts.some(({ fact, value }) => fact === '' || value === '')) return 'condition';
  if (mode === 'must') return satisfy.parts.length === 0 ? 'condition' : undefined;
  if (mode === 'share' && where.parts.length === 0) return 'condition';
  if (mode === 'each' && forEach === '') return 'fact';
  if (min === undefined && max === undefined) return 'bound';
  return min !== undefined && max !== undefined && min > max ? 'crossed' : undefined;
}

type WrittenCondition = Comparison | Readonly<Record<'all' | 'any', readonly Comparison[]>> | undefined;

function writtenCondition({
  join,
  parts,
}: Joined): WrittenCondition | { readonly any: readonly Comparison[] } {
  if (parts.length < 2) return parts[0];
  return join === 'all' ? ({ all: parts } as WrittenCondition) : { any: parts };
}

/** The rule as a file writes it, without its id. */
export function writtenRule(draft: RuleDraft): Readonly<Record<string, unknown>> {
  const { mode, where, satisfy, forEach, strength, weight } = draft;
  const about = writtenCondition(where);
  const condition = about === undefined ? {} : { where: about };
  const goal = strength === 'soft' ? { strength, weight } : {};
  switch (mode) {
    case 'must':
      return { require: { ...condition, satisfy: writtenCondition(satisfy) }, ...goal };
    case 'share':
      return { share: { ...condition, ...writtenBounds(draft, (per) => `${per} %`) }, ...goal };
    case 'each':
      return {
        count: { ...condition, forEach, missing: 'none', ...writtenBounds(draft, (many) => many) },
        ...goal,
      };
    default:
      return { count: { ...condition, ...writtenBounds(draft, (many) => many) }, ...goal };
  }
}

function writtenBounds(
  { min, max }: RuleDraft,
  written: (bound: number) => number | string,
): Readonly<Record<string, number | string>> {
  if (min !== undefined && min === max) return { exactly: written(min) };
  return {
    ...(min !== undefined && { min: written(min) }),
    ...(max !== undefined && { max: written(max) }),
  };
}

const conditionSchema = z.union([
  comparisonSchema.transform((part): Joined => ({ join: 'all', parts: [part] })),
  z
    .strictObject({ all: z.array(comparisonSchema) })
    .transform(({ all }): Joined => ({ join: 'all', parts: all })),
  z
    .strictObject({ any: z.array(comparisonSchema) })
    .transform(({ any }): Joined => ({ join: 'any', parts: any })),
]);

const percentSchema = z.union([
  z.number().transform((part) => part * 100),
  z
    .string()
    .regex(/^\d+(?:\.\d+)? ?%$/)
    .transform((text) => Number.parseFloat(text)),
]);

function bounded<Bound extends z.ZodType>(bound: Bound) {
  return { exactly: bound.optional(), min: bound.optional(), max: bound.optional() };
}

/** Other keys, `at` and `per` among them, say what a form does not. */
const writtenSchema = z.strictObject({
  id: z.string(),
  title: z.unknown().optional(),
  source: z.unknown().optional(),
  relaxCost: z.unknown().optional(),
  count: z
    .strictObject({
      where: conditionSchema.optional(),
      forEach: z.string().optional(),
      missing: z.literal('none').optional(),
      ...bounded(z.number()),
    })
    .optional(),
  share: z.strictObject({ where: conditionSchema, ...bounded(percentSchema) }).optional(),
  require: z.strictObject({ where: conditionSchema.optional(), satisfy: conditionSchema }).optional(),
  strength: z.enum(['hard', 'soft', 'off']).optional(),
  weight: z.number().optional(),
});

/** What a form can hold of a rule as it is written; `undefined` where it says more than a form can. */
export function draftOf(written: unknown): RuleDraft | undefined {
  const read = writtenSchema.safeParse(written);
  if (!read.success) return undefined;
  const { count, share, require: requirement, strength, weight = 1 } = read.data;
  const goal = { strength: strength === 'soft' ? ('soft' as const) : ('hard' as const), weight };
  const kind = count ?? share;
  if (requirement !== undefined) {
    const { where = NO_PARTS, satisfy } = requirement;
    return { ...NEW_DRAFT, ...goal, mode: 'must', where, satisfy };
  }
  if (kind === undefined) return undefined;
  const bounds = { min: kind.exactly ?? kind.min, max: kind.exactly ?? kind.max };
  const where = kind.where ?? NO_PARTS;
  if (share !== undefined) return { ...NEW_DRAFT, ...goal, ...bounds, mode: 'share', where };
  const forEach = count?.forEach;
  // Without `missing: none` an empty cell leaves the group open, which the form does not say.
  if ((forEach === undefined) !== (count?.missing === undefined)) return undefined;
  return forEach === undefined
    ? { ...NEW_DRAFT, ...goal, ...bounds, mode: 'count', where }
    : { ...NEW_DRAFT, ...goal, ...bounds, mode: 'each', where, forEach };
}
