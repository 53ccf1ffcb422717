import { join } from 'node:path';
import { type Command, Option } from '@commander-js/extra-typings';
import type { Batch } from '../../batch/answers.ts';
import { closeBatchThreads } from '../../batch/batch-threads.ts';
import { type PreparedBatch, prepareBatch } from '../../batch/batch-parts.ts';
import { resultsInFile } from '../../batch/kept-results.ts';
import { readBatch } from '../../batch/read-cases.ts';
import { type BatchAnswer, runBatch } from '../../batch/run-batch.ts';
import { RESULTS, writableFolder, writeBatch } from '../../batch/batch-folder.ts';
import { pathNamed } from '../../opening/shipped.ts';
import type { Text } from '../../words/language.ts';
import { formatDifference, formatNumber } from '../../words/number.ts';
import { InputError, problem, valueOf } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { secondsOption, wholeOption } from '../options/options.ts';
import { paint } from '../printing/paint.ts';
import { dataOption, withStore } from '../store/store-access.ts';
import { printable, tableLines } from '../printing/table.ts';

/** What commander reads of the command line. */
interface Read {
  readonly out?: string | undefined;
  readonly rules?: string | undefined;
  readonly scenarios?: string | undefined;
  readonly under?: readonly string[] | undefined;
  readonly cost?: readonly string[] | undefined;
  readonly timeLimit?: number | undefined;
  readonly threads?: number | undefined;
  readonly queue?: true | undefined;
  readonly data?: string | undefined;
}

/** `slate batch`: many cases at once. Ctrl-C ends it early, with what was answered as the answer. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .argument('<cases>', say('cli.batch-argument', undefined))
    .addOption(new Option('--out <folder>', say('cli.batch-out-option', undefined)))
    .addOption(new Option('--rules <id|file>', say('cli.batch-rules-option', undefined)))
    .addOption(new Option('--scenarios <file>', say('cli.scenario-file-option', undefined)))
    .addOption(new Option('--under <id...>', say('cli.batch-under-option', undefined)))
    .addOption(new Option('--cost <rule...>', say('cli.batch-cost-option', undefined)))
    .addOption(secondsOption('--time-limit', say('cli.batch-time-limit-option', undefined)))
    .addOption(wholeOption('--threads', 1, 1024, say('cli.batch-threads-option', undefined)))
    .option('--queue', say('cli.batch-queue-option', undefined))
    .addOption(dataOption(say))
    .action(cli.answering(async (cases: string) => answered(cases, command.opts(), cli)));
}

async function answered(path: string, read: Read, cli: Cli): Promise<Answer> {
  const { signal, say, note } = cli;
  const named = await readBatch(path);
  const out =
    read.out === undefined ? problem('cli.missing-option', { option: '--out <folder>' }) : undefined;
  const told = [...(named.ok ? [] : named.problems), ...(out === undefined ? [] : [out])];
  if (!named.ok || told.length > 0 || cli.slips.problems.length > 0) throw new InputError(told);
  const prepared = valueOf(await prepareBatch({ ...named.value, ...saidOf(read) }));
  const folder = read.out!;
  writableFolder(folder);
  const answer = await (read.queue === true ? queued : solvedHere)(prepared, folder, read, cli);
  cli.progress('');
  if (answer === 'left') return left(cli);
  const { batch, files } = answer;
  for (const file of files) note(say('cli.wrote', { file }));
  return { exit: exitOf(batch, signal), json: batch, text: () => batchLines(batch, cli).join('\n') };
}

/** What a batch came to, and the files that were written of it. */
interface Written {
  readonly batch: Batch;
  readonly files: readonly string[];
}

type Answering = (prepared: PreparedBatch, folder: string, read: Read, cli: Cli) => Promise<Written | 'left'>;

async function written(folder: string, prepared: PreparedBatch, answer: BatchAnswer): Promise<Written> {
  return { batch: answer.batch, files: await writeBatch(folder, prepared, answer) };
}

/** Answers a batch in this process. */
const solvedHere: Answering = async (prepared, folder, read, cli) => {
  const began = performance.now();
  const answer = await runBatch(prepared, {
    kept: resultsInFile(join(folder, RESULTS)),
    signal: cli.signal,
    ...(read.timeLimit !== undefined && { timeLimitMs: read.timeLimit }),
    ...(read.threads !== undefined && { threads: read.threads }),
    onProgress: (done, reused, total) => cli.progress(progressOf({ done, reused, total }, began, cli)),
  }).finally(closeBatchThreads);
  return written(folder, prepared, answer);
};

/** Leaves a batch to the workers of a store, and waits for what comes of it. */
const queued: Answering = async (prepared, folder, { data, timeLimit }, cli) =>
  withStore({ data }, async (store, actor) => {
    const { followBatch } = await import('../store/queued-batch.ts');
    const answer = await followBatch(store, actor, { prepared, timeLimitMs: timeLimit, cli });
    return answer === 'left' ? answer : written(folder, prepared, answer);
  });

