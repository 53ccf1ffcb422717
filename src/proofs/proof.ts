import { z } from 'zod';

/**
 * The format of a proof. `FORMAT.md` beside this file says what it means, well enough to write another
 * checker from; here is how it is written.
 */
export const PROOF_FORMAT = 'slate-proof/1';

/** A decimal number that is not negative, with at most six places. */
const priceSchema = z.string().regex(/^\d{1,10}(\.\d{1,6})?$/);

const side = z.enum(['min', 'max']);

/**
 * What a rule counts instead of members: the group, or the number of the rule inside it, from 1; `of`: a
 * unit in the base of a share. With `differ`, that enough of the n-th slate leave.
 */
const ruleSignSchema = z.strictObject({ rule: z.string(), sign: z.string(), of: z.literal(true).optional() });
const signNameSchema = z.union([z.strictObject({ differ: z.number().int().positive() }), ruleSignSchema]);

/**
 * One inequality of the plain model; `group` is the value of `forEach`, `sign` what the row ties to the
 * candidates, and `rule` is `size` for the size.
 */
const rowNameSchema = z.union([
  z.strictObject({ differ: z.number().int().positive(), bound: side }),
  z.strictObject({
    rule: z.string(),
    sign: z.string().optional(),
    of: z.literal(true).optional(),
    group: z.string().optional(),
    bound: side,
  }),
  z.strictObject({ pin: z.string() }),
  z.strictObject({ together: z.array(z.string()).length(2), bound: side }),
  z.strictObject({ apart: z.array(z.string()) }),
]);

/** What a row, a split on the way to the leaf, or an earlier level of the objective is priced at. */
const pricedSchema = z.strictObject({
  row: z.union([
    rowNameSchema,
    z.strictObject({ split: z.number().int().positive() }),
    z.strictObject({ level: z.number().int().positive() }),
  ]),
  price: priceSchema,
});

/** What a split counts: candidates by id, a sign, those with a coefficient in a row, or steps of a goal. */
const countedSchema = z.union([
  z.strictObject({ sign: signNameSchema }),
  z.strictObject({ candidates: z.array(z.string()).min(1) }),
  z.strictObject({ row: rowNameSchema, coefficient: z.number().int() }),
  z.strictObject({ stepsOf: rowNameSchema }),
]);

/** Rows, and splits on the way to the leaf, that a leaf keeps as they are instead of pricing them. */
const keptSchema = z
  .array(z.union([rowNameSchema, z.strictObject({ split: z.number().int().positive() })]))
  .min(1)
  .optional();

/** A node of the tree: a leaf that bounds the value, one that shows that nothing is there, or a split. */
const nodeSchema = z
  .union([
    z.strictObject({ bound: z.array(pricedSchema), keep: keptSchema }),
    z.strictObject({ empty: z.array(pricedSchema), keep: keptSchema }),
    z.strictObject({
      split: countedSchema,
      atMost: z.number().int(),
      get low() {
        return nodeSchema;
      },
      get high() {
        return nodeSchema;
      },
    }),
  ])
  .meta({
    id: 'ProofNode',
    description:
      'A node of a proof: a leaf that bounds the value, one that shows that nothing is there, or a split.',
  });

/** A whole number, or a fraction of two. */
const ratioSchema = z.string().regex(/^\d{1,15}(\/\d{1,15})?$/);

/** One for every level of the objective, in order. */
const levelsSchema = z.array(
  z.strictObject({
    /** What one step of the value is in points: every value is a whole number of steps. */
    unit: ratioSchema,
    /** The value of the slate, in steps. */
    value: z.number().int(),
    tree: nodeSchema,
  }),
);

/**
 * A slate after the best one: the best that differs from all before it, by trees of its own, or because it is
 * worth as much as the one before; or only named, for those after it to differ from. At last, that there is
 * no further one.
 */
const furtherSchema = z.union([
  z.strictObject({ slate: z.array(z.string()), levels: levelsSchema }),
  z.strictObject({ slate: z.array(z.string()), as: z.literal('before') }),
  z.strictObject({ slate: z.array(z.string()) }),
  z.strictObject({ none: nodeSchema }),
]);

/** A proof that a slate is best, level after level, or that there is none. */
export const proofSchema = z.discriminatedUnion('claim', [
  z.strictObject({
    format: z.literal(PROOF_FORMAT),
    claim: z.literal('optimal'),
    /** Ids of the members. */
    slate: z.array(z.string()),
    levels: levelsSchema,
    /** In how many members each further slate differs from every one before it. */
    differ: z.number().int().positive().optional(),
    further: z.array(furtherSchema).optional(),
  }),
  z.strictObject({
    format: z.literal(PROOF_FORMAT),
    claim: z.literal('infeasible'),
    tree: nodeSchema,
  }),
]);

/**
 * What a rule counts instead of members: the group, or the number of the rule inside it, from 1; `of`: a unit
 * in the base of a share.
 */
export type RuleSign = z.infer<typeof ruleSignSchema>;
/** What one sign of a slate is of: a rule, or a slate that the next ones differ from. */
export type SignName = z.infer<typeof signNameSchema>;
/**
 * One inequality of the plain model; `group` is the value of `forEach`, `sign` what the row ties to the
 * candidates, and `rule` is `size` for the size.
 */
export type RowName = z.infer<typeof rowNameSchema>;
/** What a row, a split on the way to the leaf, or an earlier level of the objective is priced at. */
export type Priced = z.infer<typeof pricedSchema>;
/** A row, or a split on the way to the leaf, that a leaf keeps as it is. */
export type KeptName = NonNullable<z.infer<typeof keptSchema>>[number];
/** What a split counts: candidates by id, a sign, those with a coefficient in a row, or steps of a goal. */
export type CountedTerm = z.infer<typeof countedSchema>;
/** A node of the tree: a leaf that bounds the value, one that shows that nothing is there, or a split. */
export type ProofNode = z.infer<typeof nodeSchema>;
/**
 * A slate after the best one: the best that differs from all before it, by trees of its own, or because it is
 * worth as much as the one before; or only named, for those after it to differ from.
 */
export type Further = z.infer<typeof furtherSchema>;
/** A proof that a slate is best, level after level, or that there is none. */
export type Proof = z.infer<typeof proofSchema>;
/** The proof of one level of the objective. */
export type LevelProof = Extract<Proof, { claim: 'optimal' }>['levels'][number];
