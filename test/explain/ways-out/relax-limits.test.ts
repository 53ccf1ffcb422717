import { afterAll, expect, it } from 'vitest';
import { openQuestion } from '../../../src/index.ts';
import { closeSolverThreads } from '../../../src/optimize/threads/solver-threads.ts';

afterAll(closeSolverThreads);

/** Three women and five men, made up. */
const PEOPLE = Array.from({ length: 8 }, (_, index) => ({
  id: `P${index}`,
  name: `No ${index}`,
  gender: index < 3 ? 'female' : 'male',
}));

/** What must change so that six can be chosen of whom so many are women, and at most so many men. */
async function waysOut(women: object, men: object) {
  const where = (value: string) => ({ fact: 'gender', operator: 'equal', value });
  const ruleSet = {
    id: 'limits',
    referenceDate: '2026-06-30',
    size: 6,
    rules: [
      { id: 'women', count: { where: where('female'), exactly: 5 }, ...women },
      { id: 'men', share: { where: where('male'), max: '20 %' }, ...men },
    ],
  };
  const question = await openQuestion({ pool: { candidates: PEOPLE }, rules: { ruleSet } });
  const { relaxations } = await question.diagnose({ relaxations: 10, sizeCost: 'never' });
  return relaxations.map(({ changes }) =>
    Object.fromEntries(changes.map(({ rule, bounds, ratio }) => [rule, ratio ?? bounds?.min])),
  );
}

it('a way out moves bounds no farther than they may', async () => {
  const both = { men: '1/2', women: 3 };
  expect(await waysOut({}, {})).toEqual([both]);
  expect(await waysOut({ relaxTo: { min: 3 } }, { relaxTo: { max: '50 %' } })).toEqual([both]);
  expect(await waysOut({ relaxTo: { min: 4 } }, {})).toEqual([]);
  expect(await waysOut({}, { relaxTo: { max: '49 %' } })).toEqual([]);
});
