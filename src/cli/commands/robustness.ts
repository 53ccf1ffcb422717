import type { Command } from '@commander-js/extra-typings';
import { robustnessQuestion } from '../../questions/robustness.ts';
import type { Loss, Robustness } from '../../scenarios/answers.ts';
import { rowDecisions } from '../../check/row-decisions.ts';
import { decisionReports } from '../../check/decision-reports.ts';
import { sizeTitle } from '../../check/rule-reports.ts';
import type { SlateCase } from '../../check/slate-case.ts';
import type { Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { paint } from '../printing/paint.ts';
import { People } from '../../papers/people.ts';
import type { PlainTable } from '../../papers/write-table.ts';
import { askingCommand } from '../question-command.ts';
import { printable, tableLines } from '../printing/table.ts';

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
      table: ({ asked }, found) => robustnessTable(asked, found, cli),
    },
    cli,
  );
}

function robustnessLines(asked: SlateCase, found: Robustness, cli: Cli): readonly string[] {
  const { language, say } = cli;
  const pairs = found.losses.filter(({ out }) => out.length === 2);
  const left = pairs.length - MOST_PAIRS;
  return [
    paint(printable(found.title[language]), 'strong'),
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

/** Every loss that the answer has, a line each. */
function robustnessTable(asked: SlateCase, { losses }: Robustness, { language, say }: Cli): PlainTable {
  const people = new People(asked, language);
  const plan = asked.placement !== undefined;
  const titles = ruleTitles(asked, language);
  const drops = say('cli.drops-out', { plan });
  return {
    headings: [
      `${drops}: ${say('cli.id', undefined)}`,
      drops,
      say('cli.standing', undefined),
      say('cli.breaks', undefined),
      say('cli.joins', undefined),
      say('cli.leaves', undefined),
      say('cli.replacements', { plan }),
    ],
    rows: losses.map(({ out, standing, breaks, mend, replacements }) => [
      out.join(' + '),
      out.map((id) => people.name(id)).join(' + '),
      say(`cli.standing-${standing}`, undefined),
      breaks.map((id) => titles.get(id) ?? id).join('; '),
      mend?.comes,
      mend?.goes,
      replacements,
    ]),
  };
}

/** What the rules are called that a loss may break, the size and decisions among them. */
function ruleTitles(asked: SlateCase, language: Cli['language']): ReadonlyMap<string, string> {
  const titles = new Map(asked.ruleSet.rules.map(({ id, title }) => [id, title[language]]));
  titles.set('size', sizeTitle(asked.ruleSet)[language]);
  for (const { id, title } of decisionReports(asked.facts, rowDecisions(asked), []))
    titles.set(id, title[language]);
  return titles;
}

function lossTable(asked: SlateCase, losses: readonly Loss[], cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const people = new People(asked, language);
  const plan = asked.placement !== undefined;
  const titles = ruleTitles(asked, language);
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
      String(loss.replacements),
    ]),
    width,
  );
}
