import type { Command } from '@commander-js/extra-typings';
import { robustnessQuestion } from '../../questions/robustness.ts';
import type { Loss, Robustness } from '../../scenarios/answers.ts';
import { rowDecisions } from '../../slate/case.ts';
import { decisionReports } from '../../slate/decision-reports.ts';
import { sizeTitle } from '../../slate/rule-reports.ts';
import type { SlateCase } from '../../slate/requests.ts';
import type { Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { paint } from '../paint.ts';
import { People } from '../../papers/people.ts';
import { askingCommand } from '../question-command.ts';
import { plainText, tableLines } from '../table.ts';

/** Pairs that are told; `--json` has all. */
const MOST_PAIRS = 40;

/** `slate robustness SLATE`: what if members drop out? */
export function configure(command: Command, cli: Cli): void {
  askingCommand(
    command,
    robustnessQuestion,
    {
      arguments: ['slate'],
      progress: (done, total) => (done < total ? cli.say('cli.checked-losses', { done, total }) : ''),
      exit: ({ compliant }) => (compliant ? EXIT.done : EXIT.violated),
      lines: ({ asked }, found) => robustnessLines(asked, found, cli),
    },
    cli,
  );
}

function robustnessLines(asked: SlateCase, found: Robustness, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const pairs = found.losses.filter(({ out }) => out.length === 2);
  const left = pairs.length - MOST_PAIRS;
  return [
    paint(plainText(found.title[language]), 'strong'),
    ...(found.compliant
      ? []
      : [paint(say('cli.not-compliant-before', { plan: asked.placement !== undefined }), 'bad')]),
    found.message[language],
    '',
    ...lossTable(
      asked,
      [...found.losses.filter(({ out }) => out.length === 1), ...pairs.slice(0, MOST_PAIRS)],
      cli,
    ),
    ...(left > 0 ? [say('cli.and-more', { more: left })] : []),
  ];
}

function lossTable(asked: SlateCase, losses: readonly Loss[], cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const people = new People(asked, language);
  const plan = asked.placement !== undefined;
  const titles = new Map(asked.ruleSet.rules.map(({ id, title }) => [id, title[language]]));
  titles.set('size', sizeTitle(asked.ruleSet)[language]);
  for (const { id, title } of decisionReports(asked.facts, rowDecisions(asked), []))
    titles.set(id, title[language]);
  const mendOf = ({ mend }: Loss): string =>
    [
      ...(mend?.comes === undefined ? [] : [`+ ${people.called(mend.comes)}`]),
      ...(mend?.goes === undefined ? [] : [`− ${people.called(mend.goes)}`]),
    ].join(', ');
  return tableLines(
    [
      { heading: say('cli.drops-out', { plan }), folds: true },
      { heading: say('cli.standing', undefined) },
      { heading: say('cli.breaks', undefined), folds: true },
      { heading: say('cli.mended-by', undefined), folds: true },
      { heading: say('cli.replacements', { plan }), align: 'right' },
    ],
    losses.map((loss) => [
      loss.out.map((id) => people.called(id)).join(' + '),
      say(`cli.standing-${loss.standing}`, undefined),
      loss.breaks.map((id) => titles.get(id) ?? id).join('; '),
      mendOf(loss),
      loss.standing === 'compliant' ? '' : String(loss.replacements),
    ]),
    width,
  );
}
