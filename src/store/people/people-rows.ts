import type { ColumnType } from 'kysely';

/** Somebody who has, or had, an account. The row stays and names nobody. */
export interface PersonRow {
  readonly id: string;
  /** The board that they were first added to. */
  readonly body: string;
  readonly added_by: string;
  readonly added_at: string;
}

/** What somebody may do in a board from some moment on; the highest version holds. */
export interface MembershipRow {
  readonly person: string;
  readonly body: string;
  /** From 1. */
  readonly version: number;
  /** `null`: they are of it no more. */
  readonly role: string | null;
  readonly given_by: string;
  readonly given_at: string;
}

/** That somebody may set a password, by the hash of what their link has. */
export interface InvitationRow {
  readonly id: string;
  readonly body: string;
  readonly person: string;
  readonly secret_sha256: string;
  readonly invited_by: string;
  readonly invited_at: string;
  readonly ends_at: string;
}

/** An invitation that was taken up, or that another took the place of. */
export interface EndedInvitationRow {
  readonly id: string;
  readonly body: string;
  readonly ended_by: string;
  readonly ended_at: string;
}

/** Who a person is. It is removed with them. */
export interface ProfileRow {
  readonly person: string;
  readonly login: string;
  readonly name: ColumnType<string, string, string>;
}

/** Somebody as an issuer of OpenID Connect knows them. */
export interface IdentityRow {
  readonly issuer: string;
  readonly subject: string;
  readonly person: string;
}

/** A password by its hash, and the second factor that it seals. */
export interface PasswordRow {
  readonly person: string;
  readonly hash: ColumnType<string, string, string>;
  readonly sealed_totp: ColumnType<string, string, string>;
  /** The time step of the last code that was used. */
  readonly last_step: ColumnType<number, number, number>;
  readonly set_at: ColumnType<string, string, string>;
}

/** A code of a second factor that was used, by its time step. */
export interface UsedCodeRow {
  readonly person: string;
  readonly step: number;
  /** Counts the codes that somebody used, whatever the clock showed. */
  readonly nth: number;
}

/** A code that stands in for the second factor once, by its hash. */
export interface RecoveryCodeRow {
  readonly code_sha256: string;
  readonly person: string;
}

/** Somebody who is signed in, by the hash of what their browser shows. */
export interface SessionRow {
  readonly token_sha256: string;
  readonly person: string;
  readonly body: ColumnType<string, string, string>;
  readonly began_at: string;
  readonly used_at: ColumnType<string, string, string>;
}

/** Something that was begun and waits for its next step. */
export interface TicketRow {
  readonly token_sha256: string;
  readonly purpose: string;
  readonly content: string;
  readonly ends_at: string;
}

/** Attempts at signing in that failed, of an account or an address, by its hash. */
export interface AttemptsRow {
  readonly subject_sha256: string;
  readonly failures: ColumnType<number, number, number>;
  readonly last_at: ColumnType<string, string, string>;
}
