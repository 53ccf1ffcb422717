import type { Batch, BatchResult } from './answers.ts';
import { BatchThreads } from './batch-threads.ts';
import { type CaseJobs, keysOf, type PreparedBatch } from './jobs.ts';
import type { KeptResults } from './kept-results.ts';
import { summaryOf } from './summary.ts';

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
  readonly results: readonly BatchResult[];
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
  await eachAtOnce(prepared.cases, threads.most, (each) => running.answer(each, threads));
  const results = running.results();
  return {
    results,
    batch: summaryOf(prepared, results, {
      reused: running.reused,
      milliseconds: Math.round(performance.now() - began),
    }),
  };
}

class RunningBatch {
  readonly #prepared: PreparedBatch;
  readonly #control: BatchControl;
  readonly #keys = new Map<CaseJobs, readonly string[]>();
  readonly #found = new Map<CaseJobs, (BatchResult | undefined)[]>();
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
    const known = await this.#control.kept.find(new Set([...this.#keys.values()].flat()));
    for (const each of this.#prepared.cases) {
      const found = each.jobs.map(({ scenario }, at) => {
        const result = known.get(this.#keys.get(each)?.[at] ?? '');
        return result && { ...result, case: each.named.id, scenario };
      });
      this.#found.set(each, found);
      this.reused += found.filter((result) => result !== undefined).length;
    }
    this.#done = this.reused;
    this.#tell();
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
    const keys = this.#keys.get(each);
    const results = open.map(({ job, at }, index): BatchResult => ({
      key: keys?.[at] ?? '',
      case: each.named.id,
      scenario: job.scenario,
      ...outcomes[index]!,
    }));
    await kept.keep(results.filter(({ status }) => FINAL.has(status)));
    results.forEach((result, index) => {
      found[open[index]!.at] = result;
    });
    this.#done += results.length;
    this.#tell();
  }

  results(): readonly BatchResult[] {
    return this.#prepared.cases.flatMap((each) =>
      (this.#found.get(each) ?? []).filter((result) => result !== undefined),
    );
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
