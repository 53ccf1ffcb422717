import { z } from 'zod';
import type { Database } from '../../store/database.ts';
import { draftFormSchema } from '../../store/drafts/draft-form.ts';
import { NEXT_STATES } from '../../store/drafts/draft-states.ts';
import {
  draftHistory,
  type DraftVersion,
  listDrafts,
  readDraft,
  removeDraft,
  type Stepped,
  stepDraft,
  writeDraft,
} from '../../store/drafts/drafts.ts';
import { inspectDraft } from '../../store/audit/inspection.ts';
import { problem } from '../../words/problem.ts';
import { refuseUnless } from '../requests/caller.ts';
import { Refusal } from '../answers/problem-document.ts';
import {
  draftConflictSchema,
  draftsAnswerSchema,
  draftVersionSchema,
  keptDraftSchema,
  stepSchema,
} from './draft-answers.ts';
import { inspectionSchema, removedSchema } from './keeping-answers.ts';
import { DraftConflict } from './draft-conflict.ts';
import { keeping, type KeepingAnswer } from './keeping-route.ts';

const tag = 'Drafts';
const parameters = z.object({ id: z.string().regex(/^[\w-]{1,100}$/) });
const path = '/api/v1/drafts/{id}';

/** All drafts. */
export const draftsRoute = keeping({
  operation: 'listDrafts',
  role: 'reader',
  method: 'get',
  path: '/api/v1/drafts',
  tag,
  summary: 'List the drafts, each in its newest version',
  answer: draftsAnswerSchema,
  handle: async ({ store, actor }) => ({ answer: { drafts: [...(await listDrafts(store.db, actor.body))] } }),
});

/** One draft. */
export const draftRoute = keeping({
  operation: 'getDraft',
  role: 'reader',
  method: 'get',
  path,
  tag,
  summary: 'Read a draft; the entity tag is its version',
  parameters,
  answer: keptDraftSchema,
  handle: async ({ store, actor, parameters: { id } }) => {
    const answer = await there(store.db, actor.body, id);
    return { answer, version: answer.version.version };
  },
});

/** Writes a draft. */
export const writeDraftRoute = keeping({
  operation: 'putDraft',
  role: 'drafter',
  method: 'put',
  path,
  tag,
  summary: 'Write a draft on top of the version that was seen (If-Match), or a new one (If-None-Match: *)',
  parameters,
  body: draftFormSchema,
  example: { format: 'slate-draft-1', id: 'x', title: 'Committee 2025', texts: ['id,name\nA,An\nB,Bình\n'] },
  answer: draftVersionSchema,
  conditional: true,
  conflict: draftConflictSchema,
  byState: true,
  handle: async ({ store, actor, parameters: { id }, body: form, preconditions, changes }) => {
    const { seen } = preconditions;
    if (seen === undefined) throw Refusal.of('precondition-required', 'store.no-precondition', undefined);
    if (form.id !== id) {
      const place = { file: 'body', field: '/id' };
      throw Refusal.listing('bad-input', [problem('store.other-id', { id, found: form.id }, place)]);
    }
    const written = await writeDraft(store.db, actor, form, seen);
    return answered(written, { store, actor, id, seen, changes });
  },
});

/** Takes a draft from state to state. */
export const stepDraftRoute = keeping({
  operation: 'stepDraft',
  role: 'drafter',
  method: 'post',
  path: `${path}/state`,
  tag,
  summary: 'Submit, approve, withdraw or return a draft in the version that was seen (If-Match)',
  parameters,
  body: stepSchema,
  answer: draftVersionSchema,
  conditional: true,
  conflict: draftConflictSchema,
  byState: true,
  handle: async ({ store, actor, parameters: { id }, body: { to }, preconditions, changes }) => {
    const { seen } = preconditions;
    if (to === 'approved' || to === 'withdrawn') refuseUnless('approver', actor);
    if (seen === undefined) throw Refusal.of('precondition-required', 'store.no-precondition', undefined);
    const stepped = await stepDraft(store.db, actor, { id, seen, to });
    if (stepped.kind === 'refused') {
      const from = stepped.newest.state;
      throw Refusal.of('wrong-state', 'store.no-step', { from, to, allowed: NEXT_STATES[from] });
    }
    return answered(stepped, { store, actor, id, seen, changes });
  },
});

