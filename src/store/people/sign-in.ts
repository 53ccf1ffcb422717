import { acting, type Actor, note } from '../audit.ts';
import { type Database, writing, type Writing } from '../database.ts';
import { type AttemptsOf, forgetAttempt, markAttempt, takeAttempt } from './attempts.ts';
import { boardsOf } from './memberships.ts';
import { derive, keyOfPassword, seal, unseal } from './passwords.ts';
import { loginOf, whoIs } from './people.ts';
import { recoveryDigest, codeStep } from './second-factor.ts';
import { beginSession, endSession, endSessions } from './sessions.ts';

/** What somebody shows of themselves: what they know, and a code of what they have. */
export interface Shown {
  readonly login: string;
  readonly password: string;
  /** Six figures of the app, or one of the recovery codes. */
  readonly code: string;
}

/** Why somebody was not let in. Which of the three was wrong nobody learns. */
export type NotLetIn = { readonly kind: 'wrong' } | { readonly kind: 'wait'; readonly seconds: number };

/** What came of signing in. */
export type SignIn =
  | { readonly kind: 'signed-in'; readonly token: string; readonly person: string; readonly body: string }
  | NotLetIn;

/**
 * Signs somebody in for the board that they were first added to.
 *
 * @param address from where they ask: attempts are slowed for each account, and for each address
 */
export async function signIn(db: Database, shown: Shown, address: string): Promise<SignIn> {
  const found = await recognised(db, shown, address);
  if (found.kind !== 'recognised') return found;
  const { person, body } = found;
  return { kind: 'signed-in', token: await begun(db, person, body), person, body };
}

/** Begins a session of somebody who was recognised, in whatever way, and notes it. */
async function begun(db: Database, person: string, body: string): Promise<string> {
  const actor: Actor = { who: whoIs(person), body };
  return acting(db, actor, async (tx) => {
    await note(tx, actor, { what: 'sign-in', subject: `person/${person}` });
    return beginSession(tx, person, body);
  });
}

/**
 * Gives an account another password; the second factor stays. All sessions end, since whoever changes a
 * password may do so because somebody else has it.
 */
export async function changePassword(
  db: Database,
  { newPassword, ...shown }: Shown & { readonly newPassword: string },
  address: string,
): Promise<{ readonly kind: 'changed' } | NotLetIn> {
  const found = await recognised(db, shown, address);
  if (found.kind !== 'recognised') return found;
  const { person, body, secret } = found;
  const { hash, key } = await derive(newPassword);
  const actor: Actor = { who: whoIs(person), body };
  await acting(db, actor, async (tx) => {
    const sealed = { hash, sealed_totp: seal(secret, key, person), set_at: new Date().toISOString() };
    await tx.updateTable('passwords').set(sealed).where('person', '=', person).execute();
    await endSessions(tx, person);
    await note(tx, actor, { what: 'set-password', subject: `person/${person}` });
  });
  return { kind: 'changed' };
}

/** Ends the session of a token, or all that somebody has anywhere, and notes it. */
export async function signOut(
  db: Database,
  { person, body }: { readonly person: string; readonly body: string },
  which: { readonly token: string } | 'all',
): Promise<void> {
  const actor: Actor = { who: whoIs(person), body };
  await acting(db, actor, async (tx) => {
    await (which === 'all' ? endSessions(tx, person) : endSession(tx, which.token));
    await note(tx, actor, { what: 'sign-out', subject: `person/${person}` });
  });
}

interface Recognised {
  readonly kind: 'recognised';
  readonly person: string;
  readonly body: string;
  /** That of the second factor. */
  readonly secret: string;
}

