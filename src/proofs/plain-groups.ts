import type { FactTable } from '../rules/fact-table.ts';
import { factsTogether, groupTogether } from '../rules/grouping.ts';
import type { Grouped } from '../rules/rule-set.ts';
import { wordKey } from '../tables/same-word.ts';
import { columnOf, SAYS, verdictsOf } from './verdicts.ts';

/** Of rows that are in no group, of those whose group is known only roughly, and of those in another one. */
export const GROUP = { none: -1, open: -2, other: -3 } as const;

/** Whether a rule has nothing to do with those of a group. */
export function isOutside({ missing }: Grouped, group: number): boolean {
  return group === GROUP.other || (group === GROUP.none && missing === 'none');
}

/** Groups by name, and which of them each row is in. */
export interface GroupsBy {
  readonly names: readonly string[];
  readonly of: Int32Array;
}

/** The groups of a rule: the values of its fact in the table, of several facts together, or those it chooses. */
export function groupsBy(facts: FactTable, { forEach = '', groups }: Grouped): GroupsBy {
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
