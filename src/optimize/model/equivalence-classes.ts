import { type Checkpoint, NO_LIMIT } from '../../rules/checkpoint.ts';
import { classifyFacts } from '../../rules/conditions/deciding.ts';
import { type FactTable, sliceOf } from '../../rules/facts/fact-table.ts';
import type { Condition } from '../../rules/rule-set.ts';
import { groupsOf, OPEN_GROUP } from '../../rules/groups/groups.ts';
import { type Codes, numberRowsUpTo } from './numbering.ts';

/**
 * Rows of a table that no condition and no `forEach` of a rule set can tell apart are equivalent. Whatever a
 * rule says of one of them it says of all, so rules are decided once per class of equivalent rows: of 100,000
 * candidates under the reference rules there are some 16,000 classes. What candidates are worth may differ
 * within a class.
 */
export interface EquivalenceClasses {
  /** The equivalence class of every row. */
  readonly of: Uint32Array;
  /** How many rows each equivalence class has. */
  readonly sizes: Uint32Array;
  /** The first row of each equivalence class, as a table of its own. */
  readonly table: FactTable;
}

/**
 * Puts the rows of a table into equivalence classes.
 *
 * @param groupings the facts by whose values rules count.
 * @throws Error if the table lacks a fact; callers name missing columns before they decide.
 */
export async function equivalenceClasses(
  table: FactTable,
  conditions: readonly Condition[],
  groupings: ReadonlySet<string>,
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<EquivalenceClasses> {
  const classings = [...(await classifyFacts(table, conditions, checkpoint)).values()];
  const codes: Codes[] = [
    ...classings.map(({ states, ranges }) => ({ ...states, radix: ranges.length })),
    ...Array.from(groupings, (fact) => groupCodes(table, fact)),
  ];
  await checkpoint.yieldOrThrow();
  // Where classes are hardly fewer than rows the way through them would cost more than it saves.
  const numbering = await numberRowsUpTo(table.size / 2, table.size, codes, checkpoint);
  await checkpoint.yieldOrThrow();
  if (numbering === undefined) return everyRowAlone(table);
  const { numberOf, count } = numbering;
  const sizes = new Uint32Array(count);
  const first = new Uint32Array(count);
  for (let row = table.size - 1; row >= 0; row -= 1) {
    sizes[numberOf[row]!]! += 1;
    first[numberOf[row]!] = row;
  }
  return { of: numberOf, sizes, table: sliceOf(table, first) };
}

/** Every row is a class of its own. */
export function everyRowAlone(table: FactTable): EquivalenceClasses {
  return { of: ownNumbers(table.size), sizes: new Uint32Array(table.size).fill(1), table };
}

function ownNumbers(size: number): Uint32Array {
  const numbers = new Uint32Array(size);
  for (let row = 0; row < size; row += 1) numbers[row] = row;
  return numbers;
}

function groupCodes(table: FactTable, fact: string): Codes {
  const column = table.fact(fact);
  // No two codes are of one group.
  if (column !== undefined && 'codes' in column) {
    return { numbers: column.codes, radix: column.values.length };
  }
  const { of, values } = groupsOf(table, fact);
  return { numbers: of.map((group) => group - OPEN_GROUP), radix: values.length - OPEN_GROUP };
}

/** A whole number for every row of a table, kept once per equivalence class. */
export class SharedNumbers<Numbers extends Uint32Array | Uint8Array = Uint32Array> {
  /** By equivalence class. */
  readonly numbers: Numbers;
  /** The equivalence class of every row. */
  readonly of: Uint32Array;

  constructor(numbers: Numbers, of: Uint32Array) {
    this.numbers = numbers;
    this.of = of;
  }

  /** The number of a row. */
  at(row: number): number {
    return this.numbers[this.of[row]!]!;
  }

  /** Calls for every row in order. */
  forEach(told: (number: number, row: number) => void): void {
    for (let row = 0; row < this.of.length; row += 1) told(this.at(row), row);
  }
}

/** Numbers that differ from row to row. */
export function rowNumbers(numbers: Uint32Array): SharedNumbers {
  return new SharedNumbers(numbers, ownNumbers(numbers.length));
}
