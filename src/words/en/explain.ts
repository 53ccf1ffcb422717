import type { AboutPlan } from '../about-plan.ts';
import { exchange, mendingEn, type Person } from './mending.ts';
import type { Counted } from '../sentence.ts';
import { off } from './slate.ts';
import { count, enumerate, formatNumber } from '../number.ts';
import { personSaid } from '../person-said.ts';
import { saidAlready } from '../said-already.ts';

/** A rule by its title, with its bound where it has one, and the groups it is about. */
export interface RuleInWords {
  readonly title: string;
  readonly bound?: string | undefined;
  readonly groups?: readonly string[] | undefined;
}

/** Persons by what they are called. */
export interface Persons {
  readonly candidates: readonly string[];
}

/** What the best slate loses, and who leaves and enters, where one person must be or must not be on it. */
export interface Loss extends Person, Partial<AboutPlan> {
  /** How much less the other slate is worth. */
  readonly loss: number;
  readonly leave: readonly string[];
  readonly enter: readonly string[];
}

/** A rule that is short of people of somebody's kind, and what that is worth. */
export interface BindingRule {
  readonly title: string;
  readonly group: string | undefined;
  readonly points: number;
}

const binding = ({ title, group, points }: BindingRule): string =>
  `${title}${group === undefined ? '' : ` (${group})`}, ${count(points, 'point')}`;

const number = (value: number): string => formatNumber(value, 'en');
const list = (parts: readonly string[]): string => enumerate(parts, 'en');
const people = (ids: readonly string[]): string => list(ids.map(personSaid));

const nounOf = ({ plan }: Partial<AboutPlan>): string => (plan === true ? 'plan' : 'slate');
const placeIn = ({ plan }: Partial<AboutPlan>): string => (plan === true ? 'in the plan' : 'on the slate');

const bestOf = ({ plan }: Partial<AboutPlan>): string =>
  plan === true ? 'in the best plan' : 'on the best slate';
const chosenOf = ({ plan }: Partial<AboutPlan>): string =>
  plan === true ? 'in the plan chosen' : 'on the slate chosen';

