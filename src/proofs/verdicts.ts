import type { FactColumn, FactTable, NumericColumn } from '../rules/facts/fact-table.ts';
import type { Condition, Leaf, Scalar } from '../rules/rule-set.ts';

/** What a condition says of a row: no, yes, or that it depends on a value that is missing or too rough. */
export const SAYS = { no: 0, yes: 1, open: 2 } as const;

/**
 * Decides a condition on every row of a table, by comparing values and nothing else: what
 * `rules/conditions/deciding.ts` has json-rules-engine say is said here a second time, so that a proof does not
 * rest on how the model was made.
 *
 * Where a value is missing or known only within a range, the answer is `open` unless it is the same
 * whatever the value is.
 *
 * @param looks what is left for all conditions of the model.
 */
export function verdictsOf(table: FactTable, condition: Condition, looks = new LooksOfAll()): Uint8Array {
  const verdicts = combined(table, condition);
  const search = new RowSearch(condition, looks);
  // Where no fact is named twice, the parts have nothing to do with each other.
  if (!search.namesAnyTwice) return verdicts;
  // Each part may be open and the whole is not: whoever is under 40 or at least 40 is either.
  for (let row = verdicts.indexOf(SAYS.open); row !== -1; row = verdicts.indexOf(SAYS.open, row + 1)) {
    verdicts[row] = search.verdictOn(table, row);
  }
  return verdicts;
}

/** The verdicts of the parts put together, as if they had nothing to do with each other. */
function combined(table: FactTable, condition: Condition): Uint8Array {
  if ('all' in condition) return joined(table, condition.all, SAYS.no, SAYS.yes);
  if ('any' in condition) return joined(table, condition.any, SAYS.yes, SAYS.no);
  if ('not' in condition) return reversed(combined(table, condition.not));
  const column = columnOf(table, condition.fact);
  return 'codes' in column ? ofCodes(column, condition) : ofNumbers(column, condition);
}

function reversed(verdicts: Uint8Array): Uint8Array {
  for (let row = 0; row < verdicts.length; row += 1) verdicts[row] = opposite(verdicts[row]!);
  return verdicts;
}

function opposite(verdict: number): number {
  return verdict === SAYS.open ? verdict : 1 - verdict;
}

/** @param settles the verdict of one part that settles the whole; `otherwise`: what it is if no part is open. */
function joined(
  table: FactTable,
  parts: readonly Condition[],
  settles: number,
  otherwise: number,
): Uint8Array {
  const verdicts = new Uint8Array(table.size).fill(otherwise);
  for (const part of parts) {
    const said = combined(table, part);
    for (let row = 0; row < said.length; row += 1) {
      const verdict = said[row]!;
      if (verdict === settles || (verdict === SAYS.open && verdicts[row] === otherwise)) {
        verdicts[row] = verdict;
      }
    }
  }
  return verdicts;
}

/** The column of a fact. Callers have told missing columns before. */
export function columnOf(table: FactTable, fact: string): FactColumn {
  const column = table.fact(fact);
  if (column === undefined) throw new Error(`The table has no fact ${fact}`);
  return column;
}

function ofCodes(column: Extract<FactColumn, { codes: Uint32Array }>, leaf: Leaf): Uint8Array {
  const anything = agreed(possibleValues(column, 0, [leaf]), leaf);
  const ofCode = column.values.map((value) => (value === null ? anything : Number(compares(leaf, value))));
  const verdicts = new Uint8Array(column.codes.length);
  for (let row = 0; row < verdicts.length; row += 1) verdicts[row] = ofCode[column.codes[row]!]!;
  return verdicts;
}

function ofNumbers(column: NumericColumn, leaf: Leaf): Uint8Array {
  const verdicts = new Uint8Array(column.low.length);
  for (let row = 0; row < verdicts.length; row += 1) {
    const value = column.low[row]!;
    verdicts[row] =
      value === column.high[row]
        ? Number(compares(leaf, value))
        : agreed(valuesOfRow(column, row, [leaf]), leaf);
  }
  return verdicts;
}

function agreed(values: readonly Scalar[], leaf: Leaf): number {
  const said = new Set(values.map((value) => compares(leaf, value)));
  return said.size > 1 ? SAYS.open : Number(said.has(true));
}

