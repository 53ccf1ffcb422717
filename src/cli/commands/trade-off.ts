import type { Command } from '@commander-js/extra-typings';
import { tradeOffQuestion } from '../../questions/trade-off.ts';
import type { TradeOff } from '../../scenarios/answers.ts';
import { formatNumber } from '../../words/number.ts';
import type { Cli } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { paint } from '../printing/paint.ts';
import { askingCommand } from '../question-command.ts';
import { printable, tableLines } from '../printing/table.ts';

const EXIT_OF: Readonly<Record<TradeOff['status'], ExitCode>> = {
  complete: EXIT.done,
  partial: EXIT.done,
  infeasible: EXIT.violated,
  unknown: EXIT.outOfTime,
};

/** `slate trade-off`: every best compromise between measures. */
export function configure(command: Command, cli: Cli): void {
  askingCommand(
    command,
    tradeOffQuestion,
    {
      progress: (points) => cli.say('cli.found-points', { points }),
      exit: ({ status }) => EXIT_OF[status],
      table: (_opened, { measures, points }) => ({
        headings: measures.map((measure) => headingOf(measure, cli)),
        rows: points.map(({ values }) => values),
      }),
      lines: ({ asked }, found) => tradeOffLines(found, asked.placement !== undefined, cli),
    },
    cli,
  );
}

function headingOf({ title, better }: TradeOff['measures'][number], { language, say }: Cli): string {
  return `${title[language]} (${say(`cli.better-${better}`, undefined)})`;
}

function tradeOffLines(found: TradeOff, plan: boolean, cli: Cli): readonly string[] {
  const { language, say, width } = cli;
  const { title, status, measures, points } = found;
  if (status === 'infeasible' || status === 'unknown') {
    const message =
      status === 'infeasible' ? say('cli.infeasible', { plan }) : say('cli.out-of-time', { plan });
    return [paint(printable(title[language]), 'strong'), message];
  }
  return [
    paint(printable(title[language]), 'strong'),
    say('cli.points-found', { points: points.length, complete: status === 'complete', plan }),
    '',
    ...tableLines(
      measures.map((measure) => ({
        heading: headingOf(measure, cli),
        align: 'right' as const,
      })),
      points.map(({ values }) => values.map((value) => formatNumber(value, language))),
      width,
    ),
  ];
}
