import type { Text } from '../language.ts';
import { count, enumerate, formatNumber, formatShare, roundedWords } from '../number.ts';
import type { Counted as What, RoundingSaid } from '../sentence.ts';
import { personSaid } from '../person-said.ts';

/** What a rule's line in a report is about. */
export interface Line {
  readonly title: string;
  readonly group?: string | undefined;
}

/** What a rule counts in one group, beside its bounds. */
export interface CountedLine extends Line {
  readonly actual: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly deviation: number;
  readonly per: What;
  /** How the number that a share comes to is made whole. */
  readonly round?: RoundingSaid | undefined;
}

/** What a sum or an average comes to in one group, beside its bounds. */
export interface AmountLine extends CountedLine {
  readonly kind: 'sum' | 'average';
  /** Over how many an average is taken. */
  readonly base: number;
}

function bounds(min: number | null, max: number | null, show: (value: number) => string): string {
  if (min !== null && min === max) return `exactly ${show(min)}`;
  if (min !== null && max !== null) return `${show(min)} to ${show(max)}`;
  if (min !== null) return `at least ${show(min)}`;
  return max === null ? 'any number' : `at most ${show(max)}`;
}

const about = ({ title, group }: Line): string => (group === undefined ? title : `${title} (${group})`);
const english = (value: number): string => formatNumber(value, 'en');
const share = (value: number): string => formatShare(value, 'en');

/** By how much a rule is missed. */
export function off(deviation: number, per: What): string {
  const amount = count(Math.abs(deviation), per);
  return deviation < 0 ? `${amount} missing` : `${amount} too many`;
}

/** How many are on each side of a difference in one group, beside how far apart they may be. */
export interface DifferenceLine extends Line {
  readonly one: number;
  readonly other: number;
  readonly actual: number;
  readonly max: number;
  readonly deviation: number;
}

/** What a rule that counts rules says of a slate. */
export interface RulesLine extends Line {
  readonly status: 'kept' | 'violated';
  readonly actual: number;
  readonly all: number;
  readonly min: number;
  /** The messages of the rules that are not kept. */
  readonly missed: readonly string[];
  /** Of "if anybody is of a kind": how many are. */
  readonly ofKind: number | undefined;
}

/** How many have an empty cell where the group of a rule should stand. */
export interface WithoutValueLine {
  readonly title: string;
  readonly fact: string;
  readonly count: number;
  readonly missing: 'aside' | 'none';
  readonly among: 'members' | 'candidates';
}

function withoutValueMeans({ missing, among, count: people }: WithoutValueLine): string {
  const one = people === 1;
  if (missing === 'none') return `${one ? 'it is' : 'they are'} in no group`;
  if (among === 'members') return `which group ${one ? 'it is' : 'they are'} in is not known`;
  return `${one ? 'it is' : 'they are'} set aside`;
}

/** That a list goes on. */
const more = (count: number): string => (count > 0 ? `, … (+${english(count)})` : '');

/** A decision on persons, and who of them is on the slate. */
export interface Decided {
  readonly kind: 'pin' | 'exclude' | 'together' | 'apart';
  /** Whom it names; a group has a number. */
  readonly name: string;
  readonly candidates: readonly string[];
  readonly members: readonly string[];
  readonly plan: boolean;
}

const placeOf = ({ plan }: { readonly plan: boolean }): string => (plan ? 'in the plan' : 'on the slate');
const people = (ids: readonly string[]): string => enumerate(ids.map(personSaid), 'en');

function decision(decided: Decided): string {
  const { kind, name, candidates } = decided;
  switch (kind) {
    case 'pin':
      return `${personSaid(name)} must be ${placeOf(decided)}`;
    case 'exclude':
      return `${personSaid(name)} must not be ${placeOf(decided)}`;
    case 'together':
      return `${people(candidates)} must come together`;
    case 'apart':
      return `of ${people(candidates)} at most one may be ${placeOf(decided)}`;
  }
}

