import { count, formatNumber } from '../number.ts';

const number = (value: number): string => formatNumber(value, 'en');

/** English sentences of the page: posts in units. */
export const webPlacementsEn = {
  'web.units': () => 'Units',
  'web.units-count': (p: { readonly count: number }) => count(p.count, 'unit'),
  'web.drop-units': () => 'Drop a table of units (CSV) here, or choose one',
  'web.drop-units-hint': () =>
    'One line per unit: its name, its kind and, for each title, the id of its present holder',
  'web.units-needed': () => 'These rules fill posts: they also need a table of the units.',
  'web.units-not-needed': () => 'These rules are about one slate and take no units.',
  'web.drop-units-table': () => 'Leave the units out',
  'web.with-units': (p: { readonly candidates: number; readonly units: number }) =>
    `${count(p.candidates, 'candidate')}, ${count(p.units, 'unit')}`,
  'web.fills-posts': () => 'posts in units',
  'web.capacity-of-posts': () =>
    'What is counted are possible appointments, that is one person in one post. Quotas that count units are left out: what they get depends on who else is chosen.',

  'web.mend-units': () => 'Cells of the units table to fix',

  'web.did-mend-units': () => 'fix a cell of the units table',
  'web.did-choose-units': () => 'choose the units',
  'web.did-appoint': (p: { readonly name: string }) => `appoint ${p.name}`,
  'web.did-pin-person': (p: { readonly name: string }) => `${p.name} must get a post`,
  'web.did-exclude-person': (p: { readonly name: string }) => `${p.name} gets no post`,

  'web.plan': (p: { readonly count: number }) => `Posts (${count(p.count, 'appointment')})`,
  'web.plan-short': (p: { readonly count: number }) => `Posts (${number(p.count)})`,
  'web.plan-view': () => 'View of the plan',
  'web.plan-grid': () => 'By unit',
  'web.plan-picture': () => 'Moves as a picture',
  'web.plan-moves': () => 'Moves as a list',
  'web.unit': () => 'Unit',
  'web.titles-together': (p: { readonly titles: readonly string[] }) => p.titles.join(' and '),
  'web.post-in-unit': (p: { readonly titles: string; readonly unit: string }) => `${p.titles}, ${p.unit}`,
  'web.person-in-post': (p: { readonly name: string; readonly post: string }) => `${p.name} (${p.post})`,
  'web.combined-post': () => 'combined post',
  'web.vacant': () => 'vacant',
  'web.vacant-seats': (p: { readonly count: number }) => `${number(p.count)} vacant`,
  'web.no-such-post': () => 'no such post here',
  'web.replaces': (p: { readonly names: readonly string[] }) => `replaces ${p.names.join(', ')}`,
  'web.former-holders': (p: { readonly count: number }) =>
    `${count(p.count, 'person gives', 'people give')} up this post`,
  'web.held-now': (p: { readonly names: readonly string[] }) => `now ${p.names.join(', ')}`,
  'web.from-unit': (p: { readonly unit: string }) => `from ${p.unit}`,
  'web.move-stays': () => 'stays',
  'web.move-within': () => 'within the unit',
  'web.move-city-to-ward': () => 'from the city',
  'web.move-ward-to-city': () => 'to the city',
  'web.move-ward-to-ward': () => 'from another ward',
  'web.move-between-blocs': () => 'between blocs',
  'web.move-between-departments': () => 'between departments',
  'web.move-unknown': () => 'new, origin not known',
  'web.move-leaves': () => 'gives up a post',
  'web.move-combined': () => 'combined posts',
  'web.move-vacant': () => 'vacant',
  'web.empty-plan': () =>
    'Nobody has a post yet. Take the best plan, or choose somebody for a post yourself.',
  'web.begin-with-present': () => 'Start from the present holders',
  'web.did-take-present': () => 'take the present holders',
  'web.more-changes': (p: { readonly count: number }) => count(p.count, 'more change'),
  'web.why-post-on': (p: { readonly loss: string; readonly changes: number }) =>
    `The best plan has them in this post. The best one without that is worth ${p.loss} less, and ${count(p.changes, 'person has', 'people have')} another place.`,
  'web.why-post-off': (p: { readonly loss: string; readonly changes: number }) =>
    `The best plan does not have them in this post. The best one with that is worth ${p.loss} less, and ${count(p.changes, 'person has', 'people have')} another place.`,
  'web.why-post-equal': (p: { readonly changes: number }) =>
    `The best plan has them in this post, but another one without that is just as good; ${count(p.changes, 'person has', 'people have')} another place in it.`,
  'web.why-post-close': (p: { readonly changes: number }) =>
    `The best plan does not have them in this post, but one that does is just as good; ${count(p.changes, 'person has', 'people have')} another place in it.`,
  'web.post-unknown': () => 'Time ran out before it was known whether there is a post for them.',
  'web.leaving-beside': (p: { readonly count: number }) =>
    `${count(p.count, 'person gives', 'people give')} up a post and ${p.count === 1 ? 'is' : 'are'} not drawn; see the list.`,
  'web.move-from': () => 'From',
  'web.move-to': () => 'To',
  'web.move-kind': () => 'Move',
  'web.nobody-moves': () => 'Nobody moves: everyone stays where they are.',
  'web.moves-hint': () =>
    'On the left, where people work now; on the right, the post they get. Click a line or a name for the reasons.',
  'web.no-post': () => 'no post',
  'web.without-post': () => 'Without a post',
  'web.who-for': (p: { readonly post: string }) => `Candidates for ${p.post}`,
  'web.which-titles': () => 'Which titles together',
  'web.choose-post': () =>
    'Choose a post (press S on it, or click a vacant one) to see who could hold it, or drag somebody there.',
  'web.appoint': (p: { readonly name: string }) => `Appoint ${p.name}`,
  'web.not-eligible': (p: { readonly rules: readonly string[] }) => `not eligible: ${p.rules.join('; ')}`,
  'web.now-in-plan': (p: { readonly post: string }) => `in this plan: ${p.post}`,
  'web.eligible-count': (p: { readonly count: number; readonly of: number }) =>
    `${number(p.count)} of ${number(p.of)} eligible`,
  'web.pin-post': () => 'Keep in this post',
  'web.unpin-post': () => 'No longer keep in this post',
  'web.exclude-post': () => 'Not in this post',
  'web.readmit-post': () => 'Allow in this post again',
  'web.pin-person': () => 'Must get a post',
  'web.unpin-person': () => 'Need not get a post',
  'web.exclude-person': () => 'Gets no post',
  'web.readmit-person': () => 'May get a post again',
  'web.in-the-plan': () => 'In this plan',
  'web.asked-post': () => 'In the post',
  'web.without-in-plan': () => 'Without a post in this plan.',
  'web.seeking-post': () => 'Looking for the best post they could have…',
  'web.best-post': (p: { readonly post: string; readonly loss: string }) =>
    `If they must get a post, the best plan gives them ${p.post}; it is worth ${p.loss} less.`,
  'web.no-post-possible': () => 'No plan that keeps all rules has a post for them.',
  'web.ask-of-post': () => 'Why not in this post?',
  'web.differing-posts': () => 'Posts that differ',
  'web.roster-by-unit': () => 'Plan of leadership posts by unit',
  'web.roster-post': () => 'Post in this plan',
  'web.roster-vacant': (p: { readonly posts: readonly string[] }) => `Vacant: ${p.posts.join('; ')}`,
  'web.groups-in-order': (p: { readonly count: number; readonly fact: string }) =>
    p.fact === ''
      ? `${count(p.count, 'group')} in order`
      : `${p.fact}: ${count(p.count, 'in order', 'in order')}`,
  'web.standing-rule': () => 'A rule of every placement, written in no file.',
};