function opening(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** English sentences of `explain`. */
export const explainEn = {
  ...mendingEn,
  'explain.member': ({ title, bound, groups }: RuleInWords) => {
    const inside = [
      ...(bound === undefined || saidAlready(bound, title) ? [] : [bound]),
      ...(groups === undefined ? [] : [list(groups)]),
    ];
    return inside.length === 0 ? `“${title}”` : `“${title}” (${inside.join('; ')})`;
  },
  'explain.appointed': ({
    candidate,
    titles,
    unit,
  }: Person & { readonly titles: readonly string[]; readonly unit: string }) =>
    `${personSaid(candidate)} as ${list(titles)} of ${unit}`,
  'explain.at-place': ({
    candidate,
    place,
    titles,
  }: Person & { readonly place: string; readonly titles?: readonly string[] }) =>
    `${personSaid(candidate)} at place ${place}${titles === undefined ? '' : ` (${list(titles)})`}`,
  'explain.pin': ({ candidates, ...kind }: Persons & Partial<AboutPlan>) =>
    `that ${people(candidates)} ${candidates.length === 1 ? 'is' : 'are'} ${placeIn(kind)}`,
  'explain.exclude': ({ candidates, ...kind }: Persons & Partial<AboutPlan>) =>
    candidates.length === 1
      ? `that ${people(candidates)} is not ${placeIn(kind)}`
      : `that none of ${people(candidates)} is ${placeIn(kind)}`,
  'explain.together': ({ candidates }: { readonly candidates: readonly string[] }) =>
    `that ${people(candidates)} come together`,
  'explain.apart': ({
    candidates,
    ...kind
  }: Partial<AboutPlan> & { readonly candidates: readonly string[] }) =>
    `that of ${people(candidates)} at most one is ${placeIn(kind)}`,
  'explain.conflict': ({
    members,
    why,
    given,
  }: {
    readonly members: readonly string[];
    readonly why: readonly string[];
    /** The person whose place is taken for granted. */
    readonly given?: (Person & Partial<AboutPlan> & { readonly on: boolean }) | undefined;
  }) => {
    const granted =
      given === undefined
        ? ''
        : given.on
          ? `with ${personSaid(given.candidate)} ${placeIn(given)}, `
          : `without ${personSaid(given.candidate)}, `;
    const holds =
      members.length === 1 ? 'cannot hold' : members.length === 2 ? 'cannot both hold' : 'cannot all hold';
    return opening(
      `${granted}${list(members)} ${holds}${why.length === 0 ? '' : `, since ${why.join(', and ')}`}`,
    );
  },
  'explain.why-available': ({
    title,
    available,
    shared,
  }: {
    /** Absent: everybody counts. */
    readonly title?: string | undefined;
    readonly available: number;
    readonly shared: readonly { readonly title: string; readonly both: number }[];
  }) => {
    if (title === undefined) return `${count(available, 'candidate is', 'candidates are')} eligible`;
    if (shared.length === 0)
      return `${count(available, 'eligible candidate counts', 'eligible candidates count')} for “${title}”`;
    const parts = shared.map(
      (each) => `${number(each.both)} also ${each.both === 1 ? 'counts' : 'count'} for “${each.title}”`,
    );
    return `of the ${count(available, 'eligible candidate')} for “${title}” ${list(parts)}`;
  },
  'explain.why-reach': ({
    side,
    reach,
    bound,
  }: {
    readonly side: 'min' | 'max';
    readonly reach: number;
    readonly bound: number;
  }) =>
    side === 'min'
      ? `at most ${number(reach)} can be chosen where ${number(bound)} ${bound === 1 ? 'is' : 'are'} needed`
      : `at least ${number(reach)} must be chosen where ${number(bound)} ${bound === 1 ? 'is' : 'are'} allowed`,
  'explain.why-aside': ({ candidate, facts }: Person & { readonly facts: readonly string[] }) =>
    `${personSaid(candidate)} is set aside because ${list(facts)} ${facts.length === 1 ? 'is' : 'are'} missing or not known exactly`,

  'explain.change-bound': ({
    title,
    from,
    to,
  }: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
  }) => `“${title}”: ${to} instead of ${from}`,
  'explain.change-share': (p: {
    readonly change: string;
    readonly deviation: number;
    readonly per: Counted;
  }) => `${p.change} (${off(p.deviation, p.per)} by the rule as it stands)`,
  'explain.why-seats': (p: { readonly seats: number; readonly available: number }) =>
    `${count(p.seats, 'seat')} ${p.seats === 1 ? 'is' : 'are'} to be filled, and there ${p.available === 1 ? 'is' : 'are'} ${count(p.available, 'person', 'people')} who can`,
  'explain.change-vacant': (p: {
    readonly title: string;
    readonly seats: number;
    readonly units: readonly string[];
  }) => `“${p.title}”: leave ${count(p.seats, 'seat')} vacant in ${list(p.units)}`,
  'explain.change-except': ({
    title,
    candidates,
  }: {
    readonly title: string;
    readonly candidates: readonly string[];
  }) =>
    candidates.length === 0
      ? `“${title}”: allow exceptions`
      : `“${title}”: let ${people(candidates)} in, who ${candidates.length === 1 ? 'does' : 'do'} not satisfy it`,
  'explain.drop-pin': ({ candidate, ...kind }: Person & Partial<AboutPlan>) =>
    `${personSaid(candidate)} need not be ${placeIn(kind)}`,
  'explain.drop-exclude': ({ candidate, ...kind }: Person & Partial<AboutPlan>) =>
    `${personSaid(candidate)} may be ${placeIn(kind)}`,
  'explain.drop-together': ({ candidates }: { readonly candidates: readonly string[] }) =>
    `${people(candidates)} need not come together`,
  'explain.drop-apart': ({
    candidates,
    ...kind
  }: Partial<AboutPlan> & { readonly candidates: readonly string[] }) =>
    `${people(candidates)} may be ${placeIn(kind)} together`,
  'explain.relaxation': ({ changes, cost }: { readonly changes: readonly string[]; readonly cost: number }) =>
    `${changes.join('; ')} (cost ${number(cost)})`,
  'explain.diagnosis-feasible': (kind: Partial<AboutPlan>) =>
    `A ${nounOf(kind)} that keeps all hard rules exists; nothing stands in its way`,
  'explain.diagnosis': ({
    conflicts,
    complete,
    stopped,
    ...kind
  }: Partial<AboutPlan> & {
    readonly conflicts: number;
    readonly complete: boolean;
    readonly stopped: boolean;
  }) =>
    conflicts === 0
      ? `No ${nounOf(kind)} exists${stopped ? '; time ran out before the first conflict was found' : ''}`
      : complete
        ? `No ${nounOf(kind)} exists: ${count(conflicts, 'conflict')} among the rules, and no other`
        : `No ${nounOf(kind)} exists: ${count(conflicts, 'conflict')} among the rules, and there may be more`,
  'explain.diagnosis-unknown': (kind: Partial<AboutPlan>) =>
    `Time ran out before it was known whether a ${nounOf(kind)} exists`,

  'explain.why-on': ({ candidate, loss, ...people }: Loss) =>
    loss === 0
      ? `${personSaid(candidate)} is ${bestOf(people)}, but an equally good one exists without them${exchange(people)}`
      : `${personSaid(candidate)} is ${bestOf(people)}; the best without them is worth ${number(loss)} less${exchange(people)}`,
  'explain.why-off': ({ candidate, loss, ...people }: Loss) =>
    loss === 0
      ? `${personSaid(candidate)} is not ${chosenOf(people)}, but an equally good one exists with them${exchange(people)}`
      : `${personSaid(candidate)} is not ${bestOf(people)}; the best with them is worth ${number(loss)} less${exchange(people)}`,
  'explain.why-binding': ({ rules }: { readonly rules: readonly BindingRule[] }) =>
    `In their favour count rules that are short of such candidates: ${rules.map(binding).join('; ')}`,
  'explain.why-needed': ({ candidate, plan }: Person & Partial<AboutPlan>) =>
    plan === true
      ? `${personSaid(candidate)} is in every plan: without this no plan exists`
      : `${personSaid(candidate)} is on every slate: without them no slate exists`,
  'explain.why-never': ({ candidate, plan }: Person & Partial<AboutPlan>) =>
    plan === true
      ? `${personSaid(candidate)} cannot be in any plan`
      : `${personSaid(candidate)} cannot be on any slate`,
  'explain.why-no-slate': (kind: Partial<AboutPlan>) =>
    `No ${nounOf(kind)} exists at all; ask for a diagnosis`,
  'explain.why-unknown': (_: undefined) => 'Time ran out before this was known',
  'explain.obstacle': ({
    member,
    loss,
    least,
    plan,
  }: {
    readonly member: string;
    readonly loss: number;
    readonly least: number;
  } & Partial<AboutPlan>) =>
    least === 0
      ? `without ${member} they would be ${plan === true ? 'in a best plan' : 'on a best slate'}`
      : `without ${member} they would cost ${number(least)} instead of ${number(loss)}`,

  'explain.no-candidate': ({ id }: { readonly id: string }) => `there is no candidate “${id}” in the pool`,
  'explain.not-on-slate': ({ id, ...kind }: { readonly id: string } & Partial<AboutPlan>) =>
    `“${id}” is not ${placeIn(kind)}`,
};
