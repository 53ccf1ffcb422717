import { type Command, Option } from '@commander-js/extra-typings';
import { placeOf, shownPlace } from '../../store/store-place.ts';
import { InputError } from '../../words/problem.ts';
import type { Cli } from '../context.ts';
import { wholeOption } from '../options/options.ts';
import { stopAsked } from '../stop-asked.ts';
import { dataOption } from '../store/store-access.ts';

interface Options {
  readonly data?: string;
  readonly threads?: number;
  readonly poolsFolder?: string;
  readonly rulesFolder?: string;
}

/** `slate worker`: works on the jobs of a store until it is stopped, from any machine that reaches it. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command
    .addOption(dataOption(say))
    .addOption(wholeOption('--threads', 1, 1024, say('cli.worker-threads-option', undefined)))
    .addOption(new Option('--pools-folder <folder>', say('cli.pools-folder-option', undefined)))
    .addOption(new Option('--rules-folder <folder>', say('cli.rules-folder-option', undefined)))
    .action(async (options: Options) => work(options, cli));
}

/** To be stopped is how a worker ends, so that is a success; what it is at goes back to the queue. */
async function work({ data, threads, poolsFolder, rulesFolder }: Options, cli: Cli): Promise<void> {
  if (cli.slips.problems.length > 0) throw new InputError([]);
  const store = placeOf(data, cli.env);
  const { startJobRole } = await import('../../service/jobs/job-role.ts');
  const role = await startJobRole({
    store,
    ...(threads !== undefined && { places: threads }),
    ...(poolsFolder !== undefined && { poolsFolder }),
    ...(rulesFolder !== undefined && { rulesFolder }),
  });
  // Whoever reads that it works may stop it at once.
  const stopped = stopAsked(cli.signal);
  cli.note(cli.say('cli.working', { place: shownPlace(store) }));
  await stopped;
  await role.close();
  cli.note(cli.say('cli.stopped', undefined));
}
