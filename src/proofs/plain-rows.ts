import type { FactTable } from '../rules/fact-table.ts';
import { factsTogether, groupTogether } from '../rules/grouping.ts';
import { wordKey } from '../tables/same-word.ts';
import { problem } from '../words/problem.ts';
import type {
  Condition,
  CountRule,
  Grouped,
  Ratio,
  RequireRule,
  Rule,
  RuleSet,
  ShareRule,
} from '../rules/rule-set.ts';
import type { PlainRow, Term } from './plain-model.ts';
import { Unprovable } from './unprovable.ts';
import { columnOf, SAYS, verdictsOf } from './verdicts.ts';

/** The rows of all rules, and who is out whatever the slate is. */
export interface RowsOfRules {
  readonly rows: readonly PlainRow[];
  /** 1 for candidates who lack a fact that a rule needs of them: they are set aside. */
  readonly open: Uint8Array;
  /** 1 for candidates whom a hard `require` keeps out. */
  readonly barred: Uint8Array;
}

/** Writes the size and every rule as rows. */
export function plainRows(ruleSet: RuleSet, facts: FactTable): RowsOfRules {
  const writer = new RowWriter(facts);
  writer.size(ruleSet.size);
  for (const rule of ruleSet.rules) writer.rule(rule);
  return writer;
}

/**
 * By how many units of a row one step of a goal may miss it. A member is worth `perMember` of them: of a
 * share of 2/5, cleared of its fraction, five. What the check says a missed goal costs is said here alone:
 * `weight` per whole member, or with `deviation: exact` per part of one.
 */
function stepOf(rule: Rule, perMember: number): number {
  return rule.kind === 'share' && rule.deviation === 'exact' ? 1 : perMember;
}

interface Side {
  readonly side: 'min' | 'max';
  readonly bound: number;
}

class RowWriter implements RowsOfRules {
  readonly rows: PlainRow[] = [];
  readonly open: Uint8Array;
  readonly barred: Uint8Array;
  readonly #facts: FactTable;

  constructor(facts: FactTable) {
    this.#facts = facts;
    this.open = new Uint8Array(facts.size);
    this.barred = new Uint8Array(facts.size);
  }

  size({ min, max }: RuleSet['size']): void {
    const everybody = Uint32Array.from({ length: this.#facts.size }, (_, row) => row);
    for (const { side, bound } of sidesOf({ min, max })) {
      const terms = [{ columns: everybody, coefficient: 1 }];
      this.rows.push({ name: { rule: 'size', bound: side }, side, bound, terms });
    }
  }

  rule(rule: Rule): void {
    if (rule.kind === 'require') this.#require(rule);
    else if (rule.per === 'unit') throw new Unprovable(problem('proofs.units-counted', { rule: rule.id }));
    else if (rule.kind === 'share') this.#share(rule);
    else if (rule.forEach === undefined) this.#count(rule);
    else this.#countEach(rule);
  }

  /** min ≤ Σ x ≤ max over those who match. */
  #count(rule: CountRule): void {
    const columns = this.#matching(this.#verdicts(rule.where));
    for (const each of sidesOf(rule)) this.#add(rule, each, [{ columns, coefficient: 1 }], 1);
  }

  /** The same for every value of a fact. Who has none is in no group, if the rule says so, and else in any. */
  #countEach(rule: CountRule): void {
    const verdicts = this.#verdicts(rule.where);
    const { names, of } = groupsBy(this.#facts, rule);
    const members = names.map((): number[] => []);
    verdicts.forEach((verdict, row) => {
      const group = of[row]!;
      if (verdict === SAYS.no || isOutside(rule, group)) return;
      if (verdict === SAYS.open || group < 0) this.open[row] = 1;
      else members[group]!.push(row);
    });
    names.forEach((group, index) => {
      const terms = [{ columns: Uint32Array.from(members[index]!), coefficient: 1 }];
      for (const each of sidesOf(rule)) this.#add(rule, each, terms, 1, group);
    });
  }

  /** For a bound p/q, cleared of its fraction: `q · matching − p · base`, at least or at most 0, in each group. */
  #share(rule: ShareRule): void {
    const base = this.#verdicts(rule.of);
    const match = this.#verdicts(rule.of === undefined ? rule.where : { all: [rule.where, rule.of] });
    const groups = rule.forEach === undefined ? undefined : groupsBy(this.#facts, rule);
    const groupOf = (row: number): number => groups?.of[row] ?? 0;
    base.forEach((verdict, row) => {
      if (verdict === SAYS.no || isOutside(rule, groupOf(row))) return;
      if (verdict === SAYS.open || match[row] === SAYS.open || groupOf(row) < 0) this.open[row] = 1;
    });
    for (const [index, group] of (groups?.names ?? [undefined]).entries()) {
      const isIn = (row: number): boolean => groupOf(row) === index;
      const both = rowsWhere(match, (verdict, row) => verdict === SAYS.yes && isIn(row));
      const others = rowsWhere(
        base,
        (verdict, row) => verdict === SAYS.yes && match[row] === SAYS.no && isIn(row),
      );
      const add = (side: 'min' | 'max', { numerator, denominator }: Ratio): void => {
        const terms = [
          { columns: both, coefficient: denominator - numerator },
          { columns: others, coefficient: -numerator },
        ];
        this.#add(rule, { side, bound: 0 }, terms, denominator, group);
      };
      if (rule.min !== undefined) add('min', rule.min);
      if (rule.max !== undefined) add('max', rule.max);
    }
  }

  /** Of those who do not satisfy it there may be none. */
  #require(rule: RequireRule): void {
    const fails: Condition = { not: rule.satisfy };
    const columns = this.#matching(
      this.#verdicts(rule.where === undefined ? fails : { all: [fails, rule.where] }),
    );
    if (rule.strength === 'hard') for (const row of columns) this.barred[row] = 1;
    else this.#add(rule, { side: 'max', bound: 0 }, [{ columns, coefficient: 1 }], 1);
  }

  #add(rule: Rule, { side, bound }: Side, terms: readonly Term[], perMember: number, group?: string): void {
    const { strength, weight } = rule;
    this.rows.push({
      name: { rule: rule.id, ...(group !== undefined && { group }), bound: side },
      side,
      bound,
      terms,
      ...(strength === 'soft' && { goal: { step: stepOf(rule, perMember), weight, perMember } }),
    });
  }

  #verdicts(condition: Condition | undefined): Uint8Array {
    if (condition === undefined) return new Uint8Array(this.#facts.size).fill(SAYS.yes);
    return verdictsOf(this.#facts, condition);
  }

  /** Those who match for sure; the open ones are noted. */
  #matching(verdicts: Uint8Array): Uint32Array {
    verdicts.forEach((verdict, row) => {
      if (verdict === SAYS.open) this.open[row] = 1;
    });
    return rowsWhere(verdicts, (verdict) => verdict === SAYS.yes);
  }
}

