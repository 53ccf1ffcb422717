import { exchange, mendingEn } from './mending.ts';
import { count, enumerate, formatNumber } from '../number.ts';

/** A rule by its title, with its bound where it has one, and the groups it is about. */
interface Named {
  readonly title: string;
  readonly bound?: string | undefined;
  readonly groups?: readonly string[] | undefined;
}

interface Person {
  readonly candidate: string;
}

interface Loss extends Person {
  /** How much less the other slate is worth. */
  readonly loss: number;
  readonly leave: readonly string[];
  readonly enter: readonly string[];
}

const number = (value: number): string => formatNumber(value, 'en');
const list = (parts: readonly string[]): string => enumerate(parts, 'en');

function opening(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** English sentences of `explain`. */
export const explainEn = {
  ...mendingEn,
  'explain.member': ({ title, bound, groups }: Named) => {
    const inside = [...(bound === undefined ? [] : [bound]), ...(groups === undefined ? [] : [list(groups)])];
    return inside.length === 0 ? `“${title}”` : `“${title}” (${inside.join('; ')})`;
  },
  'explain.pin': ({ candidate }: Person) => `that ${candidate} is on the slate`,
  'explain.exclude': ({ candidate }: Person) => `that ${candidate} is not on the slate`,
  'explain.together': ({ candidates }: { readonly candidates: readonly string[] }) =>
    `that ${list(candidates)} come together`,
  'explain.apart': ({ candidates }: { readonly candidates: readonly string[] }) =>
    `that of ${list(candidates)} at most one is on the slate`,
  'explain.conflict': ({
    members,
    why,
    given,
  }: {
    readonly members: readonly string[];
    readonly why: readonly string[];
    /** The person whose place is taken for granted. */
    readonly given?: { readonly candidate: string; readonly on: boolean } | undefined;
  }) => {
    const granted =
      given === undefined
        ? ''
        : given.on
          ? `with ${given.candidate} on the slate, `
          : `without ${given.candidate}, `;
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
    `${candidate} is set aside because ${list(facts)} ${facts.length === 1 ? 'is' : 'are'} missing or not known exactly`,

  'explain.change-bound': ({
    title,
    from,
    to,
  }: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
  }) => `“${title}”: ${to} instead of ${from}`,
  'explain.change-except': ({
    title,
    candidates,
  }: {
    readonly title: string;
    readonly candidates: readonly string[];
  }) =>
    candidates.length === 0
      ? `“${title}”: allow exceptions`
      : `“${title}”: let ${list(candidates)} in, who ${candidates.length === 1 ? 'does' : 'do'} not satisfy it`,
  'explain.drop-pin': ({ candidate }: Person) => `${candidate} need not be on the slate`,
  'explain.drop-exclude': ({ candidate }: Person) => `${candidate} may be on the slate`,
  'explain.drop-together': ({ candidates }: { readonly candidates: readonly string[] }) =>
    `${list(candidates)} need not come together`,
  'explain.drop-apart': ({ candidates }: { readonly candidates: readonly string[] }) =>
    `${list(candidates)} may be on the slate together`,
  'explain.relaxation': ({ changes, cost }: { readonly changes: readonly string[]; readonly cost: number }) =>
    `${changes.join('; ')} (cost ${number(cost)})`,
  'explain.diagnosis-feasible': (_: undefined) =>
    'A slate that keeps all hard rules exists; nothing stands in its way',
  'explain.diagnosis': ({
    conflicts,
    complete,
  }: {
    readonly conflicts: number;
    readonly complete: boolean;
  }) =>
    conflicts === 0
      ? 'No slate exists, which is proven; time ran out before the first conflict was found'
      : complete
        ? `No slate exists: ${count(conflicts, 'conflict')} among the rules, and no other`
        : `No slate exists: ${count(conflicts, 'conflict')} among the rules, and there may be more`,
  'explain.diagnosis-unknown': (_: undefined) => 'Time ran out before it was known whether a slate exists',

  'explain.why-on': ({ candidate, loss, ...people }: Loss) =>
    loss === 0
      ? `${candidate} is on the best slate, but an equally good one exists without them${exchange(people)}`
      : `${candidate} is on the best slate; the best without them is worth ${number(loss)} less${exchange(people)}`,
  'explain.why-off': ({ candidate, loss, ...people }: Loss) =>
    loss === 0
      ? `${candidate} is not on the slate chosen, but an equally good one exists with them${exchange(people)}`
      : `${candidate} is not on the best slate; the best with them is worth ${number(loss)} less${exchange(people)}`,
  'explain.why-needed': ({ candidate }: Person) =>
    `${candidate} is on every slate: without them no slate exists`,
  'explain.why-never': ({ candidate }: Person) => `${candidate} cannot be on any slate`,
  'explain.why-no-slate': (_: undefined) => 'No slate exists at all; ask for a diagnosis',
  'explain.why-unknown': (_: undefined) => 'Time ran out before this was known',
  'explain.obstacle': ({
    member,
    loss,
    least,
  }: {
    readonly member: string;
    readonly loss: number;
    readonly least: number;
  }) =>
    least === 0
      ? `without ${member} they would be on a best slate`
      : `without ${member} they would cost ${number(least)} instead of ${number(loss)}`,

  'explain.no-candidate': ({ id }: { readonly id: string }) => `there is no candidate “${id}” in the pool`,
  'explain.not-on-slate': ({ id }: { readonly id: string }) => `“${id}” is not on the slate`,
};
