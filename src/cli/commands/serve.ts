import { once } from 'node:events';
import type { Command } from '@commander-js/extra-typings';
import type { RunningService } from '../../service/server.ts';
import { phrase } from '../../words/catalogue.ts';
import { type Language, LANGUAGES } from '../../words/language.ts';
import { InputError, problem } from '../../words/problem.ts';
import type { Cli } from '../context.ts';
import { allowedHostOption, hostOption, portOption } from '../options.ts';

/** `slate serve`: answers over HTTP until it is stopped. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .addOption(hostOption(say))
    .addOption(portOption(say))
    .addOption(allowedHostOption(say))
    .action(({ host, port, allowedHost }) => serve({ host, port, allowedHosts: allowedHost }, cli));
}

/** Where to listen, and under which names; absent: the service's own default. */
interface Listening {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly allowedHosts: readonly string[] | undefined;
}

/**
 * Runs the service until Ctrl-C or SIGTERM, then lets what runs come to its end. To be stopped is how a
 * service ends, so that is a success.
 *
 * @throws InputError if it cannot listen there, or may not.
 */
async function serve(where: Listening, cli: Cli): Promise<void> {
  // What was meant cannot be known; it would serve elsewhere than where it was asked to.
  if (cli.slips.problems.length > 0) throw new InputError([]);
  const service = await started(where);
  for (const line of welcome(service.address, cli.language)) cli.note(line);
  cli.note(cli.say('cli.one-person', undefined));
  await stopAsked(cli.signal);
  await service.close();
  cli.note(cli.say('cli.stopped', undefined));
}

/** Where to go, in both languages: who opens the page may speak another than who started it. */
function welcome(address: string, language: Language): readonly string[] {
  const others = LANGUAGES.filter((each) => each !== language);
  return [language, ...others].map((each) => phrase(each, 'cli.listening', { address }));
}

async function started({ host, port, allowedHosts }: Listening): Promise<RunningService> {
  // Help needs no service.
  const { startService } = await import('../../service/server.ts');
  try {
    return await startService({
      ...(host !== undefined && { host }),
      ...(port !== undefined && { port }),
      ...(allowedHosts !== undefined && { allowedHosts }),
    });
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
    throw new InputError([
      problem('cli.cannot-listen', {
        host: host ?? '127.0.0.1',
        port: port ?? 8080,
        reason: String(error.code),
      }),
    ]);
  }
}

async function stopAsked(interrupted: AbortSignal): Promise<void> {
  if (interrupted.aborted) return;
  const stopped = new AbortController();
  await Promise.race([
    once(interrupted, 'abort', { signal: stopped.signal }),
    once(process, 'SIGTERM', { signal: stopped.signal }),
  ]);
  stopped.abort();
}
