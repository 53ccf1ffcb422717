import { isAmount } from '../../rules/bounds/amount.ts';
import { rangeOfCount } from '../../rules/bounds/bound.ts';
import { decide } from '../../rules/conditions/deciding.ts';
import { isBySize } from '../../rules/bounds/by-size.ts';
import type { Rule, RuleSet, Size } from '../../rules/rule-set.ts';
import { bySizeRowsAgain } from './by-size-rows.ts';
import { amountRows } from './amount-rows.ts';
import { type DecidedCase, priceDenominator } from './decided-case.ts';
import { withPrices } from './objective.ts';
import { type RuleRows, ruleRows } from './rule-rows.ts';
import { withTightLinks } from './tight-links.ts';
import { conditionsOf } from '../../rules/rule-conditions.ts';
import { shareFamily } from './share-rows.ts';

/**
 * A decided case under changed bounds: the size, and the bounds of rules. Conditions, groups, strength,
 * weights and the objective are those of the case, this on a finer scale where prices need one; nothing
 * is decided anew.
 *
 * @param ruleSet has the rules of the case in the same order, with other bounds.
 * @throws Error for a changed share of units: see {@link withAnyBounds}.
 */
export function withBounds(decided: DecidedCase, ruleSet: RuleSet): DecidedCase {
  const { min, max } = decided.ruleSet.size;
  const isSameSize = ruleSet.size.min === min && ruleSet.size.max === max;
  const rules = decided.rules.map((family, index) => {
    const rule = ruleSet.rules[index]!;
    const stays = rule === family.rule && (isSameSize || !isBySize(rule));
    return stays ? family : bounded(family, rule, ruleSet.size);
  });
  return repriced({ ...decided, ruleSet, rules });
}

/** The same for every rule: shares of units, whose rows tie units to candidates, are decided anew. */
export async function withAnyBounds(decided: DecidedCase, ruleSet: RuleSet): Promise<DecidedCase> {
  const anew = new Map<number, RuleRows>();
  for (const [index, rule] of ruleSet.rules.entries()) {
    if (rule === decided.rules[index]!.rule || !isShareOfUnits(rule)) continue;
    anew.set(
      index,
      ruleRows(
        rule,
        decided.equivalence,
        await decide(decided.equivalence.table, conditionsOf(rule)),
        ruleSet.size,
      ),
    );
  }
  const before = ruleSet.rules.map((rule, index) => (anew.has(index) ? decided.rules[index]!.rule : rule));
  const changed = withBounds(decided, { ...ruleSet, rules: before });
  const rules = changed.rules.map((family, index) => anew.get(index) ?? family);
  return repriced({ ...changed, ruleSet, rules: anew.size === 0 ? rules : withTightLinks(rules) });
}

/** A goal that is another share is priced by other parts of a member, which the objective must tell apart. */
function repriced(changed: DecidedCase): DecidedCase {
  return { ...changed, objective: withPrices(changed.objective, priceDenominator(changed.rules)) };
}

function isShareOfUnits(rule: Rule): boolean {
  return rule.kind === 'share' && rule.per === 'unit';
}

function bounded(family: RuleRows, rule: Rule, size: Size): RuleRows {
  if (rule.kind === 'require') return { ...family, rule };
  if (isShareOfUnits(rule)) throw new Error('The rows of a share of units are not made from its old ones');
  // The bound of a share is a coefficient: its rows are made again, and nobody changes class.
  if (rule.kind === 'share') return { ...family, rule, ...shareFamily(rule, family.groups) };
  if (isAmount(rule)) return { ...family, rule, ...amountRows(rule, family.amounts!) };
  if (isBySize(rule)) {
    const { rows, links } = bySizeRowsAgain(rule, family.rows, family.classOf.of.length, size);
    return { ...family, rule, rows, links: { ...links, classOf: family.links!.classOf } };
  }
  const range = rangeOfCount(rule);
  return { ...family, rule, rows: family.rows.map((row) => ({ ...row, ...range })) };
}
