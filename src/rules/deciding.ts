import { Engine } from 'json-rules-engine';
import type { RuleProperties } from 'json-rules-engine';
import { type Classing, type ClassRange, classify } from './classing.ts';
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
  const combinations = new Map<string, Combinations>();
  return Promise.all(conditions.map((condition) => decideOne(table, condition, classings, combinations)));
}

/** The classes of every fact that the conditions read, by its name. */
export function classifyFacts(
  table: FactTable,
  conditions: readonly Condition[],
): ReadonlyMap<string, Classing> {
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
  combinations: Map<string, Combinations>,
): Promise<Decided> {
  const facts = [...new Set(leavesOf(condition).map((leaf) => leaf.fact))];
  const mine = facts.map((fact) => classings.get(fact)!);
  const together = facts.join(' ');
  const known = combinations.get(together);
  const [keys, distinct] = known ?? combine(table.size, mine);
  if (known === undefined) combinations.set(together, [keys, distinct]);
  const verdictOf = new Uint8Array(distinct.length);
  for (const [index, states] of distinct.entries()) {
    const ranges = states.map((state, position) => mine[position]!.ranges[state]!);
    verdictOf[index] = await verdictOver(condition, facts, mine, ranges);
  }
  const verdicts = new Uint8Array(table.size);
  for (let row = 0; row < verdicts.length; row += 1) verdicts[row] = verdictOf[keys[row]!]!;
  return { verdicts, facts };
}

/** What a condition says of all values in these ranges of classes: `open` unless every combination agrees. */
async function verdictOver(
  condition: Condition,
  facts: readonly string[],
  classings: readonly Classing[],
  ranges: readonly ClassRange[],
): Promise<number> {
  let said: boolean | undefined;
  for (const classes of product(ranges)) {
    const values = classes.map((each, position) => classings[position]!.representatives[each]!);
    const answer = await holds(condition, facts, values);
    if (said !== undefined && answer !== said) return VERDICT.open;
    said = answer;
  }
  return said === true ? VERDICT.yes : VERDICT.no;
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

/** Every way to pick one class from each range. */
function* product(ranges: readonly ClassRange[]): Generator<readonly number[]> {
  const [head, ...tail] = ranges;
  if (head === undefined) {
    yield [];
    return;
  }
  for (let each = head[0]; each <= head[1]; each += 1) {
    for (const rest of product(tail)) yield [each, ...rest];
  }
}

/** A condition's engine, what it has said of which values, and the run that the next one waits for. */
interface Deciding {
  readonly engine: Engine;
  readonly said: Map<string, Promise<boolean>>;
  last: Promise<unknown>;
}

const decidings = new WeakMap<Condition, Deciding>();

/**
 * Whether a condition holds of these values, by json-rules-engine. The engine is a pure function of the
 * values, so it is asked once for each combination, however many pools, slates and models follow.
 *
 * One run at a time: an engine that ends one run skips the rules of every other run it is in, and those
 * then say "no" of everything.
 */
function holds(condition: Condition, facts: readonly string[], values: readonly Scalar[]): Promise<boolean> {
  let deciding = decidings.get(condition);
  if (deciding === undefined) {
    deciding = { engine: engineFor(condition), said: new Map(), last: Promise.resolve() };
    decidings.set(condition, deciding);
  }
  const { engine, said } = deciding;
  const key = JSON.stringify(values);
  let answer = said.get(key);
  if (answer === undefined) {
    const given = Object.fromEntries(facts.map((fact, index) => [fact, values[index]]));
    answer = deciding.last.then(async () => (await engine.run(given)).events.length > 0);
    deciding.last = answer;
    said.set(key, answer);
  }
  return answer;
}

/** json-rules-engine wants a combination at the top. */
function engineFor(condition: Condition): Engine {
  const isLeaf = 'fact' in condition;
  const conditions = (isLeaf ? { all: [condition] } : condition) as RuleProperties['conditions'];
  return new Engine([{ conditions, event: { type: 'holds' } }]);
}
