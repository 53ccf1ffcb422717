import type { Command } from '@commander-js/extra-typings';
import { InputError, problem } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { servicesWithKeys } from '../remote/kept-keys.ts';
import { serviceAt } from '../remote/service.ts';
import { serviceAddress, serviceNamed } from '../remote/service-address.ts';
import { sessionAt } from '../remote/session.ts';

/** `slate whoami [URL]`: who a service takes this user for; without an address every service with a key. */
export function configure(command: Command, cli: Cli): void {
  command
    .argument('[url]', cli.say('cli.service-argument', undefined))
    .action(cli.answering(async (url) => whoAt(await servicesMeant(url, cli), cli)));
}

async function servicesMeant(url: string | undefined, { env }: Cli): Promise<readonly string[]> {
  const named = url === undefined ? serviceNamed({}, env) : serviceAddress(url);
  const services = named === undefined ? await servicesWithKeys(env) : [named];
  if (services.length === 0) throw new InputError([problem('cli.no-service-named', undefined)]);
  return services;
}

async function whoAt(addresses: readonly string[], cli: Cli): Promise<Answer> {
  const found = await Promise.all(
    addresses.map(async (service) => ({ service, ...(await sessionAt(await serviceAt(service, cli))) })),
  );
  return {
    exit: EXIT.done,
    json: { services: found.map(({ service, people, person }) => ({ service, people, person })) },
    text: () =>
      found
        .map(({ service, people, person }) =>
          people === 'one' || person === undefined
            ? cli.say('cli.whoami-one', { service })
            : cli.say('cli.whoami', { service, role: person.role, body: person.body }),
        )
        .join('\n'),
  };
}
