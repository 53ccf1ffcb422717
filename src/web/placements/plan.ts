import { appointmentFinder, appointmentId } from '../../placements/named-appointments.ts';
import { titlesOfWay, wayId, waysToHold } from '../../rules/titles.ts';
import { displacedBy as displaced } from '../../slate/displaced.ts';
import type { RuleSetAnswer, TitleAnswer, UnitsAnswer } from '../../service/answers/answers.ts';

/** A unit as the page names and groups it. */
export type PlanUnit = UnitsAnswer['units'][number];

/** Titles in a unit that one person holds together, or is to hold. */
export interface Place {
  readonly unit: string;
  /** In the order of the rule set. */
  readonly titles: readonly string[];
}

/** Somebody in a place: what the id of an appointment says. */
export interface Placed extends Place {
  readonly id: string;
  readonly candidate: string;
}

/** The units and titles of the open draft, and the ids that are made of them. */
export interface PlanGround {
  /** In the order of their table. */
  readonly units: readonly PlanUnit[];
  /** In the order of the rule set. */
  readonly titles: readonly TitleAnswer[];
  /** What titles one person may hold together, each alone among them. */
  readonly ways: readonly (readonly string[])[];
  readonly combined: readonly (readonly string[])[];
  /** What the id of an appointment names; `undefined` for every other text. */
  readonly find: (id: string) => Placed | undefined;
  /** What the key of an opening names, see {@link openingKey}. */
  readonly opening: (key: string) => Place | undefined;
}

/** The ground of a placement: its units, the titles of its rules, and whose ids the candidates are. */
export function planGround(
  candidates: readonly string[],
  { units }: { readonly units: readonly PlanUnit[] },
  { titles = [], combined = [] }: Pick<RuleSetAnswer, 'titles' | 'combined'>,
): PlanGround {
  const names = units.map(({ name }) => name);
  const ways = waysToHold(titles, combined);
  const posts = { ways: names.map(() => ways.map((ids) => ({ id: wayId(ids) }))) };
  const finder = (ids: readonly string[]) =>
    appointmentFinder({ candidates: { ids }, units: { ids: names }, titles, posts });
  const [find, open] = [finder(candidates), finder([''])];
  const placeOf = (found: ReturnType<typeof find>): Place | undefined =>
    found && { unit: names[found.unit]!, titles: titlesOfWay(wayId(ways[found.way]!)) };
  return {
    units,
    titles,
    ways,
    combined,
    find: (id) => {
      const found = find(id);
      const place = placeOf(found);
      return place && { ...place, id, candidate: candidates[found!.candidate]! };
    },
    opening: (key) => placeOf(open(key)),
  };
}

/** The id of somebody's appointment to a place. */
export function placedId(candidate: string, { unit, titles }: Place): string {
  return appointmentId(candidate, unit, wayId(titles));
}

/** A place that waits for somebody, as a text: the id of an appointment of nobody. */
export function openingKey(place: Place): string {
  return placedId('', place);
}

/**
 * Who leaves the plan when somebody is appointed.
 *
 * @param instead whose place it is where a title has several holders.
 */
export function displacedBy(
  came: Placed,
  members: readonly string[],
  { find, titles }: PlanGround,
  instead?: string,
): readonly string[] {
  const seatsOf = (title: string): number => titles.find(({ id }) => id === title)?.seats.max ?? 1;
  // Which other unit has the seat that is held besides is known to the check alone, which tells if it is full.
  const held = ({ id, candidate, unit, titles: ids }: Placed) => ({
    id,
    candidate,
    posts: ids.map((title) => ({ title, unit })),
  });
  return displaced(held(came), members.flatMap((id) => find(id) ?? []).map(held), seatsOf, instead);
}

/** Titles in the order in which a table shows them: those that are often held together beside each other. */
export function titlesInColumns({
  titles,
  combined,
}: Pick<PlanGround, 'titles' | 'combined'>): readonly TitleAnswer[] {
  const shown: TitleAnswer[] = [];
  const show = (title: TitleAnswer): void => {
    if (shown.includes(title)) return;
    shown.push(title);
    const together = combined.find((ids) => ids.includes(title.id)) ?? [];
    titles.filter(({ id }) => together.includes(id)).forEach(show);
  };
  titles.forEach(show);
  return shown;
}

/** Appointments unit after unit, and in each title after title; what is none comes last. */
export function inOrderOfPosts(
  ids: readonly string[],
  { find, units, titles }: PlanGround,
): readonly string[] {
  const unitRank = new Map(units.map(({ name }, index) => [name, index]));
  const titleRank = new Map(titles.map(({ id }, index) => [id, index]));
  const ranked = ids.map((id) => {
    const place = find(id);
    const unit = unitRank.get(place?.unit ?? '') ?? units.length;
    return { id, rank: unit * titles.length + (titleRank.get(place?.titles[0] ?? '') ?? 0) };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id);
}
