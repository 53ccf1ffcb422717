import { join } from 'node:path';
import { z } from 'zod';
import { prepareBatch } from '../batch/batch-parts.ts';
import { type KeptResults, resultsInFile, resultsInMemory } from '../batch/kept-results.ts';
import { readBatch } from '../batch/read-cases.ts';
import { type BatchAnswer, runBatch } from '../batch/run-batch.ts';
import { RESULTS, writableFolder, writeBatch } from '../batch/batch-folder.ts';
import { pathNamed } from '../opening/shipped.ts';
import { timeLimit } from '../questions/options.ts';
import { valueOf } from '../words/problem.ts';
import { checked } from './arguments.ts';
import { withAsyncListener } from './async-listener.ts';

/** What a batch is asked. Paths are those of files, or of files of shipped pools: `country/cases.csv`. */
export interface BatchOptions {
  /** A CSV with a line a case, a `batch.yaml`, or a folder of tables of candidates. */
  readonly cases: string;
  /** The rules of cases that name none: an id or a file. */
  readonly rules?: string;
  /** The file with the scenarios, or the id of a rule set that has some; absent: those beside the rules. */
  readonly scenarios?: string;
  /** Scenarios under which every case is asked besides as it stands. */
  readonly under?: readonly string[];
  /** Rules without which every case is also asked, to tell what they cost. */
  readonly costs?: readonly string[];
  /**
   * A folder: results are kept there and taken from there, and `summary.json`, `cases.csv` and `report.html`
   * are written into it.
   */
  readonly out?: string;
  /** Where results are looked for and kept instead; absent: in `out`, or as long as the batch lasts. */
  readonly kept?: KeptResults;
  /** Milliseconds for each answer; absent: 60,000. */
  readonly timeLimitMs?: number;
  /** Cases that are answered at once; absent: as many as the machine has cores. */
  readonly threads?: number;
  /** Ends the batch early; the answer is what was answered until then. */
  readonly signal?: AbortSignal;
  /**
   * Called with answers that stand, how many of them were known before, and how many there are to be. May be
   * asynchronous: where it throws or its promise is rejected, the batch ends and fails with that.
   */
  readonly onProgress?: (done: number, reused: number, total: number) => void | Promise<void>;
}

const optionsSchema = z.strictObject({
  cases: z.string(),
  rules: z.string().optional(),
  scenarios: z.string().optional(),
  under: z.array(z.string()).optional(),
  costs: z.array(z.string()).optional(),
  out: z.string().optional(),
  kept: z.custom<KeptResults>((value) => typeof value === 'object' && value !== null).optional(),
  timeLimitMs: timeLimit(),
  threads: z.int().min(1).optional(),
  signal: z.instanceof(AbortSignal).optional(),
  onProgress: z
    .custom<NonNullable<BatchOptions['onProgress']>>((value) => typeof value === 'function')
    .optional(),
});

/**
 * Answers many cases at once: each proposed and checked under every scenario, diagnosed where no slate exists,
 * and all summed up. A case that cannot be read is told in the answer and keeps nobody from the others.
 * {@link import('./threads.ts').closeThreads} ends the threads. Experimental.
 *
 * @throws InputError with everything that is wrong with the table of cases, the rules and the scenarios.
 */
export async function solveBatch(options: BatchOptions): Promise<BatchAnswer> {
  const { cases, rules, scenarios, under, costs, out, kept, timeLimitMs, threads, signal, onProgress } =
    checked(z.object({ options: optionsSchema }), { options }).options;
  const named = valueOf(await readBatch(cases));
  const prepared = valueOf(
    await prepareBatch({
      ...named,
      ...(rules !== undefined && { rules }),
      ...(scenarios !== undefined && { scenarios: pathNamed(scenarios) }),
      ...(under !== undefined && { under }),
      ...(costs !== undefined && { costs }),
    }),
  );
  if (out !== undefined) writableFolder(out);
  const inFolder = out === undefined ? resultsInMemory() : resultsInFile(join(out, RESULTS));
  const listened = {
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onProgress }),
  };
  const answer = await withAsyncListener(listened, (heard) =>
    runBatch(prepared, {
      kept: kept ?? inFolder,
      ...(timeLimitMs !== undefined && { timeLimitMs }),
      ...(threads !== undefined && { threads }),
      ...heard,
    }),
  );
  if (out !== undefined) await writeBatch(out, prepared, answer);
  return answer;
}
