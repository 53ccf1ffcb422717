import type { NearBest, Proposal } from '../../slate/propose-answer.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import { formatNumber, formatShare } from '../../words/number.ts';
import type { Cli } from '../context.ts';
import { paint } from './paint.ts';
import type { People } from '../../papers/people.ts';
import { whoIsWho } from './members-table.ts';
import { wrapped, printable, tableLines } from './table.ts';

/** How many of the open ones are listed: everybody of a pool that a board knows by name. */
const MOST_LISTED = 200;
/** How many of those whom time did not suffice for are named. */
const MOST_NAMED = 20;

/**
 * Who is on every slate near the best, on some, on none. Boards talk about the open ones, so these have
 * a table, those on the best slate first; the sure ones are named, the others counted. Nothing where it
 * was not asked.
 */
export function nearBestLines(
  { placement }: SlateCase,
  { nearBest, slates }: Proposal,
  people: People,
  cli: Cli,
): readonly string[] {
  if (nearBest === undefined) return [];
  const { language, say } = cli;
  const plan = placement !== undefined;
  const heading = {
    within: formatShare(nearBest.within, language),
    threshold: formatNumber(nearBest.threshold, language),
    plan,
  };
  return [
    '',
    paint(say('cli.near-best', heading), 'strong'),
    ...namedLines(nearBest, plan, people, cli),
    say('cli.near-best-open', { count: nearBest.open.length, plan }),
    ...openLines(nearBest.open, new Set(slates[0]?.members), plan, people, cli),
  ];
}

function namedLines(
  { sure, out, undecided }: NearBest,
  plan: boolean,
  people: People,
  { say, width }: Cli,
): readonly string[] {
  const named = (ids: readonly string[], most = Infinity): string => {
    const names = ids.slice(0, most).map((id) => people.called(id));
    return printable([...names, ...(ids.length > most ? ['…'] : [])].join(', '));
  };
  const lines = (text: string): readonly string[] => wrapped(text, width ?? Infinity);
  const cut = { count: undecided.length, members: named(undecided, MOST_NAMED), plan };
  return [
    ...lines(say('cli.near-best-sure', { count: sure.length, members: named(sure), plan })),
    say('cli.near-best-out', { count: out.length, plan }),
    ...(undecided.length > 0 ? lines(say('cli.near-best-undecided', cut)) : []),
  ];
}

/** The table of the open ones, those on the best slate first. */
function openLines(
  open: readonly string[],
  inBest: ReadonlySet<string>,
  plan: boolean,
  people: People,
  cli: Cli,
): readonly string[] {
  if (open.length === 0) return [];
  const { say, width } = cli;
  const who = whoIsWho(people, cli);
  const bestFirst = open.toSorted((one, other) => Number(inBest.has(other)) - Number(inBest.has(one)));
  const rows = bestFirst
    .slice(0, MOST_LISTED)
    .map((id) => [...who.cells(id), inBest.has(id) ? say('cli.yes', undefined) : '']);
  const more = open.length - MOST_LISTED;
  return [
    ...tableLines([...who.columns, { heading: say('cli.on-best', { plan }) }], rows, width),
    ...(more > 0 ? [say('cli.and-more', { more })] : []),
  ];
}
