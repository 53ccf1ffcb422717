import { foundIn } from '../words/found-value.ts';
import { problem, type Problem } from '../words/problem.ts';
import { conditionProblems } from '../rules/problems/condition-problems.ts';
import { nearest } from '../rules/problems/nearest.ts';
import { conditionOf } from '../rules/rule-kind.ts';
import { compareRatios, readShare } from '../rules/facts/ratio.ts';
import type { Rule, RuleSet } from '../rules/rule-set.ts';
import { condition } from '../rules/conditions/condition-schema.ts';
import type { UsableFacts } from '../rules/problems/usable-facts.ts';
import {
  type Fields,
  fieldsOf,
  isFields,
  itemsOf,
  type Path,
  writtenText,
  valueAt,
  wholeIn,
} from '../rules/yaml/written-values.ts';
import type { YamlFile } from '../rules/yaml/yaml-file.ts';
import { isInProportion } from '../rules/bounds/proportion.ts';
import { isBySize } from '../rules/bounds/by-size.ts';
import { boundIn, isConditional, onlySide, sizesLeftOut } from './movable-bound.ts';
import { sizeIn } from '../rules/problems/merged-problems.ts';
import { isAbout, type NewBound } from './scenario.ts';

/**
 * What the scenarios of a file say that cannot be meant over this rule set. Runs beside the check of
 * shape, on the same data: where the shape is wrong there is nothing to say here.
 */
export function scenarioProblems(yaml: YamlFile, ruleSet: RuleSet): readonly Problem[] {
  const scenarios = itemsOf(fieldsOf(yaml.data)['scenarios']);
  return [
    ...idProblems(scenarios, yaml),
    ...basedOnProblems(scenarios, yaml),
    ...scenarios.flatMap((each, index) => {
      if (!isFields(each)) return [];
      const path: Path = ['scenarios', index];
      return [
        ...sizeProblems(each, path, yaml, ruleSet),
        ...Object.entries(fieldsOf(each['rules'])).flatMap(([id, change]) =>
          ruleProblems(
            { id, change, earlier: earlierChanges(scenarios, index, id) },
            [...path, 'rules', id],
            yaml,
            ruleSet,
          ),
        ),
        ...itemsOf(each['objective']).flatMap((change, nth) =>
          weightProblems(change, [...path, 'objective', nth], yaml, ruleSet),
        ),
      ];
    }),
  ];
}

function idProblems(scenarios: readonly unknown[], yaml: YamlFile): readonly Problem[] {
  const first = new Map<string, number>();
  return scenarios.flatMap((each, index) => {
    const id = writtenText(fieldsOf(each)['id']);
    if (id === undefined) return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const line = yaml.placeOf(['scenarios', earlier, 'id']).line ?? 0;
    return [problem('scenarios.repeated-id', { id, line }, yaml.placeOf(['scenarios', index, 'id']))];
  });
}

/** A scenario builds on another one of its file, and never on itself by way of others. */
function basedOnProblems(scenarios: readonly unknown[], yaml: YamlFile): readonly Problem[] {
  const baseOf = new Map<string, string | undefined>();
  for (const each of scenarios) {
    const id = writtenText(fieldsOf(each)['id']);
    if (id !== undefined && !baseOf.has(id)) baseOf.set(id, writtenText(fieldsOf(each)['basedOn']));
  }
  return scenarios.flatMap((each, index) => {
    const [id, base] = [writtenText(fieldsOf(each)['id']), writtenText(fieldsOf(each)['basedOn'])];
    if (base === undefined) return [];
    const place = yaml.placeOf(['scenarios', index, 'basedOn']);
    if (!baseOf.has(base)) {
      const allowed = [...baseOf.keys()].filter((other) => other !== id);
      return [unknownScenario(base, allowed, place)];
    }
    const chain = id === undefined ? undefined : circleFrom(id, baseOf);
    return chain === undefined ? [] : [problem('scenarios.circular', { chain }, place)];
  });
}

function unknownScenario(id: string, allowed: readonly string[], place: Problem['place']): Problem {
  const meant = nearest(id, allowed);
  const parameters = { id, allowed, ...(meant === undefined ? {} : { meant }) };
  return problem('scenarios.no-scenario', parameters, place);
}

