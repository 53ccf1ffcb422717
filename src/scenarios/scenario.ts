import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describeRule } from '../rules/describe.ts';
import { partName } from '../rules/problems/part-names.ts';
import type { Condition, ObjectiveTerm, Ratio, Rule, RuleSet, Size } from '../rules/rule-set.ts';
import { type Decisions, NO_DECISIONS } from '../pool/decisions.ts';
import type { Text } from '../words/language.ts';
import { phraseInEach } from '../words/catalogue.ts';
import type { Place } from '../words/problem.ts';

/** A bound that a scenario sets: members for a count, an exact part for a share, or no bound any more. */
export type NewBound = number | Ratio | 'none';

/** What a scenario changes of one rule; what is absent stays. `off` takes the rule out. */
export interface RuleChange {
  readonly off?: boolean;
  readonly min?: NewBound;
  readonly max?: NewBound;
  readonly strength?: 'hard' | 'soft';
  readonly weight?: number;
}

/** A new weight for every term of the objective with this fact and this condition. */
export interface WeightChange {
  readonly fact?: string;
  readonly where?: Condition;
  readonly weight: number;
}

/**
 * A named change to a rule set, with decisions on persons. Everything it builds on is laid together
 * already: changes of the rules field by field, a later decision on a person instead of an earlier one.
 */
export interface Scenario {
  readonly id: string;
  readonly title: Text;
  readonly rules: ReadonlyMap<string, RuleChange>;
  readonly size?: Size;
  readonly objective: readonly WeightChange[];
  readonly decisions: Decisions;
  /** SHA-256, in hex, of the text of its file; absent for {@link BASE}. */
  readonly sha256?: string;
  /** Where it stands; absent for {@link BASE}. */
  readonly origin?: Place;
}

/** The rule set as it is, as a scenario. */
export const BASE: Scenario = {
  id: 'base',
  title: phraseInEach('scenarios.base', undefined),
  rules: new Map(),
  objective: [],
  decisions: NO_DECISIONS,
};

/**
 * The rule set under a scenario, and the scenario's decisions. Pure; a rule set that nothing changes is
 * the same object, so that what was decided of it stays decided.
 */
export function applyScenario(
  ruleSet: RuleSet,
  scenario: Pick<Scenario, 'rules' | 'size' | 'objective' | 'decisions'>,
): { readonly ruleSet: RuleSet; readonly decisions: Decisions } {
  const { decisions, size, objective } = scenario;
  if (scenario.rules.size === 0 && size === undefined && objective.length === 0)
    return { ruleSet, decisions };
  // Of what is one rule in the file and several here, all change; of a sweep, the one that it names.
  const changeOf = (rule: Rule): RuleChange | undefined =>
    scenario.rules.get(rule.written ?? rule.id) ?? scenario.rules.get(partName(rule));
  const rules = ruleSet.rules.flatMap((rule) => {
    const change = changeOf(rule);
    if (change === undefined) return [rule];
    return change.off === true ? [] : [changedRule(rule, change, ruleSet)];
  });
  const switchedOn = (ruleSet.switchedOff ?? []).flatMap((rule) => {
    const change = changeOf(rule);
    const isOn = change?.strength !== undefined && change.off !== true;
    return isOn ? [changedRule(rule, change, ruleSet)] : [];
  });
  const levels = ruleSet.objective.map((level) => ({
    ...level,
    terms: level.terms.map((term) => reweighed(term, objective)),
  }));
  return {
    ruleSet: {
      ...ruleSet,
      ...(size !== undefined && { size }),
      rules: [...rules, ...switchedOn],
      objective: levels,
    },
    decisions,
  };
}

/**
 * As {@link applyScenario}, with a hash of rules and changes together: answers under different quotas
 * never claim the same inputs.
 */
export function underScenario(
  ruleSet: RuleSet,
  scenario: Scenario,
): { readonly ruleSet: RuleSet; readonly decisions: Decisions } {
  const applied = applyScenario(ruleSet, scenario);
  if (applied.ruleSet === ruleSet) return applied;
  const { size, objective } = scenario;
  const changes = JSON.stringify([[...scenario.rules], size, objective]);
  return { ...applied, ruleSet: named(applied.ruleSet, ruleSet, scenario, changes) };
}

/**
 * Rules under a scenario with the hash of both together, by which they are known, and the hashes of each, by
 * which an answer says what it was made from.
 *
 * @param changes what the scenario changes, as text.
 */
