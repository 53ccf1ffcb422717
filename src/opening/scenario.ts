import { join } from 'node:path';
import { RULES_FOLDER } from '../rules/load.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import {
  applyScenario,
  joined,
  named,
  namedEvenIfSame,
  type Scenario,
  underScenario,
} from '../scenarios/scenario.ts';
import { type Decisions, NO_DECISIONS } from '../pool/decisions.ts';
import { placedAt, problem, type Problem, type Reading } from '../words/problem.ts';
import { asJson } from './objects.ts';
import { QUESTION, type ScenariosSource, type ScenarioSource, type TextSource } from './sources.ts';
import { bytesOfText } from './text-bytes.ts';
import { bytesOfFile } from '../tables/read-file.ts';

/** What reads scenarios is loaded where somebody has one: with the shapes of rules it takes longer than all the rest. */
const loading = () => import('../scenarios/load.ts');

/** Rules under a scenario, and the decisions that it makes. */
export interface Laid {
  readonly ruleSet: RuleSet;
  readonly decisions: Decisions;
}

/** Lays a scenario over rules; decisions of the question win over those of the scenario. */
export async function layScenario(
  source: ScenarioSource | undefined,
  ruleSet: RuleSet,
  decisions: Decisions,
): Promise<Reading<Laid>> {
  if (source === undefined) return { ok: true, value: { ruleSet, decisions } };
  if ('unreadable' in source) return { ok: false, problems: source.unreadable };
  const isNamed = 'file' in source || 'yaml' in source || 'scenario' in source;
  if (!isNamed) {
    const varied = await underChanges(ruleSet, source);
    return varied.ok ? { ok: true, value: { ruleSet: varied.value, decisions } } : varied;
  }
  const found = await oneScenario(source, ruleSet);
  if (!found.ok) return found;
  const under = underScenario(ruleSet, found.value);
  return {
    ok: true,
    value: {
      ruleSet: namedEvenIfSame(under.ruleSet, found.value),
      decisions: joined(under.decisions, decisions),
    },
  };
}

/** What is wrong with a scenario as far as can be told without its rules: whether there is such a file. */
export async function unreadableScenario(
  source: ScenarioSource | ScenariosSource | undefined,
): Promise<readonly Problem[]> {
  if (source === undefined || !('file' in source)) return [];
  const bytes = await bytesOfFile(source.file);
  return bytes.ok ? [] : bytes.problems;
}

type NamedScenario = Extract<ScenarioSource, { file: string } | { yaml: unknown } | { scenario: unknown }>;

async function oneScenario(source: NamedScenario, ruleSet: RuleSet): Promise<Reading<Scenario>> {
  if ('scenario' in source) return { ok: true, value: source.scenario };
  const all = await scenariosInText(source, ruleSet);
  if (!all.ok) return all;
  if (source.id !== undefined) {
    const { chosenScenarios } = await loading();
    const chosen = chosenScenarios(all.value, [source.id]);
    return chosen.ok ? { ok: true, value: chosen.value[0]! } : chosen;
  }
  const file = calledIn(source);
  const [first, second] = all.value;
  if (first === undefined)
    return { ok: false, problems: [problem('cli.no-scenarios', { file, option: '--scenario' })] };
  if (second === undefined) return { ok: true, value: first };
  const allowed = all.value.map(({ id }) => id);
  return { ok: false, problems: [problem('cli.which-scenario', { file, allowed })] };
}

/** The scenarios of a comparison; nothing where none are named. */
export async function scenariosOf(
  source: ScenariosSource | undefined,
  ruleSet: RuleSet,
): Promise<Reading<readonly Scenario[]>> {
  if (source === undefined) return { ok: true, value: [] };
  if (isList(source)) return listedScenarios(source, ruleSet);
  if ('unreadable' in source) return { ok: false, problems: source.unreadable };
  const all = await scenariosInText(
    'besideRules' in source ? { file: fileOfRules(source.besideRules) } : source,
    ruleSet,
  );
  if (!all.ok) return all;
  if (all.value.length === 0) {
    return {
      ok: false,
      problems: [problem('cli.no-scenarios', { file: shownIn(source), option: '--scenarios' })],
    };
  }
  const { chosenScenarios } = await loading();
  return chosenScenarios(all.value, source.ids?.length === 0 ? undefined : source.ids);
}

