import { problem, type Problem } from '../../words/problem.ts';
import { placesFact } from '../../words/places-fact.ts';
import { factsTogether } from '../groups/grouping.ts';
import type { Rule } from '../rule-set.ts';

/**
 * How one of several rules that a file has as one is asked for: `each-skill.1`, `each-skill.2`. In answers the first
 * has the id of the file, by which scenarios change all of them.
 */
export function partName({ id, written }: Pick<Rule, 'id' | 'written'>): string {
  return id === written ? `${id}.1` : id;
}

/** Rules that somebody may mean by an id. */
type Meant =
  | { readonly is: 'rule'; readonly rule: Rule }
  /** All of them by the id of the file, where each moves by itself. */
  | { readonly is: 'several'; readonly id: string; readonly parts: readonly Rule[] }
  /** Rules about stretches of places that overlap, whose bounds would have to move together. */
  | { readonly is: 'stretches'; readonly id: string };

/** The rule that is asked for; `undefined` where there is none. */
export function meantRule(rules: readonly Rule[], id: string): Meant | undefined {
  const rule = rules.find((each) => (each.written === undefined ? each.id : partName(each)) === id);
  const parts = rules.filter(({ written }) => written === (rule?.written ?? id));
  if (parts.some(isOfStretches)) return { is: 'stretches', id: rule?.written ?? id };
  if (rule !== undefined) return { is: 'rule', rule };
  return parts.length > 0 ? { is: 'several', id, parts } : undefined;
}

/** The names by which rules can be asked for, one by one. */
export function ruleNames(rules: readonly Rule[]): readonly string[] {
  return rules.map((rule) => (rule.written === undefined ? rule.id : partName(rule)));
}

function isOfStretches(rule: Rule): boolean {
  if (rule.kind === 'require' || rule.forEach === undefined) return false;
  return factsTogether(rule.forEach).some((fact) => placesFact(fact) !== undefined);
}

/** That an id means several rules, of which one is to be asked for, or none can be. */
export function severalRules(meant: Exclude<Meant, { is: 'rule' }>): Problem {
  return meant.is === 'stretches'
    ? problem('scenarios.stretches-of-rule', { id: meant.id })
    : problem('scenarios.several-rules', {
        id: meant.id,
        parts: meant.parts.map((part) => ({ name: partName(part), title: part.title })),
      });
}