/** English sentences of `slate`. */
export const slateEn = {
  'slate.assurance-proven': () => 'Proven: a proof was checked in whole numbers',
  'slate.assurance-solvers-agree': () => 'Solvers agree, not proven',
  'slate.assurance-one-solver': () => 'Not proven: one solver says so, and no proof was checked',
  'slate.size-title': () => 'Size of the slate',
  'slate.list-order': () => 'Order',
  'slate.list-size-title': () => 'Number of names on the list',
  'slate.appointments-title': () => 'Number of appointments',
  'slate.kept': (line: CountedLine) =>
    `${about(line)}: ${english(line.actual)}, as required (${bounds(line.min, line.max, english)})`,
  'slate.violated': (line: CountedLine) =>
    `${about(line)}: ${english(line.actual)}, but ${bounds(line.min, line.max, english)} required: ${off(line.deviation, line.per)}`,
  'slate.unknown': (line: Line & { readonly open: number; readonly per: What }) =>
    `${about(line)}: cannot be decided, since facts of ${count(line.open, line.per === 'group' ? 'member' : line.per)} are missing`,
  'slate.share-kept': (line: CountedLine) =>
    `${about(line)}: ${share(line.actual)}, as required (${bounds(line.min, line.max, share)}${roundedWords(line.round, 'en')})`,
  'slate.share-violated': (line: CountedLine) =>
    `${about(line)}: ${share(line.actual)}, but ${bounds(line.min, line.max, share)} required: ${off(line.deviation, line.per)}`,
  'slate.share-off': (line: CountedLine & { readonly matching: number; readonly base: number }) => {
    const { matching, base, deviation, min, max } = line;
    const needed = matching - deviation;
    const be = needed === 1 ? 'is' : 'are';
    const demand =
      deviation < 0 ? `at least ${english(needed)} ${be} needed` : `at most ${english(needed)} ${be} allowed`;
    return `${about(line)}: ${english(matching)} of ${english(base)}; ${demand} (${bounds(min, max, share)}${roundedWords(line.round, 'en')}): ${off(deviation, line.per)}`;
  },
  'slate.difference': (line: DifferenceLine) => {
    const sides = `${about(line)}: ${english(line.one)} and ${english(line.other)}`;
    const most = `a difference of at most ${english(line.max)}`;
    return line.deviation === 0
      ? `${sides}, as required (${most})`
      : `${sides}, but ${most} required: ${english(line.deviation)} too many`;
  },
  'slate.amount-kept': (line: AmountLine) =>
    `${about(line)}: ${english(line.actual)}, as required (${bounds(line.min, line.max, english)})`,
  'slate.amount-off': (line: AmountLine) => {
    const { kind, deviation, base, per } = line;
    const amount = `${english(Math.abs(deviation))} too ${deviation < 0 ? 'little' : 'much'}`;
    const together = kind === 'average' ? ` over ${count(base, per)} together` : '';
    return `${about(line)}: ${english(line.actual)}, but ${bounds(line.min, line.max, english)} required: ${amount}${together}`;
  },
  'slate.amount-too-fine': (parts: { readonly rule: string; readonly fact: string }) =>
    `the numbers of “${parts.fact}” that the rule ${parts.rule} adds up are too large or too fine to be added up exactly; write them in a larger unit, or with fewer decimals`,
  'slate.rules-kept': (line: RulesLine) => {
    const { actual, all, min, missed, ofKind, status } = line;
    if (ofKind !== undefined) {
      if (status === 'violated') return `${line.title}: ${missed.slice(1).join('; ')}`;
      return `${line.title}: ${ofKind === 0 ? 'nobody is of that kind' : 'as required'}`;
    }
    const kept = `${line.title}: ${english(actual)} of ${count(all, 'rule')} kept`;
    if (status === 'kept') return `${kept}, as required (at least ${english(min)})`;
    return `${kept}, but at least ${english(min)} required. Not kept: ${missed.join('; ')}`;
  },
  'slate.decision': (decided: Decided) => decision(decided),
  'slate.decision-kept': (decided: Decided) => `${decision(decided)}, as it is`,
  'slate.decision-broken': (decided: Decided) => {
    const { kind, candidates, members } = decided;
    if (kind === 'pin') return `${decision(decided)}, but is not`;
    const who = kind === 'together' ? candidates.filter((id) => !members.includes(id)) : members;
    const be = who.length === 1 ? 'is' : 'are';
    return `${decision(decided)}, but ${people(who)} ${be} ${kind === 'together' ? `not ${placeOf(decided)}` : placeOf(decided)}`;
  },
  'slate.require-kept': (line: Line & { readonly per: What }) =>
    `${about(line)}: every ${line.per} satisfies it`,
  'slate.require-violated': (line: Line & { readonly deviation: number; readonly per: What }) =>
    `${about(line)}: ${count(line.deviation, `${line.per} does`, `${line.per}s do`)} not satisfy it`,
  'slate.ineligible': (parts: {
    readonly candidate: string;
    readonly title: string;
    readonly fact: string;
    readonly value: string | undefined;
  }) =>
    `${personSaid(parts.candidate)} does not satisfy “${parts.title}”: ${parts.fact} is ${parts.value ?? 'missing'}`,
  'slate.without-value': (parts: WithoutValueLine) => {
    const who = count(parts.count, parts.among === 'members' ? 'member' : 'candidate');
    const has = parts.count === 1 ? 'has' : 'have';
    return `${parts.title}: ${who} ${has} no ${parts.fact}; ${withoutValueMeans(parts)}`;
  },
  'slate.set-aside': (parts: {
    readonly candidate: string;
    readonly appointments?: readonly string[];
    readonly facts: readonly string[];
    readonly title: string;
  }) =>
    `${parts.appointments === undefined ? `${personSaid(parts.candidate)} is` : `${enumerate(parts.appointments.slice(0, 3), 'en')}${more(parts.appointments.length - 3)} ${parts.appointments.length === 1 ? 'is' : 'are'}`} set aside: “${parts.title}” needs ${enumerate(parts.facts, 'en')}, which is missing or not known exactly`,
  'slate.objective-title': () => 'Objective',
  'slate.capacity-few': (parts: Line & { readonly available: number; readonly needed: number }) =>
    `${about(parts)}: ${english(parts.available)} can be chosen, ${count(parts.needed, 'is needed', 'are needed')}`,
  'slate.capacity-many': (parts: Line & { readonly fewest: number; readonly allowed: number }) =>
    `${about(parts)}: at least ${english(parts.fewest)} must be chosen to fill the slate, ${english(parts.allowed)} ${parts.allowed === 1 ? 'is' : 'are'} allowed`,
  'slate.capacity-enough': (parts: Line & { readonly available: number }) =>
    `${about(parts)}: ${english(parts.available)} can be chosen`,
  'slate.capacity-size': (parts: {
    readonly title: string;
    readonly eligible: number;
    readonly seats: number;
    readonly plan: boolean;
  }) =>
    `${parts.title}: ${count(parts.eligible, parts.plan ? 'possible appointment' : 'eligible candidate')}, ${count(parts.seats, 'seat')} to fill`,
  'slate.capacity-groups-few': (parts: Line & { readonly most: number; readonly seats: number }) =>
    `${about(parts)}: its limits leave room for ${count(parts.most, 'member')}, ${count(parts.seats, 'is needed', 'are needed')}`,
  'slate.capacity-groups-many': (parts: Line & { readonly fewest: number; readonly seats: number }) =>
    `${about(parts)}: its groups need ${count(parts.fewest, 'member')} together, the slate has ${count(parts.seats, 'seat')}`,
  'slate.solver-killed': (parts: { readonly solver: string }) =>
    `${parts.solver} did not stop in time and its thread was ended`,
  'slate.missing-column': (parts: {
    readonly fact: string;
    readonly users: readonly string[];
    /** The columns that it would be worked out from. */
    readonly from: readonly string[];
  }) =>
    parts.from.length === 0
      ? `the candidates have no column “${parts.fact}”, which is used by ${enumerate(parts.users, 'en')}; add the column, or declare a default under facts:`
      : `“${parts.fact}”, which is used by ${enumerate(parts.users, 'en')}, is worked out from ${enumerate(parts.from, 'en')}, which the candidates do not have; add what is missing as a column`,
  'slate.misspelt-value': (parts: {
    readonly rule: string;
    readonly fact: string;
    readonly value: string;
    readonly meant: string;
  }) =>
    `the rule ${parts.rule} compares ${parts.fact} with “${parts.value}”, which every pool reads as ${parts.meant}; write ${parts.meant}`,
  'slate.unknown-person': (parts: { readonly id: string; readonly decision: string }) =>
    `${parts.decision}: there is no candidate “${parts.id}” in the pool`,
  'slate.repeated-person': (parts: { readonly id: string }) => `“${parts.id}” is on the slate twice`,
  'slate.impossible-pin': (parts: { readonly id: string; readonly reason: Text }) =>
    `“${parts.id}” cannot be pinned: ${parts.reason.en}`,
  'slate.missing-facts': (parts: { readonly facts: readonly string[] }) =>
    `missing or not known exactly: ${enumerate(parts.facts, 'en')}`,
  'slate.alternatives-cut': (parts: {
    readonly found: number;
    readonly wanted: number;
    readonly plan: boolean;
  }) =>
    `Time ran out after ${english(parts.found)} of ${count(parts.wanted, parts.plan ? 'plan' : 'slate')}; there may be more`,
  'slate.pinned-and-excluded': (parts: { readonly id: string }) =>
    `“${parts.id}” is both pinned and excluded`,
  'slate.small-group': (parts: { readonly decision: string }) =>
    `${parts.decision} needs at least two different candidates`,
};
