import { expect, it } from 'vitest';
import { type Question, openQuestion } from '../../src/index.ts';
import { BOARD, testConstruct } from './construct-tests.ts';

testConstruct({
  name: 'bounds by size',
  isOne: (rule) => rule.kind === 'count' && rule.bySize !== undefined,
  cases: { sized: true, least: 5, rules: 3 },
  beside: { counted: true, seats: [1, 7] },
  waysOut: 60,
});

/** The most of one gender on a board of so many. */
const TABLE = [
  { size: { min: 3, max: 4 }, max: 2 },
  { size: { min: 5, max: 6 }, max: 3 },
  { size: 7, max: 4 },
  { size: 8, max: 5 },
  { size: { min: 9 }, max: '60 %' },
];

function board(
  size: number | { readonly min: number; readonly max: number },
  more: object = {},
  csv: string = BOARD,
): Promise<Question> {
  const gender = (id: string, value: string) => ({
    id,
    count: { where: { fact: 'gender', operator: 'equal', value }, bySize: TABLE },
    ...more,
  });
  const ruleSet = {
    id: 'board',
    referenceDate: '2024-01-01',
    size,
    facts: { skill: 'number' },
    rules: [gender('women', 'female'), gender('men', 'male')],
    objective: [{ fact: 'skill', weight: 1 }],
  };
  return openQuestion({ pool: { csv }, rules: { ruleSet } });
}

const LARGEST = [249, 308, 401, 459, 551, 642, 699];

it('boards of three to nine are worth what was worked out by other means, and proven', async () => {
  for (const [index, worth] of LARGEST.entries()) {
    const { slates, assurance } = await (await board(index + 3)).propose({ proof: true });
    expect(slates[0]?.objective).toBe(worth);
    expect(assurance).toBe('proven');
  }
});

it('where the size is open the best of all sizes is found, and every size by a sweep', async () => {
  const open = await board({ min: 3, max: 9 });
  const { slates, assurance } = await open.propose({ proof: true });
  expect(slates[0]?.objective).toBe(699);
  expect(assurance).toBe('proven');
  const smaller = await (await board({ min: 3, max: 6 })).propose();
  expect(smaller.slates[0]?.objective).toBe(459);
  const { cells } = await open.sweep(['size=3..9']);
  expect(cells.map(({ objective }) => objective)).toEqual(LARGEST);
  const { curves } = await open.cost('size');
  expect(curves.flatMap(({ steps }) => steps).find(({ present }) => present)?.objective).toBe(699);
});

it('a check says what the table asks of a slate of its size', async () => {
  const question = await board({ min: 3, max: 9 });
  const eight = await question.check(['W1', 'W2', 'W3', 'W4', 'W5', 'M1', 'M2', 'M3']);
  expect(eight.compliant).toBe(true);
  const six = await question.check(['W1', 'W2', 'W3', 'W4', 'W5', 'M1']);
  expect(six.rules.find(({ id }) => id === 'women')).toMatchObject({
    actual: 5,
    min: null,
    max: 3,
    deviation: 2,
  });
  expect((await question.propose({ alternatives: 3 })).slates).toHaveLength(3);
});

it('a way out loosens every line of the table alike, and a goal costs its price for each member', async () => {
  const women = BOARD.split('\n').slice(0, 7).join('\n');
  const { relaxations } = await (await board(6, {}, women)).diagnose({ relaxations: 1, sizeCost: 'never' });
  expect(relaxations[0]).toMatchObject({ cost: 3, changes: [{ rule: 'women', members: 3 }] });
  expect(relaxations[0]!.changes[0]!.message.en).toContain('every maximum more by 3');
  const soft = await (await board(6, { strength: 'soft', weight: 10 })).propose();
  // Each woman beyond three costs 10 and is worth 30 more than a man.
  expect(soft.slates[0]?.objective).toBe(95 + 94 + 93 + 92 + 91 + 90 - 30);
});
