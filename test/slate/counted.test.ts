import { afterAll, expect, it } from 'vitest';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { plainCase } from '../random-case.ts';
import { findsWaysOut, knowsWhatIsOpen, proposesBest, readsAlike } from './constructs.ts';

afterAll(closeSolverThreads);

const counting = { groups: true, counted: true };
const grouped = plainCase({ ...counting, least: 6, most: 11, seats: [2, 6], rules: 4 });

it('proposes the best of all slates under rules that count groups and rules, and proves it', async () => {
  expect(await proposesBest(grouped, 80)).toBeGreaterThan(60);
});

it('a proof is about the same slates at the same values, and a check reports what brute force counts', async () => {
  expect(await readsAlike(grouped, 300)).toBeGreaterThan(30);
});

it('what a check calls kept or violated stays so whatever the missing facts of the members are', async () => {
  const open = plainCase({ ...counting, least: 5, most: 8, seats: [1, 5], rules: 3, missing: true });
  expect(await knowsWhatIsOpen(open, 200)).toBeGreaterThan(100);
});

it('a way out under rules that count groups and rules leaves a slate that keeps what it says', async () => {
  const small = plainCase({ ...counting, least: 5, most: 8, seats: [2, 5], rules: 4 });
  expect(await findsWaysOut(small, 40)).toBeGreaterThan(8);
});
