import { enumerate, formatDecimal, formatNumber } from '../number.ts';
import { personSaid } from '../person-said.ts';

/** What prices add up to, what a slate can be worth at most, and what the one that was found is worth. */
export interface PricesSaid {
  readonly sum: string;
  readonly most: string;
  readonly isReached: boolean;
  readonly found: number;
  readonly plan: boolean;
}

/** Those whom a sentence is about, by id. */
export interface Named {
  readonly ids: readonly string[];
}

const points = (decimal: string): string => formatDecimal(decimal, 'en');

/** English sentences of `prices`. */
export const pricesEn = {
  'prices.message': ({ sum, most, isReached, found, plan }: PricesSaid) => {
    const noun = plan ? 'plan' : 'slate';
    const bound = `No compliant ${noun} can have more than ${points(most)} points: the lines add up to ${points(sum)}`;
    const between = sum === most ? '' : `, and no ${noun} can be worth anything between the two`;
    const against = isReached
      ? ` The best ${noun} has just as many.`
      : ` The ${noun} that was found has ${formatNumber(found, 'en')}: prices alone leave the difference open.`;
    return `${bound}${between}.${against}`;
  },
  'prices.pin': ({ ids }: Named) => `${enumerate(ids.map(personSaid), 'en')} is pinned`,
  'prices.together': ({ ids }: Named) => `${enumerate(ids.map(personSaid), 'en')} together`,
  'prices.apart': ({ ids }: Named) => `${enumerate(ids.map(personSaid), 'en')} apart`,
  'prices.rule': (_: undefined) => 'Rule',
  'prices.price': (_: undefined) => 'Price',
  'prices.bound': (_: undefined) => 'Bound',
  'prices.total': (_: undefined) => 'Total',
  'prices.sum': (_: undefined) => 'Sum',
  'prices.beyond': ({ candidate }: { readonly candidate: string }) =>
    `Points of ${personSaid(candidate)} beyond the prices`,
  'prices.rest': ({ candidates }: { readonly candidates: number }) =>
    `Candidates\u2019 own points beyond these prices (${formatNumber(candidates, 'en')})`,
  'prices.none': (_: undefined) =>
    'No table of prices: none was found in the time, or the rules count what has no prices.',
};
