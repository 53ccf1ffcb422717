import type { PlainModel, PlainProgram } from '../../proofs/plain-model.ts';
import type { FamiliarSplits } from '../proving/familiar-splits.ts';
import type { Trees } from '../proving/proof-tree.ts';
import { untilClosed } from './threads-closed.ts';
import type { PricingTask, ProvingTask } from './solver-thread.ts';
import { pricingThreads, provingThreads } from './thread-pools.ts';

/** What the search gets beyond its limit to stop by itself, in milliseconds. */
const KILL = 250;

/** The best that a solver found, of which a proof is looked for. */
export type FoundBest = NonNullable<ProvingTask['best']>;

/** How long a search may take, and how it is cancelled. */
export interface ProvingControl {
  readonly timeLimit: number;
  readonly signal?: AbortSignal;
  /** What other proofs about the same candidates branched on, where nobody sees this one; it learns from this. */
  readonly familiar?: FamiliarSplits;
}

/**
 * Looks for a proof in a thread that has HiGHS loaded, the one that solves; the thread is killed where it
 * does not stop in time.
 *
 * @throws the reason of `signal` if it aborts.
 */
export async function proveInThread(
  model: PlainModel,
  best: FoundBest | undefined,
  control: ProvingControl,
): Promise<Trees | undefined> {
  const { timeLimit, familiar } = control;
  const task: ProvingTask = {
    model: withoutIds(model),
    timeLimit,
    ...(best && { best }),
    ...(familiar && { familiar: familiar.keys }),
  };
  const answer = await killedIfLate(
    (signal) => provingThreads().run(task, { name: 'prove', signal }),
    control,
  );
  if (answer?.trees !== undefined) familiar?.learn(answer.trees);
  return answer?.trees;
}

/**
 * Looks for the prices of rows in the same way.
 *
 * @param slate columns of a slate.
 * @returns by row of the model, in millionths of a unit of the first level.
 * @throws the reason of `signal` if it aborts.
 */
export async function priceInThread(
  model: PlainModel,
  slate: readonly number[],
  control: ProvingControl,
): Promise<ReadonlyMap<number, number> | undefined> {
  const { timeLimit } = control;
  const task: PricingTask = { model: withoutIds(model), slate, timeLimit };
  const answer = await killedIfLate(
    (signal) => pricingThreads().run(task, { name: 'priceRows', signal }),
    control,
  );
  return answer?.prices;
}

/** What the search needs: ids are for people. */
function withoutIds({ idOf: _idOf, columnOf: _columnOf, ...program }: PlainModel): PlainProgram {
  return program;
}

/** What a thread answers; `undefined` where it had to be killed. */
async function killedIfLate<Answer>(
  run: (signal: AbortSignal) => Promise<Answer>,
  { timeLimit, signal: asked }: ProvingControl,
): Promise<Answer | undefined> {
  const signal = untilClosed(asked);
  signal.throwIfAborted();
  const killer = new AbortController();
  const kill = (): void => killer.abort();
  signal.addEventListener('abort', kill, { once: true });
  const timer = setTimeout(kill, timeLimit + KILL);
  try {
    return await run(killer.signal);
  } catch (error) {
    signal.throwIfAborted();
    if (killer.signal.aborted) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
  }
}
