import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { CommanderError } from '@commander-js/extra-typings';
import { TimeLimitError } from '../slate/task.ts';
import { QUESTION } from '../opening/sources.ts';
import { phraseInEach } from '../words/catalogue.ts';
import { InputError, describeProblem, type Problem } from '../words/problem.ts';
import { type Answer, type Cli, sayIn } from './context.ts';
import { chosenLanguage } from './options/chosen-language.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { isServiceAway } from './remote/service-away.ts';
import { programOf } from './program.ts';
import { progressLine } from './progress-line.ts';
import { printable } from './printing/table.ts';
import { BadUsage } from './options/usage.ts';

/** Where the command line runs. */
interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
  /** Told the exit code before anything is printed, so that it stands even if the reader has gone. */
  readonly exit: (code: ExitCode) => void;
}

/** Runs one command line to its end. Never throws: whatever goes wrong is told and becomes an exit code. */
export async function runCli(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const { env, stdout, stderr, signal, exit } = surroundings;
  const language = chosenLanguage(argv, env);
  const say = sayIn(language);
  let json = false;
  const note = (text: string): void => void stderr.write(`${text}\n`);
  const print = (answer: Answer): void => {
    const { unwritten = [] } = answer;
    exit(unwritten.length > 0 ? EXIT.badInput : answer.exit);
    stdout.write(`${json ? JSON.stringify(answer.json, null, 2) : answer.text()}\n`);
    for (const found of unwritten) note(printable(describeProblem(found, language)));
  };
  const cli: Cli = {
    language,
    env,
    say,
    slips: { problems: [], command: 'slate' },
    signal,
    width: stdout.isTTY ? stdout.columns : undefined,
    note,
    progress: progressLine(stderr, say),
    answering:
      (work) =>
      async (...parameters) => {
        const answer = await orCancelled(work(...parameters), signal);
        // Whatever a command reads, it answers no question that was not understood.
        if (cli.slips.problems.length > 0) throw new InputError([]);
        print(answer);
      },
  };
  try {
    const program = await programOf(argv, cli, (asked) => {
      json = asked;
    });
    await program.run(argv);
  } catch (error) {
    cli.progress('');
    // Whoever reads an answer gets one, with the status that it has.
    if (json && error instanceof TimeLimitError) print(undecided());
    exit(await told(error, cli, json ? Infinity : MOST_TOLD));
  }
}

/** Milliseconds that a cancelled command has to end in good order; what it would have to tell is known. */
const LAST_WORDS = 500;

/** What comes of the work. Where Ctrl-C finds it too busy to stop by itself, its end is not waited for. */
async function orCancelled<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const settled = new AbortController();
  const cancelled = once(signal, 'abort', { signal: settled.signal }).then(async () => {
    await setTimeout(LAST_WORDS, undefined, { signal: settled.signal });
    throw signal.reason;
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    cancelled.catch(() => undefined);
    settled.abort();
  }
}

/** What `--json` prints where time ran out before there was anything to tell. */
function undecided(): Answer {
  const message = phraseInEach('cli.time-is-up', undefined);
  return { exit: EXIT.outOfTime, json: { status: 'unknown', message }, text: () => '' };
}

/** A problem of the question itself needs no place: the command line is before everybody's eyes. */
function inWords(found: Problem): Problem {
  const { place, ...placeless } = found;
  return place?.file === QUESTION ? placeless : found;
}

/** Problems that are told people one by one; the rest is counted. */
const MOST_TOLD = 1000;

/** Tells problems, a line each, no more than are of use. */
function tellProblems(problems: readonly Problem[], { language, say, note }: Cli, most: number): void {
  const lines = problems.slice(0, most).map((found) => printable(describeProblem(inWords(found), language)));
  const more = problems.length - lines.length;
  if (more > 0) lines.push(say('cli.more-problems', { more }));
  if (lines.length > 0) note(lines.join('\n'));
}

/** What looks odd besides; what knows of notices is loaded where there are any. */
async function tellOdd(notices: readonly Problem[], cli: Cli): Promise<void> {
  if (notices.length === 0) return;
  const { tellNotices } = await import('./printing/notice-lines.ts');
  tellNotices(notices, cli);
}

/** Tells the user what went wrong, and answers the exit code. */
async function told(error: unknown, cli: Cli, most: number): Promise<ExitCode> {
  const { say, slips, note, signal } = cli;
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
  if (error instanceof BadUsage) {
    tellProblems(error.problems, cli, most);
    note(say('cli.see-help', { command: error.command }));
    return EXIT.badInput;
  }
  if (error instanceof InputError) {
    tellProblems([...slips.problems, ...error.problems], cli, most);
    await tellOdd(error.notices, cli);
    if (slips.problems.length > 0) note(say('cli.see-help', { command: slips.command }));
    return isServiceAway(error) ? EXIT.unavailable : EXIT.badInput;
  }
  if (signal.aborted) {
    note(say('cli.cancelled', undefined));
    return EXIT.cancelled;
  }
  if (error instanceof TimeLimitError) {
    note(say('cli.time-is-up', undefined));
    return EXIT.outOfTime;
  }
  note(say('cli.internal-error', { message: error instanceof Error ? error.message : String(error) }));
  return EXIT.fault;
}
