import { type Decided, VERDICT } from '../../rules/deciding.ts';
import type { FactTable } from '../../rules/fact-table.ts';
import type { CountRule, Ratio, RequireRule, Rule, ShareRule } from '../../rules/rule-set.ts';
import { type Groups, groupsOf, NO_GROUP, OPEN_GROUP } from './groups.ts';
import { SharedNumbers, type EquivalenceClasses } from './equivalence-classes.ts';
import type { RowEntry, RowFamily, RuleRow } from './row-family.ts';
import { UNIT_FACT, type UnitLinks, type UnitLinksByClass, unitRows } from './unit-rows.ts';

export { type Groups, groupsOf };
export type { RowEntry, RowFamily, RuleRow };

/** One rule as rows of the linear program. */
export interface RuleRows extends RowFamily {
  readonly rule: Rule;
  /** 1 where a missing fact leaves open what the candidate adds; such candidates are set aside. */
  readonly open: SharedNumbers<Uint8Array>;
  /** Facts whose absence can leave it open. */
  readonly facts: readonly string[];
  /** Of a rule that counts units: the columns that its rows are about, and what ties them to candidates. */
  readonly links?: UnitLinks;
}

/** The conditions of a rule decided on every equivalence class, in the order of {@link conditionsOf}. */
export type DecidedConditions = readonly Decided[];

/** The conditions of a rule, in a fixed order; absent ones are left out. */
export function conditionsOf(rule: Rule) {
  if (rule.kind === 'require') return rule.where === undefined ? [rule.satisfy] : [rule.satisfy, rule.where];
  if (rule.kind === 'share') return rule.of === undefined ? [rule.where] : [rule.where, rule.of];
  return rule.where === undefined ? [] : [rule.where];
}

/** The facts by whose values a rule counts. */
export function groupingsOf(rule: Rule): readonly string[] {
  if (rule.kind === 'require') return [];
  return [
    ...(rule.kind === 'count' && rule.forEach !== undefined ? [rule.forEach] : []),
    ...(rule.per === 'unit' ? [UNIT_FACT] : []),
  ];
}

/** Makes the rows of one rule. */
export function ruleRows(rule: Rule, equivalence: EquivalenceClasses, decided: DecidedConditions): RuleRows {
  const facts = [...new Set([...decided.flatMap((each) => each.facts), ...groupingsOf(rule)])];
  const { rows, classes, classOf, open, links } = partsOf(rule, equivalence, decided);
  return {
    rule,
    facts,
    rows,
    classes,
    classOf: new SharedNumbers(classOf, equivalence.of),
    open: new SharedNumbers(open, equivalence.of),
    ...(links && { links: { ...links, classOf: new SharedNumbers(links.classOf, equivalence.of) } }),
  };
}

/** The rows of a rule, with a class and a verdict for every equivalence class. */
interface Parts extends Pick<RuleRows, 'rows' | 'classes'> {
  readonly classOf: Uint32Array;
  readonly open: Uint8Array;
  readonly links?: UnitLinksByClass;
}

function partsOf(rule: Rule, { table, sizes }: EquivalenceClasses, decided: DecidedConditions): Parts {
  if (rule.kind === 'require') return requireRows(rule, table, decided);
  if (rule.per === 'unit') return unitRows(rule, table, sizes, decided);
  if (rule.kind === 'share') return shareRows(rule, table, decided);
  if (rule.forEach === undefined) return countRows(rule, table, decided);
  return groupedRows(rule, rule.forEach, table, decided);
}

function countRows(rule: CountRule, table: FactTable, [where]: DecidedConditions): Parts {
  const classOf = new Uint32Array(table.size);
  const open = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row += 1) {
    const verdict = where === undefined ? VERDICT.yes : where.verdicts[row]!;
    if (verdict === VERDICT.open) open[row] = 1;
    else classOf[row] = verdict;
  }
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