export function named(
  changed: RuleSet,
  { sha256: rulesSha256 }: RuleSet,
  { id, sha256 }: Pick<Scenario, 'id' | 'sha256'>,
  changes: string,
): RuleSet {
  const under = { scenario: { name: id, sha256: sha256 ?? hashOf(changes) }, rulesSha256 };
  return { ...changed, sha256: hashOf(`${rulesSha256}\n${changes}`), under };
}

/**
 * Rules whose answers name a scenario also where it leaves the rules as they are and decides on persons
 * alone.
 */
export function namedEvenIfSame(ruleSet: RuleSet, { id, sha256 }: Scenario): RuleSet {
  if (ruleSet.under !== undefined || sha256 === undefined) return ruleSet;
  return { ...ruleSet, under: { scenario: { name: id, sha256 }, rulesSha256: ruleSet.sha256 } };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** One rule with new bounds, strength or weight. A title that only says the rule in words is said anew. */
function changedRule(rule: Rule, change: RuleChange, terms: Pick<RuleSet, 'facts' | 'titles'>): Rule {
  const strength = change.strength ?? rule.strength;
  const weight = strength === 'hard' ? 0 : (change.weight ?? (rule.weight || 1));
  const changed: Rule = { ...withBounds(rule, change), strength, weight };
  const untitled = isDeepStrictEqual(rule.title, describeRule(rule, terms));
  return untitled ? { ...changed, title: describeRule(changed, terms) } : changed;
}

function withBounds(rule: Rule, { min, max }: RuleChange): Rule {
  if (rule.kind === 'require') return rule;
  const { min: oldMin, max: oldMax, ...rest } = rule;
  if (rest.kind === 'count') {
    return { ...rest, ...bound('min', min, oldMin, isCount), ...bound('max', max, oldMax, isCount) };
  }
  return { ...rest, ...bound('min', min, oldMin, isRatio), ...bound('max', max, oldMax, isRatio) };
}

/** The field of a bound, new or old; nothing where there is none. */
function bound<Key extends 'min' | 'max', Value extends number | Ratio>(
  key: Key,
  changed: NewBound | undefined,
  old: number | Ratio | undefined,
  fits: (value: number | Ratio) => value is Value,
): { readonly [Each in Key]?: Value } {
  const value = changed ?? old;
  if (value === undefined || value === 'none') return {};
  if (!fits(value)) throw new Error('A bound of another kind than its rule got past its checks.');
  return { [key]: value } as { readonly [Each in Key]?: Value };
}

function isCount(value: number | Ratio): value is number {
  return typeof value === 'number';
}

function isRatio(value: number | Ratio): value is Ratio {
  return typeof value !== 'number';
}

function reweighed(term: ObjectiveTerm, changes: readonly WeightChange[]): ObjectiveTerm {
  const change = changes.findLast((each) => isAbout(each, term));
  return change === undefined ? term : { ...term, weight: change.weight };
}

/** Whether a new weight is meant for this term: same fact, same condition. */
export function isAbout({ fact, where }: Omit<WeightChange, 'weight'>, term: ObjectiveTerm): boolean {
  return fact === term.fact && isDeepStrictEqual(where, term.where);
}

/** A scenario laid over another one that it builds on. */
export function laidOver(base: Scenario, over: Scenario): Scenario {
  const rules = new Map(base.rules);
  for (const [id, change] of over.rules) {
    const earlier = rules.get(id);
    // What is off stays off until a strength switches it on.
    const { off: _off, ...switchedOn } = earlier ?? {};
    const below = change.off === true ? {} : change.strength === undefined ? earlier : switchedOn;
    rules.set(id, { ...below, ...change });
  }
  const size = over.size ?? base.size;
  return {
    ...over,
    rules,
    ...(size !== undefined && { size }),
    objective: [...base.objective, ...over.objective],
    decisions: joined(base.decisions, over.decisions),
  };
}

/** Two sets of decisions together; where both say something of a person alone, the later one holds. */
export function joined(earlier: Decisions, later: Decisions): Decisions {
  const without = (ids: readonly string[], against: readonly string[]): readonly string[] =>
    ids.filter((id) => !against.includes(id));
  return {
    pin: [...new Set([...without(earlier.pin, later.exclude), ...later.pin])],
    exclude: [...new Set([...without(earlier.exclude, later.pin), ...later.exclude])],
    together: [...earlier.together, ...later.together],
    apart: [...earlier.apart, ...later.apart],
  };
}
