import { type Decided, decideNow } from '../conditions/deciding.ts';
import type { FactTable } from '../facts/fact-table.ts';
import { factsTogether, groupTogether, valuesTogether } from './grouping.ts';
import type { ChosenGroups, Grouped } from '../rule-set.ts';
import { wordKey } from '../../tables/text/same-word.ts';
import { VERDICT } from '../conditions/three-valued.ts';

/** Of a row without a value. */
export const NO_GROUP = -1;
/** Of a row whose value is known only roughly. */
export const OPEN_GROUP = -2;

/** Of a row in a group that the rule is not about. */
export const OTHER_GROUP = -3;

/** The groups of a `forEach` fact: its values in the table, ordered, and the group of every row. */
export interface Groups {
  readonly values: readonly string[];
  /** Index into `values`; −1: no value, so in no group; −2: known only roughly; −3: in another one. */
  readonly of: Int32Array;
  /** Of groups of several facts, fact by fact: who lacks one of them is only in groups of the others. */
  readonly parts?: readonly GroupPart[];
}

/** The groups of one of several facts: of every row, as far as it is known, and of every group of all facts. */
interface GroupPart {
  readonly ofRow: Int32Array;
  readonly ofGroup: Int32Array;
}

/** Whether a row is in a group, or may be by what is known of it. */
export function mayBeIn({ of, parts = [] }: Groups, row: number, group: number): boolean {
  const own = of[row]!;
  if (own >= 0 || own === OTHER_GROUP) return own === group;
  return parts.every(({ ofRow, ofGroup }) => ofRow[row]! < 0 || ofRow[row] === ofGroup[group]);
}

const known = new WeakMap<FactTable, Map<string, Groups>>();

/** Groups the rows of a table by the value of a fact, or of several together; once, however often it is asked. */
export function groupsOf(table: FactTable, fact: string): Groups {
  let ofTable = known.get(table);
  if (ofTable === undefined) known.set(table, (ofTable = new Map()));
  let groups = ofTable.get(fact);
  if (groups === undefined) {
    const [first, ...others] = factsTogether(fact).map((each) => groupRows(table, each));
    ofTable.set(fact, (groups = others.reduce(crossed, first!)));
  }
  return groups;
}

const chosen = new WeakMap<FactTable, WeakMap<ChosenGroups, Groups>>();

/** The groups that a rule is about; `undefined` where it has none. */
export function groupsOfRule(table: FactTable, { forEach, groups }: Grouped): Groups | undefined {
  if (forEach === undefined) return undefined;
  const all = groupsOf(table, forEach);
  if (groups === undefined) return all;
  let ofTable = chosen.get(table);
  if (ofTable === undefined) chosen.set(table, (ofTable = new WeakMap()));
  let own = ofTable.get(groups);
  if (own === undefined) {
    own = 'values' in groups ? listed(all, groups.values) : admitted(all, decideNow(table, groups.where));
    ofTable.set(groups, own);
  }
  return own;
}

/** The groups of a list, in its order, whether a row is in them or not. */
function listed(all: Groups, values: readonly string[]): Groups {
  const numberOf = new Map(values.map((value, index) => [wordKey(value), index]));
  return renumbered(
    all,
    values,
    all.values.map((value) => numberOf.get(wordKey(value))),
  );
}

/** The groups of rows that match for sure. */
function admitted(all: Groups, { verdicts }: Decided): Groups {
  const isAdmitted = new Uint8Array(all.values.length);
  all.of.forEach((group, row) => {
    if (group >= 0 && verdicts[row] === VERDICT.yes) isAdmitted[group] = 1;
  });
  let next = 0;
  const numbers = all.values.map((_, group) => (isAdmitted[group] === 1 ? next++ : undefined));
  return renumbered(
    all,
    all.values.filter((_, group) => isAdmitted[group] === 1),
    numbers,
  );
}

