import { type Decided } from '../../rules/conditions/deciding.ts';
import type { FactTable, NumericColumn } from '../../rules/facts/fact-table.ts';
import type { AmountRule, Ratio } from '../../rules/rule-set.ts';
import { InputError, problem } from '../../words/problem.ts';
import { greatestCommonDivisor, leastCommonMultiple } from '../whole-numbers.ts';
import { groupsOfRule, NO_GROUP, OTHER_GROUP } from '../../rules/groups/groups.ts';
import type { RowFamily } from './row-family.ts';
import { VERDICT } from '../../rules/conditions/three-valued.ts';

/**
 * Sums and averages as rows. A value v of the fact is a whole number w = D·v for one D that serves the whole
 * column. With a bound p/q, and the sums over those who match (of one group, where there are groups),
 *
 *     Σ v x ≥ p/q           ⇔   Σ (m/D)·w x ≥ m·p/q       with m = lcm(D, q)
 *     Σ v x / Σ x ≥ p/q     ⇔   Σ (q·w − p·D) x ≥ 0
 *
 * and likewise for a maximum. Nothing is divided or rounded; where nobody matches the second holds, as an
 * average of nobody keeps every bound. A `unit` of the row is 1 of the fact: m, and q·D.
 *
 * **What it does to types.** Two candidates have the same coefficient only where they have the same value and
 * group, so every value is a class of its own, and `candidate-types.ts` puts no two of different values into
 * one type. With that its argument stands as it is: whoever is exchanged for another of the type changes no
 * row. Where hardly two have the same value nearly everybody is a type, and nobody is left out.
 */
export interface Amounts {
  /** Names of the groups, in the order of their rows; one without a name where there are none. */
  readonly groups: readonly (string | undefined)[];
  /** What stands behind class 1 and those after it; class 0 counts nowhere. */
  readonly classes: readonly Amount[];
  /** D. */
  readonly denominator: number;
}

/** The value of everybody in a class, times D, and the index of their group. */
interface Amount {
  readonly group: number;
  readonly value: number;
}

/** Where everybody stands: what is added up, and a class and whether it is open for every row of a table. */
interface AmountClasses {
  readonly amounts: Amounts;
  readonly classOf: Uint32Array;
  readonly open: Uint8Array;
  /** Of a rule with groups, 1 for whom it may be about and who has no value for them. */
  readonly ungrouped?: Uint8Array;
}

/** Puts the rows of a table into classes of the same value and group. */
export function amountClasses(rule: AmountRule, table: FactTable, where: Decided | undefined): AmountClasses {
  const { low, high, denominator } = numbersOf(table, rule.fact);
  const groups = groupsOfRule(table, rule);
  const classOf = new Uint32Array(table.size);
  const open = new Uint8Array(table.size);
  const ungrouped = new Uint8Array(table.size);
  const numbering = new ClassNumbers();
  for (let row = 0; row < table.size; row += 1) {
    const verdict = where === undefined ? VERDICT.yes : where.verdicts[row]!;
    const group = groups === undefined ? 0 : groups.of[row]!;
    if (verdict === VERDICT.no || group === OTHER_GROUP) continue;
    if (group === NO_GROUP) ungrouped[row] = 1;
    const isEmpty = group === NO_GROUP || Number.isNaN(low[row]);
    if (isEmpty && rule.missing === 'none') continue;
    // Nothing is added to a sum either way, and to whichever group, where there is nothing to add.
    if (rule.kind === 'sum' && low[row] === 0 && high[row] === 0) continue;
    if (isEmpty || group < 0 || verdict === VERDICT.open || low[row] !== high[row]) open[row] = 1;
    else classOf[row] = numbering.of(group, Math.round(low[row]! * denominator));
  }
  return {
    amounts: { groups: groups?.values ?? [undefined], classes: numbering.classes, denominator },
    classOf,
    open,
    ...(groups && { ungrouped }),
  };
}

