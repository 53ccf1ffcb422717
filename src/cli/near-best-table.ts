import type { Proposal } from '../slate/propose-answer.ts';
import type { SlateCase } from '../slate/requests.ts';
import { formatNumber, formatShare } from '../words/number.ts';
import type { Cli } from './context.ts';
import { paint } from './paint.ts';
import type { People } from '../papers/people.ts';
import { whoIsWho } from './members-table.ts';
import { fold, plainText, tableLines } from './table.ts';

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
  const { language, say, width } = cli;
  const { sure, open, out, undecided, within, threshold } = nearBest;
  const plan = placement !== undefined;
  const [best] = slates;
  const inBest = new Set(best?.members);
  const who = whoIsWho(people, cli);
  const named = (ids: readonly string[], most = Infinity): string => {
    const names = ids.slice(0, most).map((id) => people.called(id));
    return plainText([...names, ...(ids.length > most ? ['…'] : [])].join(', '));
  };
  const bestFirst = [...open].sort((one, other) => Number(inBest.has(other)) - Number(inBest.has(one)));
  const more = open.length - MOST_LISTED;
  const lines = (text: string): readonly string[] => fold(text, width ?? Infinity);
  const heading = {
    within: formatShare(within, language),
    threshold: formatNumber(threshold, language),
    plan,
  };
  return [
    '',
    paint(say('cli.near-best', heading), 'strong'),
    ...lines(say('cli.near-best-sure', { count: sure.length, members: named(sure), plan })),
    say('cli.near-best-out', { count: out.length, plan }),
    ...(undecided.length > 0
      ? lines(
          say('cli.near-best-undecided', {
            count: undecided.length,
            members: named(undecided, MOST_NAMED),
            plan,
          }),
        )
      : []),
    say('cli.near-best-open', { count: open.length, plan }),
    ...(open.length === 0
      ? []
      : tableLines(
          [...who.columns, { heading: say('cli.on-best', { plan }) }],
          bestFirst
            .slice(0, MOST_LISTED)
            .map((id) => [...who.cells(id), inBest.has(id) ? say('cli.yes', undefined) : '']),
          width,
        )),
    ...(more > 0 ? [say('cli.and-more', { more })] : []),
  ];
}
