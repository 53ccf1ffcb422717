import { z } from 'zod';
import { acting, type Actor, note } from '../audit.ts';
import type { Database } from '../database.ts';
import { digestOf } from '../secrets.ts';
import { endInvitations, invitationOf } from './invitations.ts';
import { derive, seal } from './passwords.ts';
import { profileOf, whoIs } from './people.ts';
import { newFactor, newRecoveryCodes, codeStep } from './second-factor.ts';
import { beginSession, endSessions } from './sessions.ts';
import { giveTicket, takeTicket, ticketOf } from './tickets.ts';

/** What an invited person needs to know before they set a password. */
export interface Opened {
  readonly login: string;
  readonly name: string;
  readonly body: string;
  /** Shown when the invitation is taken up. */
  readonly ticket: string;
  /** The second factor, as text and as what is scanned. */
  readonly secret: string;
  readonly uri: string;
}

/** How an invitation is taken up. */
interface TakenUp {
  readonly invitation: string;
  readonly ticket: string;
  readonly password: string;
  /** A code of the second factor: it is set up. */
  readonly code: string;
}

/** What came of taking up an invitation. */
export type Joining =
  | {
      readonly kind: 'joined';
      readonly token: string;
      readonly person: string;
      readonly body: string;
      readonly recoveryCodes: readonly string[];
    }
  | { readonly kind: 'wrong-code' }
  /** There is no such invitation any more. */
  | { readonly kind: 'ended' };

/** Opens an invitation, as often as its holder likes until it is taken up; `undefined` where it has ended. */
export async function openInvitation(db: Database, token: string): Promise<Opened | undefined> {
  const invitation = await invitationOf(db, token);
  const profile = invitation && (await profileOf(db, invitation.person));
  if (invitation === undefined || profile === undefined) return undefined;
  const factor = await newFactor(profile.login);
  const { id } = invitation;
  const ticket = await giveTicket(db, 'factor', { invitation: id, secret: factor.secret });
  return { ...profile, body: invitation.body, ticket, ...factor };
}

const factorSchema = z.object({ invitation: z.string(), secret: z.string() });

/** Takes up an invitation: sets password and second factor, ends whatever was before, and signs in. */
export async function takeUp(
  db: Database,
  { invitation: token, ticket, password, code }: TakenUp,
): Promise<Joining> {
  const invitation = await invitationOf(db, token);
  const factor = factorSchema.safeParse(await ticketOf(db, 'factor', ticket)).data;
  if (invitation === undefined || factor?.invitation !== invitation.id) return { kind: 'ended' };
  const { person, body } = invitation;
  const step = await codeStep(factor.secret, code);
  if (step === undefined) return { kind: 'wrong-code' };
  const { hash, key } = await derive(password);
  const actor: Actor = { who: whoIs(person), body };
  return acting(db, actor, async (tx) => {
    // Somebody else may have been quicker with the same link.
    const isOpen = (await invitationOf(tx, token)) !== undefined && (await takeTicket(tx, ticket));
    if (!isOpen) return { kind: 'ended' };
    await endInvitations(tx, actor, person);
    const recoveryCodes = newRecoveryCodes();
    const kept = {
      person,
      hash,
      sealed_totp: seal(factor.secret, key, person),
      last_step: step,
      set_at: new Date().toISOString(),
    };
    for (const table of ['recovery_codes', 'used_codes', 'passwords'] as const)
      await tx.deleteFrom(table).where('person', '=', person).execute();
    await endSessions(tx, person);
    await tx.insertInto('passwords').values(kept).execute();
    await tx
      .insertInto('recovery_codes')
      .values(recoveryCodes.map((each) => ({ person, code_sha256: digestOf(each.replaceAll('-', '')) })))
      .execute();
    await note(tx, actor, { what: 'set-password', subject: `person/${person}` });
    return { kind: 'joined', token: await beginSession(tx, person, body), person, body, recoveryCodes };
  });
}
