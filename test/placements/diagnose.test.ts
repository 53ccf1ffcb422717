import { afterAll, expect, it } from 'vitest';
import { diagnose } from '../../src/explain/diagnose.ts';
import { closeSolverThreads } from '../../src/optimize/solver-threads.ts';
import { placementFrom, RULES } from './reading.ts';

afterAll(closeSolverThreads);

it(
  'says which rules of a placement contradict each other, and what would mend it',
  { timeout: 30_000 },
  async () => {
    const rules = `${RULES}
facts: { merit: number }
objective: [{ fact: merit, weight: 1 }]
rules:
  - { id: few, count: { max: 3 } }
  - { id: no-combined, count: { where: { fact: combined, operator: equal, value: true }, max: 0 } }`;
    const asked = await placementFrom({
      rules,
      units: 'name,kind\nX,ward\nY,ward\n',
      pool: 'id,name,merit\nA,An,1\nB,Ba,2\nC,Cả,3\nD,Du,4\nE,Em,5\n',
    });
    const { status, conflicts, relaxations } = await diagnose(asked);
    expect(status).toBe('infeasible');
    expect(conflicts.map(({ members }) => members.map(({ id }) => id).toSorted())).toEqual([
      ['few', 'filled-chair', 'filled-secretary', 'no-combined'],
    ]);
    expect(relaxations.length).toBeGreaterThan(0);
  },
);
