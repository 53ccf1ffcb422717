import { acting, type Actor, type Deeds, note } from '../audit.ts';
import { canonical, canonicalHash } from '../../records/canonical.ts';
import { type Content, contentOf, keepContent, removeContents } from '../documents/contents.ts';
import type { Database, Writing } from '../database.ts';
import { enveloped, storedJson } from '../documents/stored-json.ts';
import { type DraftForm, draftFormSchema } from './draft-form.ts';
import { heldByNoOther, referencesIn } from '../documents/references.ts';
import { deedOf, type DraftState, nextState } from './draft-states.ts';
import type { DraftVersionRow } from '../schema/tables.ts';

/** What is known of a version of a draft, without what it holds. */
export interface DraftVersion {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly state: DraftState;
  readonly sha256: string;
  readonly writtenBy: string;
  readonly writtenAt: string;
}

/** What came of writing a draft. */
export type Written =
  | { readonly kind: 'written'; readonly draft: DraftVersion }
  /** Somebody else wrote meanwhile; the newest version is theirs. */
  | { readonly kind: 'conflict'; readonly newest: DraftVersion }
  /** In its state it cannot be changed any more. */
  | { readonly kind: 'closed'; readonly newest: DraftVersion }
  /** What it held was removed for good; whoever still has it open does not bring it back. */
  | { readonly kind: 'removed'; readonly newest: DraftVersion; readonly at: string }
  | { readonly kind: 'unknown' };

/** The step that a state does not allow, and those that it does. */
export type Stepped = Written | { readonly kind: 'refused'; readonly newest: DraftVersion };

/** `draft/ID@3`. */
function subjectOf(id: string, version: number): string {
  return `draft/${id}@${version}`;
}

/**
 * Writes a draft as the version after the one that its writer has seen.
 *
 * @param seen 0: it is to be new
 */
export async function writeDraft(
  db: Database,
  actor: Actor,
  form: DraftForm,
  seen: number,
): Promise<Written> {
  return acting(db, actor, async (tx) => {
    const newest = await newestVersion(tx, actor.body, form.id);
    if (newest === undefined && seen > 0) return { kind: 'unknown' };
    if (newest !== undefined && newest.version !== seen)
      return { kind: 'conflict', newest: versionOf(newest) };
    if (newest !== undefined && newest.state !== 'draft')
      return { kind: 'closed', newest: versionOf(newest) };
    const before = newest && (await contentOf(tx, actor.body, newest.content));
    if (newest !== undefined && before?.kind === 'removed')
      return { kind: 'removed', newest: versionOf(newest), at: before.at };
    const { texts, ...rest } = form;
    const hashes: string[] = [];
    for (const text of texts) hashes.push(await keepContent(tx, actor, text));
    const content = await keepContent(tx, actor, canonical({ ...rest, texts: hashes }));
    if (newest !== undefined && newest.content === content)
      return { kind: 'written', draft: versionOf(newest) };
    const draft = await addVersion(tx, actor, newest, {
      id: form.id,
      title: form.title,
      content,
      state: 'draft',
      what: 'write',
    });
    return { kind: 'written', draft };
  });
}

/** Takes a draft from one state to another, if the table of states lets it. @param seen the version that was decided on */
export async function stepDraft(
  db: Database,
  actor: Actor,
  { id, seen, to }: { readonly id: string; readonly seen: number; readonly to: DraftState },
): Promise<Stepped> {
  return acting(db, actor, async (tx) => {
    const newest = await newestVersion(tx, actor.body, id);
    if (newest === undefined) return { kind: 'unknown' };
    if (newest.version !== seen) return { kind: 'conflict', newest: versionOf(newest) };
    const state = nextState(versionOf(newest).state, to);
    if (state === undefined) return { kind: 'refused', newest: versionOf(newest) };
    const { title, content } = newest;
    const draft = await addVersion(tx, actor, newest, { id, title, content, state, what: deedOf(state) });
    return { kind: 'written', draft };
  });
}

async function addVersion(
  tx: Writing,
  actor: Actor,
  before: DraftVersionRow | undefined,
  next: Pick<DraftVersionRow, 'title' | 'content'> & {
    readonly id: string;
    readonly state: DraftState;
    readonly what: Deeds;
  },
): Promise<DraftVersion> {
  const { body } = actor;
  const { id, title, content, state, what } = next;
  const at = new Date().toISOString();
  const version = (before?.version ?? 0) + 1;
  const newest = { version, state, changed_at: at };
  await tx
    .insertInto('drafts')
    .values({ id, body, ...newest })
    .onConflict((same) => same.columns(['body', 'id']).doUpdateSet(newest))
    .execute();
  const row: DraftVersionRow = {
    draft: id,
    version,
    body,
    title,
    state,
    content,
    written_by: actor.who,
    written_at: at,
  };
  await tx.insertInto('draft_versions').values(row).execute();
  await note(tx, actor, {
    what,
    subject: subjectOf(id, version),
    ...(before !== undefined && { before: canonicalHash(before) }),
    after: canonicalHash(row),
  });
  return versionOf(row);
}

