import { afterAll, expect, it } from 'vitest';
import { diagnose } from '../../src/explain/diagnose.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { placementFrom, RULES } from './reading.ts';

afterAll(closeSolverThreads);

it('says which rules of a placement contradict each other, and what would mend it', async () => {
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
});

it('leaves single seats vacant, one by one, and says of how many there are too few', async () => {
  const rules = `
id: seats
referenceDate: 2020-06-05
titles: [{ id: a, seats: 2 }]
facts: { merit: number }
objective: [{ fact: merit, weight: 1 }]`;
  const pool = 'id,name,merit\nA,An,-1\nB,Ba,-1\nC,Cả,-1\n';
  const asked = await placementFrom({ rules, units: 'name\nX\nY\n', pool });
  const { conflicts, relaxations } = await diagnose(asked);
  expect(conflicts.map(({ message }) => message.en)).toEqual([
    '“a: at least 2 in each unit” cannot hold, since 4 seats are to be filled, and there are 3 people who can',
  ]);
  expect(relaxations).toHaveLength(1);
  const [{ cost, changes, slate }] = relaxations as [(typeof relaxations)[number]];
  expect([cost, slate.members.length, changes[0]!.members, changes[0]!.groups?.length]).toEqual([1, 3, 1, 1]);
  expect(changes[0]!.message.en).toMatch(/: leave 1 seat vacant in [XY]$/);
});

it('moves the side of a bound on units alone where that is asked', async () => {
  const rules = `${RULES.replaceAll('title:', 'vacancy: 1, title:')}
rules:
  - { id: few, count: { max: 0 }, relaxCost: 5 }
  - { id: units, count: { exactly: 2 }, per: unit }
  - { id: some, count: { min: 1, max: 1 }, per: unit, relaxCost: 9 }`;
  const asked = await placementFrom({
    rules,
    units: 'name,kind\nX,ward\nY,ward\n',
    pool: 'id,name\nA,An\nB,Ba\n',
  });
  const { relaxations } = await diagnose(asked, { exactToRange: true });
  const told = relaxations.map(({ cost, changes }) => [
    cost,
    ...changes.map(({ rule, side, bounds }) => [rule, side, bounds?.min, bounds?.max]),
  ]);
  expect(told).toEqual([
    [6, ['few', 'max', null, 1], ['units', 'min', 1, 2]],
    [11, ['units', 'min', 0, 2], ['some', 'min', 0, 1]],
    [19, ['few', 'max', null, 2], ['some', 'max', 1, 2]],
  ]);
});

it('names person, title and unit of decisions, and a person once', async () => {
  const decisions = {
    pin: ['A@X/secretary', 'B@X/secretary', 'C', 'D'],
    exclude: [],
    together: [],
    apart: [['C', 'D']],
  };
  const asked = await placementFrom(
    { rules: RULES, units: 'name,kind\nX,ward\nY,ward\n', pool: 'id,name\nA,An\nB,Ba\nC,Cả\nD,Du\n' },
    { decisions },
  );
  const { conflicts, relaxations } = await diagnose(asked);
  expect(conflicts.map(({ message }) => message.en)).toEqual([
    'That “A” as Secretary of X is in the plan and that “B” as Secretary of X is in the plan cannot both hold',
    'That “C” is in the plan, that “D” is in the plan, and that of “C” and “D” at most one is in the plan cannot all hold',
  ]);
  expect(conflicts[0]!.message.vi).toBe(
    'Việc bắt buộc có “A” giữ chức Bí thư tại X và việc bắt buộc có “B” giữ chức Bí thư tại X không thể cùng đáp ứng',
  );
  expect(relaxations[0]!.changes.map(({ message }) => message.en)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^“[AB]” as Secretary of X need not be in the plan$/)]),
  );
});
