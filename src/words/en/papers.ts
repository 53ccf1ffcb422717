import type { AboutPlan } from '../about-plan.ts';
import { count, eitherOf, enumerate, formatNumber } from '../number.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day of the calendar in digits. */
export interface DayInDigits {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** Where and when a paper is signed, as far as that is said. */
export interface PlaceAndDate {
  readonly place?: string | undefined;
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

const noun = ({ plan }: AboutPlan): string => (plan ? 'plan' : 'slate');
const dateIn = ({ year, month, day }: DayInDigits): string =>
  `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;

/** English sentences of `papers`. */
export const papersEn = {
  'papers.slate-title': (_: undefined) => 'ROSTER OF THE PEOPLE NOMINATED',
  'papers.list-title': () => 'LIST OF CANDIDATES IN ORDER',
  'papers.plan-title': (_: undefined) => 'PLAN OF APPOINTMENTS BY UNIT',
  'papers.sheet': (_: undefined) => 'Roster',
  'papers.section': (p: { readonly title: string; readonly members: number }) =>
    `${p.title.charAt(0).toUpperCase()}${p.title.slice(1)} (${formatNumber(p.members, 'en')})`,
  'papers.title-column': (_: undefined) => 'Title',
  'papers.move-column': (_: undefined) => 'Move',
  'papers.work-column': (_: undefined) => 'Post and unit of work',
  'papers.men': (_: undefined) => 'Men',
  'papers.women': (_: undefined) => 'Women',
  'papers.vacant': (p: { readonly posts: readonly string[] }) => `Vacant: ${p.posts.join('; ')}`,
  'papers.structure': (_: undefined) => 'What it is made of',
  'papers.total': (_: undefined) => 'People in all',
  'papers.under-40': (_: undefined) => 'Under 40',
  'papers.from-40-to-50': (_: undefined) => 'From 40 to 50',
  'papers.over-50': (_: undefined) => 'Over 50',
  'papers.age-unsure': (_: undefined) => 'Age not known exactly',
  'papers.newcomers': (_: undefined) => 'For the first time',
  'papers.compliant': (p: AboutPlan) => `The ${noun(p)} keeps everything that is binding.`,
  'papers.not-compliant': (p: AboutPlan) => `The ${noun(p)} does not keep everything that is binding:`,
  'papers.goals-missed': (_: undefined) => 'Goals that are missed',
  'papers.rules-changed': (_: undefined) => 'Rules that were changed to make it possible',
  'papers.missed': (p: { readonly rule: string; readonly message: string; readonly cost: number }) =>
    `${p.message} (price ${formatNumber(p.cost, 'en')})`,
  'papers.date': (p: DayInDigits) => dateIn(p),
  'papers.place-and-date': ({ place, year, month, day }: PlaceAndDate) => {
    const where = place === undefined ? '' : `${place}, `;
    return year === undefined || month === undefined || day === undefined
      ? `${where}… … 20…`
      : `${where}${dateIn({ year, month, day })}`;
  },
  'papers.signer': (_: undefined) => 'Signed',
  'papers.made-from': (p: {
    readonly rules: string;
    readonly rulesHash: string;
    readonly poolHash: string;
    readonly date: string;
  }) =>
    `Rules ${p.rules} (SHA-256 ${p.rulesHash}…), candidates (SHA-256 ${p.poolHash}…); ages and service counted on ${p.date}. Made with Slate.`,
  'papers.no-column': (p: {
    readonly name: string;
    readonly allowed: readonly string[];
    readonly meant?: string;
  }) =>
    `these candidates have no column “${p.name}”${p.meant === undefined ? '' : `; did you mean ${p.meant}?`}; there are ${enumerate(p.allowed, 'en')}`,
  'papers.bad-letterhead': (p: { readonly allowed: readonly string[] }) =>
    `this is no part of a letterhead; it may have ${enumerate(p.allowed, 'en')}: texts, nation a list of lines, date as 2020-06-05`,
  'papers.no-format': (p: { readonly file: string; readonly allowed: readonly string[] }) =>
    `the name of ${p.file} does not say its format; let it end in ${eitherOf(p.allowed, 'en')}`,
  'papers.no-such-slate': (p: { readonly wanted: number; readonly found: number }) =>
    `there is no slate ${formatNumber(p.wanted, 'en')} to write: the answer has ${count(p.found, 'slate')}; nothing was written`,
};
