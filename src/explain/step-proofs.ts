import { CellProofs } from '../slate/proofs/proven-cells.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { type Task, TimeLimitError, type TaskControl } from '../slate/task.ts';
import type { Rung } from './bound-ladder.ts';

/** What the proof of one step may take, in milliseconds, and how much of the time that is left is kept from proofs. */
const MOST_TIME = 3000;
const KEPT = 0.5;

/** A step that was solved: the best slate under a bound, or that there is none. */
interface SolvedRung {
  readonly rung: Rung;
  /** Ids; `undefined`: no slate exists. */
  readonly members: readonly string[] | undefined;
}

/** Proves the steps of a quota: prices found for one bound mostly prove its neighbours. */
export class StepProofs {
  readonly #asked: SlateCase;
  readonly #signal: AbortSignal | undefined;
  readonly #proofs = new CellProofs();

  constructor(asked: SlateCase, { signal }: TaskControl) {
    this.#asked = asked;
    this.#signal = signal;
  }

  /** Those that are proven. Exceptions from a rule of eligibility are no matter of proofs. */
  async proven(solved: readonly SolvedRung[], task: Task): Promise<ReadonlySet<Rung>> {
    const proven = new Set<Rung>();
    const { facts, decisions } = this.#asked;
    try {
      for (const [index, { rung, members }] of solved.entries()) {
        await task.yieldOrThrow();
        if (rung.exceptions !== undefined) continue;
        const { timeLimit } = task.limits();
        const part = (KEPT * timeLimit) / (solved.length - index);
        const limits = {
          timeLimit: Math.min(MOST_TIME, part),
          ...(this.#signal !== undefined && { signal: this.#signal }),
        };
        const cell = { facts, decisions, ruleSet: rung.ruleSet };
        if (await this.#proofs.proves(cell, members, limits)) proven.add(rung);
      }
    } catch (error) {
      if (!(error instanceof TimeLimitError)) throw error;
    }
    return proven;
  }
}
