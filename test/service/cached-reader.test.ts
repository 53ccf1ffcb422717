import { expect, test, vi } from 'vitest';
import { SHIPPED } from '../../src/opening/shipped.ts';
import { answerTo, openFor } from '../../src/questions/asking.ts';
import { QUESTIONS } from '../../src/questions/list.ts';
import { CachedReader } from '../../src/service/cached-reader.ts';
import { valueOf } from '../../src/words/problem.ts';
import { REFERENCE, SMALL_CSV } from './running.ts';

test('remembers the last pools, and not thousands of them, however small', async () => {
  const reader = new CachedReader({ poolsFolder: 'none', rulesFolder: 'none' });
  const pool = async (number: number) =>
    valueOf(await reader.pool({ csv: `${SMALL_CSV}N${number},Năm,male\n` }));
  const [first, second] = [await pool(1), await pool(2)];
  expect(await pool(1)).toBe(first);
  for (let number = 3; number <= 101; number += 1) await pool(number);
  // The second has been used the longest ago.
  expect(await pool(1)).toBe(first);
  expect(await pool(2)).not.toBe(second);
});

test('a second check of a case opens nothing again, and looks for what is odd in it once', async () => {
  const reader = new CachedReader(SHIPPED);
  const opened = async (slate: readonly string[]) =>
    valueOf(await openFor(QUESTIONS.check, { ...REFERENCE, slate }, {}, { reader }));
  const first = await opened(['HD-001', 'HD-002']);
  const looked = vi.spyOn(first.pool, 'asWritten');
  const { notices } = await answerTo(QUESTIONS.check, first, {}, {});
  const looks = looked.mock.calls.length;
  expect(looks).toBeGreaterThan(0);
  const second = await opened(['HD-003', 'HD-004']);
  expect(second.pool).toBe(first.pool);
  expect(second.asked.ruleSet).toBe(first.asked.ruleSet);
  expect(second.asked.facts).toBe(first.asked.facts);
  const answer = await answerTo(QUESTIONS.check, second, {}, {});
  expect(answer.notices).toEqual(notices);
  expect(looked).toHaveBeenCalledTimes(looks);
  // Under other rules other things are odd.
  const other = valueOf(
    await openFor(
      QUESTIONS.check,
      { ...REFERENCE, slate: [], scenario: { size: { min: 1, max: 60 } } },
      {},
      { reader },
    ),
  );
  await answerTo(QUESTIONS.check, other, {}, {});
  expect(looked.mock.calls.length).toBeGreaterThan(looks);
});
