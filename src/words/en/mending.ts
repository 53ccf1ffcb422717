import type { AboutPlan } from '../about-plan.ts';
import { count, enumerate, formatNumber } from '../number.ts';
import { personSaid } from '../person-said.ts';

/** A person by what they are called. */
export interface Person {
  readonly candidate: string;
}

const number = (value: number): string => formatNumber(value, 'en');
const list = (parts: readonly string[]): string => enumerate(parts, 'en');
const people = (ids: readonly string[]): string => list(ids.map(personSaid));
const quoted = (titles: readonly string[]): string => list(titles.map((title) => `“${title}”`));

/** Who leaves and who enters, as the end of a sentence; nothing where nobody does. */
export function exchange({
  leave,
  enter,
}: {
  readonly leave: readonly string[];
  readonly enter: readonly string[];
}) {
  const parts = [
    ...(leave.length > 0 ? [`${people(leave)} ${leave.length === 1 ? 'leaves' : 'leave'}`] : []),
    ...(enter.length > 0 ? [`${people(enter)} ${enter.length === 1 ? 'enters' : 'enter'}`] : []),
  ];
  return parts.length === 0 ? '' : `; ${list(parts)}`;
}

function remain(has: number): string {
  return `${number(has)} ${has === 1 ? 'remains' : 'remain'}`;
}

/** English sentences of what may be changed on a slate, and what bounds cost. */
export const mendingEn = {
  'explain.swap': ({
    remove,
    add,
    mends,
    keeps,
  }: {
    readonly remove?: string | undefined;
    readonly add?: string | undefined;
    readonly mends: readonly string[];
    readonly keeps: readonly string[];
  }) => {
    const what =
      remove === undefined
        ? `add ${personSaid(add ?? '')}`
        : add === undefined
          ? `remove ${personSaid(remove)}`
          : `replace ${personSaid(remove)} with ${personSaid(add)}`;
    const why = [
      ...(mends.length > 0 ? [`fixes ${quoted(mends)}`] : []),
      ...(keeps.length > 0 ? [`keeps ${quoted(keeps)}`] : []),
    ];
    return why.length === 0 ? what : `${what}: ${list(why)}`;
  },
  'explain.repair-compliant': (_: undefined) => 'The slate keeps all hard rules; nothing needs to change',
  'explain.repair': ({ changes }: { readonly changes: number }) =>
    `${count(changes, 'change')} ${changes === 1 ? 'is' : 'are'} enough to keep all hard rules; fewer are not`,
  'explain.repair-infeasible': ({ kept }: { readonly kept: number }) =>
    kept === 0
      ? 'No slate from this pool keeps all hard rules'
      : `No slate keeps all hard rules and the ${count(kept, 'member')} who must stay`,
  'explain.repair-unknown': (_: undefined) => 'Time ran out before a repair was found',

  'explain.cost-best': ({ bound, objective }: { readonly bound: string; readonly objective: number }) =>
    `${bound}: best merit ${number(objective)}`,
  'explain.cost-differs': ({
    bound,
    objective,
    difference,
  }: {
    readonly bound: string;
    readonly objective: number;
    readonly difference: number;
  }) =>
    difference === 0
      ? `${bound}: best merit ${number(objective)}, as now`
      : `${bound}: best merit ${number(objective)}, ${number(Math.abs(difference))} ${difference < 0 ? 'less' : 'more'} than now`,
  'explain.cost-impossible': ({ bound }: { readonly bound: string }) => `${bound}: no slate exists`,
  'explain.cost-open': ({ bound }: { readonly bound: string }) => `${bound}: not known, time ran out`,
  'explain.cost-exceptions': ({ exceptions }: { readonly exceptions: number }) =>
    count(exceptions, 'exception'),
  'explain.cost-range': ({
    title,
    from,
    to,
  }: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
  }) =>
    from === to ? `“${title}” can be met only by ${from}` : `“${title}” can be met from ${from} to ${to}`,
  'explain.cost-never': ({ title }: { readonly title: string }) =>
    `No bound of “${title}” can be met: the other rules alone already allow no slate`,
  'explain.cost-unknown': ({ title }: { readonly title: string }) =>
    `Time ran out before the whole range of “${title}” was known`,
  'explain.no-steps': ({ rule }: { readonly rule: string }) =>
    `“${rule}” adds up a fact, and its bound could be any number; say which are of interest, as in slate sweep --vary ${rule}.max=50000..60000/1000`,
  'explain.bounds-by-size': ({ rule }: { readonly rule: string }) =>
    `the bounds of “${rule}” stand in a table by size; ask what other sizes give, as in slate cost size`,
  'explain.no-rule': (p: {
    readonly rule: string;
    readonly allowed: readonly string[];
    readonly meant: string | undefined;
  }) =>
    p.meant === undefined
      ? `there is no rule “${p.rule}”; the rules are ${list(p.allowed)}`
      : `there is no rule “${p.rule}”; did you mean “${p.meant}”? The rules are ${list(p.allowed)}`,
  'explain.need': ({
    member,
    has,
    least,
    most,
  }: {
    readonly member: string;
    readonly has: number;
    /** How many the free seats must bring at least and may bring at most; `null`: as many as there are. */
    readonly least: number;
    readonly most: number | null;
  }) => {
    const need =
      least === most
        ? least === 0
          ? 'no more'
          : `exactly ${number(least)} more`
        : [
            ...(least > 0 ? [`at least ${number(least)} more`] : []),
            ...(most === null ? [] : [most === 0 ? 'no more' : `at most ${number(most)} more`]),
          ].join(', ');
    return `${member}: ${remain(has)}, ${need}`;
  },
  'explain.need-too-many': ({
    member,
    has,
    excess,
  }: {
    readonly member: string;
    readonly has: number;
    readonly excess: number;
  }) => `${member}: ${remain(has)}, ${number(excess)} too many`,
  'explain.replacement': ({
    candidate,
    leave,
    enter,
    several = false,
  }: Person &
    Partial<AboutPlan> & {
      readonly leave: readonly string[];
      readonly enter: readonly string[];
      readonly several?: boolean;
    }) => {
    const [first, ...others] = enter;
    const also = exchange({ leave, enter: others });
    if (several)
      return `in place of ${personSaid(candidate)}: ${first === undefined ? 'nobody' : personSaid(first)}${also}`;
    return first === undefined
      ? `${personSaid(candidate)} is not replaced${also}`
      : `${personSaid(first)} replaces ${personSaid(candidate)}${also}`;
  },
  'explain.kept-and-gone': ({ id }: { readonly id: string }) =>
    `“${id}” withdraws and has confirmed at once; keep one of the two`,
  'explain.replace-found': ({
    candidate,
    found,
    several = false,
  }: Person & Partial<AboutPlan> & { readonly found: number; readonly several?: boolean }) =>
    `${personSaid(candidate)} ${several ? 'withdraw' : 'withdraws'}: ${count(found, 'replacement')} that ${found === 1 ? 'keeps' : 'keep'} all hard rules`,
  'explain.replace-none': ({
    candidate,
    changes,
  }: Person & Partial<AboutPlan> & { readonly changes: number }) =>
    changes === 0
      ? `Nobody can replace ${personSaid(candidate)} while everybody else stays`
      : `Nobody can replace ${personSaid(candidate)} with at most ${count(changes, 'further change')}`,
};
