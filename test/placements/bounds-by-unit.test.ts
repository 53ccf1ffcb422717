import { afterAll, expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';

afterAll(closeSolverThreads);

const UNITS = 'name,kind,merged,members\nBình An,ward,3,510\nHòa Bình,ward,2,260\nTân Lập,ward,,90\n';
const PEOPLE = `id,name,skill\n${Array.from({ length: 12 }, (_, index) => `P${index},No ${index},${12 - index}`).join('\n')}\n`;

/** As many seats as anybody likes, which the rules cut down unit by unit. */
function committees(rules: readonly object[]) {
  const ruleSet = {
    id: 'committees',
    referenceDate: '2025-07-01',
    facts: { skill: 'number', 'unit.merged': { type: 'number', default: 1 }, 'unit.members': 'number' },
    titles: [{ id: 'member', seats: { min: 0, max: 12 } }],
    rules,
    objective: [{ fact: 'skill', weight: 1 }],
  };
  return openQuestion({ pool: { csv: PEOPLE }, rules: { ruleSet }, units: { csv: UNITS } });
}

it('a unit merged of three has one bound, every other another one', async () => {
  const merged = (operator: string) => ({ fact: 'unit', where: { fact: 'unit.merged', operator, value: 3 } });
  const question = await committees([
    { id: 'of-three', count: { forEach: merged('greaterThanInclusive'), max: 4 } },
    { id: 'others', count: { forEach: merged('lessThan'), max: 2 } },
  ]);
  const { slates, status } = await question.propose();
  expect(status).toBe('optimal');
  const seats = Map.groupBy(slates[0]!.appointments!, ({ unit }) => unit);
  const held = Object.fromEntries([...seats].map(([unit, all]) => [unit, all.length]));
  expect(held).toEqual({ 'Bình An': 4, 'Hòa Bình': 2, 'Tân Lập': 2 });
  const lines = slates[0]!.report.rules.filter(({ id }) => ['of-three', 'others'].includes(id));
  expect(lines.map(({ id, group, max }) => [id, group, max])).toEqual([
    ['of-three', 'Bình An', 4],
    ['others', 'Hòa Bình', 2],
    ['others', 'Tân Lập', 2],
  ]);
});
