import type { PoolList, RuleSetList } from '../../service/answers.ts';
import type { Companions } from '../state/reduce.ts';
import type { Work } from '../state/work.ts';

/** A pool that the service ships, and how many units its table of units has. */
export type ShippedPool = PoolList['pools'][number];

/** A rule set of the service, and whether it fills posts. */
export type ShippedRules = RuleSetList['ruleSets'][number];

/** What the service has to choose from. */
export interface Shelf {
  readonly pools: readonly ShippedPool[];
  readonly ruleSets: readonly ShippedRules[];
}

/**
 * What choosing rules brings with it. Rules that fill posts take units: those of the chosen pool, or of
 * the first pool that has some; a table of one's own stays. Rules that do not take none, and leave a pool
 * that is made for posts for the one that they are named after.
 */
export function withRules(
  { pool, units }: Pick<Work, 'pool' | 'units'>,
  rules: Pick<ShippedRules, 'id' | 'titles'>,
  { pools }: Shelf,
): Companions {
  const shipped = pool.kind === 'shipped' ? pools.find(({ name }) => name === pool.name) : undefined;
  if (!rules.titles) {
    const named = pools.find(({ name, units: has }) => has === undefined && rules.id.startsWith(name));
    const other = named ?? pools.find(({ units: has }) => has === undefined);
    const isForPosts = shipped?.units !== undefined && other !== undefined;
    return { units: undefined, ...(isForPosts && { pool: { kind: 'shipped', name: other.name } }) };
  }
  if (units !== undefined || pool.kind === 'own') return {};
  const fitting = shipped?.units === undefined ? pools.find(({ units: has }) => has !== undefined) : shipped;
  if (fitting === undefined) return {};
  const table = { kind: 'shipped', name: fitting.name } as const;
  return fitting === shipped ? { units: table } : { pool: table, units: table };
}

/**
 * What choosing a shipped pool brings with it. A pool that has units goes with rules that fill posts,
 * and every other one with rules that do not: those that are named after it, if there are any.
 */
export function withPool(hasTitles: boolean, { name, units }: ShippedPool, { ruleSets }: Shelf): Companions {
  const table = units === undefined ? undefined : ({ kind: 'shipped', name } as const);
  const isForPosts = table !== undefined;
  if (isForPosts === hasTitles) return { units: table };
  const fitting = ruleSets.filter(({ titles }) => titles === isForPosts);
  const rules = fitting.find(({ id }) => id.startsWith(name)) ?? fitting[0];
  if (rules === undefined) return {};
  return { units: table, rules: { kind: 'shipped', id: rules.id } };
}
