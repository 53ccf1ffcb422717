import { z } from 'zod';
import { conditionSchema, type JoinedDraft, NO_PARTS } from './condition-draft.ts';
import { SEATS_SHAPE, seatsIn } from './proportion-draft.ts';
import { sizeLinesSchema } from './size-lines.ts';
import { NEW_DRAFT, ROUNDINGS, type RuleDraft, UNIT_MODES } from './rule-draft.ts';

/** A rule of a file read into a form. Other keys say what a form does not. */

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

const where = conditionSchema.optional();
const missing = z.enum(['aside', 'none']).optional();
const forEach = z.union([z.string().transform((fact) => [fact]), z.array(z.string()).min(2)]).optional();
const apart = { forEach, missing };
const amountSchema = z.strictObject({ fact: z.string(), where, ...apart, ...bounded(z.number()) });

/** The kinds that can stand inside another rule, and what a form holds of each. */
const partShape = {
  count: z
    .strictObject({ where, ...apart, ...bounded(z.number()), bySize: sizeLinesSchema.optional() })
    .optional(),
  share: z
    .strictObject({
      where: conditionSchema,
      of: conditionSchema.optional(),
      ...apart,
      ...bounded(percentSchema),
      round: z.enum(ROUNDINGS).optional(),
    })
    .optional(),
  sum: amountSchema.optional(),
  average: amountSchema.optional(),
  difference: z
    .strictObject({ between: conditionSchema, and: conditionSchema, ...apart, max: z.number() })
    .optional(),
  require: z.strictObject({ where, satisfy: conditionSchema }).optional(),
};

const partSchema = z.strictObject(partShape);

const relaxToSchema = z.strictObject({
  min: z.union([z.number(), percentSchema]).optional(),
  max: z.union([z.number(), percentSchema]).optional(),
});

const steppedSchema = z.strictObject({
  each: z.number(),
  steps: z.array(
    z.strictObject({
      beyond: z.union([z.number(), z.string().regex(/^\d+(?:\.\d+)? ?%$/)]),
      each: z.number(),
    }),
  ),
});

const WITHIN_SHAPE = {
  first: z.number().exactOptional(),
  from: z.number().exactOptional(),
  to: z.number().exactOptional(),
  blocks: z.number().exactOptional(),
  windows: z.number().exactOptional(),
};

const writtenSchema = z.strictObject({
  id: z.string(),
  title: z.unknown().optional(),
  source: z.unknown().optional(),
  ...partShape,
  groups: z.strictObject({ of: z.string(), where, missing, ...bounded(z.number()) }).optional(),
  choice: z.strictObject({ min: z.number(), of: z.array(partSchema) }).optional(),
  ifAny: z.strictObject({ where: conditionSchema, need: partSchema }).optional(),
  proportion: z.strictObject({ forEach: z.string(), where, missing, ...SEATS_SHAPE }).optional(),
  alternate: z
    .union([
      z.string().transform((fact) => ({ fact, missing: undefined })),
      z.strictObject({ fact: z.string(), missing }),
    ])
    .optional(),
  pair: z
    .union([
      z
        .strictObject({ same: z.string() })
        .transform(({ same }) => ({ fact: same, pairing: 'same' as const })),
      z
        .strictObject({ different: z.string() })
        .transform(({ different }) => ({ fact: different, pairing: 'different' as const })),
    ])
    .optional(),
  per: z.enum(['member', 'unit', 'appointment']).optional(),
  strength: z.enum(['hard', 'soft', 'off']).optional(),
  weight: z.number().optional(),
  relaxCost: z.union([z.number(), z.literal('never'), steppedSchema]).optional(),
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  within: z.strictObject(WITHIN_SHAPE).optional(),
  relaxTo: relaxToSchema.optional(),
});

/** What a form can hold of a rule as it is written; `undefined` where it says more than a form can. */
export function ruleDraftOf(written: unknown): RuleDraft | undefined {
  const read = writtenSchema.safeParse(written);
  if (!read.success) return undefined;
  const {
    groups,
    choice,
    ifAny,
    proportion,
    strength,
    weight = 1,
    relaxTo,
    at,
    within = {},
    per,
  } = read.data;
  const kind =
    kindOfPart(read.data) ??
    (groups && ofGroups(groups)) ??
    (proportion && ofSeats(proportion)) ??
    orderOf(read.data) ??
    (choice && ofParts({ mode: 'choice', min: choice.min }, choice.of)) ??
    (ifAny && ofParts({ mode: 'ifAny', where: ifAny.where }, [ifAny.need]));
  if (kind === undefined) return undefined;
  // A share of 0 to 1 as a number would be read as members.
  if (kind.mode === 'share' && [relaxTo?.min, relaxTo?.max].some((bound) => bound !== undefined && bound < 1))
    return undefined;
  const isPerUnit = per === 'unit';
  if (isPerUnit && !UNIT_MODES.has(kind.mode)) return undefined;
  return {
    ...kind,
    per: isPerUnit ? 'unit' : 'member',
    strength: strength === 'soft' ? 'soft' : 'hard',
    weight,
    at,
    within,
    ...costOf(read.data.relaxCost),
    relaxTo: {
      ...(relaxTo?.min !== undefined && { min: relaxTo.min }),
      ...(relaxTo?.max !== undefined && { max: relaxTo.max }),
    },
  };
}

