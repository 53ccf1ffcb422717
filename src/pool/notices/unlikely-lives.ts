import type { NumericColumn } from '../../rules/facts/fact-table.ts';
import { problem } from '../../words/problem.ts';
import { agesOf, birthsOf } from '../facts/ages.ts';
import { valueOfDateText } from '../cells/cells.ts';
import { isoText, packedFromDays } from '../cells/civil-date.ts';
import type { Pool } from '../pool.ts';
import type { ProblemList } from '../cells/problem-list.ts';

/** The youngest and the oldest candidate whom nobody wonders at, in full years. */
const ORDINARY_AGES = { least: 16, most: 100 } as const;

/**
 * Lives that are possible and hardly true at the reference date: children and people of more than a
 * hundred years, who joined before they were born, or will have joined later. What is known only within a
 * range is told where every day of it is odd.
 */
export function lifeNotices(pool: Pool, referenceDate: string, list: ProblemList): void {
  const reference = valueOfDateText(referenceDate);
  if (reference === undefined) return;
  const births = pool.columns.get('birthDate');
  const ages = agesOf(birthsOf(births), packedFromDays(reference));
  for (let row = 0; row < (ages?.low.length ?? 0); row += 1) {
    const [low, high] = [ages!.low[row]!, ages!.high[row]!];
    // Born later: that is an error, and told as one.
    if (high < 0 || !(high < ORDINARY_AGES.least || low > ORDINARY_AGES.most)) continue;
    const parameters = { id: pool.ids[row]!, age: low, ...ORDINARY_AGES };
    list.add(
      (place) => problem('notices.age', parameters, place),
      () => pool.placeOf(row, 'birthDate'),
    );
  }
  for (const fact of ['joinedParty', 'joinedPartyFull']) {
    const joined = pool.columns.get(fact);
    if (joined?.type !== 'date') continue;
    joiningNotices(pool, fact, joined, births?.type === 'date' ? births : undefined, reference, list);
  }
}

function joiningNotices(
  pool: Pool,
  fact: string,
  joined: NumericColumn,
  births: NumericColumn | undefined,
  reference: number,
  list: ProblemList,
): void {
  for (let row = 0; row < joined.low.length; row += 1) {
    const [low, high] = [joined.low[row]!, joined.high[row]!];
    const isLater = low > reference;
    const isEarlier = births !== undefined && high < births.low[row]!;
    if (!isLater && !isEarlier) continue;
    const parameters = { id: pool.ids[row]!, fact, value: isoText({ low, high }) };
    list.add(
      (place) => problem(isLater ? 'notices.joined-later' : 'notices.joined-before-birth', parameters, place),
      () => pool.placeOf(row, fact),
    );
  }
}
