import { access, rm } from 'node:fs/promises';
import { copyStore, type CopiedRows, NotEmpty } from '../../store/copy.ts';
import { placeOf, shownPlace, type StorePlace } from '../../store/store-place.ts';
import { openStore, type Store } from '../../store/store.ts';
import { verifyAudit } from '../../store/audit/verify-audit.ts';
import { InputError, problem } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { unwritable } from '../files/written-files.ts';
import { withStore } from './store-access.ts';
import type { OptionValues } from '../options/options.ts';

/** `slate store backup`: the whole store as one file, while others go on working. */
export async function backup(file: string, read: OptionValues, cli: Cli): Promise<Answer> {
  if (await isThere(file)) throw new InputError([problem('store.file-exists', { file })]);
  const problems = await unwritable([file]);
  if (problems.length > 0) throw new InputError(problems);
  try {
    return await withStore(read, async (store) => copied(store, { file }, cli));
  } catch (error) {
    // A backup is whole or not there.
    await rm(file, { force: true });
    throw error;
  }
}

/** `slate store restore`: a backup into the store that the command line names, which must be empty. */
export async function restore(file: string, read: OptionValues, cli: Cli): Promise<Answer> {
  if (!(await isThere(file))) throw new InputError([problem('store.no-file', { file })]);
  const from = await openStore({ file });
  try {
    return await withStore(read, async ({ place }) => copied(from, place, cli));
  } finally {
    await from.close();
  }
}

/** `slate store move`: the whole store to another database, which must be empty. The old one stays as it is. */
export async function move(to: string, read: OptionValues, cli: Cli): Promise<Answer> {
  return withStore(read, async (store) => copied(store, placeOf(to, {}), cli));
}

async function copied(from: Store, place: StorePlace, { say }: Cli): Promise<Answer> {
  const to = await openStore(place);
  try {
    const rows = await copyStore(from.db, to.db);
    // A file is a backup: all of it in the one file, nothing beside it.
    const { faults, head, entries } = await verifyAudit(to.db);
    const found = { to: shownPlace(place), rows, audit: { entries, head, faults } };
    return {
      exit: faults.length === 0 ? EXIT.done : EXIT.violated,
      json: found,
      text: () =>
        say('cli.store-copied', {
          to: found.to,
          ...counted(rows),
          head: head.slice(0, 12),
          faults: faults.length,
        }),
    };
  } catch (error) {
    if (error instanceof NotEmpty)
      throw new InputError([problem('store.not-empty', { at: shownPlace(place) })]);
    throw error;
  } finally {
    await to.close();
  }
}

function counted({ documents, drafts, runs }: CopiedRows): {
  readonly documents: number;
  readonly drafts: number;
  readonly runs: number;
} {
  return { documents, drafts, runs };
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
