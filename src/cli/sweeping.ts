import type { RuleSet } from '../rules/rule-set.ts';
import type { Sweep, SweepCell } from '../scenarios/answers.ts';
import { closeCellThreads } from '../scenarios/cell-threads.ts';
import { cellInWords, facetsOf } from '../scenarios/heat-map.ts';
import { runSweep, tooManyCells } from '../scenarios/sweep.ts';
import { summaryOf, sweepCsv, sweepPicture, sweepReport } from '../scenarios/sweep-report.ts';
import { malformed, readVariations } from '../scenarios/variation.ts';
import { formatNumber } from '../words/number.ts';
import { type Problem, valueOf } from '../words/problem.ts';
import type { Answer, Cli } from './context.ts';
import { EXIT } from './exit-code.ts';
import { type Named, openInputs } from './inputs.ts';
import { paint } from './paint.ts';
import { plainText, tableLines } from './table.ts';
import { unwritable, writeFiles } from './written-files.ts';

/** What the command line says of a sweep. */
export interface SweepNamed {
  readonly vary: readonly string[];
  readonly csv?: string | undefined;
  readonly report?: string | undefined;
  readonly picture?: string | undefined;
  readonly timeLimit?: number | undefined;
}

/** Contradictions that are told; more would hide the picture. */
const MOST_CONFLICTS = 10;

/** Reads the inputs and sweeps. Ctrl-C ends it early, with what was solved as the answer. */
export async function sweeping(named: Named, asked: SweepNamed, cli: Cli): Promise<Answer> {
  const opened = await openInputs(named, cli, {
    problems: await unwritable([asked.csv, asked.report, asked.picture]),
    inRules: (ruleSet) => wrongVariations(asked.vary, ruleSet),
  });
  const variations = valueOf(readVariations(asked.vary, opened.ruleSet));
  const { timeLimit } = asked;
  const began = performance.now();
  try {
    const sweep = await runSweep(
      { case: opened, variations },
      {
        signal: cli.signal,
        ...(timeLimit !== undefined && { timeLimit }),
        onProgress: (done, total) => cli.progress(progressOf(done, total, began, cli)),
      },
    );
    cli.progress('');
    const files = [
      { file: asked.csv, text: () => sweepCsv(sweep) },
      { file: asked.report, text: () => sweepReport(sweep) },
      { file: asked.picture, text: () => sweepPicture(sweep, cli.language) },
    ];
    await writeFiles(files, cli);
    return { exit: exitOf(sweep, cli), json: sweep, text: () => sweepLines(sweep, cli).join('\n') };
  } finally {
    cli.progress('');
    await closeCellThreads();
  }
}

function wrongVariations(texts: readonly string[], ruleSet: RuleSet | undefined): readonly Problem[] {
  if (ruleSet === undefined) return malformed(texts);
  const read = readVariations(texts, ruleSet);
  return read.ok ? tooManyCells(read.value) : read.problems;
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
    paint(plainText(say('scenarios.sweep-title', { title: sweep.title })), 'strong'),
    summaryOf(sweep)[language],
    ...(sweep.complete ? [] : [paint(say('cli.stopped-early', undefined), 'open')]),
    ...facetsOf(sweep).flatMap((facet) => [
      '',
      ...(facet.title.en === '' ? [] : [paint(plainText(facet.title[language]), 'strong')]),
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
  return ['', ...[...reasons].slice(0, MOST_CONFLICTS).map((reason) => `- ${plainText(reason)}`)];
}