function shownIn(source: Exclude<ScenariosSource, readonly object[] | { unreadable: unknown }>): string {
  if ('besideRules' in source) return source.besideRules;
  if ('file' in source) return source.file;
  return source.shown ?? source.called ?? 'scenarios';
}

/** The file of rules by id or path: scenarios may stand in it, too. */
export function fileOfRules(idOrFile: string): string {
  return /\.(?:ya?ml|json)$/i.test(idOrFile) ? idOrFile : join(RULES_FOLDER, `${idOrFile}.yaml`);
}

function isList(source: ScenariosSource): source is readonly object[] {
  return Array.isArray(source);
}

async function listedScenarios(
  written: readonly object[],
  ruleSet: RuleSet,
): Promise<Reading<readonly Scenario[]>> {
  const text = asJson({ scenarios: written }, { file: QUESTION, field: '/scenarios' });
  if (!text.ok) return text;
  const { scenariosOfJson } = await loading();
  const read = scenariosOfJson(text.value, QUESTION, ruleSet);
  if (!read.ok) {
    const at = ({ place }: Problem) => ({ file: QUESTION, field: place?.field ?? '' });
    return { ok: false, problems: read.problems.map((found) => placedAt(found, at(found))) };
  }
  const placed = read.value.map((each, index) => ({
    ...each,
    origin: { file: QUESTION, field: `/scenarios/${index}` },
  }));
  return { ok: true, value: placed };
}

/** A file of scenarios, or its text. */
type ScenariosText =
  | { readonly file: string }
  | { readonly yaml: TextSource; readonly called?: string | undefined };

/** All scenarios of a file. */
async function scenariosInText(
  source: ScenariosText,
  ruleSet: RuleSet,
): Promise<Reading<readonly Scenario[]>> {
  const { loadScenarios, scenariosFrom } = await loading();
  if ('file' in source) return loadScenarios(source.file, ruleSet);
  const { called = 'scenarios' } = source;
  const bytes = await bytesOfText(source.yaml, called);
  return bytes.ok ? scenariosFrom(bytes.value, called, ruleSet) : bytes;
}

function calledIn(source: NamedScenario): string {
  if ('file' in source) return source.file;
  return 'yaml' in source ? (source.called ?? 'scenarios') : source.scenario.id;
}

/** Changes of rules without a name, as a scenario file writes them. */
type Changes = Exclude<ScenarioSource, NamedScenario | { unreadable: unknown }>;

/** A rule set under the changes of a question; its hash is that of both, so that answers never claim the same inputs. */
async function underChanges(ruleSet: RuleSet, changes: Changes): Promise<Reading<RuleSet>> {
  const { scenariosOfJson } = await loading();
  const text = JSON.stringify({ scenarios: [{ id: 'asked', ...changes }] });
  const reading = scenariosOfJson(text, QUESTION, ruleSet);
  if (!reading.ok) return { ok: false, problems: reading.problems.map(inQuestion) };
  const asked = reading.value[0]!;
  const { ruleSet: varied } = applyScenario(ruleSet, { ...asked, decisions: NO_DECISIONS });
  return { ok: true, value: varied === ruleSet ? ruleSet : named(varied, ruleSet, asked, text) };
}

/** The same problem at its place in the question. */
function inQuestion(found: Problem): Problem {
  const field = (found.place?.field ?? '').replace(/^\/scenarios\/0/, '/scenario');
  return placedAt(found, { file: QUESTION, field });
}
