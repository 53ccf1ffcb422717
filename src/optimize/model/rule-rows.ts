import { isAmount } from '../../rules/bounds/amount.ts';
import { type Decided } from '../../rules/conditions/deciding.ts';
import { rangeOfCount } from '../../rules/bounds/bound.ts';
import { isBySize } from '../../rules/bounds/by-size.ts';
import { isDifference } from '../../rules/bounds/difference.ts';
import type { FactTable } from '../../rules/facts/fact-table.ts';
import type { AmountRule, CountRule, RequireRule, Rule, Size } from '../../rules/rule-set.ts';
import { amountClasses, amountRows, type Amounts } from './amount-rows.ts';
import { bySizeRows } from './by-size-rows.ts';
import { differenceRows } from './difference-rows.ts';
import { groupsOfRule, NO_GROUP, OTHER_GROUP } from '../../rules/groups/groups.ts';
import { SharedNumbers, type EquivalenceClasses } from './equivalence-classes.ts';
import type { RowFamily } from './row-family.ts';
import { partLinks, rowOfParts } from './part-rows.ts';
import { type UnitLinks, type UnitLinksByClass, unitRows } from './unit-rows.ts';
import { conditionsOf, countedGroups, groupingsOf } from '../../rules/rule-conditions.ts';
import { VERDICT } from '../../rules/conditions/three-valued.ts';
import { shareRows } from './share-rows.ts';

/** One rule as rows of the linear program. */
export interface RuleRows extends RowFamily {
  readonly rule: Rule;
  /** 1 where a missing fact leaves open what the candidate adds; such candidates are set aside. */
  readonly open: SharedNumbers<Uint8Array>;
  /** Of a rule with `forEach`, 1 for whom it may be about and who has no value for its groups. */
  readonly ungrouped?: SharedNumbers<Uint8Array>;
  /** Of a share with `forEach`, its groups: each has rows and classes of its own, in this order. */
  readonly groups?: readonly string[];
  /** Facts whose absence can leave it open. */
  readonly facts: readonly string[];
  /** Of a sum or an average: what its classes add up. */
  readonly amounts?: Amounts;
  /** Of a rule that counts units: the columns that its rows are about, and what ties them to candidates. */
  readonly links?: UnitLinks;
}

/** The conditions of a rule decided on every equivalence class, in the order of {@link conditionsOf}. */
type DecidedConditions = readonly Decided[];

/** Makes the rows of one rule. @param size how many members a slate may have. */
export function ruleRows(
  rule: Rule,
  equivalence: EquivalenceClasses,
  decided: DecidedConditions,
  size: Size,
): RuleRows {
  const facts = [...new Set([...decided.flatMap((each) => each.facts), ...groupingsOf(rule)])];
  const parts = partsOf(rule, equivalence, decided, size);
  const { rows, classes, classOf, open, ungrouped, groups, amounts, links } = parts;
  return {
    rule,
    facts,
    rows,
    classes,
    classOf: new SharedNumbers(classOf, equivalence.of),
    open: new SharedNumbers(open, equivalence.of),
    ...(ungrouped && { ungrouped: new SharedNumbers(ungrouped, equivalence.of) }),
    ...(groups && { groups }),
    ...(amounts && { amounts }),
    ...(links && { links: { ...links, classOf: new SharedNumbers(links.classOf, equivalence.of) } }),
  };
}

/** The rows of a rule, with a class and a verdict for every equivalence class. */
interface Parts extends Pick<RuleRows, 'rows' | 'classes' | 'groups' | 'amounts'> {
  readonly classOf: Uint32Array;
  readonly open: Uint8Array;
  readonly ungrouped?: Uint8Array;
  readonly links?: UnitLinksByClass;
}

function partsOf(rule: Rule, equivalence: EquivalenceClasses, decided: DecidedConditions, size: Size): Parts {
  const { table, sizes } = equivalence;
  if (rule.kind === 'require') return requireRows(rule, table, decided);
  if (isAmount(rule)) return addedRows(rule, table, decided);
  if (countedGroups(rule) !== undefined) return unitRows(rule, table, sizes, decided);
  if (rule.kind === 'share') return shareRows(rule, table, decided);
  if (rule.parts !== undefined) return countOfRules(rule, rule.parts, equivalence, decided, size);
  if (isDifference(rule)) return differenceRows(rule, table, decided);
  const rows = rule.forEach === undefined ? countRows : groupedRows;
  const counted = rows(rule, table, decided);
  return isBySize(rule) ? bySizeRows(rule, counted, everybodyOf(sizes), size) : counted;
}

/** A count of rules: each of them has rows as it would have alone, which a column of its own ties to this one. */
function countOfRules(
  rule: CountRule,
  rules: readonly Rule[],
  equivalence: EquivalenceClasses,
  decided: DecidedConditions,
  size: Size,
): Parts {
  const open = new Uint8Array(equivalence.table.size);
  let next = 0;
  const parts = rules.map((part) => {
    const mine = decided.slice(next, (next += conditionsOf(part).length));
    const rows = partsOf(part, equivalence, mine, size);
    for (let each = 0; each < open.length; each += 1) open[each]! |= rows.open[each]!;
    return rows;
  });
  const links = partLinks(parts, equivalence.sizes);
  return { rows: [rowOfParts(rule)], classOf: new Uint32Array(open.length), classes: [[]], open, links };
}

function everybodyOf(sizes: Uint32Array): number {
  return sizes.reduce((sum, each) => sum + each, 0);
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
    rows: [{ ...rangeOfCount(rule), unit: 1 }],
    classOf,
    classes: [[], [{ row: 0, coefficient: 1 }]],
    open,
  };
}

/** One row for every value of the `forEach` fact in the table, in order of the values. */
function groupedRows(rule: CountRule, table: FactTable, [where]: DecidedConditions): Parts {
  const groups = groupsOfRule(table, rule)!;
  const ungrouped = new Uint8Array(table.size);
  const classOf = new Uint32Array(table.size);
  const open = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row += 1) {
    const verdict = where === undefined ? VERDICT.yes : where.verdicts[row]!;
    const group = groups.of[row]!;
    if (verdict === VERDICT.no || group === OTHER_GROUP) continue;
    if (group === NO_GROUP) ungrouped[row] = 1;
    if (group === NO_GROUP && rule.missing === 'none') continue;
    if (group < 0 || verdict === VERDICT.open) open[row] = 1;
    else classOf[row] = group + 1;
  }
  const bounds = { ...rangeOfCount(rule), unit: 1 };
  return {
    rows: groups.values.map((group) => ({ group, ...bounds })),
    classOf,
    classes: [[], ...groups.values.map((_, row) => [{ row, coefficient: 1 }])],
    open,
    ungrouped,
  };
}

function addedRows(rule: AmountRule, table: FactTable, [where]: DecidedConditions): Parts {
  const { amounts, ...parts } = amountClasses(rule, table, where);
  return { ...parts, amounts, ...amountRows(rule, amounts) };
}

/** Of those who do not satisfy it there may be none: `Σ unsatisfying ≤ 0`. */
function requireRows(_: RequireRule, table: FactTable, [fails]: DecidedConditions): Parts {
  const classOf = new Uint32Array(table.size);
  const open = new Uint8Array(table.size);
  for (let row = 0; row < table.size; row += 1) {
    const verdict = fails!.verdicts[row]!;
    if (verdict === VERDICT.open) open[row] = 1;
    else classOf[row] = verdict;
  }
  return {
    rows: [{ lower: -Infinity, upper: 0, unit: 1 }],
    classOf,
    classes: [[], [{ row: 0, coefficient: 1 }]],
    open,
  };
}
