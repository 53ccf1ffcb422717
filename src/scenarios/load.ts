import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bytesOfFile } from '../tables/read-file.ts';
import { conditionOf } from '../rules/rule-kind.ts';
import { textOfBytes } from '../rules/load.ts';
import { nearest } from '../rules/problems/nearest.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { shapeProblems } from '../rules/problems/shape-problems.ts';
import { sizeIn } from '../rules/problems/merged-problems.ts';
import { fieldsOf } from '../rules/yaml/written-values.ts';
import { placelessFile, readYaml, type YamlFile } from '../rules/yaml/yaml-file.ts';
import { untranslated, textOf } from '../words/language.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';
import { boundIn } from './movable-bound.ts';
import { scenarioProblems } from './scenario-problems.ts';
import { laidOver, type RuleChange, type Scenario } from './scenario.ts';
import {
  scenarioFileSchema,
  scenariosSchema,
  type WrittenRuleChange,
  type WrittenScenario,
} from './schema.ts';

/** Rule files have much besides their scenarios, which the loader of rules looks at. */
const besideRules = z.looseObject({ scenarios: scenariosSchema.optional() });

/**
 * Reads scenarios over a rule set from the text of a file: a list under `scenarios:`, in a file of its
 * own or in a rule file. Answers with the scenarios in their order, or with every problem of the file at
 * its place; never throws for what the user wrote.
 *
 * @param file the name that problems carry
 */
export function parseScenarios(text: string, file: string, ruleSet: RuleSet): Reading<readonly Scenario[]> {
  const { yaml, problems } = readYaml(text, file);
  if (text.trim() === '')
    return { ok: false, problems: [problem('scenarios.empty-file', undefined, { file })] };
  if (yaml === undefined) return { ok: false, problems };
  return scenariosIn(yaml, problems, ruleSet);
}

/** The same of JSON that a program wrote, which is mostly sound. */
export function scenariosOfJson(json: string, file: string, ruleSet: RuleSet): Reading<readonly Scenario[]> {
  const quick = scenariosIn(placelessFile(json, file), [], ruleSet);
  return quick.ok ? quick : parseScenarios(json, file, ruleSet);
}

function scenariosIn(
  yaml: YamlFile,
  problems: readonly Problem[],
  ruleSet: RuleSet,
): Reading<readonly Scenario[]> {
  const top = fieldsOf(yaml.data);
  const isRuleFile = ['rules', 'extends', 'referenceDate'].some((key) => key in top);
  const schema = isRuleFile ? besideRules : scenarioFileSchema;
  const meant = scenarioProblems(yaml, ruleSet);
  // Of one bound the rule knows better what is needed than the shape that the bounds of all rules have.
  const told = new Set(meant.map(({ place }) => place?.field));
  const shapes = shapeProblems(yaml, schema).filter(({ place }) => !told.has(place?.field));
  const found = [...problems, ...shapes, ...meant];
  if (found.length > 0) return { ok: false, problems: found.toSorted(byPlace) };
  return { ok: true, value: scenariosOf(yaml, schema.parse(yaml.data).scenarios ?? [], ruleSet) };
}

/** Reads scenarios over a rule set from a file. */
export async function loadScenarios(file: string, ruleSet: RuleSet): Promise<Reading<readonly Scenario[]>> {
  const bytes = await bytesOfFile(file);
  return bytes.ok ? scenariosFrom(bytes.value, file, ruleSet) : bytes;
}

/** Reads scenarios over a rule set from the bytes of a file that has this name. */
export function scenariosFrom(
  bytes: Uint8Array,
  file: string,
  ruleSet: RuleSet,
): Reading<readonly Scenario[]> {
  const text = textOfBytes(bytes);
  if ('code' in text) return { ok: false, problems: [{ ...text, place: { file } }] };
  return parseScenarios(text.text, file, ruleSet);
}

/** The scenarios of these ids, in the order asked for; all if no id is given. */
export function chosenScenarios(
  scenarios: readonly Scenario[],
  ids: readonly string[] = scenarios.map(({ id }) => id),
): Reading<readonly Scenario[]> {
  const byId = new Map(scenarios.map((each) => [each.id, each]));
  const unknown = ids
    .filter((id) => !byId.has(id))
    .map((id) => {
      const allowed = [...byId.keys()];
      const meant = nearest(id, allowed);
      return problem('scenarios.no-scenario', { id, allowed, ...(meant === undefined ? {} : { meant }) });
    });
  if (unknown.length > 0) return { ok: false, problems: unknown };
  return { ok: true, value: ids.map((id) => byId.get(id)!) };
}

function byPlace({ place: one }: Problem, { place: other }: Problem): number {
  return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
}

/** Every scenario of a file without problems, laid over what it builds on. */
function scenariosOf(
  yaml: YamlFile,
  written: readonly WrittenScenario[],
  ruleSet: RuleSet,
): readonly Scenario[] {
  const sha256 = createHash('sha256').update(yaml.text).digest('hex');
  const byId = new Map(written.map((each) => [each.id, each]));
  const resolve = (each: WrittenScenario): Scenario => {
    const origin = yaml.placeOf(['scenarios', written.indexOf(each)]);
    const own = { ...ownScenario(each, ruleSet), sha256, origin };
    return each.basedOn === undefined ? own : laidOver(resolve(byId.get(each.basedOn)!), own);
  };
  return written.map(resolve);
}

function ownScenario(written: WrittenScenario, ruleSet: RuleSet): Scenario {
  const { id, pin = [], exclude = [], together = [], apart = [] } = written;
  const size = sizeIn(written.size);
  return {
    id,
    title: textOf(written.title) ?? untranslated(id),
    rules: new Map(
      Object.entries(written.rules ?? {}).map(([rule, change]) => [rule, changeOf(rule, change, ruleSet)]),
    ),
    ...(size !== undefined && { size }),
    objective: (written.objective ?? []).map(({ fact, where, weight }) => ({
      ...(fact !== undefined && { fact }),
      ...(where !== undefined && { where: conditionOf(where, ruleSet.facts) }),
      weight,
    })),
    decisions: { pin, exclude, together, apart },
  };
}

function changeOf(id: string, written: WrittenRuleChange, { rules, switchedOff = [] }: RuleSet): RuleChange {
  if (written === 'off' || written.strength === 'off') return { off: true };
  const kind = [...rules, ...switchedOff].find((rule) => rule.id === id)!.kind;
  const min = boundIn(written.exactly ?? written.min, kind);
  const max = boundIn(written.exactly ?? written.max, kind);
  const { strength, weight } = written;
  return {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(strength !== undefined && { strength }),
    ...(weight !== undefined && { weight }),
  };
}
