import type { DecidedCase } from '../../optimize/model/decided-case.ts';
import { type Difference } from '../../optimize/model/model-options.ts';
import { type SolvedModel, solvedModel } from '../../optimize/model/readable-model.ts';
import type { LinearProgram } from '../../optimize/linear-program.ts';
import { type Solved, solveInThreads, type ThreadLimits } from '../../optimize/threads/solver-threads.ts';
import { withGrace } from '../../rules/checkpoint.ts';
import { idOfRow } from '../../rules/facts/fact-table.ts';
import type { FamiliarSplits } from '../../optimize/proving/familiar-splits.ts';
import type { Proof } from '../../proofs/proof.ts';
import { phraseInEach } from '../../words/catalogue.ts';
import { type Assured, assure } from '../proofs/assurance.ts';
import { rowDecisions } from '../../check/row-decisions.ts';
import { slateOf } from '../complying-slate.ts';
import { GrowingProof, type WholeProof } from '../proofs/growing-proof.ts';
import { differenceOf, inBestOrder } from '../list-order.ts';
import type { Slate } from '../propose-answer.ts';
import { prepareProof } from '../proofs/proving.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import { type Task, TimeLimitError } from '../task.ts';
import type { RowDecisions } from '../../pool/decisions.ts';

/**
 * What javascript-lp-solver gets alone for an alternative, in milliseconds, as long as it is done by then.
 * Once it is not, HiGHS goes on alone: where many slates are as good it is the quicker, to the last.
 */
const HEAD_START = 100;

/** How an alternative is solved. */
type Quickest = Pick<ThreadLimits, 'solver' | 'confirmation' | 'headStart'>;

/** What the series is of. */
interface SeriesAsked {
  readonly asked: SlateCase;
  readonly decided: DecidedCase;
  readonly task: Task;
  /** How many slates are wanted in all, the best included. */
  readonly wanted: number;
  /** In how many members any two slates differ at least. */
  readonly differ: number;
  /** A proof of the best one that was kept from before, or of there being none. */
  readonly kept?: Proof;
  /** What other proofs about the same candidates branched on, where nobody sees that of the best one. */
  readonly familiar?: FamiliarSplits;
  /** What one step may take of the time that is left; given what an alternative is solved by. */
  readonly limits: (quickest?: Quickest) => ThreadLimits;
}

/** One slate of the series as solved: its rows, and whether it is known to be the best of what is left. */
interface Found {
  readonly solved: Solved;
  /** In ascending order of id, of an ordered list in that of its places; absent where none was found. */
  readonly rows?: readonly number[];
  /** Absent where it took no solve: a slate as good as the last. */
  readonly program: LinearProgram | undefined;
  readonly proven: boolean;
}

/**
 * Slates of one case, best first: each the best that differs enough from every one before it. Each is
 * checked, and what stands behind it is looked for before the next one is.
 */
export class SlatesInTurn {
  readonly #asked: SeriesAsked;
  readonly #decisions: RowDecisions;
  readonly #slates: Slate[] = [];
  readonly #differences: Difference[] = [];
  /** Rows that stand for themselves, one set for the whole series. */
  readonly #apart = new Set<number>();
  #first: Solved | undefined;
  #last: SolvedModel<Solved> | undefined;
  #assured: Assured = {};
  #growing: GrowingProof;
  // Who else came to it is told of the best slate alone.
  #quickest: Quickest = { confirmation: 0, headStart: HEAD_START };

  constructor(asked: SeriesAsked) {
    this.#asked = asked;
    this.#decisions = rowDecisions(asked.asked);
    this.#growing = new GrowingProof(asked.asked, asked.differ);
  }

  /** Those found so far, best first. */
  get slates(): readonly Slate[] {
    return this.#slates;
  }