async function recognised(
  db: Database,
  { login: typed, password, code }: Shown,
  address: string,
): Promise<Recognised | NotLetIn> {
  const login = loginOf(typed);
  const attempts: readonly AttemptsOf[] = [
    { kind: 'account', name: login },
    { kind: 'address', name: address },
  ];
  const seconds = await takeAttempt(db, attempts);
  if (seconds > 0) return { kind: 'wait', seconds };
  const row = await db
    .selectFrom('profiles')
    .innerJoin('passwords', 'passwords.person', 'profiles.person')
    .select(['profiles.person', 'hash', 'sealed_totp'])
    .where('login', '=', login)
    .executeTakeFirst();
  const key = await keyOfPassword(password, row?.hash);
  const shows =
    key && row ? { person: row.person, secret: unseal(row.sealed_totp, key, row.person) } : NOBODY;
  const isRight = await usesUp(db, { ...shows, code });
  const [board] = await boardsOf(db, row?.person ?? NOBODY.person);
  if (row === undefined || board === undefined) {
    await noteNothing(db, attempts);
    return { kind: 'wrong' };
  }
  if (!isRight) {
    await noteRefusal(db, row.person, board.body);
    return { kind: 'wrong' };
  }
  await forgetAttempt(db, attempts);
  return { kind: 'recognised', ...shows, body: board.body };
}

/**
 * Whose second factor is tried where the password is wrong, or nobody has such a login: of whoever is refused the same
 * is asked, so that the time until they are says neither which accounts there are nor what was wrong.
 */
const NOBODY = { person: 'nobody', secret: 'A'.repeat(32) };

/** Whether a code is right; it is right this once. */
async function usesUp(
  db: Database,
  { person, secret, code }: { readonly person: string; readonly secret: string; readonly code: string },
): Promise<boolean> {
  const step = await codeStep(secret, code);
  return writing(db, async (tx) =>
    step === undefined ? usesRecoveryCode(tx, person, code) : isUnused(tx, person, step),
  );
}

/** Codes that are remembered of somebody: far more than anybody uses while a clock is wrong. */
const REMEMBERED = 200;

/**
 * Notes that a code is used; `false` where it was before: who reads a code over a shoulder cannot use it again. That
 * steps only ever grew would say as much, until a clock that was ahead is put right: then it would let nobody in for
 * as long as it was ahead.
 */
async function isUnused(tx: Writing, person: string, step: number): Promise<boolean> {
  const known = await tx
    .selectFrom('passwords')
    .select('last_step')
    .where('person', '=', person)
    .executeTakeFirst();
  if (known === undefined) return false;
  const used = await tx
    .selectFrom('used_codes')
    .select(['step', 'nth'])
    .where('person', '=', person)
    .execute();
  // With what one joined, no code is noted but that step.
  if (step === known.last_step || used.some((each) => each.step === step)) return false;
  const nth = 1 + Math.max(0, ...used.map((each) => each.nth));
  await tx.insertInto('used_codes').values({ person, step, nth }).execute();
  await tx
    .deleteFrom('used_codes')
    .where('person', '=', person)
    .where('nth', '<=', nth - REMEMBERED)
    .execute();
  await tx.updateTable('passwords').set({ last_step: step }).where('person', '=', person).execute();
  return true;
}

async function usesRecoveryCode(tx: Writing, person: string, code: string): Promise<boolean> {
  const digest = recoveryDigest(code);
  if (digest === undefined) return false;
  const { numDeletedRows } = await tx
    .deleteFrom('recovery_codes')
    .where('person', '=', person)
    .where('code_sha256', '=', digest)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Attempts are slowed, so nobody fills the audit with them. */
async function noteRefusal(db: Database, person: string, body: string): Promise<void> {
  const actor: Actor = { who: whoIs(person), body };
  await acting(db, actor, (tx) => note(tx, actor, { what: 'refuse-sign-in', subject: `person/${person}` }));
}

/**
 * Does for a login of nobody what {@link noteRefusal} does for one of somebody, statement by statement: an entry of the
 * audit would need a board. The one write at the end waits for the disk as long as an entry does.
 */
async function noteNothing(db: Database, attempts: readonly AttemptsOf[]): Promise<void> {
  await writing(db, async (tx) => {
    await tx.selectFrom('bodies').select('id').where('id', '=', NOBODY.person).executeTakeFirst();
    await tx.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
    await markAttempt(tx, attempts);
  });
}
