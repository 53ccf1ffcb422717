import { wordOfValue } from '../rules/known-facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Appointment } from '../slate/check-answer.ts';
import type { Slate } from '../slate/propose-answer.ts';
import type { PlacementRows, SlateCase } from '../slate/requests.ts';
import type { Cli } from './context.ts';
import type { People } from '../papers/people.ts';
import { type Row, tableLines } from './table.ts';

/** How many names a list has, or how many titles in how many units are filled by how many persons. */
export function planHeading(
  { ruleSet, pool, placement }: Pick<SlateCase, 'ruleSet' | 'pool' | 'placement'>,
  { members }: Pick<Slate, 'members'>,
  { language, say }: Cli,
): string {
  const title = ruleSet.title[language];
  if (placement?.list !== undefined)
    return say('placements.list-heading', { title, size: members.length, candidates: pool.size });
  return say('placements.heading', {
    title,
    posts: placement?.posts.length ?? 0,
    units: placement?.units.length ?? 0,
    appointments: members.length,
    candidates: pool.size,
  });
}

/** Who holds what in which unit, with the moves it takes; vacant titles too. */
export function planTable(
  { posts, units }: PlacementRows,
  appointments: readonly Appointment[],
  { ruleSet, people }: { readonly ruleSet: RuleSet; readonly people: People },
  cli: Cli,
): readonly string[] {
  const { language, say, width } = cli;
  const titles = new Map(ruleSet.titles?.map(({ id, title }) => [id, title[language]]));
  const holders = Map.groupBy(
    appointments.flatMap((appointment) => appointment.posts.map((post) => ({ post, appointment }))),
    ({ post }) => `${post.unit}\n${post.title}`,
  );
  let vacant = 0;
  const rowsOf = (unit: string, title: string): readonly Row[] => {
    const mine = holders.get(`${unit}\n${title}`) ?? [];
    const name = titles.get(title)!;
    if (mine.length > 0) {
      return mine.map(({ appointment }) => [name, ...holderCells(appointment, people, cli)]);
    }
    vacant += 1;
    return [[name, '', { text: say('placements.vacant', undefined), paint: 'open' }, '', '']];
  };
  const rows = units.flatMap(({ name, kind }): readonly Row[] => {
    const shown = kind === '' ? '' : wordOfValue('unit.kind', kind)[language];
    const section = say('placements.unit-heading', { unit: name, kind: shown });
    return [
      { section },
      ...posts.filter(({ unit }) => unit === name).flatMap(({ title }) => rowsOf(name, title)),
    ];
  });
  const stay = appointments.filter(({ stays }) => stays).length;
  // A seat in another unit besides is no combined post.
  const combined = appointments.filter(
    ({ posts: own, unit }) => own.filter((post) => post.unit === unit).length > 1,
  ).length;
  return [
    ...tableLines(
      [
        { heading: say('placements.title', undefined), folds: true },
        { heading: say('cli.id', undefined) },
        { heading: say('cli.name', undefined), folds: true },
        { heading: say('placements.move', undefined), folds: true },
        { heading: say('placements.from', undefined), folds: true },
      ],
      rows,
      width,
    ),
    '',
    say('placements.moves', { stay, move: appointments.length - stay, combined, vacant }),
  ];
}

function holderCells(
  { id, candidate, unit, stays, rotation, from }: Appointment,
  people: People,
  { language, say }: Cli,
): readonly string[] {
  const who = [candidate, people.name(candidate)];
  if (stays) return [...who, say('placements.stays', undefined), ''];
  if (from === unit) return [...who, say('placements.within', undefined), people.shown(id, 'post')];
  const move =
    rotation === undefined || rotation === 'none' ? '' : wordOfValue('rotation', rotation)[language];
  return [...who, move, from ?? ''];
}
