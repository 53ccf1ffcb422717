import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { Random } from '../../fixtures/made-up/random.ts';
import { roundSubject } from '../../src/store/consultation/consultations.ts';
import { listDocuments } from '../../src/store/documents/documents.ts';
import { draftHistory, readDraft } from '../../src/store/drafts/drafts.ts';
import { OWN_BODY } from '../../src/store/own-actor.ts';
import type { StorePlace } from '../../src/store/store-place.ts';
import { readRounds, roundHistory } from '../../src/store/consultation/rounds.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { verifyAudit } from '../../src/store/audit/verify-audit.ts';
import { onEachDatabase } from './databases.ts';

/** How often each writer is killed; `SLATE_KILLS=50` for a long run. */
const KILLS = Number(process.env['SLATE_KILLS'] ?? 2);
const WRITERS = ['an', 'binh'] as const;
const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));
/** A long run takes its time; this only ends what hangs. */
const PATIENCE = 120_000 + KILLS * 20_000;

/** Lets a writer write until it has said so often that something is done and a moment more, then kills it. @returns what it said */
async function killedAfter(
  place: StorePlace,
  name: string,
  writes: number,
  moment: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [WRITER, JSON.stringify(place), name], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  let complaint = '';
  let killing: Promise<unknown> | undefined;
  child.stderr.on('data', (chunk) => (complaint += String(chunk)));
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
    if (said.split('\n').length > writes) killing ??= setTimeout(moment).then(() => child.kill('SIGKILL'));
  });
  const signal = await new Promise<unknown>((resolve) => child.on('close', (_code, by) => resolve(by)));
  expect([signal, complaint]).toEqual(['SIGKILL', '']);
  // What stands behind the last line end was not said to its end.
  return said.split('\n').slice(0, -1);
}

/** All that a store holds of a writer: subjects and hashes, as the writer says them. */
async function heldOf({ db }: Store, name: string): Promise<ReadonlySet<string>> {
  const documents = await listDocuments(db, OWN_BODY, { kind: 'pool', name });
  const drafts = await draftHistory(db, OWN_BODY, name);
  const rounds = await roundHistory(db, OWN_BODY, name);
  return new Set([
    ...documents.map(({ version, sha256 }) => `pool/${name}@${version} ${sha256}`),
    ...drafts.map(({ version, sha256 }) => `draft/${name}@${version} ${sha256}`),
    ...rounds.map((round) => `${roundSubject(round)} ${round.sha256}`),
  ]);
}

onEachDatabase(({ fresh }) => {
  test(
    `no write that was acknowledged is lost by ${KILLS} kills of each writer, and none is there in half`,
    async () => {
      const place = fresh();
      const random = new Random(18);
      const acknowledged = new Map<string, string[]>(WRITERS.map((name) => [name, []]));
      await Promise.all(
        WRITERS.map(async (name) => {
          for (let left = KILLS; left > 0; left -= 1) {
            const said = await killedAfter(place, name, random.whole(1, 12), random.whole(0, 25));
            acknowledged.get(name)!.push(...said);
          }
        }),
      );
      const store = await openStore(place);
      try {
        for (const [name, said] of acknowledged) {
          const held = await heldOf(store, name);
          expect(said.length).toBeGreaterThanOrEqual(KILLS);
          expect(said.filter((each) => !held.has(each))).toEqual([]);
          // Of what was cut off before it was acknowledged there may be more, whole.
          for (const { version } of await draftHistory(store.db, OWN_BODY, name))
            expect((await readDraft(store.db, OWN_BODY, name, version)).kind).toBe('there');
          expect((await readRounds(store.db, OWN_BODY, name)).map(({ kind }) => kind)).toEqual(['there']);
        }
        expect((await verifyAudit(store.db)).faults).toEqual([]);
      } finally {
        await store.close();
      }
    },
    PATIENCE,
  );
});
