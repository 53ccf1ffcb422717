import { exactNumber, exactShare } from '../facts/ratio.ts';
import type { Ratio, RelaxStep } from '../rule-set.ts';
import type { WrittenRule } from '../schema.ts';
import { fieldsOf, itemsOf } from '../yaml/written-values.ts';

/** What was written as the beginning of a step: so many, as a number, or a part of the bound, as text. */
export function beyondIn(written: unknown): RelaxStep['beyond'] | undefined {
  if (typeof written === 'number') return written > 0 ? { by: exactNumber(written)! } : undefined;
  const part = exactShare(written);
  return part === undefined || part.numerator === 0 ? undefined : { part };
}

/** The steps of a price that grows, as far as they can be meant. */
export function relaxStepsIn(relaxCost: WrittenRule['relaxCost']): readonly RelaxStep[] {
  return itemsOf(fieldsOf(relaxCost)['steps']).flatMap((step) => {
    const { beyond, each } = fieldsOf(step);
    const begins = beyondIn(beyond);
    return begins === undefined || typeof each !== 'number' ? [] : [{ beyond: begins, each }];
  });
}

/**
 * From where on a step counts: the number itself, or the part of a bound. Exact, since a third of nine is three.
 *
 * @param bound as it stands.
 */
export function beginningOf({ beyond }: RelaxStep, bound: number | Ratio | undefined): Ratio {
  if ('by' in beyond) return beyond.by;
  const { numerator, denominator } =
    typeof bound === 'number' ? { numerator: bound, denominator: 1 } : bound!;
  return {
    numerator: Math.abs(numerator) * beyond.part.numerator,
    denominator: denominator * beyond.part.denominator,
  };
}
