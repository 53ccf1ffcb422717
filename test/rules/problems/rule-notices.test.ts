import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/explain/diagnose.ts';
import { poolFromCandidates } from '../../../src/pool/reading/read-candidates.ts';
import { ruleNotices } from '../../../src/rules/problems/rule-notices.ts';
import { openCase } from '../../../src/slate/case.ts';
import { emptyGroups } from '../../../src/slate/empty-groups.ts';
import { propose } from '../../../src/slate/propose.ts';
import { LANGUAGES } from '../../../src/words/language.ts';
import { describeProblem, valueOf } from '../../../src/words/problem.ts';
import { ruleSetFrom, type Shelf, withRule } from '../reading.ts';

const WOMEN = '{ fact: gender, operator: equal, value: female }';
/** Of a slate of at most eight. */
const women = (bounds: string): string => withRule(`{ id: women, count: { where: ${WOMEN}, ${bounds} } }`);

const noticesIn = async (text: string, shelf?: Shelf): Promise<readonly string[]> =>
  ruleNotices(await ruleSetFrom(text, shelf)).map(
    ({ code, place }) => `${place?.file}:${place?.line} ${code}`,
  );

it('tell of groups with equal claims to the last seat', async () => {
  const shared = '{ id: x, proportion: { forEach: bloc, to: { party: 2, ward: 1, front: 1 }, seats: 2 } }';
  expect(await noticesIn(withRule(shared))).toEqual(['r.yaml:5 notices.equal-claims']);
});

it('tell of groups of which somebody is asked for and nobody can count', async () => {
  const people = [
    { id: 'A', name: 'A', gender: 'female', unit: 'North' },
    { id: 'B', name: 'B', gender: 'male', unit: 'South' },
    { id: 'C', name: 'C', gender: 'male', unit: 'East' },
    { id: 'D', name: 'D', unit: 'East' },
  ];
  const pool = valueOf(poolFromCandidates(people, 'people'));
  const notices = async (rule: string) => {
    const { ruleSet, facts } = valueOf(openCase(pool, await ruleSetFrom(withRule(rule))));
    return emptyGroups(ruleSet, facts);
  };
  const [notice, ...others] = await notices(
    `{ id: women, count: { where: ${WOMEN}, forEach: unit, missing: none, min: 1 } }`,
  );
  expect(others).toEqual([]);
  // Whoever has no gender in the table may be a woman.
  expect(notice).toMatchObject({ code: 'notices.empty-groups', parameters: { groups: ['South'], more: 0 } });
  expect(describeProblem(notice!, 'en')).toContain('no candidate can count in “South”: it can never be kept');
  expect(describeProblem(notice!, 'vi')).toContain('không ai được tính ở “South”');
  expect(await notices(`{ id: women, count: { where: ${WOMEN}, forEach: unit, max: 1 } }`)).toEqual([]);
  const chosen = `forEach: { fact: unit, where: ${WOMEN} }`;
  expect(await notices(`{ id: women, count: { where: ${WOMEN}, ${chosen}, min: 1 } }`)).toEqual([]);
  expect(
    await notices('{ id: all, count: { forEach: { fact: unit, values: [North, West] }, min: 1 } }'),
  ).toMatchObject([{ parameters: { groups: ['West'] } }]);
});

describe('notices of rules', () => {
  it.each([
    ['min: 9', ['r.yaml:5 notices.beyond-size']],
    ['exactly: 9', ['r.yaml:5 notices.beyond-size']],
    ['forEach: unit, min: 9', ['r.yaml:5 notices.beyond-size']],
    ['min: 8', []],
    ['max: 9', []],
  ])('tell of bounds beyond the size, with their place: %s', async (bounds, expected) => {
    expect(await noticesIn(women(bounds))).toEqual(expected);
  });

  it('hold inherited bounds against the size that is finally meant', async () => {
    const base = 'id: base\nsize: 9\nrules: [{ id: a, count: { min: 6 } }]\n';
    const text = 'id: r\nextends: base\nreferenceDate: 2020-06-05\nsize: 5\n';
    expect(await noticesIn(text, { base })).toEqual(['base.yaml:3 notices.beyond-size']);
  });

  it('say what is asked for and what is to be had, in both languages', async () => {
    const [notice] = ruleNotices(await ruleSetFrom(women('min: 9')));
    for (const language of LANGUAGES) {
      expect(describeProblem(notice!, language)).toMatch(/women.*9.*8/);
    }
  });
});

describe('a bound beyond the size', () => {
  const open = async (text: string) => {
    const candidates = Array.from({ length: 12 }, (_, index) => ({
      id: `c${index}`,
      name: `N${index}`,
      gender: 'female',
    }));
    const pool = valueOf(poolFromCandidates(candidates, 'pool'));
    return valueOf(openCase(pool, await ruleSetFrom(text)));
  };

  it('is answered: no slate exists, for these two reasons, with a way out', async () => {
    const asked = await open(women('min: 9'));
    expect((await propose(asked)).status).toBe('infeasible');
    const { status, conflicts, relaxations } = await diagnose(asked);
    expect(status).toBe('infeasible');
    expect(conflicts.map(({ rules }) => rules)).toEqual([['size', 'women']]);
    expect(relaxations[0]?.slate?.members).toHaveLength(9);
  });

  it('is a goal that is missed by as many as the slate has not', async () => {
    const soft = withRule(`{ id: women, strength: soft, weight: 2, count: { where: ${WOMEN}, min: 10 } }`);
    const { status, slates } = await propose(await open(soft));
    expect(status).toBe('optimal');
    expect(slates[0]?.members).toHaveLength(8);
    expect(slates[0]?.soft).toEqual([{ rule: 'women', deviation: -2, cost: 4 }]);
  });
});
