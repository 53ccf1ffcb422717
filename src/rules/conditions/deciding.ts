import { type Checkpoint, NO_LIMIT, withGrace } from '../checkpoint.ts';
import { type Classing, classify } from './classing.ts';
import type { FactColumn, FactTable } from '../facts/fact-table.ts';
import type { Condition, Leaf } from '../rule-set.ts';
import { deciderOf, Looks } from './three-valued.ts';

/** One condition decided on every row of a table. */
export interface Decided {
  /** A verdict (`three-valued.ts`) per row. */
  readonly verdicts: Uint8Array;
  /** The facts that the condition reads. */
  readonly facts: readonly string[];
}

/** All leaves of a condition, in order. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition];
}

/**
 * Decides conditions on all rows of a table. Rows are grouped by the classes (`classing.ts`) of the facts
 * that a condition reads, and it is decided (`three-valued.ts`) once per combination of classes that
 * occurs. A row whose value is missing or only roughly known may be in several classes: its verdict is
 * `open` unless all of them agree, so nobody counts by accident and a man without a birth date is still
 * no woman under 40. What takes too long to know, of one condition or of all together, is `open`, too.
 *
 * @throws Error if the table lacks a fact; callers name missing columns before they decide.
 */
export async function decide(
  table: FactTable,
  conditions: readonly Condition[],
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<readonly Decided[]> {
  const graced = withGrace(checkpoint);
  const classings = await classifyFacts(table, conditions, graced);
  const shared: Shared = { classings, combinations: new Map(), looks: new Looks() };
  const decided: Decided[] = [];
  for (const condition of conditions) {
    await graced.yieldOrThrow();
    decided.push(await decideOne(table, condition, shared, graced));
  }
  return decided;
}

/** One condition decided at once, without letting anything in between: for a question that has no other. */
export function decideNow(table: FactTable, condition: Condition): Decided {
  const leaves = Map.groupBy(leavesOf(condition), (leaf) => leaf.fact);
  const facts = [...leaves.keys()];
  const classings = facts.map((fact) => classify(columnOf(table, fact), leaves.get(fact)!));
  const [keys, distinct] = combine(table.size, classings);
  const verdictOf = Uint8Array.from(distinct, deciderOf(condition, facts, classings));
  return { verdicts: Uint8Array.from(keys, (key) => verdictOf[key]!), facts };
}

function columnOf(table: FactTable, fact: string): FactColumn {
  const column = table.fact(fact);
  if (column === undefined) throw new Error(`The table has no fact ${fact}`);
  return column;
}

/** The classes of every fact that the conditions read, by its name. */
export async function classifyFacts(
  table: FactTable,
  conditions: readonly Condition[],
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<ReadonlyMap<string, Classing>> {
  const leaves = Map.groupBy(conditions.flatMap(leavesOf), (leaf) => leaf.fact);
  const classings = new Map<string, Classing>();
  for (const [fact, mine] of leaves) {
    await checkpoint.yieldOrThrow();
    classings.set(fact, classify(columnOf(table, fact), mine));
  }
  return classings;
}

/** Combinations between two looks at the clock: each may take milliseconds, most take none. */
const COMBINATIONS_BETWEEN = 8;

/** What conditions that are decided together have in common. */
interface Shared {
  readonly classings: ReadonlyMap<string, Classing>;
  /** By the names of facts. */
  readonly combinations: Map<string, Combinations>;
  readonly looks: Looks;
}

async function decideOne(
  table: FactTable,
  condition: Condition,
  { classings, combinations, looks }: Shared,
  checkpoint: Checkpoint,
): Promise<Decided> {
  const facts = [...new Set(leavesOf(condition).map((leaf) => leaf.fact))];
  const mine = facts.map((fact) => classings.get(fact)!);
  const together = facts.join(' ');
  const known = combinations.get(together);
  const [keys, distinct] = known ?? combine(table.size, mine);
  if (known === undefined) combinations.set(together, [keys, distinct]);
  const decider = deciderOf(condition, facts, mine, looks);
  const verdictOf = new Uint8Array(distinct.length);
  for (const [index, states] of distinct.entries()) {
    verdictOf[index] = decider(states);
    if (index % COMBINATIONS_BETWEEN === 0) await checkpoint.yieldOrThrow();
  }
  const verdicts = new Uint8Array(table.size);
  for (let row = 0; row < verdicts.length; row += 1) verdicts[row] = verdictOf[keys[row]!]!;
  return { verdicts, facts };
}

/** For every row the number of its combination of states, and the states of every combination. */
type Combinations = readonly [keys: Uint32Array, distinct: readonly (readonly number[])[]];

/** Numbers the combinations of states that occur; conditions on the same facts share them. */
function combine(size: number, classings: readonly Classing[]): Combinations {
  let keys = new Uint32Array(size);
  let distinct: (readonly number[])[] = [[]];
  for (const { states, ranges } of classings) {
    const width = ranges.length;
    // Numbers from 1 by old key and state; a plain array, since this loop sees every row of every condition.
    const numbers = new Uint32Array(distinct.length * width);
    const next: (readonly number[])[] = [];
    const combined = new Uint32Array(size);
    for (let row = 0; row < size; row += 1) {
      const state = states.numbers[states.of === undefined ? row : states.of[row]!]!;
      const key = keys[row]! * width + state;
      if (numbers[key] === 0) numbers[key] = next.push([...distinct[keys[row]!]!, state]);
      combined[row] = numbers[key]! - 1;
    }
    keys = combined;
    distinct = next;
  }
  return [keys, distinct];
}
