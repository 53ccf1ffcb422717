import { enumerate } from '../number.ts';

const didYouMean = (meant: string | undefined): string =>
  meant === undefined ? '.' : `; did you mean "${meant}"?`;
const listOf = (ids: readonly string[]): string => enumerate(ids, 'en');

/** English sentences of `scenarios`. */
export const scenariosEn = {
  'scenarios.base': () => 'As the rules stand',

  // Scenario files
  'scenarios.repeated-id': (p: { readonly id: string; readonly line: number }) =>
    `The scenario "${p.id}" is already there in line ${p.line}; each needs its own id.`,
  'scenarios.no-scenario': (p: {
    readonly id: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    `There is no scenario "${p.id}"${didYouMean(p.meant)} ${p.allowed.length === 0 ? 'The file has no other.' : `There are ${listOf(p.allowed)}.`}`,
  'scenarios.circular': (p: { readonly chain: readonly string[] }) =>
    `The scenarios build on each other in a circle: ${p.chain.join(' → ')}; remove one of these.`,
  'scenarios.no-rule': (p: {
    readonly id: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) => `The rule set has no rule "${p.id}"${didYouMean(p.meant)} It has ${listOf(p.allowed)}.`,
  'scenarios.no-bounds': (p: { readonly id: string }) =>
    `"${p.id}" is a rule of eligibility and has no bounds; it can be soft, hard or off.`,
  'scenarios.min-over-max': (p: { readonly min: string; readonly max: string }) =>
    `min would be ${p.min} and max ${p.max}, so the rule could never be kept; give both, or exactly.`,
  'scenarios.no-term': (p: { readonly meant?: string }) =>
    `The objective has no term with this fact and condition${didYouMean(p.meant)} A new weight needs a term as the rule file has it.`,
};