  /** How the best one was found, with all that is proven of the series. Asked after the first {@link next}. */
  get solved(): Solved & Assured & WholeProof {
    return { ...this.#first!, ...this.#assured, ...this.#growing.whole };
  }

  /**
   * Looks for the next one.
   *
   * @returns whether there is one; after `false` there is none to look for.
   * @throws TimeLimitError where the time does not suffice to make the program of the best one.
   */
  async next(): Promise<boolean> {
    const found = await this.#find();
    if (this.#first === undefined) await this.#settleBest(found);
    else if (found.proven) await this.#settleFurther(found);
    else this.#noteCut();
    if (found.rows === undefined || (!found.proven && this.#slates.length > 0)) return false;
    const { asked, decided, differ } = this.#asked;
    const slate = await slateOf(asked, decided, found.rows);
    this.#slates.push({ ...slate, ...this.#growing.ofLast });
    this.#differences.push(differenceOf(decided, found.rows, differ));
    return true;
  }

  async #find(): Promise<Found> {
    const { decided } = this.#asked;
    let program: LinearProgram | undefined;
    const solve = (asked: LinearProgram): Promise<Solved> => {
      program = asked;
      return this.#first === undefined ? this.#solveBest(asked) : this.#solveFurther(asked);
    };
    this.#last = this.#asGoodAsLast() ?? (await this.#solvedInTime(solve));
    const { solved, rows } = this.#last;
    const { status } = solved.outcome;
    const found = { solved, program, proven: status === 'optimal' || status === 'infeasible' };
    if (rows === undefined) return found;
    return { ...found, rows: await inBestOrder(decided, rows, this.#decisions, solve) };
  }

  /** No alternative is worth more than the one before: one at hand that is worth as much needs no solve. */
  #asGoodAsLast(): SolvedModel<Solved> | undefined {
    const rows = this.#last?.another?.(this.#differences);
    return rows && { ...this.#last!, rows };
  }

  /** An alternative that no time is left to make the program of is one that was not found. */
  async #solvedInTime(solve: (program: LinearProgram) => Promise<Solved>): Promise<SolvedModel<Solved>> {
    const { decided, task } = this.#asked;
    const options = { decisions: this.#decisions, differences: this.#differences };
    try {
      return await solvedModel(decided, options, solve, { apart: this.#apart, checkpoint: withGrace(task) });
    } catch (error) {
      if (this.#last === undefined || !(error instanceof TimeLimitError)) throw error;
      return { solved: { ...this.#last.solved, outcome: { status: 'unknown' } } };
    }
  }

  /** The best slate is proven whoever finds it, and HiGHS is the quicker at that; what is proven is prepared meanwhile. */
  async #solveBest(program: LinearProgram): Promise<Solved> {
    const [solved] = await Promise.all([
      solveInThreads(program, this.#asked.limits({ solver: 'highs' })),
      prepareProof(this.#asked.asked),
    ]);
    return solved;
  }

  #solveFurther(program: LinearProgram): Promise<Solved> {
    // The best one is HiGHS's own, so that only a further one tells which of both is the quicker.
    if (this.#differences.length > 1 && this.#last?.solved.name === 'highs')
      this.#quickest = { solver: 'highs' };
    return solveInThreads(program, this.#asked.limits(this.#quickest));
  }

  /** Keeps how the best one was found, and looks for what stands behind it. */
  async #settleBest({ solved, rows, program, proven }: Found): Promise<void> {
    const { asked, differ, limits, kept, familiar } = this.#asked;
    this.#first = solved;
    if (!proven) return;
    const members = rows && this.#idsOf(rows);
    const claim = { asked, solved, members, program: program! };
    this.#assured = await assure(
      { ...claim, ...(kept && { kept }), ...(familiar && { familiar }) },
      limits(),
    );
    this.#growing = new GrowingProof(asked, differ, this.#assured.proof);
  }

  async #settleFurther({ rows }: Found): Promise<void> {
    const { wanted, limits } = this.#asked;
    await this.#growing.add(rows && this.#idsOf(rows), limits(), wanted - this.#slates.length);
  }

  /** Adds that time did not suffice: what it left half done is not shown as an alternative. */
  #noteCut(): void {
    const { asked, wanted } = this.#asked;
    const said = { found: this.#slates.length, wanted, plan: asked.placement !== undefined };
    const note = phraseInEach('slate.alternatives-cut', said);
    this.#first = { ...this.#first!, notes: [...this.#first!.notes, note] };
  }

  #idsOf(rows: readonly number[]): readonly string[] {
    return rows.map((row) => idOfRow(this.#asked.decided.facts, row));
  }
}
