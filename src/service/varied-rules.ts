import type { RuleSet } from '../rules/rule-set.ts';
import { scenariosOfJson } from '../scenarios/load.ts';
import { applyScenario, named } from '../scenarios/scenario.ts';
import type { Problem, Reading } from '../words/problem.ts';
import type { Question } from './requests.ts';

/** A scenario as a question carries it: changes of rules, without a name. */
export type AskedScenario = NonNullable<Question['scenario']>;

/**
 * A rule set with the scenario of a question laid over it, as a scenario file would lay them: one reader
 * for both. Its hash is that of the rule set and the scenario together, so that answers under different
 * quotas never claim the same inputs.
 */
export function variedRules(ruleSet: RuleSet, scenario: AskedScenario): Reading<RuleSet> {
  const text = JSON.stringify({ scenarios: [{ id: 'asked', ...scenario }] });
  const reading = scenariosOfJson(text, 'body', ruleSet);
  if (!reading.ok) return { ok: false, problems: reading.problems.map(inBody) };
  const asked = reading.value[0]!;
  const { ruleSet: varied } = applyScenario(ruleSet, asked);
  return { ok: true, value: varied === ruleSet ? ruleSet : named(varied, ruleSet, asked, text) };
}

/** The same problem at its place in the body of the question. */
function inBody(found: Problem): Problem {
  const field = (found.place?.field ?? '').replace(/^\/scenarios\/0/, '/scenario');
  return { ...found, place: { file: 'body', field } };
}
