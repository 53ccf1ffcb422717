import type { FactTable } from '../../rules/fact-table.ts';

/** Of a row without a value. */
export const NO_GROUP = -1;
/** Of a row whose value is known only roughly. */
export const OPEN_GROUP = -2;

/** The groups of a `forEach` fact: its values in the table, ordered, and the group of every row. */
export interface Groups {
  readonly values: readonly string[];
  /** Index into `values`; −1: no value, so in no group; −2: known only roughly. */
  readonly of: Int32Array;
}

const known = new WeakMap<FactTable, Map<string, Groups>>();

/** Groups the rows of a table by the value of a fact; once, however often it is asked. */
export function groupsOf(table: FactTable, fact: string): Groups {
  let ofTable = known.get(table);
  if (ofTable === undefined) known.set(table, (ofTable = new Map()));
  let groups = ofTable.get(fact);
  if (groups === undefined) ofTable.set(fact, (groups = groupRows(table, fact)));
  return groups;
}

function groupRows(table: FactTable, fact: string): Groups {
  const column = table.fact(fact);
  if (column === undefined) throw new Error(`The table has no fact ${fact}`);
  if ('codes' in column) {
    const used = new Uint8Array(column.values.length);
    for (let row = 0; row < column.codes.length; row += 1) used[column.codes[row]!] = 1;
    const named = column.values.map((value, code) => ({ name: String(value), code }));
    const isGroup = (code: number): boolean => code !== 0 && (column.standing === true || used[code] === 1);
    const present = named.filter(({ code }) => isGroup(code)).sort(byName);
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
