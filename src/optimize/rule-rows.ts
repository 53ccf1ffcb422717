import { type Decided, VERDICT } from '../rules/deciding.ts';
import type { FactTable } from '../rules/fact-table.ts';
import type { CountRule, Ratio, RequireRule, Rule, ShareRule } from '../rules/rule-set.ts';

/**
 * A row that a rule gives to the linear program: `lower ≤ Σ coefficient(candidate) ≤ upper`, in whole
 * numbers. `unit` of it is one member: a share of 2/5 is cleared of its fraction, so that one member
 * is worth 5.
 */
export interface RuleRow {
  /** The value of the `forEach` fact that the row is about. */
  readonly group?: string;
  readonly lower: number;
  readonly upper: number;
  readonly unit: number;
}

/** What a candidate of one class adds to one row of the rule. */
export interface RowEntry {
  /** Index into {@link RuleRows.rows}. */
  readonly row: number;
  readonly coefficient: number;
}

/**
 * Rows that belong together. Candidates fall into classes that none of the rows can tell apart
 * (matching or not, or by group); class 0 adds nothing to any row.
 */
export interface RowFamily {
  readonly rows: readonly RuleRow[];
  /** Class of every candidate. */
  readonly classOf: Uint32Array;
  /** Entries of every class. */
  readonly classes: readonly (readonly RowEntry[])[];
}

/** One rule as rows of the linear program. */
export interface RuleRows extends RowFamily {
  readonly rule: Rule;
  /** 1 where a missing fact leaves open what the candidate adds; such candidates are set aside. */
  readonly open: Uint8Array;
  /** Facts whose absence can leave it open. */
  readonly facts: readonly string[];
}

/** The decided conditions of a rule, in the order of {@link conditionsOf}. */
export type DecidedConditions = readonly Decided[];

/** The conditions of a rule, in a fixed order; absent ones are left out. */
export function conditionsOf(rule: Rule) {
  if (rule.kind === 'require') return rule.where === undefined ? [rule.satisfy] : [rule.satisfy, rule.where];
  if (rule.kind === 'share') return rule.of === undefined ? [rule.where] : [rule.where, rule.of];
  return rule.where === undefined ? [] : [rule.where];
}

/** Makes the rows of one rule. */
export function ruleRows(rule: Rule, table: FactTable, decided: DecidedConditions): RuleRows {
  const facts = [...new Set(decided.flatMap((each) => each.facts))];
  if (rule.kind === 'require') return { rule, facts, ...requireRows(rule, table, decided) };
  if (rule.kind === 'share') return { rule, facts, ...shareRows(rule, table, decided) };
  if (rule.forEach === undefined) return { rule, facts, ...countRows(rule, table, decided) };
  const forEach = groupedRows(rule, rule.forEach, table, decided);
  return { rule, facts: [...facts, rule.forEach], ...forEach };
}

type Parts = RowFamily & Pick<RuleRows, 'open'>;

function countRows(rule: CountRule, table: FactTable, [where]: DecidedConditions): Parts {
  const classOf = new Uint32Array(table.size).fill(where === undefined ? 1 : 0);
  const open = new Uint8Array(table.size);
  where?.verdicts.forEach((verdict, row) => {
    if (verdict === VERDICT.open) open[row] = 1;
    else classOf[row] = verdict;
  });
  return {
    rows: [{ lower: rule.min ?? -Infinity, upper: rule.max ?? Infinity, unit: 1 }],
    classOf,
    classes: [[], [{ row: 0, coefficient: 1 }]],
    open,
  };
}

/** One row for every value of the `forEach` fact in the table, in order of the values. */
function groupedRows(rule: CountRule, forEach: string, table: FactTable, [where]: DecidedConditions): Parts {
  const groups = groupsOf(table, forEach);
  const classOf = new Uint32Array(table.size);
  const open = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row += 1) {
    const verdict = where === undefined ? VERDICT.yes : where.verdicts[row]!;
    const group = groups.of[row]!;
    if (group === NO_GROUP || verdict === VERDICT.no) continue;
    if (group === OPEN_GROUP || verdict === VERDICT.open) open[row] = 1;
    else classOf[row] = group + 1;
  }
  const bounds = { lower: rule.min ?? -Infinity, upper: rule.max ?? Infinity, unit: 1 };
  return {
    rows: groups.values.map((group) => ({ group, ...bounds })),
    classOf,
    classes: [[], ...groups.values.map((_, row) => [{ row, coefficient: 1 }])],
    open,
  };
}