function compares({ operator, value: wanted }: Leaf, value: Scalar): boolean {
  switch (operator) {
    case 'equal':
      return value === wanted;
    case 'notEqual':
      return value !== wanted;
    case 'in':
      return Array.isArray(wanted) && wanted.includes(value);
    case 'notIn':
      return Array.isArray(wanted) && !wanted.includes(value);
    case 'lessThan':
      return value < wanted;
    case 'lessThanInclusive':
      return value <= wanted;
    case 'greaterThan':
      return value > wanted;
    case 'greaterThanInclusive':
      return value >= wanted;
  }
}

/** What each fact of a row may be. */
type Possible = ReadonlyMap<string, readonly Scalar[]>;

/** Comparisons looked at for one row; beyond, it stays open, which proves less but nothing wrong. */
const MOST_LOOKS = 2 ** 16;

/** The same for all rows and conditions of a model together, about half a second of work. */
export class LooksOfAll {
  left = 2 ** 20;
}

/**
 * Decides a condition on one row after the other. Parts that share no open fact are decided by themselves,
 * which is exact; of a fact that parts share, every value is tried.
 */
class RowSearch {
  readonly #condition: Condition;
  readonly #leavesOfFact: ReadonlyMap<string, readonly Leaf[]>;
  readonly #verdictOfAlike = new Map<string, number>();
  readonly #leavesOf = new WeakMap<Condition, readonly Leaf[]>();
  readonly #looksOfAll: LooksOfAll;
  #looks = 0;

  constructor(condition: Condition, looksOfAll: LooksOfAll) {
    this.#condition = condition;
    this.#looksOfAll = looksOfAll;
    this.#leavesOfFact = Map.groupBy(leavesIn(condition), ({ fact }) => fact);
  }

  get namesAnyTwice(): boolean {
    return [...this.#leavesOfFact.values()].some((leaves) => leaves.length > 1);
  }

  /** The condition on one row for every value that its unknown facts may have. */
  verdictOn(table: FactTable, row: number): number {
    const possible = new Map<string, readonly Scalar[]>();
    for (const [fact, leaves] of this.#leavesOfFact) {
      possible.set(fact, valuesOfRow(columnOf(table, fact), row, leaves));
    }
    const alike = this.#whatItComesTo(possible);
    const known = this.#verdictOfAlike.get(alike);
    if (known !== undefined) return known;
    const verdict = this.#search(possible);
    this.#verdictOfAlike.set(alike, verdict);
    return verdict;
  }

  /** The same text for rows of which every comparison says the same, one by one and together. */
  #whatItComesTo(possible: Possible): string {
    const facts = [...this.#leavesOfFact].map(([fact, leaves]) => {
      const values = possible.get(fact)!;
      return values.map((value) => leaves.map((leaf) => Number(compares(leaf, value))).join(''));
    });
    return facts.map((saidByValue) => [...new Set(saidByValue)].toSorted().join()).join(' ');
  }

  #search(possible: Possible): number {
    const given = Math.min(MOST_LOOKS, this.#looksOfAll.left);
    this.#looks = given;
    const verdict = this.#verdictOf(this.#condition, possible);
    this.#looksOfAll.left -= given - Math.max(0, this.#looks);
    return verdict;
  }

  #verdictOf(condition: Condition, possible: Possible): number {
    if ('not' in condition) return opposite(this.#verdictOf(condition.not, possible));
    this.#looks -= 1;
    if (this.#looks < 0) return SAYS.open;
    if ('fact' in condition) return agreed(possible.get(condition.fact)!, condition);
    const isAll = 'all' in condition;
    const groups = this.#entangled(isAll ? condition.all : condition.any, possible);
    const [settles, otherwise] = isAll ? [SAYS.no, SAYS.yes] : [SAYS.yes, SAYS.no];
    let verdict: number = otherwise;
    for (const group of groups) {
      const [only] = group;
      const alone = group.length === 1 && only !== undefined;
      const said = alone
        ? this.#verdictOf(only, possible)
        : this.#overShared(isAll ? { all: group } : { any: group }, possible);
      if (said === settles) return settles;
      if (said === SAYS.open) verdict = SAYS.open;
    }
    return verdict;
  }

  /** The verdict of parts that share an open fact, by every value of the one that most of them share. */
  #overShared(condition: Condition, possible: Possible): number {
    const named = new Map<string, number>();
    for (const { fact } of this.#openLeaves(condition, possible)) {
      named.set(fact, (named.get(fact) ?? 0) + 1);
    }
    const [fact] = [...named].toSorted(([, one], [, other]) => other - one)[0]!;
    const said = new Set<number>();
    for (const value of possible.get(fact)!) {
      said.add(this.#verdictOf(condition, new Map([...possible, [fact, [value]]])));
      if (said.has(SAYS.open) || said.size > 1) return SAYS.open;
    }
    return said.has(SAYS.yes) ? SAYS.yes : SAYS.no;
  }

  /** The parts in groups of which no two share an open fact. */
  #entangled(parts: readonly Condition[], possible: Possible): readonly (readonly Condition[])[] {
    const settled: Condition[][] = [];
    let groups: { readonly facts: ReadonlySet<string>; readonly parts: readonly Condition[] }[] = [];
    for (const part of parts) {
      const facts = new Set(this.#openLeaves(part, possible).map(({ fact }) => fact));
      if (facts.size === 0) {
        settled.push([part]);
        continue;
      }
      const touched = groups.filter((group) => [...facts].some((fact) => group.facts.has(fact)));
      groups = groups.filter((group) => !touched.includes(group));
      groups.push({
        facts: new Set([...touched.flatMap((group) => [...group.facts]), ...facts]),
        parts: [...touched.flatMap((group) => group.parts), part],
      });
    }
    return [...settled, ...groups.map((group) => group.parts)];
  }

  /** The comparisons of a condition whose fact may have several values. */
  #openLeaves(condition: Condition, possible: Possible): readonly Leaf[] {
    const leaves = this.#leavesOf.get(condition) ?? leavesIn(condition);
    this.#leavesOf.set(condition, leaves);
    this.#looks -= leaves.length;
    return leaves.filter(({ fact }) => possible.get(fact)!.length > 1);
  }
}

