import { expect, it } from 'vitest';
import { replaceMember } from '../../src/explain/replace.ts';
import { robustness } from '../../src/scenarios/robustness.ts';
import { placementFrom } from './reading.ts';

const RULES = `
id: posts
referenceDate: 2020-06-05
titles:
  - { id: a, vacancy: 1 }
  - { id: b, vacancy: 5 }
combined: [[a, b]]
facts: { merit: number }
objective: [{ fact: merit, weight: 1 }]
`;
const POOL = 'id,name,merit\nA,An,9\nB,Ba,2\nC,Cả,1\n';
const UNITS = 'name\nX\nY\n';
const open = (pool: string, decisions = {}) =>
  placementFrom(
    { rules: RULES, units: UNITS, pool },
    { decisions: { pin: [], exclude: [], together: [], apart: [], ...decisions } },
  );

async function replacements(pool: string, plan: readonly string[], options = {}) {
  const { replacements: found } = await replaceMember(await open(pool), plan, plan[0]!, options);
  return found.map(({ leave, enter }) => [leave, enter]);
}

it('who withdraws comes back in no other post', async () => {
  expect(await replacements('id,name,merit\nA,An,9\n', ['A@X/a'])).toEqual([]);
  expect(await replacements(POOL, ['A@X/a', 'C@Y/a'])).toEqual([[[], ['B@X/a']]]);
});

it('the post that falls vacant is filled, whatever other vacancies cost', async () => {
  expect(await replacements(POOL, ['A@X/a'])).toEqual([
    [[], ['B@X/a']],
    [[], ['C@X/a']],
  ]);
});

it('two may take over what one had, and another may move there', async () => {
  expect(await replacements(POOL, ['A@X/a+b'])).toEqual([
    [[], ['B@X/b', 'C@X/a']],
    [[], ['B@X/a', 'C@X/b']],
    [[], ['B@X/a+b']],
    [[], ['C@X/a+b']],
  ]);
  const moved = await replacements(POOL, ['A@X/a', 'C@Y/b'], { furtherChanges: 1, alternatives: 20 });
  expect(moved).toContainEqual([['C@Y/b'], ['B@Y/b', 'C@X/a']]);
  expect(moved.every(([, enter]) => enter!.some((id) => id.includes('@X/a')))).toBe(true);
});

it('who drops out does not mend the loss', async () => {
  const asked = await open('id,name,merit\nA,An,9\nB,Ba,2\n', { together: [['A@X/a', 'B@Y/a']] });
  const { losses } = await robustness(asked, ['A@X/a', 'B@Y/a'], { out: 1 });
  for (const { out, mend } of losses) expect(mend?.comes?.[0]).not.toBe(out[0]![0]);
});

it('a pinned candidate may move to mend a loss, but not from an appointment that is pinned, too', async () => {
  const rules = `${RULES.replace('b, vacancy: 5', 'b')}rules: [{ id: one, count: { forEach: unit, min: 1 } }]`;
  const mend = async (pin: readonly string[]) => {
    const decisions = { pin, exclude: [], together: [], apart: [] };
    const pool = 'id,name,merit\nA,An,9\nB,Ba,2\n';
    const asked = await placementFrom({ rules, units: 'name\nX\n', pool }, { decisions });
    const { losses } = await robustness(asked, ['A@X/a', 'B@X/b'], { out: 1 });
    return losses.find(({ out }) => out[0] === 'B@X/b')!.mend;
  };
  expect(await mend(['A'])).toEqual({ comes: 'A@X/a+b', goes: 'A@X/a' });
  expect(await mend(['A', 'A@X/a'])).toBeUndefined();
  expect(await mend(['A@X/a'])).toBeUndefined();
});

it('a pinned person who drops out is gone, named as a candidate or by an appointment', async () => {
  for (const pin of [['A'], ['A@X/a']]) {
    const asked = await open(POOL, { pin });
    const { losses } = await robustness(asked, ['A@X/a', 'B@Y/a'], { out: 1 });
    expect(losses.map(({ out, standing }) => [out[0], standing])).toEqual([
      ['A@X/a', 'compliant'],
      ['B@Y/a', 'compliant'],
    ]);
  }
});
