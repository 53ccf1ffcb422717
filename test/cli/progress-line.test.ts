import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sayIn } from '../../src/cli/context.ts';
import { progressLine } from '../../src/cli/progress-line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) > 0 };
}

it('counts the seconds of a long step, and clears the line at the end', () => {
  const stream = terminal(true);
  const progress = progressLine(stream, sayIn('en'));
  progress('Solving…');
  vi.advanceTimersByTime(2000);
  progress('');
  vi.advanceTimersByTime(5000);
  const clear = '\r\u001B[K';
  expect(stream.written).toEqual([
    `${clear}Solving…`,
    `${clear}Solving… (1 s)`,
    `${clear}Solving… (2 s)`,
    clear,
  ]);
});

it('writes nothing where nobody looks', () => {
  const stream = terminal(false);
  progressLine(stream, sayIn('en'))('Solving…');
  vi.advanceTimersByTime(2000);
  expect(stream.written).toEqual([]);
});
