import { closeSolverThreads } from '../../src/optimize/solver-threads.ts';
import { propose } from '../../src/slate/propose.ts';
import type { SlateCase } from '../../src/slate/requests.ts';
import { caseOf, ruleSetOf } from './instances.ts';

/** Milliseconds of a question asked again and again: the middle one, and what 95 of 100 stay below. */
export interface Latency {
  readonly question: string;
  readonly asked: number;
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
}

/** What a warm service answers: proposals over varied tight instances of 120, and ten alternatives. */
export async function latencies(instances: number): Promise<readonly Latency[]> {
  const ruleSet = await ruleSetOf('tight');
  // Twenty are only there to warm the threads and the compiler.
  const cases = await Promise.all(
    Array.from({ length: instances + 20 }, (_, index) => caseOf(ruleSet, 120, 1000 + index)),
  );
  const measured = cases.slice(20);
  for (const asked of cases.slice(0, 20)) await propose(asked);
  try {
    return [
      latencyOf('propose, 120 candidates, tight', await times(measured, (asked) => propose(asked))),
      latencyOf('the same, asked a second time', await times(measured, (asked) => propose(asked))),
      latencyOf(
        'ten alternatives differing in five',
        await times(measured.slice(0, Math.ceil(instances / 5)), (asked) =>
          propose(asked, { alternatives: 10, differ: 5 }),
        ),
      ),
    ];
  } finally {
    await closeSolverThreads();
  }
}

async function times(
  cases: readonly SlateCase[],
  ask: (asked: SlateCase) => Promise<unknown>,
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const asked of cases) {
    const began = performance.now();
    await ask(asked);
    taken.push(performance.now() - began);
  }
  return taken;
}

function latencyOf(question: string, taken: readonly number[]): Latency {
  const sorted = taken.toSorted((one, other) => one - other);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
  return { question, asked: sorted.length, median: at(0.5), p95: at(0.95), slowest: sorted.at(-1)! };
}
