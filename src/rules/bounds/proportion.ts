import { duesOf } from './apportionment.ts';
import type { WrittenProportion } from '../problems/kind-shapes.ts';
import { conditionOf, type Kind } from '../rule-kind.ts';
import type { CountRule, Rule, RuleSet } from '../rule-set.ts';
import { factAt } from '../facts/known-facts.ts';

/** Whether the bounds of a rule are a share of seats that several rules share out. */
export function isInProportion(rule: Rule): rule is CountRule {
  return rule.kind === 'count' && rule.inProportion !== undefined;
}

/** Each group with a count, whose bounds are its share of the seats. */
export function kindsInProportion(
  written: WrittenProportion,
  facts: RuleSet['facts'],
  at: string | undefined,
): readonly { readonly kind: Kind; readonly value: string }[] {
  const { to = {}, seats, each = 0, bound = 'exactly', where, missing } = written;
  const { dues, tied } = duesOf(written);
  const all = Object.values(to).reduce((sum, number) => sum + number, 0);
  const groups = Object.keys(to);
  const kindOfGroup = ([group, number]: readonly [string, number], index: number): Kind => ({
    kind: 'count',
    ...(where !== undefined && { where: conditionOf(where, facts, at) }),
    forEach: factAt(written.forEach, at),
    groups: { values: [group] },
    ...(missing !== undefined && { missing }),
    inProportion: {
      number,
      all,
      seats,
      each,
      ...(index === 0 && tied.length > 0 && { tied: tied.map((one) => groups[one]!) }),
    },
    ...(bound !== 'max' && { min: dues[index]!.min }),
    ...(bound !== 'min' && { max: dues[index]!.max }),
  });
  return Object.entries(to).map((each, index) => ({ kind: kindOfGroup(each, index), value: each[0] }));
}
