import { type Command, Option } from '@commander-js/extra-typings';
import { sweepQuestion } from '../../questions/sweep.ts';
import type { Sweep, SweepCell } from '../../scenarios/answers.ts';
import { closeSolverThreads } from '../../optimize/threads/solver-threads.ts';
import { closeCellThreads } from '../../scenarios/cell-threads.ts';
import { cellInWords, facetsOf } from '../../scenarios/heat-map.ts';
import {
  sweepSummary,
  sweepCsv,
  sweepPicture,
  sweepReport,
  sweepTable,
} from '../../scenarios/sweep-report.ts';
import { formatNumber } from '../../words/number.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { paint } from '../printing/paint.ts';
import { askingCommand } from '../question-command.ts';
import { printable, tableLines } from '../printing/table.ts';

/** Contradictions that are told; more would hide the picture. */
const MOST_CONFLICTS = 10;

/** `slate sweep`: bounds over whole ranges. Ctrl-C ends it early, with what was solved as the answer. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  const began = performance.now();
  askingCommand(
    command,
    sweepQuestion,
    {
      further: [
        new Option('--csv <file>', say('cli.csv-option', undefined)),
        new Option('--report <file>', say('cli.report-option', undefined)),
        new Option('--picture <file>', say('cli.picture-option', undefined)),
      ],
      files: {
        csv: (_, sweep) => () => sweepCsv(sweep),
        report: (_, sweep) => () => sweepReport(sweep),
        picture: (_, sweep) => () => sweepPicture(sweep, cli.language),
      },
      table: (_, sweep) => sweepTable(sweep),
      progress: (done, total) => progressOf(done, total, began, cli),
      exit: (sweep) => exitOf(sweep, cli),
      lines: (_opened, sweep) => sweepLines(sweep, cli),
      end: async () => {
        await Promise.all([closeCellThreads(), closeSolverThreads()]);
      },
    },
    cli,
  );
}

function progressOf(done: number, total: number, began: number, { say }: Cli): string {
  if (done === 0 || done === total) return '';
  const rate = (1000 * done) / Math.max(1, performance.now() - began);
  return say('cli.sweeping', { done, total, rate, seconds: (total - done) / rate });
}

function exitOf({ complete, cells }: Sweep, { signal }: Cli): Answer['exit'] {
  if (signal.aborted) return EXIT.cancelled;
  if (!complete) return EXIT.outOfTime;
  return cells.some(({ members }) => members !== undefined) ? EXIT.done : EXIT.violated;
}

function sweepLines(sweep: Sweep, cli: Cli): readonly string[] {
  const { language, say } = cli;
  return [
    paint(printable(say('scenarios.sweep-title', { title: sweep.title })), 'strong'),
    sweepSummary(sweep)[language],
    ...(sweep.complete ? [] : [paint(say('cli.stopped-early', undefined), 'open')]),
    ...facetsOf(sweep).flatMap((facet) => [
      '',
      ...(facet.title.en === '' ? [] : [paint(printable(facet.title[language]), 'strong')]),
      ...mapLines(sweep, facet.rows, cli),
    ]),
    ...(sweep.cells.some(({ frontier }) => frontier)
      ? [say('cli.frontier', { plan: sweep.plan === true })]
      : []),
    ...conflictLines(sweep, cli),
  ];
}

/** One picture as a table: the last variation across, the one before it down. */
function mapLines(
  { variations }: Sweep,
  rows: readonly (readonly (SweepCell | undefined)[])[],
  cli: Cli,
): readonly string[] {
  const { language, width } = cli;
  const across = variations.at(-1)!;
  const down = variations.at(-2);
  const corner =
    down === undefined ? across.title[language] : `${down.title[language]} \\ ${across.title[language]}`;
  return tableLines(
    [
      { heading: corner, folds: true },
      ...across.values.map((value) => ({ heading: value, align: 'right' as const })),
    ],
    rows.map((cells, index) => [down?.values[index] ?? '', ...cells.map((cell) => shown(cell, cli))]),
    width,
  );
}

function shown(cell: SweepCell | undefined, { language, say }: Cli): string {
  if (cell === undefined) return '';
  if (cell.objective === undefined) return cell.status === 'infeasible' ? say('cli.none', undefined) : '?';
  return `${formatNumber(Math.round(cell.objective * 100) / 100, language)}${cell.frontier ? '*' : ''}`;
}

/** Why the impossible cells are so: each reason once, at its first cell. */
function conflictLines(sweep: Sweep, { language }: Cli): readonly string[] {
  const impossible = sweep.cells.filter(({ conflict }) => conflict !== undefined);
  const reasons = new Set(impossible.map((cell) => cellInWords(cell, sweep, language)));
  if (reasons.size === 0) return [];
  return ['', ...[...reasons].slice(0, MOST_CONFLICTS).map((reason) => `- ${printable(reason)}`)];
}
