import type { Proposal, Slate } from '../slate/answers.ts';
import type { Cli } from './context.ts';
import { paint } from './paint.ts';
import type { People } from './people.ts';
import { tableLines } from './table.ts';

/**
 * The slates after the best one, each by who goes and who comes against it.
 *
 * @param wanted how many slates were asked for; fewer may exist, or have been found in time
 */
export function alternativeLines(
  proposal: Proposal,
  wanted: number,
  people: People,
  cli: Cli,
): readonly string[] {
  const { say } = cli;
  const [best, ...others] = proposal.slates;
  if (best === undefined) return [];
  const counts = { wanted, found: proposal.slates.length };
  const heading =
    proposal.status === 'optimal' ? say('cli.alternatives', counts) : say('cli.alternatives-cut', counts);
  return [
    '',
    paint(heading, 'strong'),
    ...others.flatMap((slate, index) => [
      say('cli.alternative', { number: index + 2, objective: slate.objective }),
      ...changesTable(best, slate, people, cli),
    ]),
  ];
}

function changesTable(best: Slate, other: Slate, people: People, { say, width }: Cli): readonly string[] {
  const [before, after] = [new Set(best.members), new Set(other.members)];
  const rows = (ids: readonly string[], change: string): readonly (readonly string[])[] =>
    ids.map((id) => [change, id, people.name(id), people.shown(id, 'unit'), people.shown(id, 'post')]);
  return tableLines(
    [
      { heading: say('cli.change', undefined) },
      { heading: say('cli.id', undefined) },
      { heading: say('cli.name', undefined), folds: true },
      { heading: say('cli.unit', undefined), folds: true },
      { heading: say('cli.post', undefined), folds: true },
    ],
    [
      ...rows(
        best.members.filter((id) => !after.has(id)),
        say('cli.goes', undefined),
      ),
      ...rows(
        other.members.filter((id) => !before.has(id)),
        say('cli.comes', undefined),
      ),
    ],
    width,
  );
}
