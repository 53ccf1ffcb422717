import { parseScenarios } from '../../src/scenarios/load.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';
import { ruleSetFrom } from '../rules/reading.ts';

/** A rule set with one rule of each kind that scenarios change. */
export const RULES = await ruleSetFrom(`
id: r
referenceDate: 2020-06-05
size: { min: 5, max: 8 }
rules:
  - id: women
    title: Women
    count: { where: { fact: gender, operator: equal, value: female }, exactly: 3 }
  - id: under-40
    count: { where: { fact: age, operator: lessThan, value: 40 }, min: 1, max: 4 }
  - id: newcomers
    title: Newcomers
    share: { where: { fact: newcomer, operator: equal, value: true }, min: 1/3 }
  - id: adults
    title: Adults
    require: { satisfy: { fact: age, operator: greaterThanInclusive, value: 18 } }
objective:
  - { fact: examScore, weight: 0.5 }
  - { where: { fact: source, operator: equal, value: examination }, weight: 5 }
facts: { examScore: { type: number, default: 0 } }
`);

/** The scenarios of a text over {@link RULES}; throws with all problems if there are any. */
export function scenariosFrom(text: string): readonly Scenario[] {
  return valueOf(parseScenarios(text, 's.yaml', RULES));
}

/** Every problem of a text as English readers see it. */
export function problemsIn(text: string): readonly string[] {
  const reading = parseScenarios(text, 's.yaml', RULES);
  return reading.ok ? [] : reading.problems.map((each) => describeProblem(each, 'en'));
}
