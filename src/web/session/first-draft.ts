import { draftNamedIn, sharedIn } from '../address/address.ts';
import { POOLS, RULE_SETS } from '../api/questions.ts';
import { ask } from '../api/service.ts';
import type { Draft } from '../drafts/draft.ts';
import type { DraftStore, VersionedDraft } from '../drafts/store.ts';
import { BROWSER_MEMORY } from '../shared/browser-memory.ts';
import { historyOf } from '../state/history.ts';
import { newWork, type Work } from '../state/work.ts';
import { newId } from './new-id.ts';
import { LAST_DRAFT, newlyOpened } from './session.tsx';

/** The draft that the page opens with: the one of a link, else the one open last, else a new one. */
export async function firstDraft(store: DraftStore, hash: string): Promise<VersionedDraft> {
  const shared = sharedIn(hash);
  if (shared !== undefined) {
    const { pool, rules, units, ...decided } = shared;
    const work = newWork(
      { kind: 'shipped', name: pool },
      { kind: 'shipped', id: rules },
      units === undefined ? undefined : { kind: 'shipped', name: units },
    );
    return newlyOpened(newDraft({ ...work, ...decided }));
  }
  const linked = draftNamedIn(hash);
  const id = linked ?? BROWSER_MEMORY.get(LAST_DRAFT);
  const last = id === undefined ? undefined : await store.read(id).catch(() => undefined);
  return last !== undefined && last.draft.removed === undefined
    ? last
    : newlyOpened(newDraft(await suggestedWork()));
}

/** A new draft of this work. */
export function newDraft(work: Work, title = ''): Draft {
  return { id: newId(), title, changed: Date.now(), history: historyOf(work), marks: [] };
}

/** The case that the papers show; whoever comes first sees what they have read of. */
const REFERENCE = 'hai-duong';

/** The reference case; without it the first pool that takes no units, else the first of all, each under its own rules. */
export async function suggestedWork(): Promise<Work> {
  const [{ pools }, { ruleSets }] = await Promise.all([ask(POOLS, 'vi'), ask(RULE_SETS, 'vi')]);
  const pool =
    pools.find(({ name }) => name === REFERENCE) ??
    pools.find(({ units }) => units === undefined) ??
    pools[0];
  const isForPosts = pool?.units !== undefined;
  const rules =
    ruleSets.find(({ id }) => id === pool?.rules) ??
    ruleSets.find(({ titles }) => titles === isForPosts) ??
    ruleSets[0];
  return newWork(
    pool === undefined ? { kind: 'own', file: '', csv: 'id,name\n' } : { kind: 'shipped', name: pool.name },
    rules === undefined ? { kind: 'own', id: 'new', yaml: '' } : { kind: 'shipped', id: rules.id },
    isForPosts ? { kind: 'shipped', name: pool.name } : undefined,
  );
}
