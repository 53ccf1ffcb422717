import type { CodedColumn, FactColumn, FactTable, NumericColumn } from '../rules/facts/fact-table.ts';
import { factsTogether, groupTogether, valuesTogether } from '../rules/groups/grouping.ts';
import type { Grouped } from '../rules/rule-set.ts';
import { wordKey } from '../tables/text/same-word.ts';
import type { Matching } from './plain-signs.ts';
import { rowsByGroup } from './reach.ts';
import { columnOf, SAYS, verdictsOf } from './verdicts.ts';

/** Of rows that are in no group, of those whose group is known only roughly, and of those in another one. */
export const GROUP = { none: -1, open: -2, other: -3 } as const;

/** Whether a rule has nothing to do with those of a group. */
export function isOutside({ missing }: Grouped, group: number): boolean {
  return group === GROUP.other || (group === GROUP.none && missing === 'none');
}

/** Groups by name, and which of them each row is in. */
interface GroupsBy {
  readonly names: readonly string[];
  readonly of: Int32Array;
  /** Of several facts together: what each row, and each group, is by one fact alone. */
  readonly facts?: readonly { readonly row: Int32Array; readonly group: readonly number[] }[];
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
  const newNumber = all.names.map((_, group) => numberOf(group) ?? GROUP.other);
  const chosen = [...newNumber.keys()].filter((group) => newNumber[group] !== GROUP.other);
  const { facts } = all;
  // Who lacks a value may be in any group that agrees with the values there are; where none is chosen, in another.
  const isPossible = (row: number): boolean =>
    facts === undefined
      ? names.length > 0
      : chosen.some((group) =>
          facts.every((fact) => fact.row[row]! < 0 || fact.row[row] === fact.group[group]),
        );
  const ofRow = (group: number, row: number): number =>
    group >= 0 ? newNumber[group]! : isPossible(row) ? group : GROUP.other;
  return { names, of: all.of.map(ofRow) };
}

/** One group for every pair of groups that a row is in. */
function pairsOf(one: GroupsBy, other: GroupsBy): GroupsBy {
  const names: string[] = [];
  const pairs: number[] = [];
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
      pairs.push(pair);
    }
    return group;
  });
  const sideOf = ({ of: row, facts: parts }: GroupsBy, groups: readonly number[]) =>
    (parts ?? [{ row, group: undefined }]).map((fact) => ({
      row: fact.row,
      group: groups.map((each) => fact.group?.[each] ?? each),
    }));
  const width = other.names.length;
  const facts = [
    ...sideOf(
      one,
      pairs.map((pair) => Math.floor(pair / width)),
    ),
    ...sideOf(
      other,
      pairs.map((pair) => pair % width),
    ),
  ];
  return { names, of, facts };
}

const known = new WeakMap<FactColumn, GroupsBy>();

/** The values of a fact in the table, and which of them each row has. Several rules are about the same ones. */
function valuesOf(facts: FactTable, fact: string): GroupsBy {
  const column = columnOf(facts, fact);
  let values = known.get(column);
  if (values === undefined) {
    values = 'codes' in column ? valuesOfCodes(column) : valuesOfNumbers(column);
    known.set(column, values);
  }
  return values;
}

function valuesOfCodes({ codes, values, standing }: CodedColumn): GroupsBy {
  const index = new Map<string, number>();
  const numberOf = (value: (typeof values)[number]): number =>
    value === null ? GROUP.none : numbered(index, String(value));
  const ofCode = standing === true ? values.map(numberOf) : values.map((): number => GROUP.other);
  const of = new Int32Array(codes.length);
  for (let row = 0; row < of.length; row += 1) {
    const code = codes[row]!;
    if (ofCode[code] === GROUP.other) ofCode[code] = numberOf(values[code]!);
    of[row] = ofCode[code]!;
  }
  return { names: [...index.keys()], of };
}

function valuesOfNumbers({ low, high }: NumericColumn): GroupsBy {
  const index = new Map<string, number>();
  const of = new Int32Array(low.length);
  for (let row = 0; row < of.length; row += 1) {
    const value = low[row]!;
    if (Number.isNaN(value)) of[row] = GROUP.none;
    else of[row] = value === high[row] ? numbered(index, String(value)) : GROUP.open;
  }
  return { names: [...index.keys()], of };
}

/** The number of a name, the next one where it has none yet. */
function numbered(index: Map<string, number>, name: string): number {
  const known = index.get(name);
  if (known !== undefined) return known;
  index.set(name, index.size);
  return index.size - 1;
}

/** Values of a fact of which a cell has several, and which of them the cells of each row have; none: an empty cell. */
interface ValuesBy {
  readonly names: readonly string[];
  readonly of: (row: number) => readonly number[] | undefined;
}

/** Takes the cells of a fact with several values apart. */
function valuesBy(facts: FactTable, fact: string): ValuesBy {
  const cells = valuesOf(facts, fact);
  const index = new Map<string, number>();
  const names: string[] = [];
  const ofCell = cells.names.map((cell) => {
    const values = valuesTogether(cell).map((value) => {
      const number = numbered(index, wordKey(value));
      names[number] ??= value;
      return number;
    });
    return [...new Set(values)];
  });
  return { names, of: (row) => ofCell[cells.of[row]!] };
}

/** Those who match, group by group. @param open where who is open is noted. */
export function matchingIn(
  facts: FactTable,
  grouped: Grouped,
  verdicts: Uint8Array,
  open: Uint8Array,
): readonly Matching[] {
  const { names, of } = groupsBy(facts, grouped);
  const matching = new Int32Array(of.length).fill(GROUP.none);
  for (let row = 0; row < of.length; row += 1) {
    const group = of[row]!;
    if (verdicts[row] === SAYS.no || isOutside(grouped, group)) continue;
    if (verdicts[row] === SAYS.open || group < 0) open[row] = 1;
    else matching[row] = group;
  }
  const members = rowsByGroup(names.length, matching);
  return names.map((group, index) => ({ group, columns: members[index]! }));
}

/** Those who match, value by value of a fact of which each may have several. @param open where who is open is noted. */
export function matchingAmong(
  facts: FactTable,
  { fact, missing }: Pick<Grouped, 'missing'> & { readonly fact: string },
  verdicts: Uint8Array,
  open: Uint8Array,
): readonly Matching[] {
  const values = valuesBy(facts, fact);
  const members = values.names.map((): number[] => []);
  verdicts.forEach((verdict, row) => {
    const own = values.of(row);
    if (verdict === SAYS.no || (own === undefined && missing === 'none')) return;
    if (verdict === SAYS.open || own === undefined) open[row] = 1;
    else for (const value of own) members[value]!.push(row);
  });
  return values.names.map((group, index) => ({ group, columns: Uint32Array.from(members[index]!) }));
}
