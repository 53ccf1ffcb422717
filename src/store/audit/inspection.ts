import { entriesOf } from '../audit.ts';
import type { Database } from '../database.ts';
import { draftHistory, type DraftVersion } from '../drafts/drafts.ts';
import type { AuditRow } from '../schema/tables.ts';
import { type AuditFault, verifyAudit } from './verify-audit.ts';

/** What an inspection of one draft finds: all versions, who did what, and whether the audit is whole. */
export interface Inspection {
  /** The oldest first. */
  readonly versions: readonly DraftVersion[];
  readonly entries: readonly AuditRow[];
  readonly whole: boolean;
  readonly faults: readonly AuditFault[];
  /** Entries of the whole audit, and the hash of the last. */
  readonly audited: number;
  readonly head: string;
}

/** Inspects a draft; `undefined` if there is none. */
export async function inspectDraft(db: Database, body: string, id: string): Promise<Inspection | undefined> {
  const versions = await draftHistory(db, body, id);
  if (versions.length === 0) return undefined;
  const entries = await entriesOf(db, body, { subject: `draft/${id}` });
  const { faults, entries: audited, head } = await verifyAudit(db);
  return { versions, entries, whole: faults.length === 0, faults, audited, head };
}