/** The column of a fact that is added up. */
function numbersOf(table: FactTable, fact: string): NumericColumn {
  const column = table.fact(fact);
  if (column === undefined || 'codes' in column) throw new Error(`The table has no numbers ${fact}`);
  return column;
}

/** Numbers pairs of group and value from 1 up. */
class ClassNumbers {
  readonly classes: Amount[] = [];
  readonly #known = new Map<number, Map<number, number>>();

  of(group: number, value: number): number {
    let ofGroup = this.#known.get(group);
    if (ofGroup === undefined) this.#known.set(group, (ofGroup = new Map()));
    let number = ofGroup.get(value);
    if (number === undefined) ofGroup.set(value, (number = this.classes.push({ group, value })));
    return number;
  }
}

/** The rows of a rule under its bounds: of every group the bounds of the sum, or each side of the average. */
export function amountRows(rule: AmountRule, amounts: Amounts): Pick<RowFamily, 'rows' | 'classes'> {
  const sides = (rule.kind === 'sum' ? [sumSide(rule, amounts)] : averageSides(rule, amounts)).map((side) =>
    inLowestTerms(side, rule),
  );
  return {
    rows: amounts.groups.flatMap((group) =>
      sides.map(({ lower, upper, unit }) => ({ ...(group !== undefined && { group }), lower, upper, unit })),
    ),
    classes: [
      [],
      ...amounts.classes.map(({ group }, own) =>
        sides.flatMap(({ coefficients }, index) => {
          const coefficient = coefficients[own]!;
          return coefficient === 0 ? [] : [{ row: group * sides.length + index, coefficient }];
        }),
      ),
    ],
  };
}

/** One row of each group, with a coefficient for every class. */
interface Side {
  readonly lower: number;
  readonly upper: number;
  readonly unit: number;
  readonly coefficients: Float64Array;
}

function sumSide({ min, max }: AmountRule, { classes, denominator }: Amounts): Side {
  const unit = [min, max].reduce(
    (multiple, bound) => leastCommonMultiple(multiple, bound?.denominator ?? 1),
    denominator,
  );
  const times = ({ numerator, denominator: parts }: Ratio): number => numerator * (unit / parts);
  return {
    lower: min === undefined ? -Infinity : times(min),
    upper: max === undefined ? Infinity : times(max),
    unit,
    coefficients: Float64Array.from(classes, ({ value }) => value * (unit / denominator)),
  };
}

function averageSides({ min, max }: AmountRule, { classes, denominator }: Amounts): readonly Side[] {
  const side = (bound: Ratio, lower: number, upper: number): Side => ({
    lower,
    upper,
    unit: bound.denominator * denominator,
    coefficients: Float64Array.from(
      classes,
      ({ value }) => value * bound.denominator - bound.numerator * denominator,
    ),
  });
  return [
    ...(min === undefined ? [] : [side(min, 0, Infinity)]),
    ...(max === undefined ? [] : [side(max, -Infinity, 0)]),
  ];
}

/** Up to here whole numbers stay whole in what a solver adds up with its tolerances. */
const LARGEST = 2 ** 32;

/** The same row with the smallest whole numbers. @throws InputError where even these are too large. */
function inLowestTerms({ lower, upper, unit, coefficients }: Side, rule: AmountRule): Side {
  const bounds = [lower, upper].filter((bound) => Number.isFinite(bound));
  const divisor = greatestCommonDivisor(
    Float64Array.of(...bounds, unit, greatestCommonDivisor(coefficients)),
  );
  const reduced = coefficients.map((coefficient) => coefficient / divisor);
  const numbers = [...bounds.map((bound) => bound / divisor), unit / divisor];
  const isSmall = (value: number): boolean => Math.abs(value) <= LARGEST;
  if (!numbers.every(isSmall) || !reduced.every(isSmall)) {
    throw new InputError([problem('slate.amount-too-fine', { rule: rule.id, fact: rule.fact }, rule.origin)]);
  }
  return { lower: lower / divisor, upper: upper / divisor, unit: unit / divisor, coefficients: reduced };
}
