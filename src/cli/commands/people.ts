import { type Command, Option } from '@commander-js/extra-typings';
import type { Actor } from '../../store/audit.ts';
import type { Database } from '../../store/database.ts';
import { type Role, roleNamed, ROLES } from '../../store/roles.ts';
import type { Invited } from '../../store/people/invitations.ts';
import { InputError, problem } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { type OptionValues, bodyOption, roleOption } from '../options/options.ts';
import { dataOption, withStore } from '../store/store-access.ts';
import { tableLines } from '../printing/table.ts';

/** `slate people`: who has an account in this store, for which board, and in which role. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command.addOption(dataOption(say)).action(cli.answering(async () => listed(command.opts(), cli)));
  const about = (name: string, help: string) =>
    command.command(name).description(help).argument('<login>', say('cli.people-login', undefined));
  const inviting = about('invite', say('cli.people-invite', undefined))
    .option('--name <name>', say('cli.people-name', undefined))
    .addOption(roleOption(say, ROLES))
    .addOption(bodyOption(say))
    .addOption(addressOption(cli));
  inviting.action(cli.answering(async (login) => invited(login, inviting.optsWithGlobals(), cli)));
  const giving = about('role', say('cli.people-role', undefined))
    .addOption(roleOption(say, ROLES))
    .addOption(bodyOption(say));
  giving.action(cli.answering(async (login) => given(login, giving.optsWithGlobals(), cli)));
  const removing = about('remove', say('cli.people-remove', undefined)).addOption(bodyOption(say));
  removing.action(cli.answering(async (login) => removed(login, removing.optsWithGlobals(), cli)));
  const showing = about('show', say('cli.people-show', undefined));
  showing.action(cli.answering(async (login) => shown(login, showing.optsWithGlobals())));
}

/** Where a service is reached that is told nothing else. */
const OWN_ADDRESS = 'http://127.0.0.1:8080';

/** Where people reach the service: the links of invitations lead there. */
function addressOption({ say }: Cli) {
  return new Option('--address <url>', say('cli.people-address', undefined)).argParser((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url !== undefined && /^https?:$/.test(url.protocol)) return url.origin;
    throw new InputError([problem('cli.no-address', { found: text })]);
  });
}

async function listed(read: OptionValues, { say, width }: Cli): Promise<Answer> {
  const { listPeople } = await import('../../store/people/people.ts');
  return withStore(read, async ({ db }) => {
    const people = await listPeople(db);
    const columns = (['login', 'name', 'role', 'body', 'id', 'state'] as const).map((column) => ({
      heading: say('cli.people-column', { column }),
    }));
    const rows = people.map(({ login, name, role, body, id, hasJoined }) => [
      login,
      name,
      role,
      body,
      id,
      say('cli.people-state', { joined: hasJoined }),
    ]);
    const text = (): string =>
      people.length === 0 ? say('cli.no-people', undefined) : tableLines(columns, rows, width).join('\n');
    return { exit: EXIT.done, json: { people }, text };
  });
}

/** Somebody new is added; who is there already gets another link, and the role that is said besides. */
async function invited(login: string, read: OptionValues, { say }: Cli): Promise<Answer> {
  return withStore(read, async ({ db }, own) => {
    const actor = actorOf(read, own);
    const role = roleNamed(read['role']);
    const { person, token, endsAt } = await invitation(db, actor, { login, role, name: nameOf(read, login) });
    const link = `${typeof read['address'] === 'string' ? read['address'] : OWN_ADDRESS}/#/join/${token}`;
    const json = { person, link, endsAt };
    return {
      exit: EXIT.done,
      json,
      text: () => `${link}\n\n${say('cli.people-invited', { login, endsAt })}`,
    };
  });
}

async function invitation(
  db: Database,
  actor: Actor,
  { login, name, role }: { readonly login: string; readonly name: string; readonly role: Role | undefined },
): Promise<Invited & { readonly person: string }> {
  const { addPerson, giveRole, personOfLogin } = await import('../../store/people/people.ts');
  const { inviteAgain } = await import('../../store/people/invitations.ts');
  const person = await personOfLogin(db, login);
  if (person === undefined) {
    if (role === undefined) throw new InputError([problem('cli.no-role', { allowed: ROLES })]);
    const added = await addPerson(db, actor, { login, name, role });
    if (added !== undefined) return added;
    throw new InputError([problem('people.login-taken', { login })]);
  }
  if (role !== undefined) await giveRole(db, actor, person, role);
  const again = await inviteAgain(db, actor, person);
  if (again === undefined) throw nobody(login);
  return { person, ...again };
}

async function given(login: string, read: OptionValues, { say }: Cli): Promise<Answer> {
  const role = roleNamed(read['role']);
  if (role === undefined) throw new InputError([problem('cli.no-role', { allowed: ROLES })]);
  const { giveRole } = await import('../../store/people/people.ts');
  return withStore(read, async ({ db }, own) => {
    const actor = actorOf(read, own);
    const person = await known(db, login);
    await giveRole(db, actor, person, role);
    const json = { person, body: actor.body, role };
    return { exit: EXIT.done, json, text: () => say('cli.people-given', { login, body: actor.body, role }) };
  });
}

async function removed(login: string, read: OptionValues, { say }: Cli): Promise<Answer> {
  const { removePerson } = await import('../../store/people/people.ts');
  return withStore(read, async ({ db }, own) => {
    const { body } = actorOf(read, own);
    const person = await known(db, login);
    const came = await removePerson(db, { ...own, body }, person);
    if (came === 'unknown') throw new InputError([problem('cli.not-of-board', { login, body })]);
    const json = { person, body, came };
    return { exit: EXIT.done, json, text: () => say('cli.people-removed', { login, body, came }) };
  });
}

async function shown(login: string, read: OptionValues): Promise<Answer> {
  const { heldOn } = await import('../../store/people/held-on-person.ts');
  return withStore(read, async ({ db }) => {
    const held = await heldOn(db, await known(db, login));
    return { exit: EXIT.done, json: held, text: () => JSON.stringify(held, null, 2) };
  });
}

async function known(db: Database, login: string): Promise<string> {
  const { personOfLogin } = await import('../../store/people/people.ts');
  const person = await personOfLogin(db, login);
  if (person === undefined) throw nobody(login);
  return person;
}

function nobody(login: string): InputError {
  return new InputError([problem('cli.no-person', { login })]);
}

function actorOf(read: OptionValues, own: Actor): Actor {
  return { ...own, body: typeof read['body'] === 'string' ? read['body'] : own.body };
}

function nameOf(read: OptionValues, login: string): string {
  return typeof read['name'] === 'string' ? read['name'] : login;
}
