import type { PageWords } from '../page.ts';
import { count, formatNumber } from '../number.ts';

/** What the page says of a plan of posts where English says it otherwise than of a slate. */
export const webPlansEn: Partial<PageWords> = {
  'web.view-slate': () => 'Posts',
  'web.size': () => 'Number of appointments',
  'web.go-to-slate': () => 'Go to the posts',
  'web.did-take-proposal': () => 'take the best plan',
  'web.did-take-repair': () => 'repair the plan',
  'web.did-take-scenario': () => 'take the plan of a scenario',
  'web.did-take-nobody': () => 'clear the plan',

  'web.on-slate': () => 'Appointments',
  'web.summary': () => 'Summary of the plan',
  'web.violations': () => 'What the plan breaks',
  'web.no-slate': () => 'No plan can keep all these rules',
  'web.section-require': () => 'What every appointment must satisfy',
  'web.key-remove': () => 'take out of the post',
  'web.how-many': () => 'How many plans',
  'web.slates-differ': (p) =>
    `${count(p.slates, 'plan')}, differing in ${count(p.differences, 'post')}; all others are the same in each of them.`,
  'web.slate-number': (p) => `Plan ${p.number}`,
  'web.proof': () => 'Why no plan can be better',
  'web.near-best': () => 'Which appointments are certain, and which are open',
  'web.near-within': () => 'Below the best plan by at most',
  'web.near-threshold': (p) =>
    `Every plan that keeps the rules with a merit of ${p.threshold} or more was looked at (the best has ${p.best}).`,
  'web.near-impossible': () =>
    'No plan keeps all the rules, so no appointment can be called certain or open.',
  'web.near-undecided': (p) =>
    `After ${count(p.seconds, 'second')}, ${count(p.count, 'appointment was', 'appointments were')} still undecided; no guess is made.`,
  'web.near-unknown': (p) => `After ${count(p.seconds, 'second')}, the best plan had not been found yet.`,
  'web.near-on': (p) => `In this plan (${formatNumber(p.count, 'en')})`,
  'web.near-off': (p) => `Not in it (${formatNumber(p.count, 'en')})`,
  'web.standing-sure-means': () => 'in every such plan',
  'web.standing-open-means': () => 'in some of them only',
  'web.standing-out-means': () => 'in none of them',
  'web.who-counts': () => 'Who counts in this plan',
  'web.strength-soft': (p) => `Goal, ${p.weight} points per appointment`,
  'web.accept-with-exceptions': () => 'Take this plan; the rule stays broken',
  'web.take-with': () => 'Take the plan with this appointment',
  'web.take-without': () => 'Take the plan without this appointment',

  'web.live': () => 'The best plan under these quotas',
  'web.live-members': (p) => count(p.count, 'appointment'),
  'web.same-slate': () => 'The same plan as under the rule set.',
  'web.no-slate-short': () => 'no plan',
  'web.in-all': (p) => `In every plan: ${formatNumber(p.count, 'en')}.`,
  'web.in-some': (p) => `In some only: ${formatNumber(p.count, 'en')}.`,
  'web.sweep-hint': () =>
    'Every combination is solved. The stronger the colour, the better; hatched: no plan; outlined: the edge of what is possible.',
  'web.trade-off-hint': () =>
    'Every plan that no other plan beats in both. The bounds of the quota itself do not apply here.',
  'web.trade-off-start': () => 'Find the plans',
  'web.robustness': () => 'How well this plan holds up',
  'web.robustness-hint': () =>
    'For every case in which one person gives up their post: does the plan still keep the rules, and if not, does one swap fix it?',
  'web.robustness-empty': () => 'Nobody has a post yet; put a plan together first.',
  'web.robustness-violated': () =>
    'This plan breaks binding quotas; once it keeps them, this can be worked out.',
  'web.one-drops-out': () => 'If one person drops out',
  'web.loss-compliant': () => 'the plan still keeps all binding quotas',
  'web.hangs-on': () => 'Whom the plan depends on most',
  'web.loss-mended': (p) =>
    `Breaks: ${p.rules}; fixed by appointing ${p.comes} (${count(p.count, 'appointment')} would do).`,

  'web.weight': () => 'Points per appointment',
  'web.size-least': () => 'Appointments at least',
  'web.size-most': () => 'Appointments at most',
  'web.roster-empty': () => 'Nobody has a post yet, so there is nothing to print.',
  'web.roster-total': (p) => `${count(p.count, 'appointment')} in all.`,
  'web.roster-kept': () => 'The plan keeps all binding quotas.',
  'web.roster-broken': () => 'The plan does not keep all binding quotas.',
};
