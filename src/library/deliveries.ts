import { z } from 'zod';
import { openDelivery, type OpenDelivery } from '../opening/delivery.ts';
import { DirectReader } from '../opening/reader.ts';
import { QUESTION } from '../opening/sources.ts';
import { type DeliveredLine, type SwappedColumn, withDelivery } from '../pool/deliveries.ts';
import { InputError, problem, valueOf } from '../words/problem.ts';
import { checked } from './arguments.ts';
import { type QuestionSources, sourcesSchema } from './open-question.ts';

/** A pool, and the tables of a later delivery of it. */
export interface DeliverySources {
  readonly before: QuestionSources['pool'];
  readonly after: readonly QuestionSources['pool'][];
  /** Whether the delivery is of some units alone: who is of another unit is not gone. */
  readonly partial?: boolean;
}

/** What a delivery says otherwise, person by person, and columns of which it exchanges days and months. */
export interface PoolsDiff {
  readonly lines: readonly DeliveredLine[];
  readonly swapped: readonly SwappedColumn[];
}

/**
 * Compares a pool with a later delivery of it: who is new, changed, gone, under another id or perhaps there
 * twice. Experimental.
 *
 * @throws InputError with everything that is wrong with any of the tables.
 */
export async function diffPools(sources: DeliverySources): Promise<PoolsDiff> {
  const { lines, swapped } = await opened(sources);
  return { lines, swapped };
}

/**
 * The pool as CSV with the lines of a delivery that are accepted; of all others what was there stays. Experimental.
 *
 * @param accepted ids of lines of {@link diffPools}
 * @throws InputError for ids of which the delivery says nothing
 */
export async function mergePools(sources: DeliverySources, accepted: readonly string[]): Promise<string> {
  checked(z.object({ accepted: z.array(z.string()) }), { accepted });
  const { before, after, lines } = await opened(sources);
  const known = new Set(lines.map(({ id }) => id));
  const unknown = accepted.flatMap((id, at) =>
    known.has(id)
      ? []
      : [problem('deliveries.no-line', { id }, { file: QUESTION, field: `/accepted/${at}` })],
  );
  if (unknown.length > 0) throw new InputError(unknown);
  return withDelivery(before, after, new Set(accepted), { isPartial: sources.partial });
}

const { pool } = sourcesSchema.shape;
const deliverySchema = z.object({
  before: pool,
  after: z.array(pool).min(1),
  partial: z.boolean().optional(),
});

async function opened(sources: DeliverySources): Promise<OpenDelivery> {
  const { before, after, partial } = checked(z.object({ sources: deliverySchema }), { sources }).sources;
  return valueOf(await openDelivery({ before, after }, new DirectReader(), { isPartial: partial }));
}
