import { afterAll, expect, it } from 'vitest';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import type { Rule } from '../../src/rules/rule-set.ts';
import { plainCase } from '../random-case.ts';
import { findsWaysOut, knowsWhatIsOpen, proposesBest, readsAlike } from './constructs.ts';

type CaseOptions = NonNullable<Parameters<typeof plainCase>[0]>;

/** A construct of the rule language, and in which random cases it is met. */
interface Construct {
  /** As a title says it: `a difference`. */
  readonly name: string;
  readonly isOne: (rule: Rule) => boolean;
  /** What random cases have it. */
  readonly cases: CaseOptions;
  /** What stands beside it in the larger ones. */
  readonly beside: CaseOptions;
  /** How many cases without a slate are tried. */
  readonly waysOut: number;
}

/** The tests of what must hold of every construct: best slates, checks, missing facts, ways out. */
export function testConstruct({ name, isOne, cases, beside, waysOut }: Construct): void {
  afterAll(closeSolverThreads);
  const some = (options: CaseOptions) =>
    plainCase({ ...cases, ...options }).filter(({ ruleSet }) => ruleSet.rules.some(isOne));
  const paired = some({ groups: true, rounded: true, most: 11, ...beside });
  const alone = paired.map(({ candidates, ruleSet }) => ({
    candidates,
    ruleSet: { ...ruleSet, rules: ruleSet.rules.filter(isOne).slice(0, 1) },
  }));

  it.each([
    ['alone', alone],
    ['beside other rules', paired],
  ])(`the best slate under ${name} %s is that of brute force, and proven`, async (_, each) => {
    expect(await proposesBest(each, 40)).toBeGreaterThan(30);
    expect(await readsAlike(each, 200)).toBeGreaterThan(20);
  });

  it(`a check knows what missing facts leave open of ${name}`, async () => {
    expect(await knowsWhatIsOpen(some({ most: 8, seats: [1, 5], missing: true }), 150)).toBeGreaterThan(100);
  });

  it(`the cheapest way out of ${name} is that of brute force`, async () => {
    expect(await findsWaysOut(some({ most: 7, seats: [2, 5] }), waysOut)).toBeGreaterThan(8);
  });
}

/** Six women and four men with what they are good for, made up. */
export const BOARD = `id,name,gender,skill
W1,Anne,female,95
W2,Berit,female,94
W3,Cecilie,female,93
W4,Dagny,female,92
W5,Eva,female,91
W6,Frida,female,90
M1,Gunnar,male,60
M2,Harald,male,59
M3,Ivar,male,58
M4,Jon,male,57
`;
