import type { Condition } from '../src/rules/rule-set.ts';
import { leavesOf } from '../src/rules/conditions/deciding.ts';
import { holds } from './brute-force.ts';
import type { PlainCandidate } from './random-case.ts';

/** Values that a missing fact may have: enough to tell every comparison of random conditions apart. */
const POSSIBLE = {
  gender: ['female', 'male', 'neither'],
  age: Array.from({ length: 35 }, (_, index) => 28 + index),
  unit: ['A', 'B', 'C', 'D', 'E'],
  merit: [0],
  star: [false, true],
} as const;

/** All facts of random candidates. */
export const ALL_FACTS: readonly string[] = Object.keys(POSSIBLE);

/** Every way to fill in what a candidate lacks of some facts. */
export function* completions(candidate: PlainCandidate, facts: readonly string[]): Generator<PlainCandidate> {
  const fact = facts.find((each) => candidate[each as keyof PlainCandidate] === undefined);
  if (fact === undefined) {
    yield candidate;
    return;
  }
  for (const value of POSSIBLE[fact as keyof typeof POSSIBLE]) {
    yield* completions({ ...candidate, [fact]: value }, facts);
  }
}

/** What a condition may say of a candidate, over all values of the facts that are missing. */
export function possibleAnswers(
  condition: Condition | undefined,
  candidate: PlainCandidate,
): readonly boolean[] {
  if (condition === undefined) return [true];
  const answers = new Set<boolean>();
  const facts = leavesOf(condition).map((leaf) => leaf.fact);
  for (const each of completions(candidate, facts)) answers.add(holds(condition, each));
  return [...answers];
}
