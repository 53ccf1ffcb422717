import { afterAll, expect, it } from 'vitest';
import { type Question, openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';

afterAll(closeSolverThreads);

/** Six women with 95 to 90 points and four men with 60 to 57, made up. */
const BOARD = [95, 94, 93, 92, 91, 90, 60, 59, 58, 57].map((skill, index) => ({
  id: index < 6 ? `W${index + 1}` : `M${index - 5}`,
  name: `No ${index}`,
  gender: index < 6 ? 'female' : 'male',
  skill,
}));

function board(size: object, ...shares: readonly object[]): Promise<Question> {
  const where = { fact: 'gender', operator: 'equal', value: 'female' };
  const rules = shares.map((share, index) => ({ id: `women-${index}`, share: { where, ...share } }));
  const ruleSet = {
    id: 'board',
    referenceDate: '2026-06-30',
    size,
    facts: { skill: 'number' },
    rules,
    objective: [{ fact: 'skill', weight: 1 }],
  };
  return openQuestion({ pool: { candidates: BOARD }, rules: { ruleSet } });
}

it('half of the members, rounded either way, is a difference of at most one', async () => {
  const question = await board({ min: 5, max: 7 }, { exactly: '50 %', round: 'either' });
  const { slates, assurance } = await question.propose();
  // As it was worked out by other means: seven members, four of them women.
  expect(slates[0]?.objective).toBe(551);
  expect(slates[0]?.members.filter((id) => id.startsWith('W'))).toHaveLength(4);
  expect(assurance).toBe('proven');
  const five = await question.check(['W1', 'W2', 'W3', 'M1', 'M2']);
  expect(five.compliant).toBe(true);
  const four = await question.check(['W1', 'W2', 'W3', 'W4', 'M1']);
  expect(four.rules[1]).toMatchObject({
    status: 'violated',
    deviation: 1,
    message: { en: expect.stringContaining('at most 3 are allowed (exactly 50 %, rounded up or down)') },
  });
});

it('the number closest to 40 % is 2 of 6 and 3 of 8', async () => {
  const question = await board({ min: 6, max: 8 }, { min: '40 %', round: 'nearest' });
  expect((await question.check(['W1', 'W2', 'M1', 'M2', 'M3', 'M4'])).compliant).toBe(true);
  const seven = await question.check(['W1', 'W2', 'M1', 'M2', 'M3', 'M4']);
  expect(seven.rules[1]!.message.en).toContain('rounded to the nearest whole number');
  const exact = await board({ min: 6, max: 8 }, { min: '40 %' });
  expect((await exact.check(['W1', 'W2', 'M1', 'M2', 'M3', 'M4'])).compliant).toBe(false);
});

it('says what a rounded share costs at every bound, and how a slate could exist', async () => {
  const question = await board({ min: 5, max: 5 }, { max: '50 %', round: 'down' });
  const { curves } = await question.cost('women-0');
  const steps = curves[0]!.steps.filter(({ status }) => status === 'optimal');
  // Of five, 50 % are two women, 60 % three, 80 % four.
  expect(steps.find(({ present }) => present)?.objective).toBe(95 + 94 + 60 + 59 + 58);
  expect(steps.find(({ value }) => value === 0.6)?.objective).toBe(95 + 94 + 93 + 60 + 59);
  const few = await board({ min: 8, max: 8 }, { max: '50 %', round: 'down' }, { min: '2/3', round: 'up' });
  const { status, relaxations } = await few.diagnose({ relaxations: 2 });
  expect(status).toBe('infeasible');
  expect(relaxations.map(({ changes }) => changes.map(({ rule, ratio }) => [rule, ratio]))).toEqual([
    [['women-0', '3/4']],
    [['women-1', '1/2']],
  ]);
});
