import { wordOfValue } from '../../rules/facts/known-facts.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { Appointment } from '../../check/check-answer.ts';
import type { Slate } from '../../slate/propose-answer.ts';
import type { PlacementRows, SlateCase } from '../../check/slate-case.ts';
import type { Cli } from '../context.ts';
import type { People } from '../../papers/people.ts';
import { type Column, type Row, tableLines } from './table.ts';

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
  placement: PlacementRows,
  appointments: readonly Appointment[],
  people: { readonly ruleSet: RuleSet; readonly people: People },
  cli: Cli,
): readonly string[] {
  const { say, width } = cli;
  const { rows, vacant } = planRows(placement, appointments, people, cli);
  const columns: readonly Column[] = [
    { heading: say('placements.title', undefined), folds: true },
    { heading: say('cli.id', undefined) },
    { heading: say('cli.name', undefined), folds: true },
    { heading: say('placements.move', undefined), folds: true },
    { heading: say('placements.from', undefined), folds: true },
  ];
  return [
    ...tableLines(columns, rows, width),
    '',
    say('placements.moves', { ...movesOf(appointments), vacant }),
  ];
}

/** A section a unit, in it a row for each who holds a title there, or for that nobody does. */
function planRows(
  { posts, units }: PlacementRows,
  appointments: readonly Appointment[],
  { ruleSet, people }: { readonly ruleSet: RuleSet; readonly people: People },
  cli: Cli,
): { readonly rows: readonly Row[]; readonly vacant: number } {
  const { language, say } = cli;
  const titles = new Map(ruleSet.titles?.map(({ id, title }) => [id, title[language]]));
  const holders = Map.groupBy(
    appointments.flatMap((appointment) => appointment.posts.map((post) => ({ post, appointment }))),
    ({ post }) => `${post.unit}\n${post.title}`,
  );
  const empty: Row = ['', { text: say('placements.vacant', undefined), paint: 'open' }, '', ''];
  const rowsOf = (unit: string, title: string): readonly Row[] => {
    const mine = holders
      .get(`${unit}\n${title}`)
      ?.map(({ appointment }) => holderCells(appointment, people, cli));
    return (mine ?? [empty]).map((cells) => [titles.get(title)!, ...cells]);
  };
  const rows = units.flatMap(({ name, kind }): readonly Row[] => {
    const shown = kind === '' ? '' : wordOfValue('unit.kind', kind)[language];
    const section = say('placements.unit-heading', { unit: name, kind: shown });
    const own = posts.filter(({ unit }) => unit === name);
    return [{ section }, ...own.flatMap(({ title }) => rowsOf(name, title))];
  });
  const vacant = posts.filter(({ unit, title }) => !holders.has(`${unit}\n${title}`)).length;
  return { rows, vacant };
}

function movesOf(appointments: readonly Appointment[]): Record<'stay' | 'move' | 'combined', number> {
  const stay = appointments.filter(({ stays }) => stays).length;
  // A seat in another unit besides is no combined post.
  const combined = appointments.filter(
    ({ posts, unit }) => posts.filter((post) => post.unit === unit).length > 1,
  ).length;
  return { stay, move: appointments.length - stay, combined };
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
