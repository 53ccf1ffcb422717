import type { Command } from '@commander-js/extra-typings';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { forgetKey } from '../remote/kept-keys.ts';
import { serviceAddress } from '../remote/service-address.ts';

/** `slate logout URL`: forgets the key of a service. */
export function configure(command: Command, cli: Cli): void {
  command
    .argument('<url>', cli.say('cli.service-argument', undefined))
    .action(cli.answering(async (url) => loggedOut(serviceAddress(url), cli)));
}

async function loggedOut(service: string, { say, env }: Cli): Promise<Answer> {
  const forgotten = await forgetKey(service, env);
  const text = (): string => say(forgotten ? 'cli.logged-out' : 'cli.not-logged-in', { service });
  return { exit: EXIT.done, json: { service, forgotten }, text };
}
