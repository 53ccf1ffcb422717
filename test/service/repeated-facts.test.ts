import { afterAll, beforeAll, expect, test } from 'vitest';
import { repeatedPool, repeatedRules } from '../repeated-facts.ts';
import { running, SMALL } from './running.ts';

/** Conditions that would keep the threads busy for minutes, were each followed to its end. */

const yaml = repeatedRules(12);
const MEMBERS = Array.from({ length: 600 }, (_, person) => `P${person}`);
const REPEATED = { pool: { csv: repeatedPool(MEMBERS.length) }, rules: { yaml } };

let service: Awaited<ReturnType<typeof running>>;
beforeAll(async () => {
  service = await running({ limits: { timeLimitMs: 600_000, longestWaitMs: 600_000 } });
});
afterAll(() => service.close());

const ask = async (path: string, body: object): Promise<[number, string]> => {
  const answer = await service.ask('POST', `/api/v1/${path}`, body);
  return [answer.status, await answer.text()];
};

test('three checks and a look at what a pool can give keep nobody out, and say what is not known', async () => {
  const held = ['check', 'capacity', 'check', 'check'].map((path) =>
    ask(path, path === 'check' ? { ...REPEATED, slate: MEMBERS } : REPEATED),
  );
  const [status] = await ask('check', { ...SMALL, slate: ['A', 'B'] });
  expect(status).toBe(200);
  const [check, capacity] = await Promise.all(held);
  expect([check![0], capacity![0]]).toEqual([200, 200]);
  const { rules } = JSON.parse(check![1]) as { rules: { id: string; status: string }[] };
  const own = rules.filter(({ id }) => id !== 'size').map((line) => line.status);
  expect(own).toHaveLength(12);
  // Nobody can keep such a condition; where that is not found out, it is said, and nothing else.
  expect(own.filter((line) => line !== 'kept' && line !== 'unknown')).toEqual([]);
  expect(own).toContain('unknown');
});

test('what one rule could find out alone, many together leave open once they have spent what an answer may', async () => {
  const pigeons = 5;
  const pool = { csv: repeatedPool(MEMBERS.length, pigeons) };
  const all = JSON.parse(repeatedRules(12, pigeons)) as { rules: { id: string }[] };
  const statusOfLast = async (rules: readonly { id: string }[]): Promise<string | undefined> => {
    const asked = { pool, rules: { yaml: JSON.stringify({ ...all, rules }) }, slate: MEMBERS };
    const [status, text] = await ask('check', asked);
    expect(status).toBe(200);
    const answer = JSON.parse(text) as { rules: { id: string; status: string }[] };
    return answer.rules.find(({ id }) => id === all.rules.at(-1)!.id)?.status;
  };
  expect(await statusOfLast(all.rules.slice(-1))).toBe('kept');
  expect(await statusOfLast(all.rules)).toBe('unknown');
});

test('repairs, proofs and tests of rules end by themselves', async () => {
  const tests = `pools:
  people: [{ id: W, name: Nobody, times: 300 }]
tests:
  - { test: All, pool: people, slate: [W1..W300], unknown: [{ rule: r0 }] }
`;
  const answers = await Promise.all([
    ask('repair', { ...REPEATED, slate: MEMBERS.slice(0, 6), timeLimitMs: 600_000 }),
    ask('verify', {
      ...REPEATED,
      proven: { status: 'infeasible', proof: { claim: 'infeasible', tree: { empty: [] } } },
    }),
    ask('rule-sets/test', { yaml, tests }),
  ]);
  expect(answers.map(([status]) => status)).toEqual([200, 200, 200]);
});
