import { join } from 'node:path';
import { RULES_FOLDER } from '../rules/load.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { chosenScenarios, loadScenarios, scenariosFrom } from '../scenarios/load.ts';
import { joined, namedEvenIfSame, type Scenario, underScenario } from '../scenarios/scenario.ts';
import { type Decisions, NO_DECISIONS } from '../slate/requests.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { bytesNamed, isStdin, shownFile } from './standard-input.ts';

/** Rules and decisions as a scenario leaves them. */
export interface Under {
  readonly rules: Reading<RuleSet>;
  readonly decisions?: Decisions;
}

/** The file of `FILE` or `FILE#ID`. */
export function fileOfScenario(spec: string): string {
  const at = spec.lastIndexOf('#');
  return at === -1 ? spec : spec.slice(0, at);
}

/** The rules under the scenario that the command line names, `FILE` or `FILE#ID`; as they are without one. */
export async function underNamed(
  named: { readonly scenario?: string | undefined; readonly decisions?: Decisions },
  rules: Reading<RuleSet>,
  signal: AbortSignal,
): Promise<Under> {
  const { scenario: spec, decisions } = named;
  if (spec === undefined) return { rules, ...(decisions && { decisions }) };
  if (!rules.ok) {
    const problems = [...rules.problems, ...(await unreadable(fileOfScenario(spec), signal))];
    return { rules: { ok: false, problems }, ...(decisions && { decisions }) };
  }
  const found = await scenarioNamed(spec, rules.value, signal);
  if (!found.ok) return { rules: found, ...(decisions && { decisions }) };
  const under = underScenario(rules.value, found.value);
  return {
    rules: { ok: true, value: namedEvenIfSame(under.ruleSet, found.value) },
    decisions: joined(under.decisions, decisions ?? NO_DECISIONS),
  };
}

/** Scenarios are read under their rules; without those, only whether there is such a file can be told. */
async function unreadable(file: string, signal: AbortSignal): Promise<readonly Problem[]> {
  if (isStdin(file)) return [];
  const bytes = await bytesNamed(file, signal);
  return bytes.ok ? [] : bytes.problems;
}

async function scenarioNamed(
  spec: string,
  ruleSet: RuleSet,
  signal: AbortSignal,
): Promise<Reading<Scenario>> {
  const file = fileOfScenario(spec);
  const all = await scenariosIn(file, ruleSet, signal);
  if (!all.ok) return all;
  if (file !== spec) {
    const chosen = chosenScenarios(all.value, [spec.slice(file.length + 1)]);
    return chosen.ok ? { ok: true, value: chosen.value[0]! } : chosen;
  }
  const [first, second] = all.value;
  if (first === undefined) return failed(problem('cli.no-scenarios', { file }));
  if (second === undefined) return { ok: true, value: first };
  return failed(problem('cli.which-scenario', { file, allowed: all.value.map(({ id }) => id) }));
}

async function scenariosIn(
  file: string,
  ruleSet: RuleSet,
  signal: AbortSignal,
): Promise<Reading<readonly Scenario[]>> {
  if (!isStdin(file)) return loadScenarios(file, ruleSet);
  const bytes = await bytesNamed(file, signal);
  return bytes.ok ? scenariosFrom(bytes.value, shownFile(file), ruleSet) : bytes;
}

/**
 * The scenarios that the command line names by their ids, all if by none.
 *
 * @param rules id or file of the rules, and what was read there: scenarios stand beside them where no
 *   other file is given.
 */
export async function scenariosNamed(
  file: string | undefined,
  ids: readonly string[],
  rules: { readonly named: string; readonly read: Reading<RuleSet> },
  signal: AbortSignal,
): Promise<Reading<readonly Scenario[]>> {
  const { named, read } = rules;
  if (!read.ok) {
    return { ok: false, problems: file === undefined ? [] : await unreadable(file, signal) };
  }
  // Rules from standard input are read once, as rules; scenarios need a file.
  if (file === undefined && isStdin(named)) return failed(problem('cli.no-scenarios', { file: named }));
  const all = await scenariosIn(file ?? fileOfRules(named), read.value, signal);
  if (!all.ok) return all;
  if (all.value.length === 0) return failed(problem('cli.no-scenarios', { file: file ?? named }));
  return chosenScenarios(all.value, ids.length === 0 ? undefined : ids);
}

/** The file of rules that the command line names by id or file: scenarios may stand beside them. */
export function fileOfRules(idOrFile: string): string {
  return /\.(?:ya?ml|json)$/i.test(idOrFile) ? idOrFile : join(RULES_FOLDER, `${idOrFile}.yaml`);
}

function failed(found: Problem): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [found] };
}
