import { expect, test } from 'vitest';
import { CachedReader } from '../../src/service/cached-reader.ts';
import { valueOf } from '../../src/words/problem.ts';
import { SMALL_CSV } from './running.ts';

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
