import { createHash } from 'node:crypto';
import type { RuleSet } from '../rules/rule-set.ts';
import { parseScenarios } from '../scenarios/load.ts';
import { applyScenario } from '../scenarios/scenario.ts';
import type { Problem, Reading } from '../words/problem.ts';
import type { Question } from './requests.ts';

/** Changes of rules as a question carries them. */
export type QuestionChanges = NonNullable<Question['changes']>;

/**
 * A rule set with the changes of a question laid over it, as a scenario file would lay them: one reader
 * for both. Its hash is that of the rule set and the changes together, so that answers under different
 * quotas never claim the same inputs.
 */
export function variedRules(ruleSet: RuleSet, changes: QuestionChanges): Reading<RuleSet> {
  const text = JSON.stringify({ scenarios: [{ id: 'asked', ...changes }] });
  const reading = parseScenarios(text, 'body', ruleSet);
  if (!reading.ok) return { ok: false, problems: reading.problems.map(inBody) };
  const { ruleSet: varied } = applyScenario(ruleSet, reading.value[0]!);
  if (varied === ruleSet) return { ok: true, value: ruleSet };
  const sha256 = createHash('sha256').update(`${ruleSet.sha256}\n${text}`).digest('hex');
  return { ok: true, value: { ...varied, sha256 } };
}

/** The same problem at its place in the body of the question. */
function inBody(found: Problem): Problem {
  const field = (found.place?.field ?? '').replace(/^\/scenarios\/0/, '/changes');
  return { ...found, place: { file: 'body', field } };
}