/** The ids from this scenario back to itself; `undefined` if the way ends, or goes round without it. */
function circleFrom(
  id: string,
  baseOf: ReadonlyMap<string, string | undefined>,
): readonly string[] | undefined {
  const chain = [id];
  for (let next = baseOf.get(id); next !== undefined; next = baseOf.get(next)) {
    if (next === id) return [...chain, id];
    if (chain.includes(next)) return undefined;
    chain.push(next);
  }
  return undefined;
}

function sizeProblems(scenario: Fields, path: Path, yaml: YamlFile, { rules }: RuleSet): readonly Problem[] {
  const asked = sizeIn(scenario['size']);
  const leftOut = asked === undefined ? [] : sizesLeftOut(rules, asked);
  if (leftOut.length > 0) {
    const place = yaml.placeOf([...path, 'size']);
    return leftOut.map((each) => problem('scenarios.size-without-line', each, place));
  }
  const size = fieldsOf(scenario['size']);
  const [min, max] = [wholeIn(size['min']), wholeIn(size['max'])];
  if (min === undefined || max === undefined || min <= max) return [];
  const place = yaml.placeOf([...path, 'size', 'min']);
  return [problem('rules.min-over-max', { min: String(min), max: String(max) }, place)];
}

/** A change of a rule as written, and what the scenarios it builds on say of the rule, the nearest first. */
interface WrittenChange {
  readonly id: string;
  readonly change: unknown;
  readonly earlier: readonly Fields[];
}

function earlierChanges(scenarios: readonly unknown[], index: number, rule: string): readonly Fields[] {
  const changes: Fields[] = [];
  const seen = new Set<unknown>([scenarios[index]]);
  for (let at = scenarios[index]; ;) {
    const base = fieldsOf(at)['basedOn'];
    at = scenarios.find((each) => base !== undefined && fieldsOf(each)['id'] === base);
    if (at === undefined || seen.has(at)) return changes;
    seen.add(at);
    const change = fieldsOf(fieldsOf(at)['rules'])[rule];
    if (change === 'off') return [...changes, { strength: 'off' }];
    changes.push(fieldsOf(change));
  }
}

function ruleProblems(
  { id, change, earlier }: WrittenChange,
  path: Path,
  yaml: YamlFile,
  { rules, switchedOff = [] }: RuleSet,
): readonly Problem[] {
  const known = [...rules, ...switchedOff];
  const rule = known.find((each) => (each.written ?? each.id) === id);
  if (rule === undefined) {
    const ids = [...new Set(known.map((each) => each.written ?? each.id))];
    const meant = nearest(id, ids);
    const parameters = { id, allowed: ids, ...(meant === undefined ? {} : { meant }) };
    return [problem('scenarios.no-rule', parameters, yaml.placeOfKey(path))];
  }
  if (!isFields(change)) return [];
  if (isStillOff(rule, [change, ...earlier], switchedOff))
    return [problem('scenarios.still-off', { id }, yaml.placeOfKey(path))];
  const bounds = ['exactly', 'min', 'max'].filter((key) => change[key] !== undefined);
  if (rule.kind === 'require' || isConditional(rule)) {
    return bounds.map((key) => problem('scenarios.no-bounds', { id }, yaml.placeOfKey([...path, key])));
  }
  if (isInProportion(rule))
    return bounds.map((key) =>
      problem('scenarios.bounds-in-proportion', { id }, yaml.placeOfKey([...path, key])),
    );
  if (isBySize(rule))
    return bounds.map((key) => problem('scenarios.bounds-by-size', { id }, yaml.placeOfKey([...path, key])));
  const only = onlySide(rule);
  const beside = only === undefined ? [] : bounds.filter((key) => key !== only);
  if (only !== undefined && beside.length > 0) {
    return beside.map((key) => problem(`scenarios.${only}-alone`, { id }, yaml.placeOfKey([...path, key])));
  }
  const wrong = bounds.flatMap((key) => boundProblem(change[key], rule.kind, [...path, key], yaml));
  return [
    ...wrong,
    ...(wrong.length > 0 ? [] : rangeProblems([change, ...earlier], rule, path, yaml)),
    ...weightOfHard([change, ...earlier], rule, path, yaml),
  ];
}

/**
 * Whether a rule is off, in its file or by a scenario below, and nothing switches it on: only `strength`
 * does, so that a bound never brings back a rule that was taken out.
 */
