import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Command } from '@commander-js/extra-typings';
import { InputError, problem } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { keepKey } from '../remote/kept-keys.ts';
import { type HeldKey, Service } from '../remote/service.ts';
import { refuseOpenWay, serviceAddress } from '../remote/service-address.ts';
import { sessionAt } from '../remote/session.ts';

/** `slate login URL`: keeps a key that the service lets in. */
export function configure(command: Command, cli: Cli): void {
  command
    .argument('<url>', cli.say('cli.service-argument', undefined))
    .action(cli.answering(async (url) => loggedIn(serviceAddress(url), cli)));
}

async function loggedIn(address: string, cli: Cli): Promise<Answer> {
  const { say, env, language } = cli;
  // Before anybody types a key that may not be sent.
  refuseOpenWay(address);
  const held = await keyGiven(address, cli);
  const { people, person } = await sessionAt(new Service(address, held, language));
  if (people === 'one' || person === undefined) {
    const one = () => say('cli.needs-no-key', { service: address });
    return { exit: EXIT.done, json: { service: address, people }, text: one };
  }
  await keepKey(address, held.key, env);
  const { role, body } = person;
  return {
    exit: EXIT.done,
    json: { service: address, people, role, body },
    text: () => say('cli.logged-in', { service: address, role, body }),
  };
}

/** The key of the environment, or one that is typed or piped. @throws InputError for what is none */
async function keyGiven(address: string, cli: Cli): Promise<HeldKey> {
  const { SLATE_KEY: named = '' } = cli.env;
  const written = named !== '' ? named : process.stdin.isTTY ? await typed(address, cli) : await piped();
  const key = written.trim();
  // What is no word of plain letters is no key, and no header either.
  if (!/^[\w.~+/=-]+$/.test(key)) throw new InputError([problem('cli.no-key-given', undefined)]);
  return { key, from: named === '' ? 'typed' : 'environment' };
}

async function piped(): Promise<string> {
  return text(process.stdin);
}

/** Reads a line from the terminal, of which nothing is shown. */
async function typed(address: string, { say, signal }: Cli): Promise<string> {
  const unseen = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  const stopped = new AbortController();
  // A terminal that is read letter by letter makes no signal of Ctrl-C.
  lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  lines.once('close', () => stopped.abort());
  // Only now does the terminal show nothing of what is typed.
  process.stderr.write(say('cli.key-prompt', { service: address }));
  try {
    return await lines.question('', { signal: AbortSignal.any([signal, stopped.signal]) });
  } catch (error) {
    signal.throwIfAborted();
    if (stopped.signal.aborted) return '';
    throw error;
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
