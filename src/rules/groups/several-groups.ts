import { containedFact } from '../../words/contained-fact.ts';
import { ownProperty } from '../../words/own-property.ts';
import { type Kind, narrowedBy } from '../rule-kind.ts';
import type { Leaf, RuleSet } from '../rule-set.ts';

/**
 * A rule for each value of a column with several: whoever has two of them is in two groups, so each group is a
 * rule of its own, about those whose cell contains its value. The values are those of a list, of the rule or of
 * the column.
 *
 * @returns the value with what is asked of its group; `undefined` where no group is made of such a column.
 */
export function kindsOfSeveral(
  kind: Kind,
  facts: RuleSet['facts'],
): readonly { readonly kind: Kind; readonly value: string }[] | undefined {
  if (kind.kind === 'require' || kind.forEach === undefined) return undefined;
  const { forEach: column, groups, ...asked } = kind;
  const declared = ownProperty(facts, column);
  if (declared?.separator === undefined) return undefined;
  const values = groups !== undefined && 'values' in groups ? groups.values : (declared.values ?? []);
  return values.map((value) => ({ value, kind: amongThose(asked, { column, value }) }));
}

type Grouped = Exclude<Kind, { kind: 'require' }>;

/** The same of those alone who have a value. */
function amongThose(kind: Grouped, group: { readonly column: string; readonly value: string }): Kind {
  const has: Leaf = { fact: containedFact(group), operator: 'equal', value: true };
  return narrowedBy(kind, (condition) => (condition === undefined ? has : { all: [has, condition] }));
}
