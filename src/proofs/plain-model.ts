import { type FactTable, idOfRow, rowsById } from '../rules/facts/fact-table.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { plainLevels, type PlainLevel } from './plain-levels.ts';
import { plainRows } from './plain-rows.ts';
import type { RowName, SignName } from './proof.ts';

/**
 * The model that proofs are about, as anybody would write it first: one column for every candidate, from
 * 0 to 1, one row for every bound of every rule, nobody and nothing left out. For the slates x of a case
 *
 *     a·x ≤ bound (side `max`)   or   a·x ≥ bound (side `min`)          every row of a hard rule
 *     a·x − step·s ≤ bound       or   a·x + step·s ≥ bound              of a goal, at a price per s
 *
 * with whole x and whole s ≥ 0. After the candidates come the columns of signs: 1 where a group is represented,
 * or a rule inside another one is kept, which rows tie to the candidates. Each level's value, `values·x − Σ
 * price·s`, is a whole number of its units. It is made from rules and facts by a path of its own, and only of
 * what is in this folder.
 */
export interface PlainModel extends PlainProgram {
  /** The id of the candidate that a column is: all of them, in the order of the pool. */
  readonly idOf: (column: number) => string;
  /** The column of an id; `undefined` if no candidate has it. */
  readonly columnOf: (id: string) => number | undefined;
}

/** A plain model without ids: numbers alone. */
export interface PlainProgram {
  /** How many candidates there are; theirs are the first columns. */
  readonly candidates: number;
  /** The columns after those of the candidates. */
  readonly signs: readonly Sign[];
  /** 0 for who can be on no slate: excluded, set aside for a missing fact, or barred by a hard `require`. */
  readonly eligible: Uint8Array;
  readonly rows: readonly PlainRow[];
  readonly levels: readonly PlainLevel[];
  /** Of an ordered list, whose columns are people at places: who each column is, by number. */
  readonly people?: Uint32Array;
}

/** A column that a slate makes 1 where all these sums lie within their bounds, and 0 where they do not. */
export interface Sign {
  readonly name: SignName;
  readonly where: readonly {
    readonly terms: readonly Term[];
    readonly least: number;
    readonly most: number;
  }[];
}

/** Columns with the same coefficient in a row. */
export interface Term {
  readonly columns: Uint32Array;
  readonly coefficient: number;
}

/** One inequality. All numbers are whole; a column is in at most one of the terms. */
export interface PlainRow {
  readonly name: RowName;
  readonly side: 'min' | 'max';
  readonly bound: number;
  readonly terms: readonly Term[];
  /** Of what is added up, what 1 of the fact is in the row, where that is a whole number; absent: 1. */
  readonly perFact?: number;
  /** Present: the row may be missed, by so many of its units a step. */
  readonly goal?: { readonly step: number; readonly weight: number; readonly perMember: number };
}

/** The rows of all rules, and who is out whatever the slate is. */
export interface RowsOfRules {
  readonly rows: readonly PlainRow[];
  /** What rules count that count no members; their columns come after those of the candidates. */
  readonly signs: readonly Sign[];
  /** 1 for candidates who lack a fact that a rule needs of them: they are set aside. */
  readonly open: Uint8Array;
  /** 1 for candidates whom a hard `require` keeps out. */
  readonly barred: Uint8Array;
}

/** Decisions on persons by id. */
interface PlainDecisions {
  readonly pin: readonly string[];
  readonly exclude: readonly string[];
  readonly together: readonly (readonly string[])[];
  readonly apart: readonly (readonly string[])[];
}

/** What a plain model is made of. */
export interface PlainCase {
  readonly ruleSet: RuleSet;
  readonly facts: FactTable;
  readonly decisions: PlainDecisions;
}

/** The rules and values of a case, without decisions: they serve every question about it. */
interface PlainBase {
  readonly rows: readonly PlainRow[];
  readonly signs: readonly Sign[];
  readonly eligible: Uint8Array;
  readonly levels: readonly PlainLevel[];
}

const known = new WeakMap<FactTable, WeakMap<RuleSet, PlainBase>>();

