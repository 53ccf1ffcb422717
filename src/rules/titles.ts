import type { RuleSet, TitleDeclaration } from './rule-set.ts';
import type { KnownFact } from './facts/known-facts.ts';

/** The fact whose values are the units. */
export const UNIT_FACT = 'unit';

/** What joins the ids of titles that one person holds together: `secretary+chair`. */
const TOGETHER = '+';

/** Moves from one post to another; `none` is staying in the same unit, or a title that is no move. */
export const ROTATIONS = [
  'none',
  'city-to-ward',
  'ward-to-city',
  'ward-to-ward',
  'between-blocs',
  'between-departments',
] as const;

/** Kinds of units that count as wards; every other kind is the city. */
export const WARD_KINDS: readonly string[] = ['ward', 'commune', 'town'];

/** Facts of the units begin with this: `unit.kind`. */
export const UNIT_PREFIX = 'unit.';

/** The columns of a units table that need no declaration, without {@link UNIT_PREFIX}. */
export const UNIT_COLUMNS = ['kind', 'bloc'] as const;

/** What of a title decides with which others it may be held. */
export type Holdable = Pick<TitleDeclaration, 'id' | 'concurrent'>;

/**
 * All ways to hold titles: each alone, those declared as combined, and each of these together with one
 * concurrent title. The ids of a way are in the order of declaration.
 */
export function waysToHold(
  titles: readonly Holdable[],
  combined: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const order = new Map(titles.map(({ id }, index) => [id, index]));
  const sorted = (ids: readonly string[]): readonly string[] =>
    [...new Set(ids)].toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  const alone = titles.map(({ id }) => [id]);
  const main = [
    ...titles.filter(({ concurrent }) => !concurrent).map(({ id }) => [id]),
    ...combined.map(sorted),
  ];
  const besides = titles
    .filter(({ concurrent }) => concurrent)
    .flatMap(({ id }) => main.map((ids) => sorted([...ids, id])));
  const ways = new Map([...alone, ...combined.map(sorted), ...besides].map((ids) => [wayId(ids), ids]));
  return [...ways.values()];
}

/** The value of the fact `title` for these titles held together. */
export function wayId(titles: readonly string[]): string {
  return titles.join(TOGETHER);
}

/** The titles that a value of the fact `title` stands for. */
export function titlesOfWay(way: string): readonly string[] {
  return way.split(TOGETHER);
}

/** The fact whose value is the unit whose post of this title an appointment fills. */
export function postFact(title: string): string {
  return `post.${title}`;
}

/** The rule that every placement has: at most one appointment a person. */
export const ONE_APPOINTMENT = 'one-appointment';

/** What the rules are called that a list has no empty place before one that is not: with the place behind. */
export const NO_GAPS = 'no-gaps';

/** The rule that a title has no more holders in a unit than seats. */
export function seatsRule(title: string): string {
  return `seats-${title}`;
}

/** The rule that the seats of a title are filled in every unit. */
export function filledRule(title: string): string {
  return `filled-${title}`;
}

/** The ids of the rules that every placement with these titles has, which no rule of a file may take. */
export function standingRuleIds(titles: readonly string[]): readonly string[] {
  return [ONE_APPOINTMENT, ...titles.map(filledRule), ...titles.map(seatsRule)];
}

/** The fact that says whether an appointment holds a title, alone or with others. */
export function holdsFact(title: string): string {
  return `holds.${title}`;
}

/**
 * The facts that only appointments have, for rule files that declare titles. `unit` is the unit of the
 * appointment there; where somebody works now is `currentUnit`.
 */
export function appointmentFacts(
  titles: readonly Holdable[],
  combined: readonly (readonly string[])[],
): ReadonlyMap<string, KnownFact> {
  const derived = true;
  return new Map<string, KnownFact>([
    ['title', { type: 'text', values: waysToHold(titles, combined).map(wayId), derived }],
    ['titles', { type: 'number', derived }],
    ['combined', { type: 'boolean', derived }],
    ...titles.map(({ id }) => [holdsFact(id), { type: 'boolean', derived }] as const),
    ['local', { type: 'boolean', derived }],
    ['stays', { type: 'boolean', derived }],
    ['rotation', { type: 'text', values: ROTATIONS, derived }],
    ['consecutiveTerms', { type: 'number', derived }],
    ['currentUnit', { type: 'text', derived }],
    ...UNIT_COLUMNS.map((name) => [UNIT_PREFIX + name, { type: 'text', derived }] as const),
  ]);
}

/** The rule set as candidates alone see it: without the facts of units. */
export function withoutUnitFacts(ruleSet: RuleSet): RuleSet {
  const facts = Object.entries(ruleSet.facts).filter(([name]) => !name.startsWith(UNIT_PREFIX));
  return { ...ruleSet, facts: Object.fromEntries(facts) };
}
