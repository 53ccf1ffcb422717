import { count, enumerate, formatNumber } from '../number.ts';
import type { AlternateSentence, PairSentence } from '../sentence.ts';
import { factTitle } from './facts.ts';

const list = (names: readonly string[]): string => enumerate(names, 'en');
const number = (value: number): string => formatNumber(value, 'en');

/** English sentences about rules of ordered lists. */
export const orderedListsEn = {
  'rules.list-beside': ({ key }: { readonly key: string }) =>
    `a list says by itself how many people stand on it, and where; leave out “${key}”, or list`,
  'rules.list-length': () =>
    'how long the list is must be said: places: 20, or seats: 20 with surplus: 10 % or reserve: 3 besides',
  'rules.list-twice': ({ key, other }: { readonly key: string; readonly other: string }) =>
    `${other} says already how many names there are; leave out one of ${key} and ${other}`,
  'rules.surplus-of-nobody': ({ seats }: { readonly seats: number }) =>
    `no whole number lies within this share of ${count(seats, 'seat')}; make the surplus wider`,
  'rules.no-list': ({ key }: { readonly key: string }) =>
    `“${key}” is about places of an ordered list; declare one at the top of the file, such as list: 20`,
  'rules.no-substitutes': () =>
    'nobody stands in pairs on this list; write substitutes: true in list, or leave out this rule',
  'rules.within-ways': () =>
    'within names the places in one way: first: 10, or from: 3 and to: 7; and stretches of them by blocks: 5, or windows: 5',
  'rules.beyond-list': (p: { readonly found: number; readonly places: number }) =>
    `there ${p.places === 1 ? 'is' : 'are'} ${count(p.places, 'place')} here; ${number(p.found)} is beyond`,
  'rules.not-in-stretches': ({ allowed }: { readonly allowed: readonly string[] }) =>
    `blocks and windows go with ${list(allowed)}; of other rules name the places by first, or from and to`,
  'rules.listed-in-stretches': () =>
    'a list of values of forEach does not go with blocks and windows; choose the groups by where, or write a rule for each value',

  // Rules in words
  'rules.alternate-sentence': ({ fact, begin, from = 1, to }: AlternateSentence) => {
    const among =
      to === undefined ? (from > 1 ? ` from place ${from} on` : '') : ` at places ${from} to ${to}`;
    return `Neighbours${among} differ in ${factTitle(fact)}: ${begin} and ${begin + 1}, ${begin + 2} and ${begin + 3}, and so on`;
  },
  'rules.pair-sentence': (form: PairSentence) => {
    const { from = 1, to } = form;
    const at = to === undefined ? 'At every place' : `At each of the places ${from} to ${to}`;
    return 'same' in form
      ? `${at} both have the same ${factTitle(form.same)}`
      : `${at} the two differ in ${factTitle(form.different)}`;
  },
  'rules.list-place': () => 'Place',
  'rules.list-substitute': () => 'Substitute',
};
