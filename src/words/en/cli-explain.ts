import { count, formatNumber } from '../number.ts';

const english = (value: number): string => formatNumber(value, 'en');

/** English sentences of the commands that explain. */
export const cliExplainEn = {
  'cli.diagnose-summary': () =>
    'why no slate or plan of posts exists: the rules that contradict each other, and the cheapest ways out',
  'cli.why-summary': () =>
    'why a candidate or an appointment is in the best answer or not, and what the opposite would cost',
  'cli.verify-summary': () =>
    'whether the proof of an answer holds, checked in whole numbers without a solver',
  'cli.answer-argument': () => 'an answer that carries its proof, or the proof alone (JSON)',
  'cli.proof-option': () => 'whether the answer carries its proof',
  'cli.proof-file-option': () => 'write the answer with its proof to this file (JSON), for slate verify',
  'cli.prices-option': () => 'whether the answer says, by prices of the rules, what no slate can exceed',
  'cli.prices-file-option': () =>
    'what no slate can exceed, rule by rule: as a table, or also as this CSV file with formulas',
  'cli.not-proven': () => 'Not proven.',
  'cli.proven-optimal': ({ leaves, plan }: { readonly leaves: number; readonly plan: boolean }) =>
    `Proven: no compliant ${plan ? 'plan' : 'slate'} is better (${count(leaves, 'case')} checked).`,
  'cli.proven-infeasible': ({ leaves, plan }: { readonly leaves: number; readonly plan: boolean }) =>
    `Proven: no compliant ${plan ? 'plan' : 'slate'} exists (${count(leaves, 'case')} checked).`,
  'cli.proven-further': ({ proven, slates }: { readonly proven: number; readonly slates: number }) =>
    `Of the ${count(slates, 'alternative')} after it, ${english(proven)} proven: each the best that differs enough from all before it.`,
  'cli.no-further': (p: { readonly plan: boolean; readonly proven: boolean }) =>
    p.proven
      ? `Proven: no further ${p.plan ? 'plan' : 'slate'} differs enough from these.`
      : `No further ${p.plan ? 'plan' : 'slate'} differs enough from these, says one solver; it is not proven.`,
  'cli.cost-summary': () => 'what a rule costs: the best answer at every bound that it could have',
  'cli.replace-summary': () => 'who best replaces members who withdraw, or holders of posts',
  'cli.candidate-argument': () => 'id of the candidate; with --units id@unit/title',
  'cli.rule-argument': () => 'id of the rule, or size',
  'cli.slate-option': () => 'the slate or plan, as for slate check',
  'cli.size-cost-option': () => 'what it costs to move the size by one seat, or never (default: 1)',
  'cli.decision-cost-option': () => 'what it costs to drop one decision on persons, or never (default: 1)',
  'cli.reasons-option': () => 'how many irreducible reasons at most (default: 5)',
  'cli.base-option': () => 'also under the rules as they stand',
  'cli.conflicts-option': () => 'how many conflicts at most (default: 20)',
  'cli.relaxations-option': () => 'how many ways out at most (default: 5)',
  'cli.ranges-option': () => '“exactly 11” may become “10 to 11”, not only “exactly 10”',
  'cli.also-argument': () => 'ids of others who withdraw at the same time',
  'cli.confirmed-option': () => 'members who have confirmed: they stay whatever else is exchanged',
  'cli.changes-option': () => 'how many other members or appointments may be exchanged as well (default: 0)',
  'cli.replacements-option': () => 'how many replacements at most (default: 5)',
  'cli.repair-option': () => 'also find the fewest changes that fix it',
  'cli.consequences-option': () =>
    'also say what would become of it if one more joined, the best first, for at most this many candidates',
  'cli.leave-option': () => 'of consequences: the member whose place is taken',
  'cli.figures-option': () => 'tell what everybody who could be chosen comes to by each rule',
  'cli.join-option': () =>
    'of consequences: who could come, instead of everybody; of a plan appointments, of which those that nobody may hold are left out',
  'cli.consequences-heading': (p: { readonly count: number }): string =>
    p.count === 0 ? 'Nobody else could join' : 'If one of these joined',
  'cli.points-more': () => 'Points',
  'cli.rules-then': () => 'What changes',
  'cli.would-fix': (p: { readonly rules: string }) => `Fixes: ${p.rules}`,
  'cli.would-break': (p: { readonly rules: string }) => `Breaks: ${p.rules}`,
  'cli.would-reach': (p: { readonly rules: string }) => `Reaches: ${p.rules}`,
  'cli.would-miss': (p: { readonly rules: string }) => `Misses: ${p.rules}`,
  'cli.keep-option': () => 'these members or appointments may not be touched by the repair',
  'cli.repairs-option': () => 'how many different repairs (default: 1)',
  'cli.diagnosing': () => 'Looking for conflicts and ways out…',
  'cli.conflicts-heading': () =>
    'Conflicts (leave out any one rule of a conflict, and its other rules can be met)',
  'cli.conflicts-complete': (p: { readonly conflicts: number }) =>
    p.conflicts === 1
      ? 'There is no other conflict.'
      : `There are no conflicts other than these ${english(p.conflicts)}.`,
  'cli.conflicts-partial': (p: { readonly allUpTo: number }) =>
    p.allUpTo === 0
      ? 'There may be more.'
      : `There may be more; of those with at most ${count(p.allUpTo, 'rule')}, none comes before these.`,
  'cli.ways-out': () => 'Ways out, the cheapest first',
  'cli.no-way-out': (p: { readonly plan: boolean }) =>
    `No change of bounds that the rules allow makes a ${p.plan ? 'plan' : 'slate'} possible.`,
  'cli.ways-time': () => 'Ways out: time ran out before the cheapest was found; give more by --time-limit.',
  'cli.steps-proven': (p: { readonly proven: number; readonly all: number }) =>
    p.proven === p.all
      ? 'Proven: every step, in whole numbers'
      : `Proven: ${p.proven} of ${p.all} steps; the others rest on one solver`,
  'cli.ways-unproven': () => 'That no way out is cheaper, one solver says; it is not proven.',
  'cli.ways-more': (p: { readonly told: number; readonly more: boolean }) =>
    p.more
      ? `There are more than these; --relaxations ${2 * p.told} looks for more of them.`
      : 'There may be more than these: time ran out.',
  'cli.way': (p: { readonly number: number; readonly cost: number }) =>
    `${english(p.number)}. Cost ${english(p.cost)}`,
  'cli.way-slate': (p: { readonly size: number; readonly objective: number; readonly plan: boolean }) =>
    p.plan
      ? `then the best plan has ${count(p.size, 'appointment')} and is worth ${english(p.objective)}`
      : `then the best slate has ${count(p.size, 'member')} and is worth ${english(p.objective)}`,
  'cli.repair-heading': (p: { readonly number: number; readonly of: number; readonly objective: number }) =>
    p.of === 1
      ? `Repair, worth ${english(p.objective)} afterwards`
      : `Repair ${english(p.number)} of ${english(p.of)}, worth ${english(p.objective)} afterwards`,
  'cli.leaves': () => 'Leaves',
  'cli.joins': () => 'Joins',
  'cli.why-column': () => 'Why',
  'cli.in-the-way': () => 'What stands in the way',
  'cli.bound-side': () => 'Side',
  'cli.bound': () => 'Bound',
  'cli.value-of-best': () => 'Best value',
  'cli.against-now': () => 'Compared with now',
  'cli.impossible': (p: { readonly plan: boolean }) => `no ${p.plan ? 'plan' : 'slate'}`,
  'cli.now': () => 'now',
  'cli.needs-heading': () => 'What the free seats must still provide',
  'cli.replacements-heading': () => 'Replacements, the best first',
  'cli.worth': () => 'Value',
  'cli.also-leaves': () => 'Also leaves',
};