async function newestVersion(
  tx: Database | Writing,
  body: string,
  id: string,
): Promise<DraftVersionRow | undefined> {
  return tx
    .selectFrom('draft_versions')
    .selectAll()
    .where('body', '=', body)
    .where('draft', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The newest version of a draft; `undefined` if there is none. */
export async function newestDraft(db: Database, body: string, id: string): Promise<DraftVersion | undefined> {
  const row = await newestVersion(db, body, id);
  return row === undefined ? undefined : versionOf(row);
}

/** All drafts of a body in their newest version, the one changed last first. */
export async function listDrafts(db: Database, body: string): Promise<readonly DraftVersion[]> {
  const rows = await db
    .selectFrom('drafts')
    .innerJoin('draft_versions', (join) =>
      join
        .onRef('draft_versions.body', '=', 'drafts.body')
        .onRef('draft_versions.draft', '=', 'drafts.id')
        .onRef('draft_versions.version', '=', 'drafts.version'),
    )
    .selectAll('draft_versions')
    .where('drafts.body', '=', body)
    .orderBy('drafts.changed_at', 'desc')
    .orderBy('drafts.id')
    .execute();
  return rows.map(versionOf);
}

/** All versions of a draft, the oldest first. */
export async function draftHistory(db: Database, body: string, id: string): Promise<readonly DraftVersion[]> {
  const rows = await db
    .selectFrom('draft_versions')
    .selectAll()
    .where('body', '=', body)
    .where('draft', '=', id)
    .orderBy('version')
    .execute();
  return rows.map(versionOf);
}

/** What is there of a draft. */
export type ReadDraft =
  | { readonly kind: 'there'; readonly draft: DraftVersion; readonly form: DraftForm }
  /** Its people were removed for good. */
  | { readonly kind: 'removed'; readonly draft: DraftVersion; readonly at: string }
  | { readonly kind: 'unknown' };

/** A draft with all that it holds. @param version absent: the newest */
export async function readDraft(
  db: Database,
  body: string,
  id: string,
  version?: number,
): Promise<ReadDraft> {
  const row =
    version === undefined
      ? await newestVersion(db, body, id)
      : await db
          .selectFrom('draft_versions')
          .selectAll()
          .where('body', '=', body)
          .where('draft', '=', id)
          .where('version', '=', version)
          .executeTakeFirst();
  if (row === undefined) return { kind: 'unknown' };
  const draft = versionOf(row);
  const kept = await contentOf(db, body, row.content);
  if (kept.kind !== 'there') return removed(draft, kept);
  const { texts: hashes, ...rest } = storedJson(FORM, kept.bytes, subjectOf(id, row.version));
  const texts: string[] = [];
  for (const hash of hashes) {
    const text = await contentOf(db, body, hash);
    if (text.kind !== 'there') return removed(draft, text);
    texts.push(text.bytes.toString('utf8'));
  }
  return { kind: 'there', draft, form: { ...rest, texts } };
}

function removed(draft: DraftVersion, content: Exclude<Content, { kind: 'there' }>): ReadDraft {
  if (content.kind === 'unknown') throw new Error(`draft ${draft.id} refers to bytes that are not there`);
  return { kind: 'removed', draft, at: content.at };
}

/**
 * Removes for good what all versions of a draft hold: its decisions on persons, and those of its texts that nobody
 * else has: another draft of the same table keeps it. That it was, who wrote it when, and its hashes stay.
 *
 * @returns whether anything was left to remove
 */
export async function removeDraft(db: Database, actor: Actor, id: string): Promise<boolean> {
  return acting(db, actor, async (tx) => {
    const references = await referencesIn(tx, actor.body);
    const own = heldByNoOther(references, (by) => by.startsWith(`draft/${id}@`));
    const removed = (await removeContents(tx, actor, own)).size > 0;
    if (removed) await note(tx, actor, { what: 'remove', subject: `draft/${id}` });
    return removed;
  });
}

/** A form as {@link writeDraft} keeps it: its texts are their hashes. */
const FORM = enveloped<DraftForm>(draftFormSchema);

function versionOf(row: DraftVersionRow): DraftVersion {
  return {
    id: row.draft,
    title: row.title,
    version: row.version,
    // Written by this file alone.
    state: row.state as DraftState,
    sha256: row.content,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  };
}
