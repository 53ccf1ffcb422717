import { pino } from 'pino';
import { startService } from '../../src/service/server.ts';
import { generatePool } from '../../fixtures/made-up/generate.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { nearBest } from '../../src/slate/near-best/near-best.ts';
import { propose } from '../../src/slate/propose.ts';
import type { SlateCase } from '../../src/check/slate-case.ts';

import { caseOf, ruleSetOf } from './instances.ts';
import { processorTime } from './peers.ts';

/**
 * Milliseconds by the clock on the wall of a question asked again and again: the middle one, and what 95
 * of 100 stay below; and the processor time of all threads for the middle one.
 */
export interface Latency {
  readonly question: string;
  readonly asked: number;
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
  readonly processor: number;
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
      ...(await nearBestLatencies(Math.ceil(instances / 5))),
    ];
  } finally {
    await closeSolverThreads();
  }
}

/** Who is sure, open and out near the best: a pool of 120 again and again, larger ones three times each. */
async function nearBestLatencies(instances: number): Promise<readonly Latency[]> {
  const ruleSet = await ruleSetOf('tight');
  const latencies: Latency[] = [];
  for (const [size, count] of [[120, instances] as const, ...LARGER.map((larger) => [larger, 3] as const)]) {
    const cases = await Promise.all(
      Array.from({ length: count }, (_, index) => caseOf(ruleSet, size, 2000 + index)),
    );
    for (const within of [0.005, 0.02]) {
      const question = `sure, open and out within ${within * 100} %, ${size.toLocaleString('en')} candidates`;
      latencies.push(latencyOf(question, await times(cases, (asked) => settled(asked, within))));
    }
  }
  return latencies;
}

const LARGER = [1000, 20_000, 100_000];

/** Asks who is near the best; who is undecided would be no answer to measure. */
async function settled(asked: SlateCase, within: number): Promise<void> {
  const answer = await nearBest(asked, { within });
  if (answer === undefined || answer.undecided.length > 0) throw new Error('Not everybody is settled');
}

/** The same over HTTP, from sending the question to the last byte of the answer. */
export async function servedLatencies(instances: number): Promise<readonly Latency[]> {
  const service = await startService({ port: 0, logger: pino({ level: 'silent' }) });
  const ask = async (body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${service.address}/api/v1/propose`, init);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`The service answered ${response.status}`);
  };
  const rules = { id: 'hai-duong-2020' };
  // Quotas around those of the reference case, all of them tight: some pools have no such slate.
  const otherQuotas = Array.from({ length: instances + 20 }, (_, index) => ({
    pool: { name: 'hai-duong' },
    rules,
    scenario: {
      rules: {
        women: { exactly: 7 + (index % 9) },
        'under-40': { exactly: 4 + (Math.floor(index / 9) % 7) },
        'bloc-ward': { max: 12 + (index % 4) },
      },
    },
  }));
  const otherPools = Array.from({ length: instances + 20 }, (_, index) => ({
    pool: { csv: [...generatePool({ size: 120, seed: 1000 + index })].join('') },
    rules,
  }));
  const several = { alternatives: 10, differ: 5 };
  for (const body of [...otherQuotas.slice(0, 20), ...otherPools.slice(0, 20)]) await ask(body);
  try {
    return [
      latencyOf('propose over HTTP, other quotas each time', await times(otherQuotas.slice(20), ask)),
      latencyOf('propose over HTTP, another pool sent each time', await times(otherPools.slice(20), ask)),
      latencyOf(
        'ten alternatives differing in five over HTTP',
        await times(otherPools.slice(20, 20 + Math.ceil(instances / 5)), (body) =>
          ask({ ...body, ...several }),
        ),
      ),
    ];
  } finally {
    await service.close();
  }
}

/** What one question took. */
interface Taken {
  readonly elapsed: number;
  readonly processor: number;
}

async function times<Asked>(
  questions: readonly Asked[],
  ask: (asked: Asked) => Promise<unknown>,
): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (const asked of questions) {
    const began = performance.now();
    const spent = processorTime();
    await ask(asked);
    taken.push({ elapsed: performance.now() - began, processor: spent() });
  }
  return taken;
}

function latencyOf(question: string, taken: readonly Taken[]): Latency {
  const sorted = (values: readonly number[]): readonly number[] =>
    values.toSorted((one, other) => one - other);
  const elapsed = sorted(taken.map((each) => each.elapsed));
  const processor = sorted(taken.map((each) => each.processor));
  const at = (values: readonly number[], part: number): number =>
    values[Math.min(values.length - 1, Math.floor(values.length * part))]!;
  return {
    question,
    asked: taken.length,
    median: at(elapsed, 0.5),
    p95: at(elapsed, 0.95),
    slowest: elapsed.at(-1)!,
    processor: at(processor, 0.5),
  };
}
