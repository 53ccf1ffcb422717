import type { ColumnType } from 'kysely';
import type {
  AttemptsRow,
  EndedInvitationRow,
  IdentityRow,
  InvitationRow,
  MembershipRow,
  PasswordRow,
  PersonRow,
  ProfileRow,
  RecoveryCodeRow,
  UsedCodeRow,
  SessionRow,
  TicketRow,
} from '../people/people-rows.ts';

/**
 * The tables as queries see them. Times are ISO 8601 in UTC and JSON is text, since SQLite has neither;
 * numbers are whole. What stands in a row is never changed, except where a column says so.
 */
export interface Tables {
  readonly bodies: BodyRow;
  readonly contents: ContentRow;
  readonly documents: DocumentRow;
  readonly drafts: DraftRow;
  readonly draft_versions: DraftVersionRow;
  readonly runs: RunRow;
  readonly consultations: ConsultationRow;
  readonly rounds: RoundRow;
  readonly keys: KeyRow;
  readonly withdrawn_keys: WithdrawnKeyRow;
  readonly key_terms: KeyTermRow;
  readonly people: PersonRow;
  readonly memberships: MembershipRow;
  readonly invitations: InvitationRow;
  readonly ended_invitations: EndedInvitationRow;
  readonly profiles: ProfileRow;
  readonly passwords: PasswordRow;
  readonly identities: IdentityRow;
  readonly recovery_codes: RecoveryCodeRow;
  readonly used_codes: UsedCodeRow;
  readonly sessions: SessionRow;
  readonly tickets: TicketRow;
  readonly attempts: AttemptsRow;
  readonly audit: AuditRow;
  readonly jobs: JobRow;
  readonly job_inputs: JobInputRow;
  readonly job_needs: JobNeedRow;
  readonly job_cells: JobCellRow;
  readonly job_chunks: JobChunkRow;
}

/** A board. */
interface BodyRow {
  readonly id: string;
  readonly title: string;
  readonly created_at: string;
}

/**
 * Bytes by their hash. Everything that may name a person stands here and nowhere else: what is removed for
 * good is these bytes, and whatever refers to them keeps its hash and its counts.
 */
interface ContentRow {
  readonly body: string;
  readonly sha256: string;
  /** Of the bytes as they were given; they are kept compressed (raw deflate). */
  readonly size: number;
  /** `null` once they were removed, until they are kept again: the changes that a trigger lets pass. */
  readonly bytes: ColumnType<Uint8Array | null, Uint8Array, Uint8Array | null>;
  readonly removed_at: ColumnType<string | null, null, string | null>;
}

/** One version of a pool, a table of units, a rule set, a scenario file or a mapping. */
export interface DocumentRow {
  readonly id: string;
  readonly body: string;
  readonly kind: string;
  readonly name: string;
  /** From 1. */
  readonly version: number;
  readonly content: string;
  /** Candidates, units or rules. */
  readonly entries: number;
  /** What was said of a table when it was read: JSON. */
  readonly reading: string | null;
  readonly delivered_by: string | null;
  readonly kept_by: string;
  readonly kept_at: string;
}

/** A draft: which version is the newest, and its state. */
interface DraftRow {
  readonly id: string;
  readonly body: string;
  readonly version: ColumnType<number, number, number>;
  readonly state: ColumnType<string, string, string>;
  readonly changed_at: ColumnType<string, string, string>;
}

/** One version of a draft: every one is kept. */
export interface DraftVersionRow {
  readonly draft: string;
  readonly version: number;
  readonly body: string;
  readonly title: string;
  readonly state: string;
  /** The draft without its texts, as JSON in `contents`. */
  readonly content: string;
  readonly written_by: string;
  readonly written_at: string;
}

/** A question that was asked, and what came of it. */
export interface RunRow {
  readonly id: string;
  readonly body: string;
  /** `propose`. */
  readonly question: string;
  /** The case with its options as JSON in `contents`, its tables and texts by hash. */
  readonly asked: string;
  /** The answer with its proof, as JSON in `contents`. */
  readonly answer: string;
  /** `optimal`, `infeasible`… where the answer has one. */
  readonly status: string | null;
  readonly solver: string | null;
  /** The version of Slate that answered. */
  readonly slate: string;
  readonly milliseconds: number;
  readonly asked_by: string;
  readonly answered_at: string;
}

