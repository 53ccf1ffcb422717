import type { Batch, BatchResult } from './answers.ts';
import { BatchThreads } from './batch-threads.ts';
import { type CaseJobs, keysOf, type PreparedBatch } from './batch-parts.ts';
import type { FoundResults, KeptResults } from './kept-results.ts';
import { batchSummary } from './summary.ts';

/** How a batch is answered. */
export interface BatchControl {
  /** Where results are looked for and kept. */
  readonly kept: KeptResults;
  /** Milliseconds for each answer; absent: 60,000. */
  readonly timeLimitMs?: number;
  /** Threads that answer cases; absent: as many as the machine has cores. */
  readonly threads?: number;
  /** Ends the batch early; what was answered is kept, and the answer says that it is not complete. */
  readonly signal?: AbortSignal;
  /** Called with answers that stand, how many of them were known before, and how many there are to be. */
  readonly onProgress?: (done: number, reused: number, total: number) => void;
}

/** What a batch came to: its summary, and every result in the order of cases and scenarios. */
export interface BatchAnswer {
  readonly batch: Batch;
  /** Read as they are needed, as often as they are needed. */
  readonly results: AsyncIterable<BatchResult>;
}

/** Milliseconds for each answer where nothing is said. */
export const CASE_TIME_LIMIT = 60_000;

/**
 * Answers every case of a batch under every scenario: proposed, checked, and diagnosed where no slate exists.
 * What is known from equal inputs is taken from there; what is answered is kept case by case. A result whose
 * time ran out, or whose case could not be read, is told and not kept.
 */
export async function runBatch(prepared: PreparedBatch, control: BatchControl): Promise<BatchAnswer> {
  const began = performance.now();
  const running = new RunningBatch(prepared, control);
  await running.recall();
  const threads = new BatchThreads(control.threads);
  try {
    await eachAtOnce(prepared.cases, threads.most, (each) => running.answer(each, threads));
  } finally {
    threads.close();
  }
  const { results } = running;
  const batch = await batchSummary(prepared, results, {
    reused: () => running.reused,
    milliseconds: () => Math.round(performance.now() - began),
  });
  return { results, batch };
}

/** What there is of an answer: it is kept by its key, or is told once and not kept. */
type Found = 'kept' | BatchResult | undefined;

class RunningBatch {
  readonly #prepared: PreparedBatch;
  readonly #control: BatchControl;
  readonly #keys = new Map<CaseJobs, readonly string[]>();
  readonly #found = new Map<CaseJobs, Found[]>();
  readonly #total: number;
  #done = 0;
  reused = 0;

  constructor(prepared: PreparedBatch, control: BatchControl) {
    this.#prepared = prepared;
    this.#control = control;
    this.#total = prepared.cases.reduce((sum, { jobs }) => sum + jobs.length, 0);
  }

  /** Takes what is known of equal inputs. */
  async recall(): Promise<void> {
    for (const each of this.#prepared.cases) {
      if (this.#control.signal?.aborted === true) return;
      const keys = await keysOf(each);
      if (keys !== undefined) this.#keys.set(each, keys);
    }
    const known = await this.#known();
    for (const each of this.#prepared.cases) {
      const found = each.jobs.map((_, at): Found => (known.has(this.#keyOf(each, at)) ? 'kept' : undefined));
      this.#found.set(each, found);
      this.reused += found.filter((one) => one !== undefined).length;
    }
    await known.close();
    this.#done = this.reused;
    this.#tell();
  }

  async #known(): Promise<FoundResults> {
    return this.#control.kept.find(new Set([...this.#keys.values()].flat()));
  }

  #keyOf(each: CaseJobs, at: number): string {
    return this.#keys.get(each)?.[at] ?? '';
  }

  /** Whether the tables are those of the keys: a file may be written anew before a thread reads it. */
  async #isAsHashed(each: CaseJobs): Promise<boolean> {
    return (await keysOf(each))?.[0] === this.#keys.get(each)?.[0];
  }

  /** Answers what is not known of a case. */
  async answer(each: CaseJobs, threads: BatchThreads): Promise<void> {
    const { signal, timeLimitMs = CASE_TIME_LIMIT, kept } = this.#control;
    const found = this.#found.get(each);
    if (found === undefined || signal?.aborted === true) return;
    const open = each.jobs.flatMap((job, at) => (found[at] === undefined ? [{ job, at }] : []));
    if (open.length === 0) return;
    const { pool, units, ruleSet } = each;
    const task = {
      pool,
      ruleSet,
      timeLimitMs,
      laid: open.map(({ job }) => job.laid),
      ...(units !== undefined && { units }),
    };
    const outcomes = await threads.solve(task, signal);
    if (outcomes === 'stopped') return;
    const isAsHashed = await this.#isAsHashed(each);
    const results = open.map(({ job, at }, index): BatchResult => {
      const outcome = outcomes[index]!;
      const key = isAsHashed && FINAL.has(outcome.status) ? this.#keyOf(each, at) : '';
      return { key, case: each.named.id, scenario: job.scenario, ...outcome };
    });
    await kept.keep(results.filter(({ key }) => key !== ''));
    results.forEach((result, index) => {
      found[open[index]!.at] = result.key === '' ? result : 'kept';
    });
    this.#done += results.length;
    this.#tell();
  }

  /** What was answered, in the order of cases and scenarios. */
  readonly results: AsyncIterable<BatchResult> = {
    [Symbol.asyncIterator]: () => this.#read(),
  };

  async *#read(): AsyncGenerator<BatchResult> {
    const known = await this.#known();
    try {
      for (const each of this.#prepared.cases) {
        for (const [at, found] of (this.#found.get(each) ?? []).entries()) {
          const result = found === 'kept' ? await known.read(this.#keyOf(each, at)) : found;
          // Equal inputs may be those of another case.
          if (result !== undefined)
            yield { ...result, case: each.named.id, scenario: each.jobs[at]!.scenario };
        }
      }
    } finally {
      await known.close();
    }
  }

  #tell(): void {
    this.#control.onProgress?.(this.#done, this.reused, this.#total);
  }
}

/** What no more time could change. */
export const FINAL: ReadonlySet<BatchResult['status']> = new Set(['optimal', 'infeasible']);

/** Does something with each of a list, at most so many at once, in their order; the first error ends it. */
async function eachAtOnce<Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
