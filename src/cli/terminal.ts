import { writeSync } from 'node:fs';
import { runNativelyThrough } from '../optimize/highs/native-run.ts';
import { phrase } from '../words/catalogue.ts';
import { chosenLanguage } from './options/chosen-language.ts';
import { EXIT } from './exit-code.ts';
import { interruptible } from './interruptible-run.ts';
import { CLEARED } from './progress-line.ts';
import { runCli } from './run.ts';

/** A terminal may deliver one Ctrl-C twice: to this process, and through the one that started it. */
const SAME_KEY_PRESS = 500;

/**
 * Runs a command line in this process: Ctrl-C cancels what runs (a second one ends at once), a reader
 * that stops reading (`| head`) is no error, and the process ends by itself when all is written.
 */
export async function runInTerminal(argv: readonly string[]): Promise<void> {
  const interrupted = new AbortController();
  let firstAt: number | undefined;
  const interrupt = (): void => {
    if (firstAt !== undefined && performance.now() - firstAt > SAME_KEY_PRESS) process.exit(EXIT.cancelled);
    firstAt ??= performance.now();
    interrupted.abort();
  };
  process.on('SIGINT', interrupt);
  runNativelyThrough(
    interruptible(() => {
      tellCancelled(argv);
      return process.exit(EXIT.cancelled);
    }),
  );
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') tellUnwritten(argv, error);
    process.exit();
  });
  // Without a reader of its notes a command still has its answer, and a service those who ask it.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = EXIT.badInput;
  });
  await runCli(argv, {
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interrupted.signal,
    exit: (code) => {
      process.exitCode = code;
    },
  });
  runNativelyThrough(undefined);
  process.off('SIGINT', interrupt);
  // All is told: what a cancelled command is still at is of no use to anybody.
  if (interrupted.signal.aborted) process.exit();
}

/** Says that Ctrl-C ended a command in the midst of a solve, where nothing else may run any more. */
function tellCancelled(argv: readonly string[]): void {
  const { isTTY, fd } = process.stderr;
  const cancelled = phrase(chosenLanguage(argv, process.env), 'cli.cancelled', undefined);
  try {
    writeSync(fd, `${isTTY ? CLEARED : ''}${cancelled}\n`);
  } catch {
    // Nobody can be told: the exit code says it.
  }
}

/** Says that the answer could not be written (a full disk), as far as that can be said. */
function tellUnwritten(argv: readonly string[], { code = '' }: NodeJS.ErrnoException): void {
  process.exitCode = EXIT.badInput;
  const language = chosenLanguage(argv, process.env);
  try {
    writeSync(process.stderr.fd, `${phrase(language, 'cli.cannot-write-answer', { reason: code })}\n`);
  } catch {
    // Nobody can be told: the exit code says it.
  }
}
