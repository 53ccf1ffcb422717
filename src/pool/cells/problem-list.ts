import { problem, type Place, type Problem } from '../../words/problem.ts';

/** How many problems of one input are listed; the rest are counted. Nobody reads a million lines. */
const MOST_PROBLEMS = 1000;

/** Collects the problems of one input, so that all of them can be mended in one go. */
export class ProblemList {
  readonly #listed: Problem[] = [];
  /** The input that the problems are of. */
  readonly file: string;
  /** The same as a place: of a workbook of which several sheets are read, the sheet as well. */
  readonly place: Place;
  #more = 0;

  constructor(file: string, sheet?: string) {
    this.file = file;
    this.place = sheet === undefined ? { file } : { file, sheet };
  }

  /** Adds a problem. It is made only if it is still listed, so a file of faults costs little. */
  add(make: (place: Place) => Problem, place: () => Place): void {
    if (this.#listed.length < MOST_PROBLEMS) this.#listed.push(make(place()));
    else this.#more += 1;
  }

  /** Adds a problem of the input as a whole. */
  addForFile(make: (place: Place) => Problem): void {
    this.add(make, () => this.place);
  }

  get isEmpty(): boolean {
    return this.#listed.length === 0;
  }

  /** All problems in the order found; the last one says how many more there were, if any. */
  finish(): readonly Problem[] {
    if (this.#more === 0) return this.#listed;
    return [...this.#listed, problem('pool.more-problems', { count: this.#more }, this.place)];
  }
}
