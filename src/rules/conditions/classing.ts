import { wordKey } from '../../tables/text/same-word.ts';
import type { CodedColumn, FactColumn, NumericColumn } from '../facts/fact-table.ts';
import type { Leaf, Scalar } from '../rule-set.ts';

/**
 * The values of one fact, put into classes that no leaf condition on it can tell apart. Numbers: below,
 * at and between the constants that the leaves compare with. Text: each constant, and everything else, if
 * there is anything.
 * Two values of a class get the same answer from every operator, so one representative decides for all:
 * this is why conditions are decided once per class, not once per candidate.
 */
export interface Classing {
  /** One value per class, for the engine to decide on. */
  readonly representatives: readonly Scalar[];
  /** For every row the number of its state; through `of`, where rows share the states of their codes. */
  readonly states: { readonly numbers: Uint32Array; readonly of?: Uint32Array };
  /**
   * For every state the classes that a value may be in, as an inclusive range. Where the value is known
   * the range is one class; a missing value may be in any.
   */
  readonly ranges: readonly ClassRange[];
}

/** First and last class, inclusive. */
type ClassRange = readonly [first: number, last: number];

/** Puts a column into classes by the constants of the leaves on its fact. */
export function classify(column: FactColumn, leaves: readonly Leaf[]): Classing {
  const constants = leaves.flatMap((leaf) =>
    Array.isArray(leaf.value) ? leaf.value : [leaf.value as Scalar],
  );
  return 'codes' in column ? classifyCodes(column, constants) : classifyNumbers(column, constants);
}

function classifyCodes(column: CodedColumn, constants: readonly Scalar[]): Classing {
  const representatives: Scalar[] =
    column.type === 'boolean' ? [false, true] : [...new Set(constants.map(comparable))];
  if (column.type === 'text' && hasOthers(column, representatives)) {
    representatives.push(textOutside(representatives));
  }
  const classes = new Map(representatives.map((value, index) => [value, index]));
  const other = representatives.length - 1;
  const numbering = new StateNumbering();
  const stateOfCode = Uint32Array.from(column.values, (value) => {
    if (value === null) return numbering.numberOf(0, other);
    const own = classes.get(comparable(value)) ?? other;
    return numbering.numberOf(own, own);
  });
  return { representatives, states: { numbers: stateOfCode, of: column.codes }, ranges: numbering.ranges };
}

/** Whether a text of a column may be none of the constants: of a closed list they may be all that there are. */
function hasOthers({ only, values }: CodedColumn, constants: readonly Scalar[]): boolean {
  const named = new Set(constants);
  return (
    only === undefined || [...only, ...values].some((each) => each !== null && !named.has(comparable(each)))
  );
}

/** Numbers the ranges of classes in order of their appearance. */
class StateNumbering {
  readonly ranges: ClassRange[] = [];
  readonly #numbers = new Map<number, number>();

  numberOf(first: number, last: number): number {
    const key = first * 2 ** 26 + last;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.ranges.push([first, last]) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** A value as conditions compare it: of texts, what all spellings of one word have in common. */
export function comparable(value: Scalar): Scalar {
  return typeof value === 'string' ? wordKey(value) : value;
}

/** A text that is none of the constants, to stand for all other texts. */
function textOutside(constants: readonly Scalar[]): string {
  return `other than ${constants.join(', ')}`;
}

function classifyNumbers(column: NumericColumn, constants: readonly Scalar[]): Classing {
  const cuts = Float64Array.from(new Set(constants.map(Number))).sort();
  const all = numberClasses(cuts);
  // Between two neighbouring whole constants lies no age: such a class would make sure things doubtful.
  // That all scores of a pool are whole says nothing of one that is missing.
  const whole = column.type === 'date' || column.whole === true;
  const isKept = ({ empty }: NumberClass): boolean => !(whole && empty);
  const kept = all.filter(isKept);
  const indexOf = new Uint32Array(all.length);
  let next = 0;
  all.forEach((each, index) => {
    indexOf[index] = next;
    if (isKept(each)) next += 1;
  });
  const numbering = new StateNumbering();
  // The states of values that are known exactly, which nearly all are.
  const exact = Int32Array.from(all, () => -1);
  const stateOfExact = (place: number): number => {
    if (exact[place] === -1) exact[place] = numbering.numberOf(indexOf[place]!, indexOf[place]!);
    return exact[place]!;
  };
  const { low, high } = column;
  const states = new Uint32Array(low.length);
  const placeOf = places(cuts);
  for (let row = 0; row < low.length; row += 1) {
    const value = low[row]!;
    if (high[row] === value) states[row] = stateOfExact(placeOf(value));
    else if (Number.isNaN(value)) states[row] = numbering.numberOf(0, kept.length - 1);
    else {
      const [first, last] = [numberClass(cuts, value), numberClass(cuts, high[row]!)];
      states[row] = numbering.numberOf(indexOf[first]!, indexOf[last]!);
    }
  }
  const representatives = kept.map((each) => each.representative);
  return { representatives, states: { numbers: states }, ranges: numbering.ranges };
}

interface NumberClass {
  readonly representative: number;
  /** Whether no whole number lies in it. */
  readonly empty: boolean;
}

/** Below the first cut, at it, between it and the second, at the second, …, above the last. */
function numberClasses(cuts: Float64Array): NumberClass[] {
  if (cuts.length === 0) return [{ representative: 0, empty: false }];
  const classes: NumberClass[] = [{ representative: cuts[0]! - 1, empty: false }];
  cuts.forEach((cut, index) => {
    classes.push({ representative: cut, empty: !Number.isInteger(cut) });
    const following = cuts[index + 1];
    if (following === undefined) classes.push({ representative: cut + 1, empty: false });
    else
      classes.push({
        representative: (cut + following) / 2,
        empty: Math.floor(cut) + 1 > Math.ceil(following) - 1,
      });
  });
  return classes;
}

/** Cuts that lie further apart are searched. */
const WIDEST = 4096;

/** {@link numberClass}, for whole values by looking it up. */
function places(cuts: Float64Array): (value: number) => number {
  const [first, last] = [Math.floor(cuts[0] ?? 0), Math.ceil(cuts.at(-1) ?? 0)];
  if (!(last - first <= WIDEST)) return (value) => numberClass(cuts, value);
  // From below the first cut to above the last.
  const known = Uint32Array.from({ length: last - first + 3 }, (_, index) =>
    numberClass(cuts, first - 1 + index),
  );
  return (value) => {
    if (!Number.isInteger(value)) return numberClass(cuts, value);
    return known[value < first ? 0 : value > last ? last - first + 2 : value - first + 1]!;
  };
}

/** Position among the cuts: even numbers are the gaps, odd ones the cuts themselves. */
function numberClass(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return cuts[low] === value ? 2 * low + 1 : 2 * low;
}