/**
 * `min ≤ matching / base ≤ max` without division: with min = p/q, `q·matching − p·base ≥ 0`, and
 * likewise for max. Exact for every size of the slate; an empty base keeps both.
 */
function shareRows(rule: ShareRule, table: FactTable, [where, of]: DecidedConditions): Parts {
  const rows: RuleRow[] = [];
  const inBase: RowEntry[] = [];
  const matching: RowEntry[] = [];
  const add = (bound: Ratio, lower: number, upper: number): void => {
    const row = rows.push({ lower, upper, unit: bound.denominator }) - 1;
    if (bound.numerator !== 0) inBase.push({ row, coefficient: -bound.numerator });
    const both = bound.denominator - bound.numerator;
    if (both !== 0) matching.push({ row, coefficient: both });
  };
  if (rule.min !== undefined) add(rule.min, 0, sameRatio(rule.min, rule.max) ? 0 : Infinity);
  if (rule.max !== undefined && !sameRatio(rule.min, rule.max)) add(rule.max, -Infinity, 0);
  const classOf = new Uint32Array(table.size);
  const open = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row += 1) {
    const base = of === undefined ? VERDICT.yes : of.verdicts[row]!;
    const match = where!.verdicts[row]!;
    if (base === VERDICT.no) continue;
    if (base === VERDICT.open || match === VERDICT.open) open[row] = 1;
    else classOf[row] = match === VERDICT.yes ? 2 : 1;
  }
  return { rows, classOf, classes: [[], inBase, matching], open };
}

/** Whether both bounds are there and the same: one equation says both. */
export function sameRatio(one: Ratio | undefined, other: Ratio | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.numerator === other.numerator && one.denominator === other.denominator;
}

/** Of those who do not satisfy it there may be none: `Σ unsatisfying ≤ 0`. */
function requireRows(_: RequireRule, table: FactTable, [satisfy, where]: DecidedConditions): Parts {
  const classOf = new Uint32Array(table.size);
  const open = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row += 1) {
    const applies = where === undefined ? VERDICT.yes : where.verdicts[row]!;
    const satisfied = satisfy!.verdicts[row]!;
    if (applies === VERDICT.no || satisfied === VERDICT.yes) continue;
    if (applies === VERDICT.open || satisfied === VERDICT.open) open[row] = 1;
    else classOf[row] = 1;
  }
  return {
    rows: [{ lower: -Infinity, upper: 0, unit: 1 }],
    classOf,
    classes: [[], [{ row: 0, coefficient: 1 }]],
    open,
  };
}

const NO_GROUP = -1;
const OPEN_GROUP = -2;

/** The groups of a `forEach` fact: its values in the table, ordered, and the group of every row. */
export interface Groups {
  readonly values: readonly string[];
  /** Index into `values`; −1: no value, so in no group; −2: known only roughly. */
  readonly of: Int32Array;
}

/** Groups the rows of a table by the value of a fact. */
export function groupsOf(table: FactTable, fact: string): Groups {
  const column = table.fact(fact);
  if (column === undefined) throw new Error(`The table has no fact ${fact}`);
  if ('codes' in column) {
    const used = new Uint8Array(column.values.length);
    for (let row = 0; row < column.codes.length; row += 1) used[column.codes[row]!] = 1;
    const named = column.values.map((value, code) => ({ name: String(value), code }));
    const present = named.filter(({ code }) => code !== 0 && used[code] === 1).sort(byName);
    const groupOfCode = new Int32Array(column.values.length).fill(NO_GROUP);
    present.forEach(({ code }, group) => {
      groupOfCode[code] = group;
    });
    const of = new Int32Array(column.codes.length);
    for (let row = 0; row < of.length; row += 1) of[row] = groupOfCode[column.codes[row]!]!;
    return { values: present.map(({ name }) => name), of };
  }
  const { low, high } = column;
  const values = Float64Array.from(new Set(low.filter((value, row) => value === high[row]))).sort();
  const groupOf = new Map(Array.from(values, (value, group) => [value, group]));
  const of = Int32Array.from(low, (value, row) => {
    if (Number.isNaN(value)) return NO_GROUP;
    return value === high[row] ? groupOf.get(value)! : OPEN_GROUP;
  });
  return { values: Array.from(values, String), of };
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}
