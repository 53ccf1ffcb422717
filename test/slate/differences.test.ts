import { afterAll, expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import type { Rule } from '../../src/rules/rule-set.ts';
import { type PlainCase, plainCase } from '../random-case.ts';
import { findsWaysOut, knowsWhatIsOpen, proposesBest, readsAlike } from './constructs.ts';

afterAll(closeSolverThreads);

const isDifference = (rule: Rule): boolean => rule.kind === 'count' && rule.against !== undefined;
const hasOne = ({ ruleSet }: PlainCase): boolean => ruleSet.rules.some(isDifference);
const differences = { differences: true, least: 5, rules: 3 };
const paired = plainCase({ ...differences, groups: true, rounded: true, most: 11, seats: [2, 6] }).filter(
  hasOne,
);
const alone = paired.map(({ candidates, ruleSet }) => ({
  candidates,
  ruleSet: { ...ruleSet, rules: ruleSet.rules.filter(isDifference).slice(0, 1) },
}));

it.each([
  ['alone', alone],
  ['beside other rules', paired],
])(
  'the best slate under a difference %s is that of brute force, and proven',
  async (_, cases) => {
    expect(await proposesBest(cases, 40)).toBeGreaterThan(30);
    expect(await readsAlike(cases, 200)).toBeGreaterThan(20);
  },
  60_000,
);

it('a check knows what missing facts leave open of a difference', async () => {
  const open = plainCase({ ...differences, most: 8, seats: [1, 5], missing: true }).filter(hasOne);
  expect(await knowsWhatIsOpen(open, 150)).toBeGreaterThan(100);
});

it('the cheapest way out of a difference is that of brute force', async () => {
  const small = plainCase({ ...differences, most: 7, seats: [2, 5] }).filter(hasOne);
  expect(await findsWaysOut(small, 40)).toBeGreaterThan(8);
});

/** Six women and four men with what they are good for, made up. */
const BOARD = `id,name,gender,skill
W1,Anne,female,95
W2,Berit,female,94
W3,Cecilie,female,93
W4,Dagny,female,92
W5,Eva,female,91
W6,Frida,female,90
M1,Gunnar,male,60
M2,Harald,male,59
M3,Ivar,male,58
M4,Jon,male,57
`;

async function parity(max: number, more: object = {}, csv: string = BOARD) {
  const gender = (value: string) => ({ fact: 'gender', operator: 'equal', value });
  const ruleSet = {
    id: 'parity',
    referenceDate: '2026-06-30',
    size: { min: 5, max: 7 },
    facts: { skill: 'number' },
    rules: [{ id: 'parity', difference: { between: gender('female'), and: gender('male'), max }, ...more }],
    objective: [{ fact: 'skill', weight: 1 }],
  };
  return openQuestion({ pool: { csv }, rules: { ruleSet } });
}

it('seven members of whom four are women are the best where both may differ by one', async () => {
  const question = await parity(1);
  const { slates, assurance } = await question.propose({ proof: true });
  expect(slates[0]).toMatchObject({ objective: 551, members: ['M1', 'M2', 'M3', 'W1', 'W2', 'W3', 'W4'] });
  expect(assurance).toBe('proven');
  const { rules } = await question.check(['W1', 'W2', 'W3', 'W4', 'W5', 'M1']);
  expect(rules.find(({ id }) => id === 'parity')).toMatchObject({
    status: 'violated',
    actual: 4,
    max: 1,
    deviation: 3,
    message: {
      en: expect.stringContaining('5 and 1, but a difference of at most 1 required: 3 too many'),
      vi: expect.stringContaining('5 và 1, trong khi yêu cầu chênh lệch không quá 1: thừa 3'),
    },
  });
});

it('what a difference costs, what others would give, and how far it must give way', async () => {
  const question = await parity(1);
  const { cells } = await question.sweep(['parity.max=0..3']);
  // 3 + 3; 4 + 3; 4 + 2 is below it; 5 + 2.
  expect(cells.map(({ objective }) => objective)).toEqual([459, 551, 551, 584]);
  const { curves } = await question.cost('parity');
  expect(curves.map(({ side }) => side)).toEqual(['max']);
  expect(curves[0]?.steps.find(({ value }) => value === 3)?.objective).toBe(584);
  const oneMan = BOARD.split('\n').slice(0, 8).join('\n');
  const many = await parity(1, { relaxTo: { max: 4 } }, oneMan);
  const { relaxations } = await many.diagnose({ relaxations: 1, sizeCost: 'never' });
  expect(relaxations[0]?.changes).toMatchObject([{ rule: 'parity', bounds: { min: null, max: 3 } }]);
});

it('says where a difference has no place', async () => {
  const question = await parity(1);
  await expect(question.sweep(['parity.min=0..1'])).rejects.toThrow('has a max alone');
  await expect(question.tradeOff(['objective', 'parity'])).rejects.toThrow('differ, either way');
  const scenarios = [{ id: 'other', title: 'Other', rules: { parity: { min: 1 } } }];
  await expect(question.compare(scenarios)).rejects.toThrow('has a max alone');
});