/** Ctrl-C leaves a batch that others work on as it is. */
function left({ say }: Cli): Answer {
  const text = say('cli.batch-left', undefined);
  return { exit: EXIT.cancelled, json: { left: true }, text: () => text };
}

/** What the command line says instead of what the file of the batch does. */
function saidOf({ rules, scenarios, under, cost }: Read) {
  return {
    ...(rules !== undefined && { rules }),
    ...(scenarios !== undefined && { scenarios: pathNamed(scenarios) }),
    ...(under !== undefined && { under }),
    ...(cost !== undefined && { costs: cost }),
  };
}

interface Progress {
  readonly done: number;
  readonly reused: number;
  readonly total: number;
}

function progressOf({ done, reused, total }: Progress, began: number, { say }: Cli): string {
  const fresh = done - reused;
  if (fresh === 0 || done === total) return '';
  const rate = (1000 * fresh) / Math.max(1, performance.now() - began);
  return say('cli.batching', { done, total, rate, seconds: (total - done) / rate });
}

function exitOf(batch: Batch, signal: AbortSignal): Answer['exit'] {
  if (signal.aborted) return EXIT.cancelled;
  if (batch.unknown > 0) return EXIT.outOfTime;
  return batch.withoutSlate + batch.unreadable > 0 ? EXIT.violated : EXIT.done;
}

/** Rules that a terminal shows, and cases without a slate or that cannot be asked. */
const MOST = 10;

function batchLines(batch: Batch, cli: Cli): readonly string[] {
  const { say } = cli;
  const { cases, scenarios, complete, total, reused } = batch;
  const done = batch.withSlate + batch.withoutSlate + batch.unknown + batch.unreadable;
  return [
    paint(say('batch.title', { cases, scenarios: scenarios.length }), 'strong'),
    ...(complete ? [] : [paint(say('batch.stopped', { done, total }), 'open')]),
    ...(reused > 0 ? [say('cli.batch-reused', { reused, total })] : []),
    '',
    ...scenarioLines(batch, cli),
    ...ruleLines(batch, cli),
    ...slatelessLines(batch, cli),
    ...failureLines(batch, cli),
  ];
}

function scenarioLines({ scenarios }: Batch, { language, say, width }: Cli): readonly string[] {
  const right = (
    head: 'with' | 'without' | 'unknown' | 'unreadable' | 'objective' | 'difference' | 'lost' | 'gained',
  ) => ({ heading: say('batch.head', { head }), align: 'right' }) as const;
  const number = (value: number | undefined): string =>
    value === undefined ? '' : formatNumber(value, language);
  return tableLines(
    [
      { heading: say('batch.head', { head: 'scenario' }), folds: true },
      ...(
        ['with', 'without', 'unknown', 'unreadable', 'objective', 'difference', 'lost', 'gained'] as const
      ).map(right),
    ],
    scenarios.map(({ title, withSlate, withoutSlate, unknown, unreadable, objective, againstBase }) => [
      title[language],
      ...[withSlate, withoutSlate, unknown, unreadable, objective].map(number),
      againstBase === undefined ? '' : formatDifference(againstBase.objective, language),
      number(againstBase?.lost),
      number(againstBase?.gained),
    ]),
    width,
  );
}

function ruleLines({ rules }: Batch, { language, say, width }: Cli): readonly string[] {
  if (rules.length === 0) return [];
  const heads = ['conflicts', 'missed', 'price'] as const;
  return [
    '',
    paint(say('batch.rules', undefined), 'strong'),
    ...tableLines(
      [
        { heading: say('batch.head', { head: 'rule' }), folds: true },
        ...heads.map((head) => ({ heading: say('batch.head', { head }), align: 'right' as const })),
      ],
      rules
        .slice(0, MOST)
        .map(({ title, conflicts, missed, price }) => [
          title[language],
          ...[conflicts, missed, price].map((value) => formatNumber(value, language)),
        ]),
      width,
    ),
  ];
}

function failureLines({ failed }: Batch, cli: Cli): readonly string[] {
  if (failed.length === 0) return [];
  return [
    '',
    paint(cli.say('batch.failed', { cases: failed.length }), 'bad'),
    ...caseLines(
      failed.map(({ case: id, problems }) => [id, problems]),
      failed.length,
      cli,
    ),
  ];
}

function slatelessLines({ slateless, scenarios }: Batch, cli: Cli): readonly string[] {
  if (slateless.length === 0) return [];
  const cases = scenarios[0]!.withoutSlate;
  return [
    '',
    paint(cli.say('batch.slateless', { cases }), 'bad'),
    ...caseLines(
      slateless.map(({ case: id, why }) => [id, why]),
      cases,
      cli,
    ),
  ];
}

/** The first cases with what is said of them, and how many there are besides. */
function caseLines(
  said: readonly (readonly [id: string, why: readonly Text[]])[],
  cases: number,
  { language, say }: Cli,
): readonly string[] {
  const lines = said
    .slice(0, MOST)
    .map(([id, why]) => printable(`- ${id}: ${why.map((each) => each[language]).join('; ')}`));
  return cases > MOST ? [...lines, say('batch.more', { cases: cases - MOST })] : lines;
}
