import { userInfo } from 'node:os';
import { Option } from '@commander-js/extra-typings';
import type { Actor } from '../store/audit.ts';
import { placeOf } from '../store/place.ts';
import type { Store } from '../store/store.ts';
import type { Say } from './context.ts';
import type { Read } from './question-command.ts';

/** `--data`: which store. */
export const dataOption = (say: Say): Option => new Option('--data <dir>', say('cli.data-option', undefined));

/** What a command does with the store, and in whose name. */
export type StoreWork<Result> = (store: Store, actor: Actor) => Promise<Result>;

/** Opens the store that the command line or the environment names, for as long as the work takes. */
export async function withStore<Result>(read: Read, work: StoreWork<Result>): Promise<Result> {
  const { data } = read;
  const { openStore, OWN_BODY } = await import('../store/store.ts');
  const store = await openStore(placeOf(typeof data === 'string' ? data : undefined, process.env));
  try {
    return await work(store, { who: userName(), body: OWN_BODY });
  } finally {
    await store.close();
  }
}

/** Who has logged in to this machine. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A process may run as a number that no account has.
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