function leavesIn(condition: Condition): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesIn);
  if ('any' in condition) return condition.any.flatMap(leavesIn);
  return 'not' in condition ? leavesIn(condition.not) : [condition];
}

/** The value of a row; where it is not known, one for every answer that the leaves could give. */
function valuesOfRow(column: FactColumn, row: number, leaves: readonly Leaf[]): readonly Scalar[] {
  if ('codes' in column) {
    const code = column.codes[row]!;
    const value = column.values[code]!;
    return value === null ? possibleValues(column, row, leaves) : [value];
  }
  const value = column.low[row]!;
  return value === column.high[row] ? [value] : possibleValues(column, row, leaves);
}

/**
 * Values that stand for all that an unknown one may be: those of a closed list, or each that a leaf names, and one
 * apart from these;
 * of numbers one in every gap between two that are named, a whole one where only these are possible.
 */
function possibleValues(column: FactColumn, row: number, leaves: readonly Leaf[]): readonly Scalar[] {
  const named = leaves.flatMap(({ value }) => value);
  if (column.type === 'boolean') return [false, true];
  if ('codes' in column) return column.only ?? [...named, `other than ${named.join()}`];
  const whole = column.type === 'date' || column.whole === true;
  const [low, high] = Number.isNaN(column.low[row]!)
    ? [-Infinity, Infinity]
    : [column.low[row]!, column.high[row]!];
  const cuts = [...new Set([low, ...named.map(Number), high])]
    .filter((cut) => cut >= low && cut <= high)
    .toSorted((one, other) => one - other);
  const between = cuts.slice(1).map((cut, index) => inGap(cuts[index]!, cut, whole));
  return [...cuts, ...between].filter(
    (value) => Number.isFinite(value) && !(whole && !Number.isInteger(value)),
  );
}

/** A number between two others; NaN where only whole ones count and there is none. */
function inGap(from: number, to: number, whole: boolean): number {
  if (from === -Infinity) return to === Infinity ? 0 : Math.ceil(to) - 1;
  if (to === Infinity) return Math.floor(from) + 1;
  if (!whole) return (from + to) / 2;
  return Math.floor(from) + 1 < to ? Math.floor(from) + 1 : Number.NaN;
}