/** @param numbers of every group its new number; `undefined`: it is another one now. */
function renumbered(
  all: Groups,
  values: readonly string[],
  numbers: readonly (number | undefined)[],
): Groups {
  const chosen = [...numbers.keys()].filter((group) => numbers[group] !== undefined);
  const parts = all.parts?.map(({ ofRow, ofGroup }): GroupPart => {
    const own = new Int32Array(values.length);
    for (const group of chosen) own[numbers[group]!] = ofGroup[group]!;
    return { ofRow, ofGroup: own };
  });
  // Who has no value, or not every one, is in another group where none of the chosen ones is possible.
  const isPossible = (row: number): boolean =>
    parts === undefined ? values.length > 0 : chosen.some((group) => mayBeIn(all, row, group));
  return {
    values,
    of: all.of.map((group, row) =>
      group >= 0 ? (numbers[group] ?? OTHER_GROUP) : isPossible(row) ? group : OTHER_GROUP,
    ),
    ...(parts && { parts }),
  };
}

/** Groups of those who are together in both: one for every pair that a row has. Who lacks one is in none. */
function crossed(one: Groups, other: Groups): Groups {
  const pairs = new Set<number>();
  const width = other.values.length;
  const pairOf = (row: number): number => {
    const [mine, its] = [one.of[row]!, other.of[row]!];
    if (mine >= 0 && its >= 0) return mine * width + its;
    return mine === NO_GROUP || its === NO_GROUP ? NO_GROUP : OPEN_GROUP;
  };
  for (let row = 0; row < one.of.length; row += 1) {
    const pair = pairOf(row);
    if (pair >= 0) pairs.add(pair);
  }
  const inOrder = Float64Array.from(pairs).sort();
  const numberOf = new Map(Array.from(inOrder, (pair, group) => [pair, group]));
  const nameOf = (pair: number): string =>
    groupTogether([one.values[Math.floor(pair / width)]!, other.values[pair % width]!]);
  const [ones, others] = [
    inOrder.map((pair) => Math.floor(pair / width)),
    inOrder.map((pair) => pair % width),
  ];
  return {
    parts: [...partsOf(one, ones), ...partsOf(other, others)],
    values: Array.from(inOrder, nameOf),
    of: one.of.map((_, row) => {
      const pair = pairOf(row);
      return pair < 0 ? pair : numberOf.get(pair)!;
    }),
  };
}

/** The values of a fact of which a cell has several: their names in order, and for each cell of `groupsOf` its own. */
export interface SeveralValues {
  readonly names: readonly string[];
  readonly ofCell: readonly (readonly number[])[];
}

/** Takes the cells of a column with several values apart; what differs in spelling alone is one value. */
export function valuesOfCells({ values }: Groups): SeveralValues {
  const nameOf = new Map<string, string>();
  const cells = values.map((cell) =>
    valuesTogether(cell).map((value) => {
      const key = wordKey(value);
      if (!nameOf.has(key)) nameOf.set(key, value);
      return key;
    }),
  );
  const inOrder = [...nameOf].sort(([, one], [, other]) => (one < other ? -1 : 1));
  const numberOf = new Map(inOrder.map(([key], index) => [key, index]));
  return {
    names: inOrder.map(([, name]) => name),
    ofCell: cells.map((keys) => [...new Set(keys.map((key) => numberOf.get(key)!))]),
  };
}

/** Whether two rows may be in one group, by what is known of both. */
export function mayShareGroup({ of, parts }: Groups, one: number, other: number): boolean {
  const facts = parts ?? [{ ofRow: of }];
  return facts.every(({ ofRow }) => ofRow[one]! < 0 || ofRow[other]! < 0 || ofRow[one] === ofRow[other]);
}

/** @param groups of every pair its group on one side. */
function partsOf({ of, parts }: Groups, groups: Float64Array): readonly GroupPart[] {
  const single = [{ ofRow: of, ofGroup: undefined }];
  return (parts ?? single).map(({ ofRow, ofGroup }) => ({
    ofRow,
    ofGroup: Int32Array.from(groups, (group) => ofGroup?.[group] ?? group),
  }));
}

function groupRows(table: FactTable, fact: string): Groups {
  const column = table.fact(fact);
  if (column === undefined) throw new Error(`The table has no fact ${fact}`);
  if ('codes' in column) {
    const used = new Uint8Array(column.values.length);
    for (let row = 0; row < column.codes.length; row += 1) used[column.codes[row]!] = 1;
    const named = column.values.map((value, code) => ({ name: String(value), code }));
    const isGroup = (code: number): boolean => code !== 0 && (column.standing === true || used[code] === 1);
    const groups = named.filter(({ code }) => isGroup(code));
    const present = column.ordered === true ? groups : groups.sort(byName);
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
