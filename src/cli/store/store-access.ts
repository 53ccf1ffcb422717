import { Option } from '@commander-js/extra-typings';
import type { Actor } from '../../store/audit.ts';
import { placeOf } from '../../store/store-place.ts';
import type { Store } from '../../store/store.ts';
import type { Say } from '../context.ts';
import type { OptionValues } from '../options/options.ts';

/** `--data`: which store. */
export const dataOption = (say: Say): Option => new Option('--data <dir>', say('cli.data-option', undefined));

/** What a command does with the store, and in whose name. */
type StoreWork<Result> = (store: Store, actor: Actor) => Promise<Result>;

/** Opens the store that the command line or the environment names, for as long as the work takes. */
export async function withStore<Result>(read: OptionValues, work: StoreWork<Result>): Promise<Result> {
  const { data } = read;
  const { openStore } = await import('../../store/store.ts');
  const { ownActor } = await import('../../store/own-actor.ts');
  const store = await openStore(placeOf(typeof data === 'string' ? data : undefined, process.env));
  try {
    return await work(store, ownActor());
  } finally {
    await store.close();
  }
}
