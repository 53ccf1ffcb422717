import { expect, it } from 'vitest';
import { openQuestion } from '../../src/index.ts';
import { BOARD, testConstruct } from './construct-tests.ts';

testConstruct({
  name: 'a difference',
  isOne: (rule) => rule.kind === 'count' && rule.against !== undefined,
  cases: { differences: true, least: 5, rules: 3 },
  beside: { seats: [2, 6] },
  waysOut: 40,
});

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
