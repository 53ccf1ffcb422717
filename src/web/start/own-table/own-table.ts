import type { Language } from '../../../words/language.ts';
import { capacityOf, poolIn } from '../../api/questions.ts';
import { ask, Refused } from '../../api/service.ts';
import { NO_CHANGES, type PoolChoice, type Work } from '../../state/work.ts';
import type { Companions } from '../../state/reduce.ts';
import { starterRules, today } from './starter-rules.ts';

/**
 * What a table of one's own brings with it: rules that are made for another case, and ask for columns that
 * this table does not have, give way to a new rule set. Rules of one's own stay, and so do those that fit; where
 * the table cannot be read yet, nothing is known of either.
 *
 * @param title what the new rule set is called.
 */
export async function withOwnTable(
  pool: PoolChoice,
  { rules, units }: Pick<Work, 'rules' | 'units'>,
  title: string,
  language: Language,
): Promise<Companions> {
  if (rules.kind === 'own') return {};
  try {
    const read = await ask(poolIn(pool), language);
    if (read.pool === undefined) return {};
    const fits = await fit(pool, { rules, units }, language);
    if (fits) return {};
    const yaml = starterRules(title, read.pool.size, today());
    return { rules: { kind: 'own', id: 'my-rules', yaml }, units: undefined };
  } catch {
    // A service that cannot be reached is told where the candidates are asked for.
    return {};
  }
}

async function fit(
  pool: PoolChoice,
  { rules, units }: Pick<Work, 'rules' | 'units'>,
  language: Language,
): Promise<boolean> {
  try {
    await ask(capacityOf({ pool, rules, units, changes: NO_CHANGES, pin: [], exclude: [] }), language);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