function sidesOf({ min, max }: { readonly min?: number; readonly max?: number }): readonly Side[] {
  return [
    ...(min === undefined ? [] : [{ side: 'min' as const, bound: min }]),
    ...(max === undefined ? [] : [{ side: 'max' as const, bound: max }]),
  ];
}

function rowsWhere(verdicts: Uint8Array, test: (verdict: number, row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(verdicts.length);
  let count = 0;
  for (let row = 0; row < verdicts.length; row += 1) {
    if (test(verdicts[row]!, row)) rows[count++] = row;
  }
  return rows.slice(0, count);
}

/** Of rows that are in no group, of those whose group is known only roughly, and of those in another one. */
const GROUP = { none: -1, open: -2, other: -3 } as const;

/** Whether a rule has nothing to do with those of a group. */
function isOutside({ missing }: Grouped, group: number): boolean {
  return group === GROUP.other || (group === GROUP.none && missing === 'none');
}

/** Groups by name, and which of them each row is in. */
interface GroupsBy {
  readonly names: readonly string[];
  readonly of: Int32Array;
}

/** The groups of a rule: the values of its fact in the table, of several facts together, or those it chooses. */
function groupsBy(facts: FactTable, { forEach = '', groups }: Grouped): GroupsBy {
  const [first, ...others] = factsTogether(forEach).map((fact) => valuesOf(facts, fact));
  const all = others.reduce(pairsOf, first!);
  if (groups === undefined) return all;
  if ('values' in groups) {
    const numbers = new Map(groups.values.map((value, index) => [wordKey(value), index]));
    return chosenOf(all, groups.values, (group) => numbers.get(wordKey(all.names[group]!)));
  }
  const says = verdictsOf(facts, groups.where);
  const admitted = new Set(all.of.filter((group, row) => group >= 0 && says[row] === SAYS.yes));
  const numbers = new Map(Array.from(admitted, (group, index) => [group, index]));
  return chosenOf(
    all,
    Array.from(admitted, (group) => all.names[group]!),
    (group) => numbers.get(group),
  );
}

/** @param numberOf the new number of a group; `undefined`: the rule has nothing to do with it. */
function chosenOf(
  all: GroupsBy,
  names: readonly string[],
  numberOf: (group: number) => number | undefined,
): GroupsBy {
  return { names, of: all.of.map((group) => (group < 0 ? group : (numberOf(group) ?? GROUP.other))) };
}

/** One group for every pair of groups that a row is in. */
function pairsOf(one: GroupsBy, other: GroupsBy): GroupsBy {
  const names: string[] = [];
  const numbers = new Map<number, number>();
  const of = one.of.map((mine, row) => {
    const its = other.of[row]!;
    if (mine === GROUP.none || its === GROUP.none) return GROUP.none;
    if (mine < 0 || its < 0) return GROUP.open;
    const pair = mine * other.names.length + its;
    let group = numbers.get(pair);
    if (group === undefined) {
      group = names.push(groupTogether([one.names[mine]!, other.names[its]!])) - 1;
      numbers.set(pair, group);
    }
    return group;
  });
  return { names, of };
}

/** The values of a fact in the table, and which of them each row has. */
function valuesOf(facts: FactTable, fact: string): GroupsBy {
  const column = columnOf(facts, fact);
  const index = new Map<string, number>();
  if ('codes' in column && column.standing === true) {
    for (const value of column.values) if (value !== null) index.set(String(value), index.size);
  }
  const of = Int32Array.from({ length: facts.size }, (_, row) => {
    const name = groupName(column, row);
    if (typeof name !== 'string') return name;
    let group = index.get(name);
    if (group === undefined) index.set(name, (group = index.size));
    return group;
  });
  return { names: [...index.keys()], of };
}

function groupName(column: ReturnType<typeof columnOf>, row: number): string | -1 | -2 {
  if ('codes' in column) {
    const value = column.values[column.codes[row]!]!;
    return value === null ? GROUP.none : String(value);
  }
  const value = column.low[row]!;
  if (Number.isNaN(value)) return GROUP.none;
  return value === column.high[row] ? String(value) : GROUP.open;
}
