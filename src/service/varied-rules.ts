import { createHash } from 'node:crypto';
import type { RuleSet } from '../rules/rule-set.ts';
import { scenariosOfJson } from '../scenarios/load.ts';
import { applyScenario } from '../scenarios/scenario.ts';
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
  const { ruleSet: varied } = applyScenario(ruleSet, reading.value[0]!);
  if (varied === ruleSet) return { ok: true, value: ruleSet };
  const sha256 = createHash('sha256').update(`${ruleSet.sha256}\n${text}`).digest('hex');
  return { ok: true, value: { ...varied, sha256 } };
}

/** The same problem at its place in the body of the question. */
function inBody(found: Problem): Problem {
  const field = (found.place?.field ?? '').replace(/^\/scenarios\/0/, '/scenario');
  return { ...found, place: { file: 'body', field } };
}
