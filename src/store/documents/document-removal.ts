import { acting, type Actor, note } from '../audit.ts';
import type { Database, Writing } from '../database.ts';
import { carriersOf, removeContents } from './contents.ts';
import type { DocumentKind } from './document-kinds.ts';
import { documentSubject, type DocumentVersion } from './documents.ts';
import { heldByNoOther, referencesIn } from './references.ts';

/** Documents that are tables of people: their bytes are taken out so that nothing is left of whom they name. */
const OF_PEOPLE: ReadonlySet<DocumentKind> = new Set(['pool', 'units']);

/**
 * Removes for good what a version of a document holds, wherever the same bytes stand: in other versions, in drafts
 * and rounds (also in base64, as drafts have workbooks), in runs and jobs. Whoever takes a table out does so to take
 * its people out; so what was made of it goes, too: runs with what was asked and answered, and what the versions of
 * drafts held that cannot be read without it. Its hash, its counts and who delivered it stay, and that each of those
 * was, when, and with which result.
 *
 * @returns whether anything was left to remove
 */
export async function removeDocument(
  db: Database,
  actor: Actor,
  document: DocumentVersion,
): Promise<boolean> {
  return acting(db, actor, async (tx) => {
    const { sha256 } = document;
    const held = [sha256, ...(await carriersOf(tx, actor.body, sha256))];
    const made = OF_PEOPLE.has(document.kind) ? await madeOf(tx, actor.body, held) : NOTHING;
    const removed = await removeContents(tx, actor, [...held, ...made.contents]);
    if (removed.size === 0) return false;
    for (const subject of made.runs) await note(tx, actor, { what: 'remove', subject });
    await note(tx, actor, { what: 'remove', subject: documentSubject(document), before: sha256 });
    return true;
  });
}

/** What was made of some bytes. */
interface Made {
  /** What it holds and nobody else does, by hash. */
  readonly contents: readonly string[];
  /** `run/ID`, as the audit calls them. */
  readonly runs: readonly string[];
}

const NOTHING: Made = { contents: [], runs: [] };

/** What no longer can be read, or asked again, without these bytes. Rounds can: who stood and how they voted is theirs. */
async function madeOf(tx: Writing, body: string, hashes: readonly string[]): Promise<Made> {
  const references = await referencesIn(tx, body);
  const by = hashes.flatMap((sha256) => [...(references.get(sha256) ?? [])]);
  const made = new Set(by.filter((subject) => /^(?:run|draft)\//.test(subject)));
  return {
    contents: heldByNoOther(references, (subject) => made.has(subject)),
    runs: [...made].filter((subject) => subject.startsWith('run/')),
  };
}
