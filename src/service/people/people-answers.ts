import { z } from 'zod';
import { ROLES } from '../../store/roles.ts';

/** The shapes of accounts and of signing in. Times are ISO 8601 in UTC. */

const roleSchema = z.enum(ROLES).describe('What somebody may do: each more than the one before.');
const bodySchema = z.string().describe('The board.');
/** Long enough for any sentence, and no work for the service before it is refused. */
const secret = (description: string): z.ZodString => z.string().min(1).max(1_000).describe(description);
const codeSchema = z
  .string()
  .min(1)
  .max(40)
  .describe('The six figures that the app shows, or a recovery code.');
const loginSchema = z.string().min(1).max(200).describe('An address of mail, or a short name.');
const newPasswordSchema = z.string().min(12).max(200).describe('The new password: at least 12 characters.');

/** Who asks, and how people get in. */
export const sessionSchema = z
  .object({
    people: z
      .enum(['one', 'keys', 'accounts'])
      .describe('Whom the service lets in: one person, holders of keys, or people with accounts besides.'),
    person: z
      .object({
        id: z.string().optional().describe('Of who has an account.'),
        login: loginSchema.optional(),
        name: z.string().optional(),
        role: roleSchema,
        body: bodySchema,
        boards: z
          .array(z.object({ body: bodySchema, role: roleSchema }))
          .describe('All boards that they are of; the session is for one of them at a time.'),
      })
      .optional()
      .describe('Who asks; absent: nobody is signed in.'),
    openId: z
      .object({ title: z.string() })
      .optional()
      .describe('What the issuer is called at which people may sign in (/api/v1/session/openid).'),
  })
  .meta({ id: 'Session', description: 'Who asks, and how people get in.' });

/** What somebody shows to sign in. */
export const signInSchema = z
  .strictObject({ login: loginSchema, password: secret('The password.'), code: codeSchema })
  .meta({ id: 'SignIn', description: 'What somebody knows, and a code of what they have.' });

/** The board for which a session goes on. */
export const turnSchema = z
  .strictObject({ body: bodySchema.max(200) })
  .meta({ id: 'OtherBoard', description: 'The board for which a session is to go on.' });

/** Another password. */
export const passwordChangeSchema = z
  .strictObject({ password: secret('The one until now.'), code: codeSchema, newPassword: newPasswordSchema })
  .meta({ id: 'PasswordChange', description: 'Another password; the second factor stays.' });

/** That something was done. */
export const doneSchema = z
  .object({ done: z.literal(true) })
  .meta({ id: 'Done', description: 'It is done.' });

/** How that is answered. */
export const DONE: z.input<typeof doneSchema> = { done: true };

/** The token of an invitation. */
export const invitationSchema = z
  .strictObject({ invitation: secret('What stands in the link after #/join/.') })
  .meta({ id: 'InvitationToken', description: 'An invitation that is to be opened.' });

/** An invitation that was opened. */
export const openedSchema = z
  .object({
    login: loginSchema,
    name: z.string(),
    body: bodySchema,
    ticket: z.string().describe('To be sent when the invitation is taken up.'),
    secret: z.string().describe('The second factor, to be typed into an app.'),
    uri: z.string().describe('The second factor, to be scanned by an app.'),
  })
  .meta({ id: 'OpenedInvitation', description: 'What an invited person needs before they set a password.' });

/** An invitation that is taken up. */
export const takenUpSchema = z
  .strictObject({
    invitation: secret('What stands in the link after #/join/.'),
    ticket: secret('Of the opened invitation.'),
    password: newPasswordSchema,
    code: codeSchema,
  })
  .meta({ id: 'TakenUpInvitation', description: 'How an invitation is taken up.' });

/** What somebody has who has joined. */
export const joinedSchema = z
  .object({
    session: sessionSchema,
    recoveryCodes: z
      .array(z.string())
      .describe('Each stands in for a lost telephone once. They are shown this once.'),
  })
  .meta({ id: 'Joined', description: 'Somebody has joined, and is signed in.' });

