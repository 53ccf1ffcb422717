import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DraftChanges } from '../../src/service/keeping/draft-changes.ts';
import { writeDraft } from '../../src/store/drafts/drafts.ts';
import { openStore } from '../../src/store/store.ts';

const AN = { who: 'an', body: 'ward' };
const draft = (title: string) => ({ format: 'slate-draft-1', id: 'd', title, texts: [] });
const timers = (): number => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;

test('however many follow a draft, it is looked for by one timer, which goes with the last of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slate-followed-'));
  const { db, close } = await openStore({ folder });
  try {
    await writeDraft(db, AN, draft('One'), 0);
    const changes = new DraftChanges();
    const stop = new AbortController();
    const before = timers();
    const followers = Array.from({ length: 5 }, () =>
      changes.follow(db, 'ward', 'd', stop.signal)[Symbol.asyncIterator](),
    );
    const told = async () => Promise.all(followers.map(async (each) => (await each.next()).value?.version));
    expect(await told()).toEqual([1, 1, 1, 1, 1]);
    expect(timers() - before).toBe(1);
    const next = told();
    await writeDraft(db, AN, draft('Two'), 1);
    changes.tell('ward', 'd');
    expect(await next).toEqual([2, 2, 2, 2, 2]);
    const ended = told();
    stop.abort();
    await ended;
    expect(timers()).toBe(before);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
});
