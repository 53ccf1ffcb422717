import { z } from 'zod';
import { type Role, suffices } from '../../store/roles.ts';
import type { Identified } from '../../store/people/identities.ts';
import { OpenedOnce } from '../opened-once.ts';
import { isLoopbackOnly } from '../requests/hosts.ts';
import { InputError, problem } from '../../words/problem.ts';
import type * as library from 'openid-client';

/** What a group at the issuer may do here. */
export interface Grant {
  readonly group: string;
  readonly body: string;
  readonly role: Role;
}

/** An issuer of OpenID Connect at which people sign in. */
export interface OpenIdSettings {
  /** `https://id.example/realms/board` */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: a public client, which PKCE alone protects. */
  readonly clientSecret?: string;
  /** What the page calls it. */
  readonly title: string;
  /** The claim that has the groups of somebody. */
  readonly groupsClaim: string;
  readonly grants: readonly Grant[];
}

/** What a browser keeps between going to the issuer and coming back. */
const goneSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
type Gone = z.infer<typeof goneSchema>;

/** What a cookie kept meanwhile; `undefined`: this browser did not go to the issuer, or somebody made it up. */
export function goneIn(cookie: string | undefined): Gone | undefined {
  try {
    return goneSchema.safeParse(JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

/** Seconds that the issuer may take for an answer. */
const PATIENCE = 10;

type Library = typeof library;

/**
 * Signing in at an issuer: the authorization code flow with PKCE, by openid-client, which is certified for it
 * and checks state, nonce, issuer and the signature of the ID token. It is loaded, and the issuer asked what
 * it can, by whoever looks first: a service starts while the issuer is away.
 */
export class OpenId {
  readonly #settings: OpenIdSettings;
  readonly #discovered = new OpenedOnce(() => this.#discover());

  constructor(settings: OpenIdSettings) {
    this.#settings = settings;
  }

  /** What the page calls the issuer. */
  get title(): string {
    return this.#settings.title;
  }

  /** Looks whether the issuer is there. @throws InputError which says why it is not */
  async look(): Promise<void> {
    try {
      await this.#discovered.open();
    } catch (error) {
      const { origin, pathname } = new URL(this.#settings.issuer);
      const issuer = `${origin}${pathname}`;
      throw new InputError([problem('people.issuer-away', { issuer, reason: reasonOf(error) })]);
    }
  }

  /** Where to send a browser, and what it is to keep until it comes back. */
  async go(redirect: string): Promise<{ readonly url: URL; readonly gone: Gone }> {
    const { using, client } = await this.#discovered.open();
    const gone = {
      state: using.randomState(),
      nonce: using.randomNonce(),
      verifier: using.randomPKCECodeVerifier(),
    };
    const url = using.buildAuthorizationUrl(client, {
      redirect_uri: redirect,
      scope: this.#scope(client),
      state: gone.state,
      nonce: gone.nonce,
      code_challenge: await using.calculatePKCECodeChallenge(gone.verifier),
      code_challenge_method: 'S256',
    });
    return { url, gone };
  }

  /** Who has come back. @throws whatever the library finds wrong with the answer of the issuer */
  async back(address: URL, { state, nonce, verifier }: Gone): Promise<Identified> {
    const { using, client } = await this.#discovered.open();
    const tokens = await using.authorizationCodeGrant(client, address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('no ID token');
    // Issuers put groups and names into the ID token, or only where they are asked for with the access token.
    const isWhole = claims[this.#settings.groupsClaim] !== undefined && claims['name'] !== undefined;
    const { userinfo_endpoint: more } = client.serverMetadata();
    const told =
      isWhole || more === undefined ? {} : await using.fetchUserInfo(client, tokens.access_token, claims.sub);
    return identifiedBy({ ...told, ...claims }, this.#settings);
  }

  /** The groups are a scope of their own at some issuers, and asked for where there is one. */
  #scope(client: InstanceType<Library['Configuration']>): string {
    const { scopes_supported: known = [] } = client.serverMetadata();
    const { groupsClaim } = this.#settings;
    return ['openid', 'profile', 'email', groupsClaim]
      .filter((scope) => scope === 'openid' || known.length === 0 || known.includes(scope))
      .filter((scope) => scope !== groupsClaim || known.includes(scope))
      .join(' ');
  }

  async #discover() {
    const using = await import('openid-client');
    const { issuer, clientId, clientSecret } = this.#settings;
    const url = new URL(issuer);
    // Without TLS an issuer is believed on this machine alone.
    const isPlain = url.protocol === 'http:' && (await isLoopbackOnly(url.hostname));
    const execute = isPlain ? [using.allowInsecureRequests] : [];
    const found = await using.discovery(url, clientId, undefined, using.None(), {
      execute,
      timeout: PATIENCE,
    });
    const server = found.serverMetadata();
    const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server;
    const proof =
      clientSecret === undefined
        ? using.None()
        : methods.includes('client_secret_basic')
          ? using.ClientSecretBasic(clientSecret)
          : using.ClientSecretPost(clientSecret);
    const client = new using.Configuration(server, clientId, {}, proof);
    client.timeout = PATIENCE;
    for (const each of execute) each(client);
    return { using, client };
  }
}

/** What the innermost cause that has a code is called: `ECONNREFUSED`, not that fetching failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
});

/** What the claims of somebody make of them: of several groups that have a role in a board the highest counts. */
export function identifiedBy(
  claims: Readonly<Record<string, unknown>>,
  { groupsClaim, grants }: Pick<OpenIdSettings, 'groupsClaim' | 'grants'>,
): Identified {
  const { iss, sub, name, email, preferred_username: username } = claimsSchema.parse(claims);
  const groups = z.union([z.string(), z.array(z.unknown())]).safeParse(claims[groupsClaim]).data ?? [];
  const mine = new Set<unknown>(typeof groups === 'string' ? [groups] : groups);
  const roles = new Map<string, Role | undefined>(grants.map(({ body }) => [body, undefined]));
  for (const { group, body, role } of grants) {
    const before = roles.get(body);
    if (mine.has(group) && (before === undefined || suffices(role, before))) roles.set(body, role);
  }
  const login = email ?? username ?? sub;
  return { issuer: iss, subject: sub, login, name: name ?? username ?? login, roles };
}