function isStillOff(rule: Rule, changes: readonly Fields[], switchedOff: readonly Rule[]): boolean {
  const [own] = changes;
  const said = changes.map((each) => each['strength']).find((each) => each !== undefined);
  return (
    own?.['strength'] === undefined && (said === undefined ? switchedOff.includes(rule) : said === 'off')
  );
}

function boundProblem(written: unknown, kind: Rule['kind'], path: Path, yaml: YamlFile): readonly Problem[] {
  if (typeof written !== 'number' && typeof written !== 'string') return [];
  if (boundIn(written, kind) !== undefined) return [];
  const place = yaml.placeOf(path);
  const found = foundIn(written);
  if (kind === 'count') return [problem('rules.not-whole', { found }, place)];
  if (kind !== 'share') return [problem('rules.wrong-type', { found, expected: 'number' }, place)];
  switch (readShare(written)) {
    case 'too-fine':
      return [problem('rules.share-too-fine', undefined, place)];
    case 'out-of-range':
      return [problem('rules.share-range', { found }, place)];
    default:
      return [problem('rules.bad-share', { found }, place)];
  }
}

/** Bounds that exclude each other, also where one of them is the rule's own, or of a scenario below. */
function rangeProblems(
  changes: readonly Fields[],
  rule: Rule,
  path: Path,
  yaml: YamlFile,
): readonly Problem[] {
  const [own = {}] = changes;
  if (rule.kind === 'require') return [];
  if (own['exactly'] !== undefined) {
    return own['min'] === undefined && own['max'] === undefined
      ? []
      : [problem('rules.exactly-and-range', undefined, yaml.placeOfKey([...path, 'exactly']))];
  }
  const key = own['min'] === undefined ? 'max' : 'min';
  if (own[key] === undefined) return [];
  const [min, max] = (['min', 'max'] as const).map((side) => {
    const written = changes.map((each) => each[side] ?? each['exactly']).find((each) => each !== undefined);
    return boundIn(written, rule.kind) ?? rule[side];
  });
  if (min === undefined || max === undefined || !isOver(min, max)) return [];
  const both = { min: shown(min), max: shown(max) };
  return [problem('scenarios.min-over-max', both, yaml.placeOf([...path, key]))];
}

function isOver(min: NewBound, max: NewBound): boolean {
  if (typeof min === 'number' && typeof max === 'number') return min > max;
  return typeof min === 'object' && typeof max === 'object' && compareRatios(min, max) > 0;
}

function shown(bound: NewBound): string {
  return typeof bound === 'object' ? `${bound.numerator}/${bound.denominator}` : String(bound);
}

function weightOfHard(
  changes: readonly Fields[],
  rule: Rule,
  path: Path,
  yaml: YamlFile,
): readonly Problem[] {
  const strength = changes.map((each) => each['strength']).find((each) => each !== undefined);
  return changes[0]?.['weight'] !== undefined && (strength ?? rule.strength) === 'hard'
    ? [problem('rules.weight-of-hard', undefined, yaml.placeOfKey([...path, 'weight']))]
    : [];
}

/** A new weight must be meant for a term that exists. */
function weightProblems(change: unknown, path: Path, yaml: YamlFile, ruleSet: RuleSet): readonly Problem[] {
  if (!isFields(change)) return [];
  const facts: UsableFacts = { declared: new Map(Object.entries(ruleSet.facts)), complete: true };
  const wrong = conditionProblems(change['where'], [...path, 'where'], yaml, facts);
  if (wrong.length > 0) return wrong;
  const fact = writtenText(change['fact']);
  const where = condition.safeParse(valueAt(yaml.data, [...path, 'where']));
  if (change['where'] !== undefined && !where.success) return [];
  const meant = {
    ...(fact !== undefined && { fact }),
    ...(where.success && { where: conditionOf(where.data, ruleSet.facts) }),
  };
  const terms = ruleSet.objective.flatMap((level) => level.terms);
  if (terms.some((term) => isAbout(meant, term))) return [];
  const names = [...new Set(terms.flatMap((term) => term.fact ?? []))];
  const near = fact === undefined ? undefined : nearest(fact, names);
  const parameters = near === undefined ? {} : { meant: near };
  return [problem('scenarios.no-term', parameters, yaml.placeOf(path))];
}
