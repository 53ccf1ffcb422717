import type { Command } from '@commander-js/extra-typings';
import { bytesOfFile } from '../../tables/read-file.ts';
import { closeSolverThreads } from '../../optimize/threads/solver-threads.ts';
import { dateIn } from '../../papers/people.ts';
import { pathNamed, SHIPPED } from '../../opening/shipped.ts';
import { type Replay, replayReport } from '../../records/replay-report.ts';
import { replayRun } from '../../store/replay.ts';
import { valueOf } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { paint } from '../printing/paint.ts';
import { dataOption, withStore } from '../store/store-access.ts';
import { printable } from '../printing/table.ts';
import type { OptionValues } from '../options/options.ts';

/** `slate replay REPORT|RUN`: asks once more what a report of record tells, or what was recorded, and compares. */
export function configure(command: Command, cli: Cli): void {
  command
    .argument('<report|run>', cli.say('records.replay-argument', undefined))
    .addOption(dataOption(cli.say))
    .option('--pool <name|file>', cli.say('records.replay-pool', undefined))
    .option('--units <name|file>', cli.say('records.replay-units', undefined))
    .action(
      cli.answering(async (named) =>
        isReportFile(named)
          ? reportReplayed(named, command.opts(), cli)
          : runReplayed(named, command.opts(), cli),
      ),
    );
}

/** A run is named by digits and letters alone, or as the last one. */
function isReportFile(named: string): boolean {
  return named !== 'last' && !/^[0-9a-f-]+$/.test(named);
}

async function reportReplayed(file: string, read: OptionValues, cli: Cli): Promise<Answer> {
  const text = valueOf(await bytesOfFile(file)).toString('utf8');
  try {
    const tables = await tablesNamed(read);
    const replay = await replayReport(text, file, { signal: cli.signal }, { tables });
    return { exit: exitOf(replay), json: replay, text: () => replayLines(replay, cli).join('\n') };
  } finally {
    await closeSolverThreads();
  }
}

/** The bytes of the tables that a report without names lacks. */
async function tablesNamed({ pool, units }: OptionValues): Promise<readonly Uint8Array[]> {
  const files = [
    ...(typeof pool === 'string' ? [pathNamed(pool, SHIPPED, 'pool.csv')] : []),
    ...(typeof units === 'string' ? [pathNamed(units, SHIPPED, 'units.csv')] : []),
  ];
  return Promise.all(files.map(async (file) => valueOf(await bytesOfFile(file))));
}

/** Time that ran out now is no other answer. */
function exitOf({ same, answers, differences }: Replay): ExitCode {
  if (same) return EXIT.done;
  const ranOut = answers.some(({ answer }) => answer['status'] === 'unknown');
  return ranOut && differences.length > 0 ? EXIT.outOfTime : EXIT.violated;
}

function replayLines(replay: Replay, { language, say }: Cli): readonly string[] {
  const { same, tampered, differences, versions, proof } = replay;
  const madeAt = whenMade(replay, language);
  const verdict =
    differences.length > 0
      ? paint(say('records.differs', { madeAt }), 'bad')
      : same
        ? paint(say('records.same', { madeAt }), 'good')
        : paint(say('records.same-though-changed', { madeAt }), 'bad');
  const item = (text: string): string => `- ${printable(text)}`;
  return [
    verdict,
    ...tampered.map(({ message }) => paint(item(message[language]), 'bad')),
    ...differences.flatMap(({ message, at }) => [item(message[language]), ...placesShown(at)]),
    ...(proof === undefined
      ? []
      : [
          paint(proof.message[language], proof.holds ? 'good' : 'bad'),
          ...(proof.why === undefined ? [] : [item(proof.why[language])]),
        ]),
    paint(versions.message[language], 'faint'),
  ];
}

/** Places that are named after a difference; more would hide the next one. */
const MOST_PLACES = 5;

function placesShown(at: readonly string[]): readonly string[] {
  const more = at.length - MOST_PLACES;
  return [
    ...at.slice(0, MOST_PLACES).map((pointer) => `  ${printable(pointer)}`),
    ...(more > 0 ? [`  … (+${more})`] : []),
  ];
}

function whenMade({ madeAt }: Replay, language: Cli['language']): string {
  const [date = '', time = ''] = madeAt.split('T');
  return `${dateIn(date, language)} ${time.slice(0, 5)} UTC`;
}

async function runReplayed(id: string, read: OptionValues, cli: Cli): Promise<Answer> {
  const { say, signal } = cli;
  const { run, same, differences, answer } = await withStore(read, ({ db }, { body }) =>
    replayRun(db, body, id, { signal }),
  );
  const at = run.answeredAt.slice(0, 16).replace('T', ' ');
  return {
    exit: same ? EXIT.done : EXIT.violated,
    json: { run, same, differences, answer },
    text: () =>
      same
        ? paint(say('cli.replay-same', { question: run.question, at, by: run.askedBy }), 'good')
        : [
            paint(say('cli.replay-differs', { question: run.question, at, slate: run.slate }), 'bad'),
            ...differences.map((each) => `- ${each}`),
          ].join('\n'),
  };
}
