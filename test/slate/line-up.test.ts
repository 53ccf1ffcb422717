import { afterAll, expect, it } from 'vitest';
import { type Question, openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';

afterAll(closeSolverThreads);

/** Twenty-five players with a price and what they are expected to score, made up; of nine, by their roles. */
const PLAYERS = `id,name,role,team,salary,projection
QB1,QB 1,QB,T4,5500,16.1
QB2,QB 2,QB,T6,7400,15.9
QB3,QB 3,QB,T6,8600,9.1
QB4,QB 4,QB,T6,5000,10.9
QB5,QB 5,QB,T6,4300,13.8
RB1,RB 1,RB,T1,4400,18.1
RB2,RB 2,RB,T6,8000,19.1
RB3,RB 3,RB,T1,7100,15.4
RB4,RB 4,RB,T2,8500,9.0
RB5,RB 5,RB,T5,4700,8.4
WR1,WR 1,WR,T5,7700,20.9
WR2,WR 2,WR,T5,8200,19.1
WR3,WR 3,WR,T1,5700,10.3
WR4,WR 4,WR,T4,5900,12.5
WR5,WR 5,WR,T5,5600,21.1
TE1,TE 1,TE,T4,5000,14.9
TE2,TE 2,TE,T4,6100,12.5
TE3,TE 3,TE,T6,7000,13.3
TE4,TE 4,TE,T5,6900,14.0
TE5,TE 5,TE,T4,5200,9.3
DST1,DST 1,DST,T4,6600,14.8
DST2,DST 2,DST,T2,6300,9.2
DST3,DST 3,DST,T5,5000,9.8
DST4,DST 4,DST,T6,7000,17.3
DST5,DST 5,DST,T6,5200,15.2
`;

const role = (name: string, bounds: object) => ({
  id: name.toLowerCase(),
  count: { where: { fact: 'role', operator: 'equal', value: name }, ...bounds },
});

function lineUp(...more: readonly object[]): Promise<Question> {
  const ruleSet = {
    id: 'line-up',
    referenceDate: '2024-09-01',
    size: 9,
    facts: { role: 'text', team: 'text', salary: 'number', projection: 'number' },
    rules: [
      role('QB', { exactly: 1 }),
      role('RB', { min: 2, max: 3 }),
      role('WR', { min: 3, max: 4 }),
      role('TE', { min: 1, max: 2 }),
      role('DST', { exactly: 1 }),
      { id: 'team', count: { forEach: 'team', max: 3 } },
      ...more,
    ],
    objective: [{ fact: 'projection', weight: 1 }],
  };
  return openQuestion({ pool: { csv: PLAYERS }, rules: { ruleSet } });
}

const cap = (max: number) => ({ id: 'cap', sum: { fact: 'salary', max }, relaxCost: 0.0001 });

it('without a cap the three best line-ups are those that were worked out by other means', async () => {
  const { slates } = await (await lineUp()).propose({ alternatives: 3 });
  expect(slates.map(({ objective }) => objective)).toEqual([162, 161.8, 160.4]);
});

it('under the cap the best one is 154.7, with a proof that holds', async () => {
  const question = await lineUp(cap(55_000));
  const proposal = await question.propose({ proof: true });
  const { proof, slates, assurance } = proposal;
  expect(slates[0]?.objective).toBe(154.7);
  expect(assurance).toBe('proven');
  expect(proof).toBeDefined();
  const line = slates[0]!.report.rules.find(({ id }) => id === 'cap');
  expect(line).toMatchObject({ kind: 'sum', actual: 54_500, max: 55_000, status: 'kept' });
  expect(line?.message.en).toContain('54,500, as required (at most 55,000)');
});

it('says the price of a sum in the unit of the file', async () => {
  const question = await lineUp({ id: 'points', sum: { fact: 'projection', max: 160.5 } });
  const { prices, slates } = await question.propose({ prices: true });
  expect(slates[0]?.objective).toBe(160.4);
  expect(prices?.lines.find(({ rule }) => rule === 'points')).toMatchObject({
    price: '1',
    bound: 160.5,
    total: '160.5',
  });
});

it('says what another cap would give, and which is the least at which a line-up exists', async () => {
  const question = await lineUp(cap(55_000));
  const { cells } = await question.sweep(['cap.max=45000..60000/7500']);
  expect(cells.map(({ objective }) => objective)).toEqual([undefined, 148.1, 162]);
  const { relaxations } = await (await lineUp(cap(30_000))).diagnose({ relaxations: 1 });
  expect(relaxations[0]?.changes).toMatchObject([
    { rule: 'cap', members: 15_800, bounds: { min: null, max: 45_800 } },
  ]);
  const least = await (await lineUp(cap(45_800))).propose();
  expect(least.status).toBe('optimal');
  expect((await (await lineUp(cap(45_799))).propose()).status).toBe('infeasible');
});

it('prices a goal by what is spent beyond it', async () => {
  const goal = { ...cap(50_000), strength: 'soft', weight: 0.001 };
  const { slates } = await (await lineUp(goal)).propose();
  const line = slates[0]!.report.rules.find(({ id }) => id === 'cap')!;
  expect(line.deviation).toBe(line.actual - 50_000);
  expect(line.cost).toBeCloseTo(line.deviation / 1000, 9);
  // By looking at all line-ups: 162 points for 58,500, of which 8,500 cost 8.5.
  expect(slates[0]!.objective).toBeCloseTo(153.5, 9);
  expect(line.actual).toBe(58_500);
});

it('counts an average by what all lack together, and refuses to go through its bounds one by one', async () => {
  const question = await lineUp({ id: 'mean', average: { fact: 'salary', min: 7000 } });
  const { slates } = await question.propose();
  const { report } = slates[0]!;
  const line = report.rules.find(({ id }) => id === 'mean')!;
  expect(line.actual).toBeGreaterThanOrEqual(7000);
  // By looking at all line-ups.
  expect(slates[0]!.objective).toBe(153.8);
  const cheap = ['QB5', 'RB1', 'RB5', 'WR3', 'WR4', 'WR5', 'TE1', 'TE5', 'DST5'];
  const checked = await question.check(cheap);
  // 46,000 is nine times 7,000 less 17,000.
  expect(checked.rules.find(({ id }) => id === 'mean')).toMatchObject({
    status: 'violated',
    deviation: -17_000,
    base: 9,
    message: { en: expect.stringContaining('17,000 too little over 9 members together') },
  });
  await expect(question.cost('mean')).rejects.toThrow('adds up a fact');
});
