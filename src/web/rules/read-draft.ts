import { z } from 'zod';
import { ALL_GROUPS, factsSchema, forEachSchema } from './chosen-groups.ts';
import { conditionSchema, type JoinedDraft, NO_PARTS } from './condition-draft.ts';
import { ownWordsSchema } from './own-words.ts';
import { SEATS_SHAPE, seatsIn } from './proportion-draft.ts';
import { type Bound, shareIn } from './share-bound.ts';
import { sizeLinesSchema } from './size-lines.ts';
import { priceOfMoving, limitsOf, relaxCostSchema, relaxToSchema } from './read-giving-way.ts';
import { NEW_DRAFT, ROUNDINGS, type RuleDraft, UNIT_MODES } from './rule-draft.ts';

/** A rule of a file read into a form. Other keys say what a form does not. */

const shareSchema = z.union([z.number(), z.string()]).transform((written, context): Bound => {
  const share = shareIn(written);
  if (share === undefined) context.addIssue({ code: 'custom', message: 'share' });
  return share ?? 0;
});

function bounded<Bound extends z.ZodType>(bound: Bound) {
  return { exactly: bound.optional(), min: bound.optional(), max: bound.optional() };
}

const where = conditionSchema.optional();
const missing = z.enum(['aside', 'none']).optional();
const forEach = forEachSchema.optional();
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
      ...bounded(shareSchema),
      round: z.enum(ROUNDINGS).optional(),
      deviation: z.enum(['whole', 'exact']).optional(),
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

const WITHIN_SHAPE = {
  first: z.number().exactOptional(),
  from: z.number().exactOptional(),
  to: z.number().exactOptional(),
  blocks: z.number().exactOptional(),
  windows: z.number().exactOptional(),
};

const writtenSchema = z.strictObject({
  id: z.string(),
  title: ownWordsSchema.optional(),
  source: ownWordsSchema.optional(),
  ...partShape,
  groups: z.strictObject({ of: factsSchema, where, missing, ...bounded(z.number()) }).optional(),
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
  relaxCost: relaxCostSchema,
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
    title,
    source,
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
  const limits = limitsOf(relaxTo, kind.mode);
  if (limits === undefined) return undefined;
  const isPerUnit = per === 'unit';
  if (isPerUnit && !UNIT_MODES.has(kind.mode)) return undefined;
  return {
    ...kind,
    title,
    source,
    per: isPerUnit ? 'unit' : 'member',
    strength: strength === 'soft' ? 'soft' : 'hard',
    weight,
    at,
    within,
    ...priceOfMoving(read.data.relaxCost),
    relaxTo: limits,
  };
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

type Bounds = { readonly [Side in 'exactly' | 'min' | 'max']?: Bound | undefined };

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
    forEach: of,
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
}: NonNullable<z.output<typeof writtenSchema>['proportion']>): RuleDraft | undefined {
  if ((seats.to === undefined) === (seats.table === undefined)) return undefined;
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
    const { of = NO_PARTS, round, deviation = NEW_DRAFT.deviation } = share;
    return { ...NEW_DRAFT, ...apartOf(share), ...boundsOf(share), mode: 'share', of, round, deviation };
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
  readonly forEach?: z.output<typeof forEachSchema> | undefined;
  readonly missing?: RuleDraft['missing'] | undefined;
}): Pick<RuleDraft, 'where' | 'forEach' | 'chosen' | 'missing'> {
  const { where: about = NO_PARTS, forEach: groups, missing: empty = NEW_DRAFT.missing } = written;
  return { where: about, ...(groups ?? { forEach: [], chosen: ALL_GROUPS }), missing: empty };
}
