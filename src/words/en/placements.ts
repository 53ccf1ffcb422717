import { count, enumerate, formatNumber } from '../number.ts';

const english = (value: number): string => formatNumber(value, 'en');

/** The first of a list, and how many more there are. */
const some = (names: readonly string[]): string =>
  names.length > 3
    ? `${names.slice(0, 3).join(', ')}, … (+${english(names.length - 3)})`
    : enumerate(names, 'en');

/** English sentences of `placements`. */
export const placementsEn = {
  // Units and rule set
  'placements.no-units': (_: object) =>
    'there are no units; the first line holds the headings, at least "name", and each further line is a unit',
  'placements.no-shipped-units': (p: { readonly name: string; readonly allowed: readonly string[] }) =>
    `there is no table of units “${p.name}”; there are ${enumerate(p.allowed, 'en')}`,
  'placements.unnamed-unit': (_: object) => 'the name is empty; every unit needs a name of its own',
  'placements.repeated-unit': (p: {
    readonly name: string;
    readonly first: number;
    readonly second: number;
  }) => `the unit “${p.name}” is on line ${p.first} and again on line ${p.second}; keep one of them`,
  'placements.no-titles': (p: { readonly rules: string }) =>
    `the rule set ${p.rules} declares no titles, so it cannot fill the posts of units; use a rule set with titles:, or leave the units out`,
  'placements.units-needed': (p: { readonly rules: string }) =>
    `the rule set ${p.rules} fills titles of units, so it also needs a table of units`,
  'placements.no-units-of-list': (p: { readonly rules: string }) =>
    `the rule set ${p.rules} is about an ordered list, whose places need no table; leave out the units`,
  'placements.missing-unit-column': (p: { readonly fact: string; readonly column: string }) =>
    `the rule set declares the fact “${p.fact}”, but the units have no column “${p.column}”; add the column, or declare a default`,
  'placements.title-nowhere': (p: { readonly title: string }) =>
    `no unit of the table has the title “${p.title}”; check its where: against the units, or take it out`,
  'placements.besides-nothing': (p: {
    readonly title: string;
    readonly having: readonly string[];
    readonly without: readonly string[];
  }) =>
    `“${p.title}” is a title of ${count(p.having.length, 'unit')}, so it is not clear whose would be held besides a post of another: nobody in ${some(p.without)} can hold it besides theirs`,
  'placements.title-unsure': (p: {
    readonly unit: string;
    readonly title: string;
    readonly facts: readonly string[];
  }) =>
    `whether ${p.unit} has the title “${p.title}” depends on ${enumerate(p.facts, 'en')}, which is empty; fill in the cell, or declare a default under facts`,
  'placements.holder-meant': (p: { readonly text: string; readonly meant: string }) =>
    `no candidate has the id “${p.text}”; holders are named by id, here “${p.meant}”`,
  'placements.several-holders': (p: { readonly text: string }) =>
    `“${p.text}” is not an id; put ; between the ids of several holders`,
  'placements.name-appointment': (p: { readonly id: string }) =>
    `“${p.id}” is a candidate; name one of their appointments, such as ${p.id}@Unit/title`,

  // Plan
  'placements.plan-column': (p: { readonly column: string }) =>
    `the plan has no column “${p.column}”; it needs unit, title and id`,
  'placements.no-appointment': (p: { readonly id: string }) =>
    `there is no appointment “${p.id}”; they are written as HD-001@Unit/title`,
  'placements.empty-plan': (_: object) => 'the plan is empty; it must fill at least one title',
  'placements.empty-list': () => 'the list is empty; it must name at least one person by id',
  'placements.no-place': (p: { readonly found: string; readonly places: number }) =>
    `“${p.found}” is no place of this list; its places are 1 to ${p.places}`,
  'placements.which-of-two': (p: { readonly allowed: readonly string[] }) =>
    `two stand at each place of this list; say of each in a column title who they are: ${enumerate(p.allowed, 'en')}`,
  'placements.unknown-unit': (p: { readonly name: string; readonly meant?: string }) =>
    `no unit of the table is called “${p.name}”${p.meant === undefined ? '' : `; did you mean “${p.meant}”?`}`,
  'placements.unknown-title': (p: { readonly title: string; readonly allowed: readonly string[] }) =>
    `the rule set has no title “${p.title}”; it has ${enumerate(p.allowed, 'en')}`,
  'placements.title-not-here': (p: { readonly title: string; readonly unit: string }) =>
    `${p.unit} has no title “${p.title}”`,
  'placements.repeated-line': (p: {
    readonly unit: string;
    readonly title: string;
    readonly id: string;
    readonly first: number;
  }) => `“${p.id}” as “${p.title}” in ${p.unit} is already on line ${p.first}`,

  // Rules that every placement has
  'placements.one-appointment': () => 'At most one appointment per person',
  'placements.one-place': () => 'Nobody stands at two places',
  'placements.one-at-place': (p: { readonly title: string; readonly seats: number }) =>
    `${p.title}: no two at one number`,
  'placements.no-empty-place': (p: { readonly title: string; readonly seats: number }) =>
    `${p.title}: none stays empty`,
  'placements.seats': (p: { readonly title: string; readonly seats: number }) =>
    `${p.title}: at most ${english(p.seats)} in each unit`,
  'placements.no-gap': (p: { readonly place: number }) =>
    `Place ${p.place} stays empty as long as the one before it does`,
  'placements.paired': (p: { readonly place: number }) => `At place ${p.place} both stand, or nobody`,
  'placements.filled': (p: { readonly title: string; readonly seats: number }) =>
    p.seats === 1
      ? `${p.title}: filled in each unit`
      : `${p.title}: at least ${english(p.seats)} in each unit`,

  // Training
  'placements.training-heading': (p: { readonly title: string; readonly needs: number }) =>
    p.needs === 0
      ? `${p.title}: nobody lacks what their title asks for`
      : `${p.title}: ${count(p.needs, 'training need')}`,
  'placements.training-message': (p: {
    readonly candidate: string;
    readonly fact: string;
    readonly value: string | undefined;
    readonly needed: string;
  }) => `${p.candidate}: ${p.fact} is ${p.value ?? 'not given'}; needed: ${p.needed}`,

  // Tables of the command line
  'placements.check-heading': (p: { readonly title: string; readonly size: number }) =>
    `${p.title}: a plan of ${count(p.size, 'appointment')}`,
  'placements.list-check-heading': (p: { readonly title: string; readonly size: number }) =>
    `${p.title}: a list of ${count(p.size, 'name')}`,
  'placements.list-heading': (p: {
    readonly title: string;
    readonly size: number;
    readonly candidates: number;
  }) => `${p.title}: a list of ${count(p.size, 'name')}, from ${count(p.candidates, 'candidate')}`,
  'placements.place': () => 'Place',
  'placements.empty-places': (p: { readonly places: readonly string[] }) =>
    `Nobody stands at ${p.places.length === 1 ? 'place' : 'places'} ${enumerate(p.places, 'en')}.`,
  'placements.heading': (p: {
    readonly title: string;
    readonly posts: number;
    readonly units: number;
    readonly appointments: number;
    readonly candidates: number;
  }) =>
    `${p.title}: ${count(p.posts, 'title')} in ${count(p.units, 'unit')}, filled by ${count(p.appointments, 'person', 'people')} of ${count(p.candidates, 'candidate')}`,
  'placements.moves': (p: {
    readonly stay: number;
    readonly move: number;
    readonly combined: number;
    readonly vacant: number;
  }) =>
    `${english(p.stay)} stay in post, ${english(p.move)} move or are new; ${count(p.combined, 'combined post')}; ${english(p.vacant)} vacant.`,
  'placements.list-rules-head': (p: {
    readonly id: string;
    readonly min: number;
    readonly max: number;
    readonly seats: number;
    readonly beyond: 'surplus' | 'reserve';
    readonly substitutes: boolean;
    readonly referenceDate: string;
    readonly hash: string;
  }) => {
    const size = p.min === p.max ? count(p.max, 'place') : `${p.min} to ${count(p.max, 'place')}`;
    const seats =
      p.seats < p.max
        ? `, ${count(p.seats, 'seat')} and ${p.beyond === 'surplus' ? 'a surplus' : 'a reserve'}`
        : '';
    const pairs = p.substitutes ? ', a substitute at each' : '';
    return `${p.id}: an ordered list of ${size}${seats}${pairs}; ages and service counted on ${p.referenceDate}; SHA-256 ${p.hash}`;
  },
  'placements.rule-set-head': (p: {
    readonly id: string;
    readonly titles: readonly string[];
    readonly referenceDate: string;
    readonly hash: string;
  }) =>
    `${p.id}: ${enumerate(p.titles, 'en')} in every unit; ages and service counted on ${p.referenceDate}; SHA-256 ${p.hash}`,
  'placements.title': () => 'Title',
  'placements.move': () => 'Move',
  'placements.from': () => 'From',
  'placements.needed': () => 'Needed',
  'placements.stays': () => 'stays',
  'placements.within': () => 'within the unit',
  'placements.vacant': () => 'vacant',
  'placements.unit-heading': (p: { readonly unit: string; readonly kind: string }) =>
    p.kind === '' ? p.unit : `${p.unit} (${p.kind})`,
};
