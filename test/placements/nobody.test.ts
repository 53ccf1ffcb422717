import { expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';

it('of a plan that nobody can be in, all are out, and posts that may be vacant are', async () => {
  const question = await openQuestion({
    pool: { csv: 'id,name,gender\nA,Ann,female\nB,Bea,female\n' },
    units: { csv: 'name,kind,deputy\nNorth,ward,\n' },
    rules: {
      yaml: `
id: nobody
title: Nobody
referenceDate: 2026-01-01
titles: [{ id: deputy, seats: { min: 0, max: 1 } }]
rules: [{ id: men, require: { satisfy: { fact: gender, operator: equal, value: male } } }]
`,
    },
  });
  const { status, slates, nearBest } = await question.propose({
    nearBest: 0.1,
    alternatives: 2,
    proof: true,
  });
  expect([status, slates.map(({ members }) => members)]).toEqual(['optimal', [[]]]);
  expect(nearBest).toMatchObject({ sure: [], open: [], undecided: [] });
  expect(nearBest!.out).toEqual(['A@North/deputy', 'B@North/deputy']);
  expect((await question.diagnose()).status).toBe('feasible');
  expect((await question.why('A@North/deputy')).status).toBe('never');
});
