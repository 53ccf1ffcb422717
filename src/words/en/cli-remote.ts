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
    `${p.service} lets you in with the role ${p.role} in the board ${p.body}. The key is kept for this user alone; slate logout ${p.service} forgets it.`,
  'cli.needs-no-key': (p: { readonly service: string }) =>
    `${p.service} is one person’s and asks for no key; nothing is kept.`,
  'cli.logged-out': (p: { readonly service: string }) =>
    `The key for ${p.service} is forgotten here. It stays valid until it ends or somebody withdraws it (slate keys withdraw).`,
  'cli.not-logged-in': (p: { readonly service: string }) => `No key for ${p.service} was kept.`,
  'cli.whoami': (p: { readonly service: string; readonly role: string; readonly body: string }) =>
    `${p.service}: ${p.role} in the board ${p.body}`,
  'cli.whoami-one': (p: { readonly service: string }) =>
    `${p.service}: one person’s service, which asks for no key`,
  'cli.no-service-named': () =>
    'no service: name one (slate whoami https://slate.example), set SLATE_SERVICE, or log in (slate login URL)',
  'cli.no-service-address': (p: { readonly found: string }) =>
    `“${p.found}” is no address of a service; write https://slate.example, without name, password or anything after ?`,
  'cli.not-encrypted': (p: { readonly service: string }) =>
    `${p.service} is not encrypted, and a key would be read on the way; ask by https (http goes to this machine alone)`,
  'cli.no-key-given': () =>
    'no key: type it, give it on standard input, or in the variable SLATE_KEY; keys look like slate_…, and slate keys add or an administrator gives one',
  'cli.key-file-open': (p: { readonly file: string }) =>
    `others can read ${p.file}; the key in it is not used: chmod 600, or log in anew`,
  'cli.service-away': (p: { readonly service: string; readonly reason: string }) =>
    `${p.service} cannot be reached (${p.reason}); nothing was answered`,
  'cli.service-no-entry': (p: { readonly service: string; readonly withKey: boolean }) =>
    p.withKey
      ? `${p.service} lets nobody in with this key: it is wrong, has ended or was withdrawn; slate login ${p.service}`
      : `${p.service} lets in who has a key; slate login ${p.service}`,
  'cli.service-refuses': (p: { readonly detail: string }) => `the service refuses: ${p.detail}`,
  'cli.service-later': (p: { readonly detail: string; readonly seconds?: number }) =>
    `the service does not answer now: ${p.detail}${p.seconds === undefined ? '' : ` Ask again in ${p.seconds} s.`}`,
  'cli.service-elsewhere': (p: { readonly service: string; readonly to: string }) =>
    `${p.service} sends elsewhere (${p.to}); the key goes only where you say: name that address if you trust it`,
  'cli.service-unlike': (p: { readonly service: string }) =>
    `${p.service} does not answer as a service of this version of Slate; look at the address, and at the versions of both`,
  'cli.not-with-service': (p: { readonly option: string }) =>
    `${p.option} says what this machine has answered and does not go with --service`,
  'cli.job-stopped-there': () => 'somebody has cancelled the job at the service',
};
