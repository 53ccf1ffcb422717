import { z } from 'zod';
import { type Command, Option } from '@commander-js/extra-typings';
import { addKey, listKeys, stateOfKey, withdrawKey } from '../../store/keys.ts';
import { type Role, ROLES } from '../../store/roles.ts';
import { InputError, problem } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { type OptionValues, bodyOption, roleOption } from '../options/options.ts';
import { dataOption, withStore } from '../store/store-access.ts';
import { tableLines } from '../printing/table.ts';

/** `slate keys`: who may ask a service of this store, for which body, and in which role. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command.addOption(dataOption(say)).action(cli.answering(async () => listed(command.opts(), cli)));
  const adding = command
    .command('add')
    .description(say('cli.keys-add', undefined))
    .argument('<name>', say('cli.keys-name', undefined))
    .addOption(roleOption(say, ROLES))
    .addOption(bodyOption(say))
    .addOption(new Option('--expires <date>', say('cli.keys-expires', undefined)));
  adding.action(cli.answering(async (name) => added(name, adding.optsWithGlobals(), cli)));
  const withdrawing = command
    .command('withdraw')
    .description(say('cli.keys-withdraw', undefined))
    .argument('<id>', say('cli.keys-id', undefined));
  withdrawing.action(cli.answering(async (id) => withdrawn(id, withdrawing.optsWithGlobals(), cli)));
}

async function listed(read: OptionValues, { say, width }: Cli): Promise<Answer> {
  return withStore(read, async ({ db }) => {
    const keys = await listKeys(db);
    const columns = (['id', 'name', 'role', 'body', 'added', 'expires', 'state'] as const).map((column) => ({
      heading: say('cli.keys-column', { column }),
    }));
    const rows = keys.map((key) => [
      key.id,
      key.name,
      key.role,
      key.body,
      key.addedAt.slice(0, 10),
      key.expiresAt?.slice(0, 10) ?? '',
      say('cli.keys-state', { state: stateOfKey(key) }),
    ]);
    const text = (): string =>
      keys.length === 0 ? say('cli.no-keys', undefined) : tableLines(columns, rows, width).join('\n');
    return { exit: EXIT.done, json: { keys }, text };
  });
}

async function added(name: string, read: OptionValues, { say }: Cli): Promise<Answer> {
  const role = ROLES.find((each): each is Role => each === read['role']);
  if (role === undefined) throw new InputError([problem('cli.no-role', { allowed: ROLES })]);
  const expiresAt = endOf(read['expires']);
  return withStore(read, async ({ db }, own) => {
    const body = typeof read['body'] === 'string' ? read['body'] : own.body;
    const { id, key } = await addKey(db, { ...own, body }, { name, role, expiresAt });
    const json = { id, key, name, role, body, ...(expiresAt !== undefined && { expiresAt }) };
    const isElsewhere = read['data'] !== undefined;
    return { exit: EXIT.done, json, text: () => `${key}\n\n${say('cli.keys-added', { id, isElsewhere })}` };
  });
}

async function withdrawn(id: string, read: OptionValues, { say }: Cli): Promise<Answer> {
  return withStore(read, async ({ db }, own) => {
    const found = (await listKeys(db)).find((each) => each.id === id);
    const isDone = found !== undefined && (await withdrawKey(db, { ...own, body: found.body }, id));
    if (!isDone) throw new InputError([problem('cli.no-key', { id })]);
    return { exit: EXIT.done, json: { id, withdrawn: true }, text: () => say('cli.keys-withdrawn', { id }) };
  });
}

/** The end of a day as an instant. @throws InputError for what is no day to come */
function endOf(written: unknown): string | undefined {
  if (typeof written !== 'string') return undefined;
  // Of a day that no month has, JavaScript makes one of the next.
  const isDay = z.iso.date().safeParse(written).success;
  const end = Date.parse(`${written}T23:59:59.999Z`);
  if (!isDay || end <= Date.now()) throw new InputError([problem('cli.keys-no-day', { found: written })]);
  return new Date(end).toISOString();
}
