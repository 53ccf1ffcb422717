import { expect, it } from 'vitest';
import { Task, TimeLimitError } from '../../src/slate/task.ts';

/** A minute that began so many seconds ago; seconds of slack are allowed for a slow machine. */
const minuteFrom = (ago: number): Task =>
  new Task({ began: performance.now() - ago * 1_000, timeLimitMs: 60_000 });

const secondsLeft = (task: Task): number => task.limits().timeLimit / 1_000;

it('parts the whole time, counted from where it began', () => {
  const left = secondsLeft(minuteFrom(20).until(0.9));
  expect(left).toBeLessThanOrEqual(34);
  expect(left).toBeGreaterThan(24);
});

it('parts the time that is left', () => {
  const left = secondsLeft(minuteFrom(20).part(0.5));
  expect(left).toBeLessThanOrEqual(20);
  expect(left).toBeGreaterThan(10);
});

it('has no time for a part that is over', () => {
  expect(() => minuteFrom(40).until(0.5).limits()).toThrow(TimeLimitError);
});

it('cancels its parts with itself', async () => {
  const stop = new AbortController();
  const task = new Task({ signal: stop.signal });
  stop.abort();
  expect(task.until(0.5).limits().cancelled?.()).toBe(true);
  expect(task.part(0.5).limits().cancelled?.()).toBe(true);
});
