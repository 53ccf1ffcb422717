import type { SolveLimits } from '../optimize/solver.ts';
import { TURN, type Checkpoint } from '../rules/checkpoint.ts';

/** How long a task may take, how it is cancelled, and whom it tells how far it is. */
export interface TaskControl {
  /** Milliseconds for the whole answer; absent: 60,000. */
  readonly timeLimitMs?: number;
  /** From when the time counts, as `performance.now()` has it; absent: from now. */
  readonly began?: number;
  readonly signal?: AbortSignal;
  /** Called with whole steps done of all steps, and what is being done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Milliseconds a whole answer may take where nothing else is said. */
export const TIME_LIMIT = 60_000;

/** Thrown inside a task whose time is up; whoever runs the task catches it and says what is known so far. */
export class TimeLimitError extends Error {
  constructor() {
    super('The time for the task is up');
    this.name = 'TimeLimitError';
  }
}

/**
 * One long task that solves in this thread, step by step: it knows how much time is left, lets messages
 * and timers in between two solves, and so notices that it was cancelled.
 */
export class Task implements Checkpoint {
  /** When the time began to count. */
  readonly #start: number;
  readonly #end: number;
  readonly #control: TaskControl;
  #turn = performance.now();
  readonly #began = performance.now();

  constructor(control: TaskControl) {
    this.#control = control;
    this.#start = control.began ?? this.#began;
    this.#end = this.#start + (control.timeLimitMs ?? TIME_LIMIT);
  }

  /** Milliseconds since the task began, to a tenth. */
  get milliseconds(): number {
    return Math.round((performance.now() - this.#began) * 10) / 10;
  }

  /** What one solve may take. @throws TimeLimitError */
  limits(): SolveLimits {
    const timeLimit = this.#end - performance.now();
    if (timeLimit <= 0) throw new TimeLimitError();
    return { timeLimit, cancelled: () => this.#control.signal?.aborted === true };
  }

  /** A task of its own that ends once this share of the whole time has gone, and is cancelled with this one. */
  until(share: number): Task {
    return this.#within(share * (this.#end - this.#start) - (performance.now() - this.#start));
  }

  /** A task of its own for this share of the time that is left, cancelled with this one. */
  part(share: number): Task {
    return this.#within(share * (this.#end - performance.now()));
  }

  #within(timeLimitMs: number): Task {
    const { signal } = this.#control;
    return new Task({ timeLimitMs: Math.max(0, timeLimitMs), ...(signal !== undefined && { signal }) });
  }

  /** Called between two steps. @throws the signal's reason; TimeLimitError */
  async yieldOrThrow(): Promise<void> {
    const now = performance.now();
    if (now >= this.#end) throw new TimeLimitError();
    if (now - this.#turn < TURN) return;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    this.#turn = performance.now();
    this.#control.signal?.throwIfAborted();
  }

  /** Tells whoever asked how far the task is. */
  progress(done: number, total: number): void {
    this.#control.onProgress?.(done, total);
  }
}
