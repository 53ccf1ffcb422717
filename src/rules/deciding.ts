import { Engine } from 'json-rules-engine';
import type { RuleProperties } from 'json-rules-engine';
import { type Classing, classify, classRange } from './classing.ts';
import type { FactTable } from './fact-table.ts';
import type { Condition, Leaf, Scalar } from './rule-set.ts';

/** What a condition says of a row: no, yes, or that it depends on a value that is missing or too rough. */
export const VERDICT = { no: 0, yes: 1, open: 2 } as const;

/** One condition decided on every row of a table. */
export interface Decided {
  /** A {@link VERDICT} per row. */
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
 * Decides conditions on all rows of a table, by json-rules-engine. Rows are grouped by the classes
 * (`classing.ts`) of the facts that a condition reads; the engine runs once per combination of
 * classes that occurs. A row whose value is missing or only roughly known may be in several classes:
 * its verdict is `open` unless all of them agree, so nobody counts by accident and a man without a
 * birth date is still no woman under 40.
 *
 * @throws Error if the table lacks a fact; callers name missing columns before they decide.
 */
export async function decide(
  table: FactTable,
  conditions: readonly Condition[],
): Promise<readonly Decided[]> {
  const classings = classifyFacts(table, conditions);
  return Promise.all(conditions.map((condition) => decideOne(table, condition, classings)));
}

function classifyFacts(table: FactTable, conditions: readonly Condition[]): ReadonlyMap<string, Classing> {
  const leaves = Map.groupBy(conditions.flatMap(leavesOf), (leaf) => leaf.fact);
  return new Map(
    [...leaves].map(([fact, mine]) => {
      const column = table.fact(fact);
      if (column === undefined) throw new Error(`The table has no fact ${fact}`);
      return [fact, classify(column, mine)];
    }),
  );
}

async function decideOne(
  table: FactTable,
  condition: Condition,
  classings: ReadonlyMap<string, Classing>,
): Promise<Decided> {
  const facts = [...new Set(leavesOf(condition).map((leaf) => leaf.fact))];
  const mine = facts.map((fact) => classings.get(fact)!);
  const [keys, distinct] = combine(table.size, mine);
  const engine = engineFor(condition);
  const decided = new Map<string, boolean>();
  const verdictOf = new Uint8Array(distinct.length);
  for (const [index, states] of distinct.entries()) {
    const ranges = states.map((state, position) => classRange(mine[position]!, state));
    const answers = new Set<boolean>();
    for (const classes of product(ranges)) {
      const key = classes.join();
      let answer = decided.get(key);
      if (answer === undefined) {
        const values = classes.map((each, position) => mine[position]!.representatives[each]!);
        answer = await runEngine(engine, facts, values);
        decided.set(key, answer);
      }
      answers.add(answer);
      if (answers.size === 2) break;
    }
    if (answers.size === 2) verdictOf[index] = VERDICT.open;
    else verdictOf[index] = answers.has(true) ? VERDICT.yes : VERDICT.no;
  }
  return { verdicts: Uint8Array.from(keys, (key) => verdictOf[key]!), facts };
}

/** Numbers the combinations of states that occur, and says for every row which one it has. */
function combine(
  size: number,
  classings: readonly Classing[],
): [Uint32Array, readonly (readonly number[])[]] {
  let keys = new Uint32Array(size);
  let distinct: (readonly number[])[] = [[]];
  for (const { states, representatives } of classings) {
    const width = representatives.length ** 2;
    const numbers = new Map<number, number>();
    const next: (readonly number[])[] = [];
    const combined = new Uint32Array(size);
    let seen = -1;
    let number = 0;
    for (let row = 0; row < size; row += 1) {
      const key = keys[row]! * width + states[row]!;
      if (key !== seen) {
        seen = key;
        const known = numbers.get(key);
        if (known === undefined) {
          number = next.push([...distinct[keys[row]!]!, states[row]!]) - 1;
          numbers.set(key, number);
        } else number = known;
      }
      combined[row] = number;
    }
    keys = combined;
    distinct = next;
  }
  return [keys, distinct];
}

/** Every way to pick one class from each range. */
function* product(ranges: readonly (readonly [number, number])[]): Generator<readonly number[]> {
  const [head, ...tail] = ranges;
  if (head === undefined) {
    yield [];
    return;
  }
  for (let each = head[0]; each <= head[1]; each += 1) {
    for (const rest of product(tail)) yield [each, ...rest];
  }
}

/** json-rules-engine wants a combination at the top. */
function engineFor(condition: Condition): Engine {
  const isLeaf = 'fact' in condition;
  const conditions = (isLeaf ? { all: [condition] } : condition) as RuleProperties['conditions'];
  return new Engine([{ conditions, event: { type: 'holds' } }]);
}

async function runEngine(
  engine: Engine,
  facts: readonly string[],
  values: readonly Scalar[],
): Promise<boolean> {
  const { events } = await engine.run(Object.fromEntries(facts.map((fact, index) => [fact, values[index]])));
  return events.length > 0;
}
