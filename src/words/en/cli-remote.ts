/** What keeps a service from being reached. */
type Away =
  | 'refused'
  | 'host'
  | 'silent'
  | 'certificate'
  | 'encryption'
  | 'port'
  | 'broken'
  | 'gateway'
  | 'other';

/** With a full stop, where what another program said has none. */
function sentence(said: string): string {
  return /[.!?…]$/.test(said) ? said : `${said}.`;
}

/** English sentences of `cli` about a service that is asked over the network. */
export const cliRemoteEn = {
  'cli.login-summary': () => 'keep a key of a service for this user, and ask it with --service',
  'cli.logout-summary': () => 'forget the key of a service',
  'cli.whoami-summary': () => 'in which role and for which board a service lets this user in',
  'cli.service-argument': () => 'the address of a service: https://slate.example',
  'cli.service-option': () =>
    'have the service at this address answer instead of this machine (default: SLATE_SERVICE; its key: slate login, or SLATE_KEY)',
  'cli.key-prompt': (p: { readonly service: string }) => `Key for ${p.service} (it is not shown): `,
  'cli.logged-in': (p: { readonly service: string; readonly role: string; readonly body: string }) =>
    `${p.service} lets you in with the role ${p.role} in the board “${p.body}”. The key is kept for this user alone; slate logout ${p.service} forgets it.`,
  'cli.needs-no-key': (p: { readonly service: string }) =>
    `${p.service} is one person’s and asks for no key; nothing is kept.`,
  'cli.logged-out': (p: { readonly service: string }) =>
    `The key for ${p.service} is forgotten here. It stays valid until it ends or somebody withdraws it (slate keys withdraw).`,
  'cli.not-logged-in': (p: { readonly service: string }) => `No key for ${p.service} was kept.`,
  'cli.whoami': (p: { readonly service: string; readonly role: string; readonly body: string }) =>
    `${p.service}: ${p.role} in the board “${p.body}”`,
  'cli.whoami-one': (p: { readonly service: string }) =>
    `${p.service}: one person’s service, which asks for no key`,
  'cli.no-service-named': () =>
    'no service: name one (slate whoami https://slate.example), set SLATE_SERVICE, or log in (slate login URL)',
  'cli.no-service-address': (p: { readonly found: string; readonly meant?: string }) =>
    p.meant !== undefined
      ? `“${p.found}” lacks http:// or https:// before it; did you mean ${p.meant}?`
      : `“${p.found}” is no address of a service; write https://slate.example, without name, password or anything after ?`,
  'cli.not-encrypted': (p: { readonly service: string }) =>
    `${p.service} is not encrypted, and a key would be read on the way; ask by https (http goes to this machine alone)`,
  'cli.no-key-given': () =>
    'no key: type it, give it on standard input, or in the variable SLATE_KEY; keys look like slate_…, and slate keys add or an administrator gives one',
  'cli.key-file-open': (p: { readonly file: string }) =>
    `others can read ${p.file}; the key in it is not used: chmod 600, or log in anew`,
  'cli.service-away': (p: { readonly service: string; readonly reason: Away; readonly said?: string }) => {
    const why = {
      refused:
        'nothing listens there (connection refused): see that the service runs, and that the port is right',
      host: 'no machine of this name is found: look at the address, and at the network of this machine',
      silent: 'nothing answers there: look at the address, and at the network of this machine',
      certificate: `its certificate is not trusted here (${p.said}): ask whoever runs it`,
      encryption: `what answers there does not speak https (${p.said}): look at the address`,
      port: 'no service is asked at this port: look at the address',
      broken: 'the connection broke off',
      gateway: `what stands before it answers ${p.said}: ask again later, or ask whoever runs it`,
      other: `the connection failed (${p.said})`,
    }[p.reason];
    return `${p.service} cannot be reached, and nothing was answered; ${why}`;
  },
  'cli.service-no-entry': (p: {
    readonly service: string;
    readonly key: 'none' | 'typed' | 'kept' | 'environment';
  }) =>
    ({
      none: `${p.service} lets in only those who have a key: log in with slate login ${p.service}`,
      typed: `${p.service} lets nobody in with this key: it is not copied whole, has ended or was withdrawn, and is not kept; copy it once more, from slate_ to its end, or ask an administrator for a new one (slate keys add)`,
      kept: `${p.service} lets nobody in with this key, which is kept on this machine: it has ended or was withdrawn; ask an administrator for a new one (slate keys add), and keep it with slate login ${p.service}`,
      environment: `${p.service} lets nobody in with this key, which is that of the variable SLATE_KEY: it is not copied whole, has ended or was withdrawn; correct SLATE_KEY, or unset it and log in with slate login ${p.service}`,
    })[p.key],
  'cli.service-refuses': (p: { readonly detail: string }) => `the service refuses: ${p.detail}`,
  'cli.service-later': (p: { readonly detail: string; readonly seconds?: number }) =>
    `the service does not answer now: ${sentence(p.detail)}${p.seconds === undefined ? '' : ` Ask again in ${p.seconds} s.`}`,
  'cli.service-elsewhere': (p: { readonly service: string; readonly to: string }) =>
    `${p.service} sends elsewhere (${p.to}); the key goes only where you say: name that address if you trust it`,
  'cli.service-unlike': (p: { readonly service: string }) =>
    `${p.service} does not answer as a service of this version of Slate; look at the address, and at the versions of both`,
  'cli.not-with-service': (p: { readonly option: string; readonly named: 'option' | 'environment' }) =>
    p.named === 'option'
      ? `${p.option} says what this machine has answered and does not go with --service; leave one of them out`
      : `${p.option} says what this machine has answered, and the variable SLATE_SERVICE has a service answer; unset SLATE_SERVICE, or leave ${p.option} out`,
  'cli.job-stopped-there': () => 'somebody has cancelled the job at the service',
};