/** A consultation: a procedure, and how many seats it is about. */
export interface ConsultationRow {
  readonly body: string;
  readonly name: string;
  readonly title: string;
  /** The procedure as JSON in `contents`. */
  readonly content: string;
  readonly seats: number;
  /** The units that the seats are in. */
  readonly units: number;
  readonly draft: string | null;
  readonly begun_by: string;
  readonly begun_at: string;
}

/** One version of a round of a consultation. */
export interface RoundRow {
  readonly body: string;
  readonly consultation: string;
  /** The place of its stage in the procedure, from 1. */
  readonly number: number;
  /** From 1. */
  readonly version: number;
  readonly stage: string;
  /** Who stood, the votes and what became of everybody, as JSON in `contents`. */
  readonly content: string;
  readonly carried: number;
  readonly fell_out: number;
  readonly tied: number;
  readonly written_by: string;
  readonly written_at: string;
}

/** An API key, by the hash of its secret. */
export interface KeyRow {
  readonly id: string;
  readonly body: string;
  /** Whose it is, as whoever added it calls them. */
  readonly name: string;
  readonly role: string;
  readonly secret_sha256: string;
  readonly added_by: string;
  readonly added_at: string;
}

/** Until when a key lets somebody in; a key without a row has no end. */
interface KeyTermRow {
  readonly id: string;
  readonly body: string;
  /** ISO 8601 in UTC. */
  readonly expires_at: string;
}

/** A key that lets nobody in any more. */
interface WithdrawnKeyRow {
  readonly id: string;
  readonly body: string;
  readonly withdrawn_by: string;
  readonly withdrawn_at: string;
}

/** One entry of the audit. */
export interface AuditRow {
  /** From 1, without a gap. */
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly body: string;
  /** `keep`, `write`, `submit`… */
  readonly what: string;
  /** `pool/hai-duong@2`, `draft/ID`, `run/ID`. */
  readonly subject: string;
  /** Hash of what it was about, before; `null` where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** The hash of the entry before. */
  readonly previous: string;
  readonly hash: string;
}

/** A question that is answered in the background, by whichever process takes it up. */
export interface JobRow {
  readonly id: string;
  readonly body: string;
  /** `sweeps`, `batches`. */
  readonly operation: string;
  /** What is asked, by its hash among the inputs; of a batch what was made of it, once that is there. */
  readonly asked: ColumnType<string, string, string>;
  /** Of the words of problems. */
  readonly language: string;
  readonly asked_by: string;
  readonly status: ColumnType<string, string, string>;
  readonly done: ColumnType<number, number, number>;
  readonly total: ColumnType<number, number, number>;
  /** 1 once somebody wants it to stop. */
  readonly stop_asked: ColumnType<number, number, number>;
  readonly created_at: string;
  readonly began_at: ColumnType<string | null, null, string>;
  readonly ended_at: ColumnType<string | null, null, string | null>;
  /** Seconds after its end at which it is forgotten; of the first ones that is not said. */
  readonly kept_seconds: ColumnType<number | null, number, never>;
  /** A hash of all that its parts are about, once that is known. */
  readonly ground: ColumnType<string | null, null, string | null>;
  /** The answer as JSON, compressed. */
  readonly result: ColumnType<Uint8Array | null, null, Uint8Array | null>;
  /** Why there is no answer: JSON. */
  readonly problem: ColumnType<string | null, null, string | null>;
}

/** Bytes that jobs are asked with, by their hash: they may name persons, and go when their last job goes. */
interface JobInputRow {
  readonly body: string;
  readonly sha256: string;
  /** Compressed. */
  readonly bytes: Uint8Array;
}

/** Which inputs a job is asked with. */
interface JobNeedRow {
  readonly job: string;
  readonly body: string;
  readonly sha256: string;
}

/** What came of one part of a job, written once. */
interface JobCellRow {
  readonly job: string;
  readonly cell: number;
  readonly body: string;
  /** The hash of all that it was made from; `''` where equal inputs need not come to the same. */
  readonly key: string;
  /** JSON. */
  readonly outcome: string;
}

/** A piece of work that waits or is being done, where the database has no queue of its own: on SQLite. */
export interface JobChunkRow {
  readonly id: string;
  readonly job: string;
  readonly first: number;
  readonly last: number;
  readonly priority: number;
  /** How often it was taken up. */
  readonly attempt: ColumnType<number, number, number>;
  /** Milliseconds since 1970 until which whoever took it up has it for himself. */
  readonly held_until: ColumnType<number, number, number>;
}
