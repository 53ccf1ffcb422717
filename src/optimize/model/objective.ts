import { type Decided } from '../../rules/conditions/deciding.ts';
import type { CodedColumn, FactTable, NumericColumn } from '../../rules/facts/fact-table.ts';
import type { Condition, ObjectiveLevel, ObjectiveTerm, RuleSet } from '../../rules/rule-set.ts';
import type { EquivalenceClasses } from './equivalence-classes.ts';
import { tieRange } from './tie-break.ts';
import { greatestCommonDivisor, leastCommonMultiple } from '../whole-numbers.ts';
import { weightFraction } from '../../rules/facts/ratio.ts';
import { VERDICT } from '../../rules/conditions/three-valued.ts';

/** Scaled coefficients stay below this, so that sums over a slate are exact and solvers stay in their tolerances. */
const LARGEST = 2 ** 30;

/** The objective of one level, cleared of fractions: `scale` times the value of each candidate. */
interface LevelValues {
  readonly level: ObjectiveLevel;
  /** Whole numbers: the value of a candidate is `points / scale`. */
  readonly points: Float64Array;
  readonly scale: number;
  /** Whether scaling kept every value exactly; otherwise values are rounded to `1 / scale`. */
  readonly exact: boolean;
}

/** The objective on a table: values by level, and who cannot be valued. */
export interface ObjectiveValues {
  readonly levels: readonly LevelValues[];
  /** 1 where a missing fact leaves the value open. */
  readonly open: Uint8Array;
  /** How wide the weights of the tie-break spread; the same for every model of the case. */
  readonly tieRange: number;
  readonly facts: readonly string[];
}

/** The conditions of the objective's terms, in order. */
export function objectiveConditions(ruleSet: RuleSet): readonly Condition[] {
  return ruleSet.objective.flatMap((level) => level.terms.flatMap((term) => term.where ?? []));
}

/**
 * Values every candidate on every level. `decided` are the conditions of {@link objectiveConditions},
 * decided on every equivalence class.
 *
 * Each level gets a scale that makes all its values, and the prices of its soft rules, whole: the
 * least common multiple of the denominators of weights, of fact values and of `priceDenominator`.
 * Where that would make a value exceed 2^30 the scale is cut to a power of two below it and values are
 * rounded: to about nine significant digits.
 */
export function objectiveValues(
  ruleSet: RuleSet,
  table: FactTable,
  equivalence: EquivalenceClasses,
  decided: readonly Decided[],
  priceDenominator: number,
): ObjectiveValues {
  const open = new Uint8Array(table.size);
  const facts = new Set(decided.flatMap((each) => each.facts));
  const everybody = new Uint8Array(equivalence.table.size).fill(VERDICT.yes);
  let next = 0;
  const levels = ruleSet.objective.map((level) => {
    const raw = new Float64Array(table.size);
    let wanted = level.softRules ? priceDenominator : 1;
    for (const term of level.terms) {
      if (term.fact !== undefined) facts.add(term.fact);
      const verdicts = term.where === undefined ? everybody : decided[next++]!.verdicts;
      const denominator = addTerm(raw, open, term, table, { classOfRow: equivalence.of, verdicts });
      wanted = leastCommonMultiple(wanted, denominator);
    }
    return levelValues(level, raw, wanted);
  });
  return { levels, open, tieRange: tieRange(coarseness(levels.at(-1)!.points)), facts: [...facts] };
}

/** The same values on a scale that makes other prices of soft rules whole as well; see {@link objectiveValues}. */
export function withPrices(values: ObjectiveValues, priceDenominator: number): ObjectiveValues {
  const levels = values.levels.map((each) => {
    const wanted = leastCommonMultiple(each.scale, priceDenominator);
    if (!each.level.softRules || !each.exact || wanted === each.scale) return each;
    return levelValues(
      each.level,
      each.points.map((points) => points / each.scale),
      wanted,
    );
  });
  return { ...values, levels };
}

/** The largest of whole numbers, in units of their greatest common divisor. */
function coarseness(points: Float64Array): number {
  const divisor = greatestCommonDivisor(points);
  return divisor === 0 ? 1 : largestOf(points) / divisor;
}

/** The largest in size. */
function largestOf(values: Float64Array): number {
  let largest = 0;
  for (let row = 0; row < values.length; row += 1) largest = Math.max(largest, Math.abs(values[row]!));
  return largest;
}

/** To whom a term applies: a verdict for every equivalence class. */
interface Applying {
  readonly classOfRow: Uint32Array;
  readonly verdicts: Uint8Array;
}

/**
 * Adds a term to the values of all rows, and notes who cannot be valued.
 *
 * @returns the number that makes what it added whole.
 */
function addTerm(
  raw: Float64Array,
  open: Uint8Array,
  term: ObjectiveTerm,
  table: FactTable,
  { classOfRow, verdicts }: Applying,
): number {
  const weight = weightFraction(term.weight);
  const [factor, denominator] = [weight.valueOf(), Number(weight.d)];
  if (term.fact === undefined) {
    for (let row = 0; row < raw.length; row += 1) {
      const verdict = verdicts[classOfRow[row]!]!;
      if (verdict === VERDICT.yes) raw[row]! += factor;
      else if (verdict === VERDICT.open) open[row] = 1;
    }
    return denominator;
  }
  const column = table.fact(term.fact);
  if (column === undefined) throw new Error(`The table has no fact ${term.fact}`);
  const { low, high } = 'codes' in column ? asNumbers(column) : column;
  for (let row = 0; row < raw.length; row += 1) {
    const verdict = verdicts[classOfRow[row]!]!;
    // Nothing is added either way where there is nothing to add.
    if (verdict === VERDICT.no || (low[row] === 0 && high[row] === 0)) continue;
    // What is missing is not equal to itself either.
    if (verdict === VERDICT.open || low[row] !== high[row]) open[row] = 1;
    else raw[row]! += factor * low[row]!;
  }
  return denominator * ('codes' in column ? 1 : column.denominator);
}

/** A boolean is 1 or 0; a text is no number. */
function asNumbers({ codes, values }: CodedColumn): Pick<NumericColumn, 'low' | 'high'> {
  const ofCode = values.map((value) => (typeof value === 'boolean' ? Number(value) : Number.NaN));
  const numbers = Float64Array.from(codes, (code) => ofCode[code]!);
  return { low: numbers, high: numbers };
}

/**
 * The values of a level on the scale that makes them whole, as far as nine digits allow.
 *
 * @param raw becomes the points.
 */
export function levelValues(level: ObjectiveLevel, raw: Float64Array, wanted: number): LevelValues {
  const largest = largestOf(raw);
  const exact = wanted * Math.max(largest, 1) <= LARGEST;
  const scale = exact ? wanted : 2 ** Math.floor(Math.log2(LARGEST / Math.max(largest, 1)));
  // Adding zero makes a plain one of minus zero.
  for (let row = 0; row < raw.length; row += 1) raw[row] = Math.round(raw[row]! * scale) + 0;
  return { level, points: raw, scale, exact };
}
