import { EXIT } from './exit-code.ts';
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
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
  await runCli(argv, {
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interrupted.signal,
    exit: (code) => {
      process.exitCode = code;
    },
  });
  process.off('SIGINT', interrupt);
}