function costOf(
  written: z.output<typeof writtenSchema>['relaxCost'],
): Pick<RuleDraft, 'relaxCost' | 'relaxSteps'> {
  if (typeof written !== 'object') return { relaxCost: written, relaxSteps: [] };
  const relaxSteps = written.steps.map(({ beyond, each }) =>
    typeof beyond === 'number'
      ? ({ beyond, in: 'members', each } as const)
      : ({ beyond: Number.parseFloat(beyond), in: 'percent', each } as const),
  );
  return { relaxCost: written.each, relaxSteps };
}

type WrittenPart = z.output<typeof partSchema>;

function ofParts(
  own: Pick<RuleDraft, 'mode'> & Partial<RuleDraft>,
  written: readonly WrittenPart[],
): RuleDraft | undefined {
  const parts = written.map((each) => kindOfPart(each));
  const whole = parts.filter((each) => each !== undefined);
  return whole.length === parts.length ? { ...NEW_DRAFT, ...own, parts: whole } : undefined;
}

type Bounds = { readonly [Side in 'exactly' | 'min' | 'max']?: number | undefined };

function boundsOf({ exactly, min, max }: Bounds): Pick<RuleDraft, 'min' | 'max'> {
  return { min: exactly ?? min, max: exactly ?? max };
}

function ofGroups({
  of,
  where: about,
  missing: empty,
  ...bounds
}: NonNullable<z.output<typeof writtenSchema>['groups']>) {
  const missingCell = empty ?? NEW_DRAFT.missing;
  const draft: RuleDraft = {
    ...NEW_DRAFT,
    ...boundsOf(bounds),
    mode: 'groups',
    forEach: [of],
    where: about ?? NO_PARTS,
    missing: missingCell,
  };
  return draft;
}

function ofSeats({
  forEach: fact,
  where: about = NO_PARTS,
  missing: empty = NEW_DRAFT.missing,
  ...seats
}: NonNullable<z.output<typeof writtenSchema>['proportion']>): RuleDraft {
  return {
    ...NEW_DRAFT,
    mode: 'proportion',
    forEach: [fact],
    where: about,
    missing: empty,
    min: undefined,
    proportion: seatsIn(seats),
  };
}

/** Who stands where on a list: neighbours who differ, or a substitute who has something in common. */
function orderOf({
  alternate,
  pair,
}: Pick<z.output<typeof writtenSchema>, 'alternate' | 'pair'>): RuleDraft | undefined {
  const about = alternate ?? pair;
  if (about === undefined) return undefined;
  const draft = { ...NEW_DRAFT, forEach: [about.fact], min: undefined };
  if (pair !== undefined) return { ...draft, mode: 'pair', pairing: pair.pairing };
  return { ...draft, mode: 'alternate', missing: alternate?.missing ?? NEW_DRAFT.missing };
}

function kindOfPart({
  count,
  share,
  sum,
  average,
  difference,
  require: must,
}: WrittenPart): RuleDraft | undefined {
  if (must !== undefined) {
    return { ...NEW_DRAFT, mode: 'must', where: must.where ?? NO_PARTS, satisfy: must.satisfy };
  }
  const amount = sum ?? average;
  if (amount !== undefined) {
    const mode = sum === undefined ? 'average' : 'sum';
    return { ...NEW_DRAFT, ...apartOf(amount), ...boundsOf(amount), mode, fact: amount.fact };
  }
  if (difference !== undefined) {
    const { between, and: other, max } = difference;
    return {
      ...NEW_DRAFT,
      ...apartOf(difference),
      mode: 'difference',
      where: between,
      other,
      min: undefined,
      max,
    };
  }
  if (share !== undefined) {
    const { of = NO_PARTS, round } = share;
    return { ...NEW_DRAFT, ...apartOf(share), ...boundsOf(share), mode: 'share', of, round };
  }
  if (count === undefined) return undefined;
  if (count.bySize !== undefined) return ofSizes(count, count.bySize);
  const mode = count.forEach === undefined ? 'count' : 'each';
  return { ...NEW_DRAFT, ...apartOf(count), ...boundsOf(count), mode };
}

/** A table by size; the bounds are all in it. */
function ofSizes(count: NonNullable<WrittenPart['count']>, lines: RuleDraft['lines']): RuleDraft | undefined {
  const { exactly, min, max } = count;
  const further = [exactly, min, max].some((each) => each !== undefined);
  return further ? undefined : { ...NEW_DRAFT, ...apartOf(count), mode: 'bySize', lines, min: undefined };
}

function apartOf(written: {
  readonly where?: JoinedDraft | undefined;
  readonly forEach?: readonly string[] | undefined;
  readonly missing?: RuleDraft['missing'] | undefined;
}): Pick<RuleDraft, 'where' | 'forEach' | 'missing'> {
  const { where: about = NO_PARTS, forEach: groups = [], missing: empty = NEW_DRAFT.missing } = written;
  return { where: about, forEach: groups, missing: empty };
}
