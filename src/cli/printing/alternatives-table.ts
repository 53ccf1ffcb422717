import type { Proposal, Slate } from '../../slate/propose-answer.ts';
import type { Cli } from '../context.ts';
import { paint } from './paint.ts';
import type { People } from '../../papers/people.ts';
import { whoIsWho } from './members-table.ts';
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
  const plan = best.appointments !== undefined;
  const counts = { wanted, found: proposal.slates.length, plan };
  const heading =
    proposal.status === 'optimal' ? say('cli.alternatives', counts) : say('cli.alternatives-cut', counts);
  return [
    '',
    paint(heading, 'strong'),
    ...assuranceLines(proposal, cli),
    ...others.flatMap((slate, index) => [
      say('cli.alternative', {
        number: index + 2,
        objective: slate.objective,
        plan,
        proven: slate.assurance === 'proven',
      }),
      ...changesTable(best, slate, people, cli),
    ]),
  ];
}

/** Whether it is proven that no further one exists, where that is said. */
function assuranceLines({ noFurther, slates }: Proposal, { say }: Cli): readonly string[] {
  if (noFurther === undefined) return [];
  const said = { proven: noFurther === 'proven', plan: slates[0]?.appointments !== undefined };
  return [paint(say('cli.no-further', said), said.proven ? 'good' : 'open')];
}

function changesTable(best: Slate, other: Slate, people: People, cli: Cli): readonly string[] {
  const { say, width } = cli;
  const [before, after] = [new Set(best.members), new Set(other.members)];
  const who = whoIsWho(people, cli);
  const rows = (ids: readonly string[], change: string): readonly (readonly string[])[] =>
    ids.map((id) => [change, ...who.cells(id)]);
  return tableLines(
    [{ heading: say('cli.change', undefined) }, ...who.columns],
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
