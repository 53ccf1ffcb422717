import { type Task, TimeLimitError } from '../slate/task.ts';

/** A non-dominated combination of whole values, all maximised, and something that has it. */
export interface Point<Slate> {
  readonly values: readonly number[];
  readonly slate: Slate;
}

/**
 * The best by the first measure, then the second, and so on, with at least so much of each; `undefined`
 * if nothing has that much.
 */
type SolveAbove<Slate> = (least: readonly number[]) => Promise<Point<Slate> | undefined>;

/** How much of the last measure is looked for: from so much to less than so much. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** However much. */
export const EVERYTHING: Band = { from: -Infinity, to: Infinity };

/** A search has no more parts than this: each costs one solve more. */
const MOST_BANDS = 12;

/**
 * Bands of equal width that together are everything, the first and the last without end.
 *
 * @param least whole; of most points the least.
 * @param most whole; no point has more.
 */
export function bandsBetween(least: number, most: number): readonly Band[] {
  const width = Math.max(1, most - least + 1);
  const count = Math.min(MOST_BANDS, width);
  const cuts = Array.from(
    { length: count - 1 },
    (_, index) => least + Math.ceil(((index + 1) * width) / count),
  );
  return [-Infinity, ...cuts].map((from, index) => ({ from, to: cuts[index] ?? Infinity }));
}

/**
 * Finds all non-dominated points by the epsilon-constraint method (Haimes, Lasdon and Wismer, 1971). As
 * in AUGMECON (Mavrotas, "Effective implementation of the ε-constraint method", Applied Mathematics and
 * Computation 213, 2009) every solve is lexicographic, so that no weakly efficient point gets in; since
 * all measures are whole, ε moves from value to value and none is passed over.
 *
 * **Two measures.** The lexicographic best p with f₂ ≥ ε is non-dominated, and every other
 * non-dominated point with f₂ ≥ ε has less of f₁, so more of f₂: ε = p₂ + 1 finds the next. With n
 * points this takes n + 1 solves.
 *
 * **Three measures.** Under f₃ ≥ ε the walk over (f₁, f₂), with f₃ last, finds for each pair that is
 * non-dominated there the most of f₃. A non-dominated point p with p₃ ≥ ε that is not among them has a
 * found q with q₁ ≥ p₁ and q₂ ≥ p₂, so q₃ < p₃, or q would dominate p. Hence nothing is lost by
 * going on with ε = 1 + the least f₃ found.
 *
 * **A band.** Nothing above rests on what was found under a smaller ε. So a search may begin with any ε, and
 * end once ε leaves a band: searches over bands find together what one search over all of them does.
 */
export class EfficientSet<Slate> {
  readonly #found = new Map<string, Point<Slate>>();
  readonly #measures: number;
  readonly #solve: SolveAbove<Slate>;
  #solves = 0;

  /** @param measures two or three. */
  constructor(measures: number, solve: SolveAbove<Slate>) {
    this.#measures = measures;
    this.#solve = solve;
  }

  /** How often something was solved. */
  get solves(): number {
    return this.#solves;
  }

  /** What was found, by the first measure, then the second, the best first. */
  get points(): readonly Point<Slate>[] {
    return [...this.#found.values()].sort((one, other) => {
      const at = one.values.findIndex((value, index) => value !== other.values[index]);
      return at === -1 ? 0 : other.values[at]! - one.values[at]!;
    });
  }

  /**
   * Finds all, or at most so many. Every point that was found is non-dominated even if the search ends
   * early.
   *
   * @param band of the last measure; of three measures points of later bands may be found, too.
   * @returns whether these are all that there are.
   */
  async run(most: number, task: Task, band: Band = EVERYTHING): Promise<boolean> {
    try {
      return this.#measures === 2
        ? await this.#walk({ fixed: [], band }, most, task)
        : await this.#sweepThird(most, task, band);
    } catch (error) {
      if (error instanceof TimeLimitError) return false;
      throw error;
    }
  }

  async #sweepThird(most: number, task: Task, { from, to }: Band): Promise<boolean> {
    for (let least = from; least < to;) {
      const walked: Point<Slate>[] = [];
      if (!(await this.#walk({ fixed: [least], band: EVERYTHING }, most, task, walked))) return false;
      if (walked.length === 0) return true;
      least = Math.min(...walked.map(({ values }) => values[2]!)) + 1;
    }
    return true;
  }

  /** Walks along the first two measures, in a band of the second; `fixed` are least values of the others. */
  async #walk(
    { fixed, band: { from, to } }: { readonly fixed: readonly number[]; readonly band: Band },
    most: number,
    task: Task,
    walked: Point<Slate>[] = [],
  ): Promise<boolean> {
    for (let least = from; least < to;) {
      await task.yieldOrThrow();
      this.#solves += 1;
      const point = await this.#solve([-Infinity, least, ...fixed]);
      if (point === undefined || point.values[1]! >= to) return true;
      walked.push(point);
      this.#found.set(point.values.join(), point);
      task.progress(this.#found.size, most);
      least = point.values[1]! + 1;
      if (this.#found.size >= most) return false;
    }
    return true;
  }
}
