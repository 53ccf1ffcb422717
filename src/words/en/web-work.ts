import { count, formatNumber } from '../number.ts';

/** How many there are of what the sentence is about. */
export interface HowMany {
  readonly count: number;
}

const STATES: Readonly<Record<string, string>> = {
  draft: 'open',
  submitted: 'submitted',
  approved: 'approved',
  withdrawn: 'withdrawn',
};

/** English sentences of the page: rules, drafts and the roster. */
export const webWorkEn = {
  'web.rule-file': () => 'Rule file',
  'web.rules-valid': () => 'Valid; not yet used in this draft',
  'web.rules-unchanged': () => 'These are the rules of this draft',
  'web.rules-unreadable': () => 'The file has errors; they are listed above its text.',
  'web.checking': () => 'Checking…',
  'web.revert': () => 'Discard changes',
  'web.take-over': () => 'Use these rules',
  'web.rules-title': () => 'Name of the rules',
  'web.rules-date': () => 'Ages and service counted on',
  'web.inherited': (p: { readonly file: string }) =>
    `From ${p.file}; writing it here replaces it for this draft.`,
  'web.at-least': () => 'At least',
  'web.at-most': () => 'At most',
  'web.bounds-crossed': () => 'Fewer than “at least”',
  'web.weight': () => 'Points per member',
  'web.strength': () => 'Strength',
  'web.strength-hard-short': () => 'Binding',
  'web.strength-soft-short': () => 'Goal',
  'web.strength-off-short': () => 'Off',
  'web.write-rule': () => 'Write into the file',
  'web.size-least': () => 'Members at least',
  'web.size-most': () => 'Members at most',

  'web.drafts': () => 'Drafts in this browser',
  'web.drafts-shared': () => 'Drafts of the board',
  'web.drafts-to-share': () => 'From before the service had a store; opening one brings it there.',
  'web.draft-shared': (p: { readonly version: number; readonly state: string; readonly by: string }) =>
    `version ${formatNumber(p.version, 'en')}, ${STATES[p.state] ?? p.state}, ${p.by}`,
  'web.rounds': (p: { readonly title: string }) => `Rounds of consultation: ${p.title}`,
  'web.rounds-about': (p: { readonly procedure: string; readonly seats: string }) =>
    `${p.procedure}, seats: ${p.seats}`,
  'web.begin-rounds': () => 'Rounds of consultation',
  'web.rounds-title': () => 'Name',
  'web.procedure': () => 'Procedure',
  'web.seats': () => 'Seats',
  'web.begin': () => 'Begin',
  'web.record-round': () => 'Record this round',
  'web.ballots-of': () => 'Ballots cast',
  'web.to-be-named': () => 'To be named (if agreed)',
  'web.ballots-table': () => 'From a table of ballots',
  'web.record': () => 'Record',
  'web.votes-for': (p: { readonly name: string }) => `Votes for ${p.name}`,
  'web.round-not-yet': () => 'Not recorded yet',
  'web.round-counts': (p: { readonly carried: number; readonly fellOut: number; readonly tied: number }) =>
    `${formatNumber(p.carried, 'en')} go on, ${formatNumber(p.fellOut, 'en')} fell out${
      p.tied === 0 ? '' : `, ${formatNumber(p.tied, 'en')} tied`
    }`,
  'web.round-number': (p: HowMany) => `${count(p.count, 'person is', 'people are')} to be named`,
  'web.round-votes': (p: { readonly for: number; readonly of: number }) =>
    `${formatNumber(p.for, 'en')} of ${formatNumber(p.of, 'en')}`,
  'web.round-joined': () => 'named here first',
  'web.ways': () => 'Each person’s way',
  'web.draft-open': () => 'open',
  'web.draft-in-short': (p: { readonly members: number; readonly steps: number }) =>
    `${count(p.members, 'member')}, ${count(p.steps, 'step')}`,
  'web.new-draft': () => 'New draft',
  'web.save-file': () => 'Save as a file',
  'web.open-file': () => 'Drop a saved draft here, or choose one',
  'web.no-draft-file': () => 'This file is not a draft of Slate; nothing was opened.',
  'web.remove-draft': (p: { readonly title: string }) => `Discard “${p.title}”`,
  'web.restore-draft': (p: { readonly title: string }) => `Restore “${p.title}”`,
  'web.removed-drafts': (p: HowMany) => `${count(p.count, 'draft')} discarded`,
  'web.history': () => 'History of this draft',
  'web.version-name': () => 'Name of this version',
  'web.name-version': () => 'Save as a version',
  'web.state-first': () => 'the beginning',
  'web.state-now': () => 'now',
  'web.choose-state': () => 'Choose a state to see what has changed since then, and to go back to it.',
  'web.since-then': () => 'What has changed since then',
  'web.nothing-different': () => 'Nothing is different.',
  'web.is-different': () => 'different',
  'web.difference-joined': (p: HowMany) => `Joined (${formatNumber(p.count, 'en')})`,
  'web.difference-left': (p: HowMany) => `Left (${formatNumber(p.count, 'en')})`,
  'web.difference-pinned': (p: HowMany) => `Pinned (${formatNumber(p.count, 'en')})`,
  'web.difference-unpinned': (p: HowMany) => `No longer pinned (${formatNumber(p.count, 'en')})`,
  'web.difference-excluded': (p: HowMany) => `Excluded (${formatNumber(p.count, 'en')})`,
  'web.difference-readmitted': (p: HowMany) => `No longer excluded (${formatNumber(p.count, 'en')})`,
  'web.back-to-this': () => 'Go back to this state',

  'web.compare-works': () => 'Compare drafts, versions and scenarios',
  'web.compare-from': () => 'From',
  'web.compare-to': () => 'To',
  'web.compare-choose': () =>
    'Choose two different ones: another draft, a version saved above, or a scenario saved under Scenarios.',
  'web.version-titled': (p: { readonly title: string }) => `Version: ${p.title}`,
  'web.scenario-titled': (p: { readonly title: string }) => `Best slate of the scenario: ${p.title}`,
  'web.on-both': (p: HowMany) => `${count(p.count, 'person', 'people')} on both.`,
  'web.quotas-differ': (p: { readonly count: number; readonly of: number }) =>
    p.count === 0 ? 'All quotas and goals stand alike.' : `${p.count} of ${p.of} quotas and goals differ.`,
  'web.turn-better': () => 'better',
  'web.turn-worse': () => 'worse',
  'web.turn-moved': () => 'different',
  'web.turn-same': () => 'the same',

  'web.roster-empty': () => 'Nobody is on the slate yet, so there is nothing to print.',
  'web.roster-title': () => 'Roster of the people nominated',
  'web.print': () => 'Print',
  'web.without-names': () => 'Files without names',
  'web.report-of-record': () => 'Report of record',
  'web.report-hint': () =>
    'One HTML file with the slate, rules, check, the best slates beside it, proof and hashes; slate replay repeats it. It holds all candidates.',
  'web.print-hint': () => 'A4 landscape; saves as PDF too.',
  'web.post-and-unit': () => 'Post and unit',
  'web.men': () => 'Men',
  'web.women': () => 'Women',
  'web.roster-total': (p: HowMany) => `${count(p.count, 'member')} in all.`,
  'web.roster-kept': () => 'The slate keeps all binding quotas.',
  'web.roster-broken': () => 'The slate does not keep all binding quotas.',
  'web.roster-missed': (p: { readonly goals: readonly string[] }) =>
    `${p.goals.length === 1 ? '1 goal is missed' : `${p.goals.length} goals are missed`}: ${p.goals.join('; ')}.`,
  'web.roster-as-of': (p: { readonly date: string }) => `Ages and times of service are as of ${p.date}.`,
};