/** The rules and values of a case; made once for the same facts and rules. */
function baseOf({ facts, ruleSet }: PlainCase): PlainBase {
  let ofFacts = known.get(facts);
  if (ofFacts === undefined) known.set(facts, (ofFacts = new WeakMap()));
  let base = ofFacts.get(ruleSet);
  if (base === undefined) {
    const { rows, signs, open, barred } = plainRows(ruleSet, facts);
    const { levels, open: valueless } = plainLevels(ruleSet, facts, rows);
    const eligible = new Uint8Array(facts.size + signs.length).fill(1);
    open.forEach((isOpen, row) => (eligible[row] = Number(!isOpen && !valueless[row] && !barred[row])));
    const valued = levels.map((level) => ({ ...level, values: withZeros(level.values, signs.length) }));
    ofFacts.set(ruleSet, (base = { rows, signs, eligible, levels: valued }));
  }
  return base;
}

/** Signs are worth nothing. */
function withZeros(values: Float64Array, signs: number): Float64Array {
  if (signs === 0) return values;
  const all = new Float64Array(values.length + signs);
  all.set(values);
  return all;
}

/** Makes the plain model of a case. Who is named has rows of the table, unless rules forbid every one of a candidate. */
export function plainModel(asked: PlainCase): PlainModel {
  const { facts, decisions } = asked;
  const base = baseOf(asked);
  const named = [decisions.pin, decisions.exclude, ...decisions.together, ...decisions.apart].flat();
  const own = columnsOfPersons(facts, named);
  const columnsOf = (ids: readonly string[]): Uint32Array =>
    Uint32Array.from(ids.flatMap((id) => own.get(id) ?? columnOf(facts, id) ?? [])).sort();
  const eligible = base.eligible.slice();
  for (const column of columnsOf(decisions.exclude)) eligible[column] = 0;
  const rows = [
    ...base.rows,
    ...[...new Set(decisions.pin)].map((id) => pinRow(id, columnsOf)),
    ...decisions.together.flatMap((group) => togetherRows([...new Set(group)], columnsOf)),
    ...decisions.apart.map((group) => apartRow(group, columnsOf)),
  ];
  const { signs, levels } = base;
  const people = asked.ruleSet.list === undefined ? undefined : peopleOf(facts);
  return {
    candidates: facts.size,
    idOf: (column) => idOfRow(facts, column),
    columnOf: (id) => columnOf(facts, id),
    signs,
    eligible,
    rows,
    levels,
    ...(people !== undefined && { people }),
  };
}

/** The column of an id. The table may know a quick way to it, which is not believed. */
function columnOf(facts: FactTable, id: string): number | undefined {
  const row = rowsById(facts).get(id);
  return row !== undefined && idOfRow(facts, row) === id ? row : undefined;
}

function peopleOf({ personOf, size }: FactTable): Uint32Array | undefined {
  if (personOf === undefined) return undefined;
  const numbers = new Map<string, number>();
  return Uint32Array.from({ length: size }, (_, column) => {
    const person = personOf(column);
    const number = numbers.get(person) ?? numbers.size;
    numbers.set(person, number);
    return number;
  });
}

/** The columns of each candidate of a placement who is named: all their appointments. */
function columnsOfPersons(
  { personOf, size }: FactTable,
  named: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const columns = new Map<string, number[]>();
  if (personOf === undefined || named.length === 0) return columns;
  const wanted = new Set(named);
  for (let column = 0; column < size; column += 1) {
    const person = personOf(column);
    if (!wanted.has(person)) continue;
    const known = columns.get(person);
    if (known === undefined) columns.set(person, [column]);
    else known.push(column);
  }
  return columns;
}

/** Who is pinned is on the slate. */
function pinRow(pin: string, columnsOf: (ids: readonly string[]) => Uint32Array): PlainRow {
  const terms = [{ columns: columnsOf([pin]), coefficient: 1 }];
  return { name: { pin }, side: 'min', bound: 1, terms };
}

/** Everybody of the group comes and goes with the first: x_first − x_other = 0. */
function togetherRows(
  [first, ...others]: readonly string[],
  columnsOf: (ids: readonly string[]) => Uint32Array,
): readonly PlainRow[] {
  return others.flatMap((other) =>
    (['min', 'max'] as const).map((side) => ({
      name: { together: [first!, other], bound: side },
      side,
      bound: 0,
      terms: [
        { columns: columnsOf([first!]), coefficient: 1 },
        { columns: columnsOf([other]), coefficient: -1 },
      ],
    })),
  );
}

/** At most one of the group. */
function apartRow(group: readonly string[], columnsOf: (ids: readonly string[]) => Uint32Array): PlainRow {
  const columns = columnsOf([...new Set(group)]);
  return { name: { apart: [...group] }, side: 'max', bound: 1, terms: [{ columns, coefficient: 1 }] };
}
