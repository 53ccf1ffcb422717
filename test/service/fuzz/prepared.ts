import { Secret, TOTP } from 'otpauth';
import { openInvitation, takeUp } from '../../../src/store/people/joining.ts';
import { addPerson } from '../../../src/store/people/people.ts';
import type { Store } from '../../../src/store/store.ts';
import { Browser, type Issuer, signInAtIssuer } from '../issuer.ts';
import { KEEPER, keptThings, MARK, type Prepare, uniqueNames } from '../kept-things.ts';

/** What is needed to prepare requests that chance never makes up. */
export interface Preparing {
  readonly store: Store;
  readonly issuer: Issuer;
  /** Where the service is. */
  readonly address: string;
  /** A report of record, as the service writes it. */
  readonly report: () => Promise<string>;
  /** The id of a batch that is done. */
  readonly batch: () => Promise<string>;
}

const PASSWORD = 'correct horse battery';
/**
 * Requests that hold a secret, a whole report, or the name of something that must be there in a certain state:
 * chance alone never comes upon them. By `METHOD /path`; each call prepares a request of its own.
 */
export async function preparedRequests(preparing: Preparing): Promise<ReadonlyMap<string, Prepare>> {
  const { store, issuer, address } = preparing;
  const { db } = store;
  const unique = uniqueNames(8);
  const invited = async () => {
    const added = await addPerson(db, KEEPER, { login: unique(), name: MARK, role: 'administrator' });
    const opened = await openInvitation(db, added!.token);
    return { invitation: added!.token, ...opened! };
  };
  const joining = async () => {
    const { invitation, ticket, secret, login } = await invited();
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    return { login, taken: { invitation, ticket, password: PASSWORD, code } };
  };
  const joined = async () => {
    const { login, taken } = await joining();
    const came = await takeUp(db, taken);
    if (came.kind !== 'joined') throw new Error(`nobody has joined: ${came.kind}`);
    // Whoever guesses from the address of this test makes others wait, as is tested elsewhere.
    await db.deleteFrom('attempts').execute();
    return { login, token: came.token, code: came.recoveryCodes[0]! };
  };
  const sameSite = { origin: address };
  return new Map<string, Prepare>([
    ...(await keptThings(store, preparing.batch)),
    ['POST /api/v1/replay', async () => ({ body: { report: await preparing.report() } })],
    [
      'POST /api/v1/invitations/opened',
      async () => ({ headers: sameSite, body: { invitation: (await invited()).invitation } }),
    ],
    ['POST /api/v1/invitations/taken-up', async () => ({ headers: sameSite, body: (await joining()).taken })],
    [
      'POST /api/v1/session',
      async () => {
        const { login, code } = await joined();
        return { headers: sameSite, body: { login, password: PASSWORD, code } };
      },
    ],
    [
      'PUT /api/v1/password',
      async () => {
        const { token, code } = await joined();
        const body = { password: PASSWORD, code, newPassword: 'another long one' };
        return { headers: { ...sameSite, cookie: `slate=${token}` }, body };
      },
    ],
    [
      'GET /api/v1/session/openid/callback',
      async () => {
        const login = unique();
        issuer.groups.set(login, ['office']);
        const browser = new Browser(`${address}/api/v1/session/openid/callback`);
        const { searchParams } = new URL(await signInAtIssuer(issuer, address, login, browser));
        const cookie = `slate-openid=${browser.cookie(address, 'slate-openid') ?? ''}`;
        return { headers: { cookie }, query: Object.fromEntries(searchParams) };
      },
    ],
  ]);
}
