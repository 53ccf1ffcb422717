import { type LinearProgram, rowActivities, objectiveValue } from '../../optimize/linear-program.ts';
import type { PresenceQuestion } from '../best-with.ts';

/** How many places are exchanged at most. */
const EXCHANGED = 2;
/** How many steps are tried for one candidate; more find a slate for a few more, and take longer. */
const STEPS = 400;
/** After how many candidates others get their turn. */
const TURN = 64;

/** Who wants to know of slates near the best. */
export interface Onlooker {
  /** Whether it is not known yet if there is a slate that answers the question. */
  readonly isOpen: (question: PresenceQuestion) => boolean;
  /** Takes over a slate; `changed` are the columns in which it differs from the one that was known. */
  readonly saw: (x: Float64Array, value: number, changed: readonly number[]) => void;
}

/**
 * Slates near the best beside one that is known: a candidate comes on or goes off, and where that breaks
 * rows, one or two others come or go for it. What comes out keeps every row and reaches the threshold; where
 * nothing comes out, nothing is concluded. Of the candidates of whom there is such a slate it finds nine in
 * ten, each in microseconds instead of a solve.
 */
export class Neighbours {
  readonly #program: LinearProgram;
  readonly #costs: Float64Array;
  readonly #candidates: number;
  readonly #threshold: number;
  /** By row the candidates in it, the dearest first. */
  readonly #byRow: readonly (readonly number[])[];
  readonly #dearest: number;

  /** @param candidates how many of the first columns are candidates; the others stay as they are. */
  constructor(program: LinearProgram, candidates: number, threshold: number) {
    this.#program = program;
    this.#costs = program.levels[0]!;
    this.#candidates = candidates;
    this.#threshold = threshold;
    const columns = Array.from({ length: candidates }, (_, column) => column);
    const dearestFirst = columns.sort((one, other) => this.#costs[other]! - this.#costs[one]!);
    this.#byRow = columnsByRow(program, dearestFirst);
    this.#dearest = Math.max(0, this.#costs[dearestFirst[0] ?? 0]!);
  }

  /** Looks around a solution for slates that settle what is open; yields now and then. */
  *around(solution: Float64Array, onlooker: Onlooker): Generator<void> {
    const walk = new Walk(this.#program, this.#byRow, {
      solution,
      threshold: this.#threshold,
      dearest: this.#dearest,
      candidates: this.#candidates,
    });
    for (let column = 0; column < this.#candidates; column += 1) {
      if (column % TURN === 0) yield;
      if (onlooker.isOpen({ column, present: solution[column] === 0 })) walk.exchange(column, onlooker);
    }
  }
}

function columnsByRow(program: LinearProgram, columns: readonly number[]): readonly (readonly number[])[] {
  const byRow = Array.from({ length: program.rowCount }, (): number[] => []);
  for (const column of columns) {
    for (let entry = program.starts[column]!; entry < program.starts[column + 1]!; entry += 1) {
      byRow[program.rows[entry]!]!.push(column);
    }
  }
  return byRow;
}

interface Start {
  readonly solution: Float64Array;
  readonly threshold: number;
  readonly dearest: number;
  readonly candidates: number;
}

/** One slate on which candidates come and go, and come back. */
class Walk {
  readonly #program: LinearProgram;
  readonly #byRow: readonly (readonly number[])[];
  readonly #start: Start;
  readonly #x: Float64Array;
  readonly #activity: Float64Array;
  readonly #members: readonly number[];
  #value: number;
  /** Who came or went, in order. */
  readonly #changed: number[] = [];
  #steps = 0;