/** Removes what a draft holds. */
export const removeDraftRoute = keeping({
  operation: 'removeDraft',
  role: 'administrator',
  method: 'delete',
  path,
  tag,
  summary: 'Remove for good what a draft holds of people; that it was, and its hashes, stay',
  parameters,
  answer: removedSchema,
  handle: async ({ store, actor, parameters: { id } }) => {
    const found = await readDraft(store.db, actor.body, id);
    if (found.kind === 'unknown') throw Refusal.of('not-found', 'store.no-draft', { id });
    return { answer: { removed: await removeDraft(store.db, actor, id) } };
  },
});

/** All versions of a draft. */
export const draftVersionsRoute = keeping({
  operation: 'listDraftVersions',
  role: 'reader',
  method: 'get',
  path: `${path}/versions`,
  tag,
  summary: 'List all versions of a draft, the oldest first',
  parameters,
  answer: draftsAnswerSchema,
  handle: async ({ store, actor, parameters: { id } }) => {
    const versions = await draftHistory(store.db, actor.body, id);
    if (versions.length === 0) throw Refusal.of('not-found', 'store.no-draft', { id });
    return { answer: { drafts: [...versions] } };
  },
});

/** Everything that is known of a draft. */
export const inspectionRoute = keeping({
  operation: 'inspectDraft',
  role: 'reader',
  method: 'get',
  path: `${path}/inspection`,
  tag,
  summary: 'Report how a draft came about, and whether anything was tampered with',
  parameters,
  answer: inspectionSchema,
  handle: async ({ store, actor, parameters: { id } }) => {
    const found = await inspectDraft(store.db, actor.body, id);
    if (found === undefined) throw Refusal.of('not-found', 'store.no-draft', { id });
    const { versions, entries, faults, ...rest } = found;
    return { answer: { ...rest, versions: [...versions], entries: [...entries], faults: [...faults] } };
  },
});

/** What came of a write: the new version, or both sides where somebody else has written meanwhile. */
async function answered(
  written: Exclude<Stepped, { kind: 'refused' }>,
  {
    store,
    actor,
    id,
    seen,
    changes,
  }: {
    readonly store: { readonly db: Database };
    readonly actor: { readonly body: string };
    readonly id: string;
    readonly seen: number;
    readonly changes: { readonly tell: (body: string, id: string) => void };
  },
): Promise<KeepingAnswer<DraftVersion>> {
  switch (written.kind) {
    case 'written':
      changes.tell(actor.body, id);
      return { answer: written.draft, version: written.draft.version, ...(seen === 0 && { status: 201 }) };
    case 'unknown':
      throw Refusal.of('not-found', 'store.no-draft', { id });
    case 'removed':
      throw Refusal.of('gone', 'store.removed', { named: `draft/${id}`, at: written.at });
    case 'closed':
      throw Refusal.of('wrong-state', 'store.closed', { state: written.newest.state });
    case 'conflict': {
      const [theirs, base] = [
        await readDraft(store.db, actor.body, id),
        await readDraft(store.db, actor.body, id, seen),
      ];
      throw new DraftConflict(written.newest, theirs, base);
    }
  }
}

async function there(db: Database, body: string, id: string) {
  const found = await readDraft(db, body, id);
  if (found.kind === 'unknown') throw Refusal.of('not-found', 'store.no-draft', { id });
  if (found.kind === 'removed') {
    throw Refusal.of('gone', 'store.removed', { named: `draft/${id}`, at: found.at });
  }
  return { version: found.draft, draft: found.form };
}
