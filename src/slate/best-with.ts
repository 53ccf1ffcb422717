import type { ColumnBounds } from '../optimize/highs/column-bounds.ts';
import type { SlateModel } from '../optimize/model/slate-model.ts';

/** Between which values something lies, column by column: seen below, proven above. */
interface Range {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** How good the best slate with a candidate is, or the best without. */
export interface PresenceQuestion {
  readonly column: number;
  readonly present: boolean;
}

/** A question with the value that a slate must reach to answer it. */
export interface Asking extends PresenceQuestion {
  readonly value: number;
}

/** Somebody without a column: so many points of the first level behind the last column of their type. */
interface LeftOut {
  readonly row: number;
  readonly last: number;
  readonly less: number;
}

/** On all slates that reach the threshold, on some, on none, or not known. */
export type Certainty = 'sure' | 'open' | 'out' | 'undecided';

/** How far it is. */
interface Survey {
  /** How many questions are settled, of two per column. */
  readonly settled: number;
  /** What to ask next; `undefined` if all are settled. */
  readonly next: Asking | undefined;
}

/**
 * For every candidate, what is known of the best slate with them and of the best without: values of the
 * first level, which are whole. A slate that was seen raises the lower end, a proof lowers the upper one.
 * All that is wanted is whether the value reaches a threshold.
 *
 * **Those who have no column.** Of a type with room for k the best k + 1 have columns (`spare`). Who comes
 * behind the last of these by d points takes, on the best slate with that last one, their place for d less:
 * the others of the type on it are among the first k − 1, for exchanging two of a type breaks no row. And
 * the other way round. So their best is that of the last, d lower. A slate without them is any best one.
 */
export class BestWith {
  readonly #threshold: number;
  readonly #present: Range;
  readonly #absent: Range;
  /** Everybody without a column. */
  readonly leftOut: readonly LeftOut[];
  /** By the last column of a type, how many points fewer those behind it have, in ascending order. */
  readonly #behind: ReadonlyMap<number, readonly number[]>;

  /**
   * @param columns how many there are.
   * @param leftOut everybody without a column; absent: nobody.
   */
  constructor(columns: number, threshold: number, leftOut: readonly LeftOut[] = []) {
    this.#threshold = threshold;
    this.#present = unknown(columns);
    this.#absent = unknown(columns);
    this.leftOut = leftOut;
    const byLast = Map.groupBy(this.leftOut, ({ last }) => last);
    this.#behind = new Map(Array.from(byLast, ([last, all]) => [last, all.map(({ less }) => less)]));
  }

  /** Takes over what no slate with or without a candidate exceeds. */
  bound({ atZero, atOne }: Pick<ColumnBounds, 'atZero' | 'atOne'>): void {
    const { upper } = this.#present;
    for (let column = 0; column < upper.length; column += 1) {
      this.#lower({ column, present: true }, atOne[column]!);
      this.#lower({ column, present: false }, atZero[column]!);
    }
  }

  /** Takes over that there is a slate of this value that answers the question. */
  saw({ column, present }: PresenceQuestion, value: number): void {
    const { lower } = present ? this.#present : this.#absent;
    if (value > lower[column]!) lower[column] = value;
  }

  /** Takes over that the best slate that answers the question has this value; −∞ where there is none. */
  prove(question: PresenceQuestion, value: number): void {
    this.saw(question, value);
    this.#lower(question, value);
  }

  /** Takes over that no slate that answers the question reaches this value. */
  exclude(question: PresenceQuestion, value: number): void {
    this.#lower(question, value - 1);
  }

  #lower({ column, present }: PresenceQuestion, value: number): void {
    const { upper } = present ? this.#present : this.#absent;
    if (value < upper[column]!) upper[column] = value;
  }

  /** Whether it is not known yet if the threshold is reached: by the candidate, or by those behind them. */
  isOpen({ column, present }: PresenceQuestion): boolean {
    const range = present ? this.#present : this.#absent;
    const [lower, upper] = [range.lower[column]!, range.upper[column]!];
    if (lower < this.#threshold) return upper >= this.#threshold;
    const behind = present ? this.#behind.get(column) : undefined;
    const next = behind?.find((less) => lower - less < this.#threshold);
    return next !== undefined && upper - next >= this.#threshold;
  }

  /** How many columns there are; each raises two questions. */
  get columns(): number {
    return this.#present.lower.length;
  }

  /**
   * What is still to be asked. First who can be done without, of whom there are few, then who can be on a
   * slate, the most promising first.
   */
  survey(): Survey {
    const { upper } = this.#present;
    let [settled, without, promising] = [0, -1, -1];
    for (let column = 0; column < upper.length; column += 1) {
      if (!this.isOpen({ column, present: false })) settled += 1;
      else if (without === -1) without = column;
      if (!this.isOpen({ column, present: true })) settled += 1;
      else if (promising === -1 || upper[column]! > upper[promising]!) promising = column;
    }
    if (without !== -1) return { settled, next: this.#asking({ column: without, present: false }) };
    if (promising !== -1) return { settled, next: this.#asking({ column: promising, present: true }) };
    return { settled, next: undefined };
  }

  /** The value that decides the question: of those behind a candidate the middle one's that is open. */
  #asking(question: PresenceQuestion): Asking {
    const range = question.present ? this.#present : this.#absent;
    const [lower, upper] = [range.lower[question.column]!, range.upper[question.column]!];
    if (lower < this.#threshold) return { ...question, value: this.#threshold };
    const values = this.#behind.get(question.column)!.map((less) => this.#threshold + less);
    const open = values.filter((value) => lower < value && value <= upper);
    return { ...question, value: open[open.length >> 1]! };
  }

  /**
   * Whether some slate at or above the threshold answers the question; `undefined` where that is not known.
   *
   * @param less how many points fewer than the candidate of the column somebody without one has.
   */
  isReached({ column, present }: PresenceQuestion, less = 0): boolean | undefined {
    const { lower, upper } = present ? this.#present : this.#absent;
    if (lower[column]! - less >= this.#threshold) return true;
    return upper[column]! - less < this.#threshold ? false : undefined;
  }

  /** How the candidate of a column stands, where there is a slate that reaches the threshold. */
  standing(column: number): Certainty {
    const present = this.isReached({ column, present: true });
    const absent = this.isReached({ column, present: false });
    if (present === false) return 'out';
    // Who cannot be missing is on it.
    if (absent === false) return 'sure';
    return present === true && absent === true ? 'open' : 'undecided';
  }
}

function unknown(columns: number): Range {
  return {
    lower: new Float64Array(columns).fill(-Infinity),
    upper: new Float64Array(columns).fill(Infinity),
  };
}

/** Who has no column in a model, by type and in it the better first. */
export function leftOutOf({ case: { objective }, candidates, kept }: SlateModel): readonly LeftOut[] {
  const { points } = objective.levels[0]!;
  const { starts, types } = kept;
  const leftOut: LeftOut[] = [];
  for (let type = 0; type + 1 < starts.length; type += 1) {
    const from = types.starts[type]! + starts[type + 1]! - starts[type]!;
    const last = starts[type + 1]! - 1;
    for (const row of types.members.subarray(from, types.starts[type + 1])) {
      leftOut.push({ row, last, less: points[candidates[last]!]! - points[row]! });
    }
  }
  return leftOut;
}
