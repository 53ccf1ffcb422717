import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { StorePlace } from '../../src/store/store-place.ts';
import { type Cluster, hasPostgres, startPostgres } from './postgres.ts';

/** Makes places of stores that are there for one test file. */
export interface Places {
  /** A place where nothing is yet. */
  readonly fresh: () => StorePlace;
  /** Kills the server at once and starts it again; SQLite has none. */
  readonly crash?: () => Promise<void>;
}

/** Runs the same tests on SQLite and on PostgreSQL. */
export function onEachDatabase(tests: (places: Places) => void): void {
  describe('on SQLite', () => {
    const folders: string[] = [];
    afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
    tests({
      fresh: () => {
        const folder = mkdtempSync(join(tmpdir(), 'slate-store-'));
        folders.push(folder);
        return { folder: join(folder, 'data') };
      },
    });
  });
  describe.runIf(hasPostgres())('on PostgreSQL', () => {
    let cluster: Cluster;
    beforeAll(async () => {
      cluster = await startPostgres();
    });
    afterAll(() => cluster.stop());
    tests({ fresh: () => ({ url: cluster.database() }), crash: async () => cluster.crash() });
  });
}
