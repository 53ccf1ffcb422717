import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

it('seats go to units in proportion to a column of the table of units itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slate-units-'));
  const units = join(folder, 'units.csv');
  const file = join(folder, 'committees.yaml');
  writeFileSync(units, UNITS);
  writeFileSync(
    file,
    `id: committees
referenceDate: 2025-07-01
facts: { skill: number, unit.merged: number }
titles: [{ id: member, seats: { min: 0, max: 12 } }]
rules:
  - id: by-membership
    proportion: { forEach: unit, table: { file: units.csv, group: name, number: members }, seats: 10 }
objective: [{ fact: skill, weight: 1 }]
`,
  );
  try {
    const question = await openQuestion({ pool: { csv: PEOPLE }, rules: { file }, units: { file: units } });
    const { slates, assurance } = await question.propose({ proof: true });
    expect(assurance).toBe('proven');
    const seats = Map.groupBy(slates[0]!.appointments!, ({ unit }) => unit);
    // 10 × 510, 260 and 90 over 860 are 5.93, 3.02 and 1.05: the seat that is left goes to the first.
    expect(Object.fromEntries([...seats].map(([unit, all]) => [unit, all.length]))).toEqual({
      'Bình An': 6,
      'Hòa Bình': 3,
      'Tân Lập': 1,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