  constructor(program: LinearProgram, byRow: readonly (readonly number[])[], start: Start) {
    this.#program = program;
    this.#byRow = byRow;
    this.#start = start;
    this.#x = start.solution.slice();
    this.#activity = rowActivities(program, this.#x);
    this.#members = Array.from({ length: start.candidates }, (_, column) => column).filter(
      (column) => this.#x[column] === 1,
    );
    this.#value = objectiveValue(program.levels[0]!, this.#x);
  }

  /** Lets a candidate come or go, and mends what that breaks: with one exchange, or else with two. */
  exchange(column: number, onlooker: Onlooker): void {
    const comes = this.#x[column] === 0;
    if (!this.#mayChange(column, comes)) return;
    this.#change(column, comes);
    let found = false;
    for (let most = 1; most <= EXCHANGED && !found; most += 1) {
      this.#steps = STEPS;
      found = this.#mend(comes ? most - 1 : most, comes ? most : most - 1, onlooker);
    }
    this.#changeBack(column, comes);
  }

  /** Mends what is broken with so many comings and goings at most; true if the slate is near the best then. */
  #mend(comings: number, goings: number, onlooker: Onlooker): boolean {
    this.#steps -= 1;
    if (this.#steps < 0) return false;
    const broken = this.#brokenRow();
    if (broken === undefined) {
      if (this.#value < this.#start.threshold) return false;
      onlooker.saw(this.#x, this.#value, this.#changed);
      return true;
    }
    const { row, comes } = broken;
    if ((comes ? comings : goings) === 0) return false;
    const left = comes ? ([comings - 1, goings] as const) : ([comings, goings - 1] as const);
    const who = comes ? this.#byRow[row]! : this.#members;
    for (const column of who) {
      if (comes && this.#mostWith(column, comings) < this.#start.threshold) return false;
      if (!this.#mayChange(column, comes) || this.#coefficient(column, row) <= 0) continue;
      this.#change(column, comes);
      const mended = this.#mend(...left, onlooker);
      this.#changeBack(column, comes);
      if (mended || this.#steps < 0) return mended;
    }
    return false;
  }

  /** What the value can come to if this candidate comes, with others. */
  #mostWith(column: number, comings: number): number {
    return this.#value + this.#program.levels[0]![column]! + (comings - 1) * this.#start.dearest;
  }

  /**
   * A row that the changes break: rather one that is too full, of these rather one of few, since there it
   * is clear who has to go. `comes` says what mends it.
   */
  #brokenRow(): { readonly row: number; readonly comes: boolean } | undefined {
    const { starts, rows, rowLower, rowUpper } = this.#program;
    let full: number | undefined;
    let lacking: number | undefined;
    for (const column of this.#changed) {
      for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
        const row = rows[entry]!;
        if (this.#activity[row]! > rowUpper[row]!) full = this.#fewer(row, full);
        else if (this.#activity[row]! < rowLower[row]!) lacking = this.#fewer(row, lacking);
      }
    }
    if (full !== undefined) return { row: full, comes: false };
    return lacking === undefined ? undefined : { row: lacking, comes: true };
  }

  /** Whichever row has fewer candidates. */
  #fewer(row: number, other: number | undefined): number {
    return other === undefined || this.#byRow[row]!.length < this.#byRow[other]!.length ? row : other;
  }

  #mayChange(column: number, comes: boolean): boolean {
    const { columnLower, columnUpper } = this.#program;
    const now = this.#x[column]!;
    const allowed = comes ? now === 0 && columnUpper[column]! >= 1 : now === 1 && columnLower[column]! <= 0;
    return allowed && !this.#changed.includes(column);
  }

  #change(column: number, comes: boolean): void {
    this.#move(column, comes ? 1 : -1);
    this.#changed.push(column);
  }

  #changeBack(column: number, comes: boolean): void {
    this.#changed.pop();
    this.#move(column, comes ? -1 : 1);
  }

  #move(column: number, by: number): void {
    const { starts, rows, values, levels } = this.#program;
    this.#x[column]! += by;
    this.#value += by * levels[0]![column]!;
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      this.#activity[rows[entry]!]! += by * values[entry]!;
    }
  }

  #coefficient(column: number, row: number): number {
    const { starts, rows, values } = this.#program;
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry += 1) {
      if (rows[entry] === row) return values[entry]!;
    }
    return 0;
  }
}
