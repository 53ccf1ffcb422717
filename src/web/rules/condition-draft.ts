import { z } from 'zod';

/** Conditions as a form holds them: comparisons and groups of them, as deep as somebody builds them. */

/** What a fact of a member is compared with. */
const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);

/** How a form compares with one value. */
const WITH_ONE = [
  'equal',
  'notEqual',
  'greaterThanInclusive',
  'greaterThan',
  'lessThanInclusive',
  'lessThan',
  'contains',
] as const;

/** How a form compares with a list. */
const WITH_LIST = ['in', 'notIn'] as const;

/** How a form compares. */
export const COMPARISONS = [...WITH_ONE, ...WITH_LIST] as const;

const comparisonSchema = z.union([
  z.strictObject({ fact: z.string(), operator: z.enum(WITH_ONE), value: scalarSchema }),
  z.strictObject({ fact: z.string(), operator: z.enum(WITH_LIST), value: z.array(scalarSchema) }),
]);

/** One comparison of a condition: `{ fact: region, operator: equal, value: North }`. */
export type ComparisonDraft = z.output<typeof comparisonSchema>;

/** Comparisons, and groups of them, of which all must hold, one, or none. */
export interface JoinedDraft {
  readonly join: 'all' | 'any' | 'none';
  readonly parts: readonly PartDraft[];
}

/** A part of a condition: one comparison, or a group. */
export type PartDraft = ComparisonDraft | JoinedDraft;

/** Nothing is demanded of anybody. */
export const NO_PARTS: JoinedDraft = { join: 'all', parts: [] };

/** Whether a part of a condition is a group. */
export function isGroup(part: PartDraft): part is JoinedDraft {
  return 'join' in part;
}

/** Every comparison of a condition, including those of its groups. */
export function comparisonsIn({ parts }: JoinedDraft): readonly ComparisonDraft[] {
  return parts.flatMap((part) => (isGroup(part) ? comparisonsIn(part) : [part]));
}

/** Whether nothing is missing in a condition: every group has a part, and every comparison a fact and a value. */
export function isWhole(joined: JoinedDraft): boolean {
  return joined.parts.every((part) => {
    if (isGroup(part)) return part.parts.length > 0 && isWhole(part);
    const { fact, value } = part;
    return fact !== '' && value !== '' && (!Array.isArray(value) || value.length > 0);
  });
}

/** A condition as a file writes it. */
export function writtenCondition({ join, parts }: JoinedDraft): unknown {
  const written = parts.map((part) => (isGroup(part) ? writtenCondition(part) : part));
  if (join === 'none') return { not: written.length === 1 ? written[0] : { any: written } };
  if (written.length < 2) return written[0];
  return join === 'all' ? { all: written } : { any: written };
}

const partSchema: z.ZodType<ComparisonDraft | JoinedDraft> = z.lazy(() =>
  z.union([
    comparisonSchema,
    z
      .strictObject({ all: z.array(partSchema).min(1) })
      .transform(({ all }): JoinedDraft => ({ join: 'all', parts: all })),
    z
      .strictObject({ any: z.array(partSchema).min(1) })
      .transform(({ any }): JoinedDraft => ({ join: 'any', parts: any })),
    z.strictObject({ not: partSchema }).transform(({ not }): JoinedDraft => noneOf(not)),
  ]),
);

/** A condition as a file writes it, read into a form. */
export const conditionSchema = partSchema.transform((part): JoinedDraft =>
  isGroup(part) ? part : { join: 'all', parts: [part] },
);

function noneOf(part: ComparisonDraft | JoinedDraft): JoinedDraft {
  return isGroup(part) && part.join === 'any' ? { ...part, join: 'none' } : { join: 'none', parts: [part] };
}
