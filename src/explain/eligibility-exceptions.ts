import type { DecidedCase } from '../optimize/model/decided-case.ts';

/**
 * Lets rules of eligibility make exceptions, for the model alone: such a rule becomes a count of those
 * who do not satisfy it, since a plain rule of eligibility would leave them all out.
 *
 * @param exceptions how many each rule may make, by its index.
 */
export function withExceptions(decided: DecidedCase, exceptions: ReadonlyMap<number, number>): DecidedCase {
  const rules = decided.rules.map((family, index) => {
    const upper = exceptions.get(index);
    if (upper === undefined || family.rule.kind !== 'require') return family;
    const { satisfy: _, ...base } = family.rule;
    return {
      ...family,
      rule: { ...base, kind: 'count' as const, max: upper },
      rows: [{ ...family.rows[0]!, upper }],
    };
  });
  return { ...decided, rules };
}
