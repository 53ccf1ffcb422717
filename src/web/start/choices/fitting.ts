import type { RuleSetList } from '../../../service/answers/answers.ts';
import type { PoolList } from '../../../service/answers/pool-answers.ts';
import type { Companions } from '../../state/reduce.ts';
import type { UnitsChoice, Work } from '../../state/work.ts';

/** A pool that the service ships, what it is made for, and how many units its table of units has. */
export type ShippedPool = PoolList['pools'][number];

/** A rule set of the service, and whether it fills posts. */
export type ShippedRules = RuleSetList['ruleSets'][number];

/** What the service has to choose from. */
export interface Shelf {
  readonly pools: readonly ShippedPool[];
  readonly ruleSets: readonly ShippedRules[];
}

/**
 * What choosing rules brings with it: the pool that is made for them. Without one, the chosen pool stays
 * if it has units for rules that fill posts, and none for those that do not; else it gives way to the
 * first that fits so. Tables of one's own stay.
 */
export function withRules(
  { pool, units }: Pick<Work, 'pool' | 'units'>,
  rules: Pick<ShippedRules, 'id' | 'titles'>,
  { pools }: Shelf,
): Companions {
  const chosen = pool.kind === 'shipped' ? pools.find(({ name }) => name === pool.name) : undefined;
  const fitting = pool.kind === 'shipped' ? fittingPool(rules, chosen, pools) : undefined;
  const table = rules.titles ? tableWith(units, fitting) : undefined;
  const isOther = fitting !== undefined && fitting !== chosen;
  return {
    ...(isOther && { pool: { kind: 'shipped', name: fitting.name } }),
    ...(!isSame(table, units) && { units: table }),
  };
}

function fittingPool(
  { id, titles }: Pick<ShippedRules, 'id' | 'titles'>,
  chosen: ShippedPool | undefined,
  pools: readonly ShippedPool[],
): ShippedPool | undefined {
  const fits = ({ units }: ShippedPool): boolean => (units !== undefined) === titles;
  const isMade = ({ rules }: ShippedPool): boolean => rules === id;
  const stays = chosen !== undefined && (isMade(chosen) || (fits(chosen) && !pools.some(isMade)));
  return stays ? chosen : (pools.find(isMade) ?? pools.find(fits));
}

function tableWith(units: UnitsChoice | undefined, pool: ShippedPool | undefined): UnitsChoice | undefined {
  if (units?.kind === 'own' || pool?.units === undefined) return units;
  return { kind: 'shipped', name: pool.name };
}

function isSame(one: UnitsChoice | undefined, other: UnitsChoice | undefined): boolean {
  if (one?.kind !== 'shipped' || other?.kind !== 'shipped') return one === other;
  return one.name === other.name;
}

/**
 * What choosing a shipped pool brings with it: its units, and the rules that it is made for in place of
 * those that are made for another pool, or that fill posts where it has none. Rules of one's own that go
 * with it stay.
 */
export function withPool(
  rules: { readonly shipped: string | undefined; readonly titles: boolean },
  pool: ShippedPool,
  { pools, ruleSets }: Shelf,
): Companions {
  const { name, units } = pool;
  const table = units === undefined ? undefined : ({ kind: 'shipped', name } as const);
  const isForPosts = table !== undefined;
  const isOfOther = pool.rules !== rules.shipped && pools.some((each) => each.rules === rules.shipped);
  if (isForPosts === rules.titles && (rules.shipped === undefined || !isOfOther)) return { units: table };
  const fitting =
    ruleSets.find(({ id }) => id === pool.rules) ?? ruleSets.find(({ titles }) => titles === isForPosts);
  if (fitting === undefined) return {};
  return { units: table, rules: { kind: 'shipped', id: fitting.id } };
}
