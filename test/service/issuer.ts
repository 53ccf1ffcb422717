import { createServer, type IncomingMessage, type Server } from 'node:http';

/** The secret that a service shows to the issuer. */
export const CLIENT_SECRET = 'a secret of the client, long enough';

/** An issuer of OpenID Connect that runs. */
export interface Issuer {
  readonly address: string;
  /** Groups of people; a test changes them. */
  readonly groups: Map<string, readonly string[]>;
  /** Begins to answer: until then it is as if it were away. */
  readonly open: (serviceAt: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A real provider of OpenID Connect on a port, of its own if none is said, which believes whoever types a name. */
export async function startIssuer(port = 0): Promise<Issuer> {
  const server = createServer();
  const hangUp = (request: IncomingMessage): void => void request.destroy();
  server.on('request', hangUp);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = addressOf(server);
  const groups = new Map<string, readonly string[]>();
  return {
    address,
    groups,
    open: async (serviceAt) => {
      const back = `${serviceAt}/api/v1/session/openid/callback`;
      server.off('request', hangUp).on('request', await provider(address, back, groups));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function addressOf(server: Server): string {
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  return `http://127.0.0.1:${at.port}`;
}

async function provider(at: string, redirect: string, groups: Issuer['groups']) {
  // The package has no types.
  const name: string = 'oidc-provider';
  const { Provider } = (await import(name)) as {
    Provider: new (issuer: string, options: object) => { callback: () => Parameters<Server['on']>[1] };
  };
  const made = new Provider(at, {
    clients: [
      {
        client_id: 'slate',
        client_secret: CLIENT_SECRET,
        redirect_uris: [redirect],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'groups'],
    features: { devInteractions: { enabled: true } },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `Lê Thị ${id}`, preferred_username: id, groups: groups.get(id) ?? [] }),
    }),
    cookies: { keys: ['a key of this test'] },
  });
  return made.callback();
}

/** A browser: follows redirections, keeps cookies by host. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #stopsAt: string | undefined;
  readonly seen: string[] = [];

  /** @param stopsAt how addresses begin that it does not visit, although it is sent there; absent: it goes everywhere */
  constructor(stopsAt?: string) {
    this.#stopsAt = stopsAt;
  }

  cookie(address: string, name: string): string | undefined {
    return this.#cookies.get(new URL(address).host)?.get(name);
  }

  set(address: string, name: string, value: string): void {
    const { host } = new URL(address);
    const kept = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, kept.set(name, value));
  }

  async visit(
    address: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ at: string; text: string }> {
    this.seen.push(address);
    if (this.#stopsAt !== undefined && address.startsWith(this.#stopsAt)) return { at: address, text: '' };
    const { host } = new URL(address);
    const cookie = [...(this.#cookies.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      ...(form !== undefined && { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.set(address, name, value);
    }
    const next = response.headers.get('location');
    if (next === null) return { at: address, text: await response.text() };
    return this.visit(new URL(next, address).href);
  }
}

/** Goes to a service that sends to an issuer, types a name there, and comes back. @returns where the browser ends */
export async function signInAtIssuer(
  { address }: Issuer,
  serviceAt: string,
  login: string,
  browser: Browser,
): Promise<string> {
  let { at, text } = await browser.visit(`${serviceAt}/api/v1/session/openid`);
  while (at.startsWith(address)) {
    const action = /<form[^>]*action="([^"]+)"/.exec(text)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`no form at ${at}: ${text}`);
    const form = prompt === 'login' ? { prompt, login, password: 'any' } : { prompt };
    ({ at, text } = await browser.visit(new URL(action, at).href, form));
  }
  return at;
}