/** Somebody of a board. */
const personSchema = z
  .object({
    id: z.string().describe('In the audit and in versions they are person/ID.'),
    name: z.string(),
    role: roleSchema,
    login: loginSchema.optional().describe('For administrators.'),
    hasJoined: z.boolean().describe('Whether they have taken up an invitation.'),
    addedAt: z.string(),
  })
  .meta({ id: 'Person', description: 'Somebody of a board.' });

/** Everybody of a board. */
export const peopleSchema = z
  .object({ people: z.array(personSchema) })
  .meta({ id: 'PersonList', description: 'Everybody of a board.' });

/** Who is to be added. */
export const newPersonSchema = z
  .strictObject({
    login: loginSchema.regex(/^\S+$/),
    name: z.string().trim().min(1).max(200),
    role: roleSchema,
  })
  .meta({ id: 'NewPerson', description: 'Who is to be added to a board, and invited.' });

/** An invitation that was made. */
export const invitedSchema = z
  .object({
    person: z.string().describe('Their id.'),
    link: z.string().describe('To be given to that person, by a way that you trust: it is shown this once.'),
    endsAt: z.string(),
  })
  .meta({ id: 'Invited', description: 'An invitation: a link that works once, until it ends.' });

/** Another role. */
export const newRoleSchema = z
  .strictObject({ role: roleSchema })
  .meta({ id: 'NewRole', description: 'The role that somebody is to have.' });

/** What came of taking somebody out. */
export const removalSchema = z
  .object({
    came: z
      .enum(['removed', 'left'])
      .describe('removed: all that was held on them is gone; left: they are still of another board.'),
  })
  .meta({ id: 'Removal', description: 'Somebody is of the board no more.' });

const atBoard = z.object({ body: bodySchema });

/** Everything that is held on one person. */
export const heldSchema = z
  .object({
    id: z.string(),
    addedAt: z.string(),
    login: z.string().optional(),
    name: z.string().optional(),
    passwordSetAt: z.string().optional(),
    recoveryCodesLeft: z.int(),
    memberships: z.array(
      atBoard.extend({ role: z.string().nullable(), givenBy: z.string(), givenAt: z.string() }),
    ),
    invitations: z.array(
      atBoard.extend({ invitedBy: z.string(), invitedAt: z.string(), endsAt: z.string() }),
    ),
    identities: z.array(z.object({ issuer: z.string(), subject: z.string() })),
    sessions: z.array(atBoard.extend({ beganAt: z.string(), usedAt: z.string() })),
    deeds: z.array(
      atBoard.extend({ at: z.string(), who: z.string(), what: z.string(), subject: z.string() }),
    ),
  })
  .meta({
    id: 'HeldOnPerson',
    description: 'Everything that is held on one person but for what nobody can read: hashes.',
  });

/** The keys of a board. */
export const keysSchema = z
  .object({
    keys: z.array(
      z.object({
        id: z.string().describe('Not the key: that is shown once.'),
        name: z.string().describe('Whose it is.'),
        role: roleSchema,
        addedBy: z.string(),
        addedAt: z.string(),
        expiresAt: z.string().optional().describe('From then on it lets nobody in; absent: it has no end.'),
        withdrawnAt: z.string().optional(),
        state: z.enum(['valid', 'expired', 'withdrawn']).describe('Whether it lets somebody in now.'),
      }),
    ),
  })
  .meta({ id: 'KeyList', description: 'Every key that the board ever gave, the oldest first.' });

/** A key that is to be. */
export const newKeySchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200).describe('Whose it is.'),
    role: roleSchema,
    expiresAt: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('From then on it lets nobody in; absent: it has no end.'),
  })
  .meta({ id: 'NewKey', description: 'A key that is to be given.' });

/** A key that was made. */
export const givenKeySchema = z
  .object({
    id: z.string(),
    key: z.string().describe('To be sent as `Authorization: Bearer KEY`. It is shown this once.'),
  })
  .meta({ id: 'GivenKey', description: 'A key that was given.' });
