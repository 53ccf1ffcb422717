/** English sentences of `cli` about people with accounts, and about keys. */
export const cliPeopleEn = {
  'cli.people-summary': () => 'who has an account of a service of this store, and may do what',
  'cli.people-invite': () =>
    'invite somebody, or once more who has lost password or telephone: prints a link that works once',
  'cli.people-role': () => 'give somebody a role, also in a further board',
  'cli.people-remove': () => 'take somebody out of a board; who is of no other is removed for good',
  'cli.people-show': () => 'everything that is held on somebody, as JSON',
  'cli.people-login': () => 'by what they sign in: an address of mail, or a short name',
  'cli.people-name': () => 'how they are called (default: their login)',
  'cli.people-address': () => 'where people reach the service, for the link (default: http://127.0.0.1:8080)',
  'cli.people-column': (p: {
    readonly column: 'login' | 'name' | 'role' | 'body' | 'id' | 'state';
  }): string =>
    ({ login: 'Signs in as', name: 'Name', role: 'Role', body: 'Board', id: 'Id', state: 'State' })[p.column],
  'cli.people-state': (p: { readonly joined: boolean }): string => (p.joined ? 'has joined' : 'invited'),
  'cli.no-people': () => 'There are no accounts yet: slate people invite LOGIN --role administrator.',
  'cli.people-invited': (p: { readonly login: string; readonly endsAt: string }) =>
    `Give this link to ${p.login} by a way that you trust: it is shown this once, works once, and ends on ${p.endsAt.slice(0, 10)}. The service must run with this store.`,
  'cli.people-given': (p: { readonly login: string; readonly body: string; readonly role: string }) =>
    `${p.login} now has the role ${p.role} in the board “${p.body}”.`,
  'cli.people-removed': (p: {
    readonly login: string;
    readonly body: string;
    readonly came: 'removed' | 'left';
  }) =>
    p.came === 'removed'
      ? `${p.login} is removed for good: name, password and sessions are gone; what they did stays under their id.`
      : `${p.login} is of the board “${p.body}” no more, and still of another.`,
  'cli.no-person': (p: { readonly login: string }) =>
    `nobody signs in as “${p.login}”; slate people lists everybody`,
  'cli.not-of-board': (p: { readonly login: string; readonly body: string }) =>
    `“${p.login}” is not of the board “${p.body}”; name another by --body`,
  'cli.no-address': (p: { readonly found: string }) =>
    `--address: “${p.found}” is no address of the web; write https://slate.example`,
  'cli.accounts-let-in': () =>
    'It lets in who has an account (slate people) or a key (slate keys); people sign in on the page.',
  'cli.keys-let-in': () => 'It lets in who has a key (slate keys); a browser asks for it as the password.',
  'cli.keys-column': (p: {
    readonly column: 'id' | 'name' | 'role' | 'body' | 'added' | 'expires' | 'state';
  }) =>
    ({
      id: 'Key',
      name: 'Whose',
      role: 'Role',
      body: 'Board',
      added: 'Added',
      expires: 'Until',
      state: 'State',
    })[p.column],
  'cli.keys-state': (p: { readonly state: 'valid' | 'expired' | 'withdrawn' }): string => p.state,
  'cli.keys-no-day': (p: { readonly found: string }) =>
    `--expires takes a day to come, as 2030-12-31, not “${p.found}”`,
  'cli.no-keys': () => 'There are no keys yet: slate keys add NAME --role reader.',
  'cli.keys-added': (p: { readonly id: string; readonly isElsewhere: boolean }) =>
    `Keep this key: it is shown this once. slate keys withdraw ${p.id}${p.isElsewhere ? ', with the same --data,' : ''} takes it back.`,
  'cli.keys-withdrawn': (p: { readonly id: string }) => `The key ${p.id} lets nobody in any more.`,
  'cli.no-key': (p: { readonly id: string }) =>
    `there is no valid key “${p.id}”; slate keys lists all of them`,
};
