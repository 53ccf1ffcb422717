import { afterAll, expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';

afterAll(closeSolverThreads);

/** Groups of two facts of which somebody lacks one: they are in no group that the other one rules out. */

const POOL = 'id,name,region,kind\nA,Ann,N,x\nB,Ben,S,x\nC,Cy,W,\nD,Di,N,\nE,Eve,,y\n';

async function asked(rule: string) {
  return openQuestion({
    pool: { csv: POOL },
    rules: {
      yaml: `
id: partly
title: Partly
referenceDate: 2026-01-01
size: 3
facts: { region: text, kind: text }
rules:
  - id: r
    ${rule}
`,
    },
  });
}

async function lines(rule: string, slate: readonly string[]): Promise<readonly string[]> {
  const { rules } = await (await asked(rule)).check(slate);
  return rules.flatMap(({ id, group = '-', status }) => (id === 'r' ? [`${group}: ${status}`] : []));
}

it.each([
  ['count: { forEach: [region, kind], min: 2 }', ['N + x: violated', 'S + x: violated']],
  ['count: { forEach: [region, kind], max: 1 }', ['N + x: kept', 'S + x: kept']],
  [
    'share: { forEach: [region, kind], where: { fact: kind, operator: equal, value: x }, min: 100 % }',
    ['N + x: kept', 'S + x: kept', '-: unknown'],
  ],
  [
    'difference: { forEach: [region, kind], between: { fact: region, operator: equal, value: N }, and: { fact: region, operator: equal, value: S }, max: 0 }',
    ['N + x: violated', 'S + x: violated'],
  ],
])('%s of somebody from elsewhere', async (rule, expected) => {
  expect(await lines(rule, ['A', 'B', 'C'])).toEqual(expected);
});

it('who may be in a group leaves it open', async () => {
  const rule = 'count: { forEach: [region, kind], max: 1 }';
  expect(await lines(rule, ['A', 'B', 'D'])).toEqual(['N + x: unknown', 'S + x: kept']);
});

it('who is in none of the chosen groups is not set aside', async () => {
  const chosen = '{ fact: [region, kind], where: { fact: region, operator: equal, value: N } }';
  const question = await asked(`count: { forEach: ${chosen}, max: 1 }`);
  const { setAside, withoutValue } = await question.propose({ proof: true });
  expect(setAside.map(({ candidate }) => candidate)).toEqual(['D']);
  expect(withoutValue).toMatchObject([{ rule: 'r', count: 1 }]);
  expect((await question.check(['B', 'C', 'E'])).withoutValue).toBeUndefined();
});

it('where no group is chosen nobody is set aside', async () => {
  const none = '{ fact: region, where: { fact: kind, operator: equal, value: z } }';
  const { setAside } = await (await asked(`count: { forEach: ${none}, max: 1 }`)).propose({ proof: true });
  expect(setAside).toEqual([]);
});

it.each([
  [3, ['A', 'B', 'C'], '-: kept'],
  [3, ['A', 'B', 'D'], '-: unknown'],
  [2, ['A', 'C', 'E'], '-: kept'],
  [3, ['A', 'D', 'E'], '-: unknown'],
])('at least %d groups of %j: %s', async (min, slate, expected) => {
  expect(await lines(`groups: { of: [region, kind], min: ${min} }`, slate)).toEqual([expected]);
});

it.each([
  ['groups: { of: [kind, side], max: 2 }', ['A', 'B', 'F'], 'kept'],
  ['groups: { of: [kind, side], max: 2 }', ['A', 'F', 'C'], 'unknown'],
  ['groups: { of: side, exactly: 2 }', ['A', 'B', 'C'], 'kept'],
  ['groups: { of: side, exactly: 2 }', ['A', 'C', 'D'], 'unknown'],
  ['groups: { of: side, max: 1 }', ['A', 'C', 'D'], 'unknown'],
  ['groups: { of: side, max: 2 }', ['A', 'C', 'D'], 'kept'],
  ['groups: { of: side, min: 1 }', ['C', 'D', 'E'], 'kept'],
  ['groups: { of: kind, min: 1 }', ['C', 'D', 'E'], 'kept'],
])('%s of a closed list by %j: %s', async (rule, slate, expected) => {
  const question = await openQuestion({
    pool: { csv: 'id,name,side,kind\nA,a,left,x\nB,b,right,x\nF,f,,x\nC,c,,\nD,d,,\nE,e,,\n' },
    rules: {
      yaml: `
id: sides
title: Sides
referenceDate: 2026-01-01
size: 3
facts: { side: { type: text, values: [left, right] }, kind: text }
rules: [{ id: r, ${rule} }]
`,
    },
  });
  const { rules } = await question.check(slate);
  expect(rules.find(({ id }) => id === 'r')!.status).toBe(expected);
});
