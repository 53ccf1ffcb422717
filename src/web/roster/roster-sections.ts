import { type People, personNamed } from '../people/person.ts';
import type { Grid } from '../placements/grid.ts';
import { titleWords } from '../placements/place-words.ts';
import type { Wording } from '../shared/language.tsx';
import { groupsOf } from '../slate/filters/groups.ts';
import type { RosterSection } from './roster-table.tsx';

/** The members of a slate by bloc. */
export function sectionsByBloc(
  members: readonly string[],
  people: People,
  { value }: Wording,
): readonly RosterSection[] {
  return groupsOf(members, people).map(({ key, ids }) => ({
    key: key ?? '',
    ...(key !== undefined && { title: `${value('bloc', key)} (${ids.length})` }),
    lines: ids.map((id) => ({ id, person: people.byId.get(id) })),
  }));
}

/** A plan by unit, in the order of its table: titles from the first to the last, each holder once. */
export function sectionsByUnit(
  { sections }: Grid,
  people: People,
  wording: Wording,
): readonly RosterSection[] {
  const { say, text, value } = wording;
  const groups = sections.flatMap((section) => section.groups);
  return groups.flatMap(({ kind, rows }) =>
    rows.map(({ unit, cells }): RosterSection => {
      const titles = cells.flatMap((cell) => cell.titles);
      const holders = cells.flatMap((cell) => cell.holders);
      const once = holders.filter(({ id }, index) => holders.findIndex((each) => each.id === id) === index);
      const vacant = cells.filter((cell) => cell.vacant > 0).flatMap((cell) => cell.titles);
      const posts = vacant.map(({ title }) => text(title));
      return {
        key: unit.name,
        title: kind === undefined ? unit.name : `${unit.name} (${value('unit.kind', kind)})`,
        lines: once.map(({ id, titles: held }) => ({
          id,
          person: personNamed(id, people),
          post: titleWords(held, titles, wording),
        })),
        ...(posts.length > 0 && { note: say('web.roster-vacant', { posts }) }),
      };
    }),
  );
}
