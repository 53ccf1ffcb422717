import { once } from 'node:events';
import type { Command } from '@commander-js/extra-typings';
import type { GivenSetting } from '../../service/configuration/sources.ts';
import type { ReadConfiguration } from '../../service/configuration/read.ts';
import type { Configuration } from '../../service/configuration/schema.ts';
import type { RunningService } from '../../service/server.ts';
import { placeOf, type StorePlace } from '../../store/store-place.ts';
import { phrase, type PhraseCode } from '../../words/catalogue.ts';
import { type Language, LANGUAGES } from '../../words/language.ts';
import { describeProblem, InputError, problem, valueOf } from '../../words/problem.ts';
import type { Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { serveOptions } from '../options/options.ts';
import { stopAsked } from '../stop-asked.ts';
import { dataOption } from '../store/store-access.ts';

/** `slate serve`: answers over HTTP until it is stopped, or shows how it would be set up. */
export function configure(command: Command, cli: Cli): void {
  for (const option of [...serveOptions(cli.say), dataOption(cli.say)]) command.addOption(option);
  command.action(async (options: Options) => {
    if (options.printConfig === true) await cli.answering(() => shown(options, cli))();
    else await serve(options, cli);
  });
}

interface Options {
  readonly config?: string;
  readonly printConfig?: true;
  readonly host?: string;
  readonly port?: number;
  readonly allowedHost?: readonly string[];
  readonly corsOrigin?: readonly string[];
  readonly poolsFolder?: string;
  readonly rulesFolder?: string;
  readonly data?: string;
}

/**
 * Runs the service until Ctrl-C or SIGTERM, then lets what runs come to its end. To be stopped is how a
 * service ends, so that is a success.
 *
 * @throws InputError if anything is wrong with its configuration, or it cannot listen there, or may not.
 */
async function serve(options: Options, cli: Cli): Promise<void> {
  const { configuration } = await configured(options, cli);
  const service = await started(configuration, placeOf(options.data, cli.env), cli);
  // Whoever reads that it runs may stop it at once.
  const stopped = stopAsked(cli.signal);
  const languages = [cli.language, ...LANGUAGES.filter((each) => each !== cli.language)];
  for (const line of welcome(service, languages)) cli.note(line);
  if (service.missing.length > 0) void tellOnceComplete(service, languages, cli);
  await stopped;
  await service.close();
  cli.note(cli.say('cli.stopped', undefined));
}

/** Whom a service lets in, in words. */
const LET_IN = {
  one: 'cli.one-person',
  keys: 'cli.keys-let-in',
  accounts: 'cli.accounts-let-in',
} as const satisfies Readonly<Record<RunningService['people'], PhraseCode>>;

/** Everything that is wrong with the command line and with the configuration is told at once. */
async function configured(options: Options, cli: Cli): Promise<ReadConfiguration> {
  // Help needs no service.
  const { readConfiguration } = await import('../../service/configuration/read.ts');
  const { config: file } = options;
  const read = valueOf(
    await readConfiguration({
      ...(file !== undefined && { file }),
      env: cli.env,
      options: givenBy(options, cli),
    }),
  );
  // What was meant cannot be known; it would serve elsewhere than where it was asked to.
  if (cli.slips.problems.length > 0) throw new InputError([]);
  return read;
}

/** What was given and could be read; a value that could not is told already, and stands as nothing here. */
function givenBy(options: Options, { slips }: Cli): readonly GivenSetting[] {
  const all: readonly GivenSetting[] = [
    { path: ['host'], option: '--host', value: options.host },
    { path: ['port'], option: '--port', value: options.port },
    { path: ['allowedHosts'], option: '--allowed-host', value: options.allowedHost },
    { path: ['corsOrigins'], option: '--cors-origin', value: options.corsOrigin },
    { path: ['folders', 'pools'], option: '--pools-folder', value: options.poolsFolder },
    { path: ['folders', 'rules'], option: '--rules-folder', value: options.rulesFolder },
  ];
  const isMisread = (value: unknown): boolean => value === '' && slips.problems.length > 0;
  return all.filter(({ value }) => value !== undefined && !isMisread(value));
}

async function shown(options: Options, cli: Cli) {
  const { configurationAsYaml } = await import('../../service/configuration/configuration-as-yaml.ts');
  const read = await configured(options, cli);
  const text = (): string => configurationAsYaml(read, cli.say('configuration.by-default', undefined));
  return { exit: EXIT.done, json: read.configuration, text };
}

/**
 * Where to go, who is let in and what is missing, in both languages: who opens the page may speak another than who
 * started it.
 */
function welcome(
  { address, people, missing }: Pick<RunningService, 'address' | 'people' | 'missing'>,
  languages: readonly Language[],
): readonly string[] {
  return languages.flatMap((each) => [
    phrase(each, 'cli.listening', { address: openedAt(address) }),
    phrase(each, LET_IN[people], undefined),
    ...missing.map((problem) => describeProblem(problem, each)),
    ...(missing.length > 0 ? [phrase(each, 'cli.goes-on-trying', undefined)] : []),
  ]);
}

/** What a browser opens: no machine has the addresses that stand for all of its own. */
function openedAt(address: string): string {
  const { protocol, hostname, port } = new URL(address);
  return ['0.0.0.0', '[::]'].includes(hostname) ? `${protocol}//localhost:${port}` : address;
}

/** Says that nothing is missing any more, unless it is stopped before. */
async function tellOnceComplete(
  service: Pick<RunningService, 'isComplete'>,
  languages: readonly Language[],
  { note }: Cli,
): Promise<void> {
  if (!(await service.isComplete())) return;
  for (const each of languages) note(phrase(each, 'cli.now-complete', undefined));
}

/** Waits however long a slow machine takes, and says so; Ctrl-C ends the wait. */
async function started(
  configuration: Configuration,
  store: StorePlace,
  { signal, note, say, env }: Cli,
): Promise<RunningService> {
  const [{ startService }, { serviceOptionsOf }, { SLOW, toldWhileWaiting }, { openIdOf }] =
    await Promise.all([
      import('../../service/server.ts'),
      import('../../service/configuration/service-options.ts'),
      import('../../service/slow-start.ts'),
      import('../../service/configuration/login.ts'),
    ]);
  const interrupted = once(signal, 'abort').then(() => {
    throw signal.reason;
  });
  interrupted.catch(() => undefined);
  const openId = await openIdOf(configuration, env);
  const starting = startService({
    ...serviceOptionsOf(configuration),
    ...(openId !== undefined && { openId }),
    store,
  });
  try {
    return await toldWhileWaiting(Promise.race([starting, interrupted]), SLOW, (seconds) =>
      note(say('cli.still-starting', { seconds })),
    );
  } catch (error) {
    if (signal.aborted || !(error instanceof Error) || !('syscall' in error) || !('code' in error))
      throw error;
    const { host, port } = configuration;
    throw new InputError([problem('cli.cannot-listen', { host, port, reason: String(error.code) })]);
  }
}
