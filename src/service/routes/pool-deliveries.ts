import { z } from 'zod';
import { openDelivery } from '../../opening/delivery.ts';
import { type PoolSource, QUESTION } from '../../opening/sources.ts';
import { DELIVERED_KINDS, withDelivery } from '../../pool/deliveries.ts';
import { poolSourceSchema } from '../../questions/case-schema.ts';
import { noticeItems } from '../../questions/notices.ts';
import { idSchema } from '../../questions/options.ts';
import { noticeSchema } from '../../check/answer-parts.ts';
import { InputError, problem, valueOf } from '../../words/problem.ts';
import { route } from '../requests/route.ts';

const tag = 'Pools';

const bodyShape = {
  before: poolSourceSchema,
  after: z.array(poolSourceSchema).min(1).max(200).meta({ description: 'The tables of the new delivery.' }),
  partial: z
    .boolean()
    .optional()
    .meta({ description: 'Whether it is of some units alone: who is of another unit is not gone.' }),
} as const;

const lineSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    is: z
      .enum(DELIVERED_KINDS)
      .describe(
        '`renumbered`: there under another id before, by name and birth date; `twice`: new, with the name and birth date of somebody who is there.',
      ),
    other: z.string().optional().describe('The other id of who is renumbered or perhaps there twice.'),
    cells: z
      .array(
        z.object({
          heading: z.string(),
          before: z.string(),
          after: z.string(),
          isSwapped: z.literal(true).optional().describe('Day and month are exchanged, and nothing else.'),
        }),
      )
      .describe('Cells that differ; of somebody new those that are filled.'),
  })
  .meta({
    id: 'DeliveredLine',
    description: 'What a new delivery of a table says otherwise of one candidate.',
  });

const named = (after: readonly PoolSource[]): readonly PoolSource[] =>
  after.map((source, at) => ('csv' in source ? { ...source, called: `after/${at}` } : source));

/** What does a new delivery of a pool say otherwise? */
export const diffPoolsRoute = route({
  operation: 'diffPools',
  method: 'post',
  path: '/api/v1/pools/diff',
  tag,
  summary: 'Compare a pool with a later delivery of it, person by person',
  work: 'read',
  role: 'reader',
  body: z.strictObject(bodyShape).meta({ id: 'Delivery', description: 'A pool and a later delivery of it.' }),
  answer: z
    .object({
      lines: z.array(lineSchema),
      swapped: z
        .array(z.object({ heading: z.string(), swapped: z.number().int(), differing: z.number().int() }))
        .describe('Columns of which days and months are exchanged, and how often.'),
      notices: z.array(noticeSchema).optional(),
    })
    .meta({ id: 'PoolsDiff', description: 'What a delivery says otherwise.' }),
  handle: async ({ body: { before, after, partial } }, reader) => {
    const delivery = valueOf(
      await openDelivery({ before, after: named(after) }, reader, { isPartial: partial }),
    );
    const { lines, swapped, notices } = delivery;
    return {
      lines: lines.map((line) => ({ ...line, cells: [...line.cells] })),
      swapped: [...swapped],
      ...(notices.length > 0 && { notices: noticeItems(notices) }),
    };
  },
});

/** The pool with the lines of a delivery that were accepted. */
export const mergePoolsRoute = route({
  operation: 'mergePools',
  method: 'post',
  path: '/api/v1/pools/merge',
  tag,
  summary: 'Take over the lines of a delivery that are accepted; of all others what was there stays',
  work: 'read',
  role: 'reader',
  body: z
    .strictObject({
      ...bodyShape,
      accept: z.array(idSchema).meta({ description: 'The ids of the lines of the comparison.' }),
    })
    .meta({ id: 'AcceptedDelivery', description: 'A delivery of which some lines are accepted.' }),
  answer: z
    .object({
      csv: z.string(),
      accepted: z.number().int(),
      left: z.array(z.string()).describe('The ids of the lines that were not accepted.'),
    })
    .meta({ id: 'MergedPools', description: 'The pool after a delivery.' }),
  handle: async ({ body: { before, after, partial, accept } }, reader) => {
    const comparing = { isPartial: partial };
    const delivery = valueOf(await openDelivery({ before, after: named(after) }, reader, comparing));
    const ids = new Set(delivery.lines.map(({ id }) => id));
    const unknown = accept.flatMap((id, at) =>
      ids.has(id) ? [] : [problem('deliveries.no-line', { id }, { file: QUESTION, field: `/accept/${at}` })],
    );
    if (unknown.length > 0) throw new InputError(unknown);
    const accepted = new Set(accept);
    return {
      csv: withDelivery(delivery.before, delivery.after, accepted, comparing),
      accepted: accepted.size,
      left: [...ids].filter((id) => !accepted.has(id)),
    };
  },
});
