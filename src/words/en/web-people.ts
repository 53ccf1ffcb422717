/** English sentences of the page about signing in and accounts. */
export const webPeopleEn = {
  'web.sign-in': () => 'Sign in',
  'web.login': () => 'Name or address of mail',
  'web.password': () => 'Password',
  'web.code': () => 'Code',
  'web.code-hint': () => 'The six figures that your app shows, or a recovery code',
  'web.no-account': () =>
    'Accounts are made by invitation: ask an administrator of your board for a link. Whoever has lost password or telephone gets another one.',
  'web.sign-in-at': (p: { readonly issuer: string }) => `Sign in with ${p.issuer}`,
  'web.no-role': () =>
    'You were recognised, but none of your groups has a role here: ask an administrator of your board.',
  'web.not-signed-in': () =>
    'Signing in there did not come to its end: it took too long, was cancelled, or the other service is away. Try again.',
  'web.join': () => 'You are invited',
  'web.join-as': (p: { readonly name: string; readonly login: string; readonly body: string }) =>
    `${p.name} joins the board “${p.body}”, and signs in as ${p.login}.`,
  'web.new-password': () => 'New password',
  'web.password-hint': () =>
    'At least 12 characters: a sentence that you remember, or what a password manager makes',
  'web.password-again': () => 'The same once more',
  'web.passwords-differ': () => 'The two are not the same',
  'web.password-short': () => 'At least 12 characters are needed',
  'web.scan': () =>
    'Scan this with an app for codes on your telephone (Aegis, Google or Microsoft Authenticator), or type the letters into it:',
  'web.scan-picture': () => 'Square code with the letters below',
  'web.scan-code': () => 'Code that the app shows now',
  'web.join-now': () => 'Set the password and join',
  'web.recovery-codes': () => 'Recovery codes',
  'web.recovery-hint': () =>
    'Each of these stands in for your telephone once. They are shown only now: print them or write them down, and keep them apart from the password.',
  'web.save-codes': () => 'Save as a file',
  'web.codes-kept': () => 'I have kept them: go on',
  'web.no-invitation': () => 'This invitation cannot be taken up',
  'web.account': () => 'Account',
  'web.board': (p: { readonly body: string }) => `Board: ${p.body}`,
  'web.role': (p: { readonly role: 'reader' | 'drafter' | 'approver' | 'administrator' }): string =>
    ({
      reader: 'Reader: looks and asks',
      drafter: 'Drafter: writes drafts',
      approver: 'Approver: approves drafts',
      administrator: 'Administrator: says who may',
    })[p.role],
  'web.other-board': (p: { readonly body: string }) => `Go on for the board ${p.body}`,
  'web.change-password': () => 'Change the password',
  'web.present-password': () => 'Password until now',
  'web.password-ends-all': () => 'All sessions end, and you sign in anew.',
  'web.sign-out': () => 'Sign out',
  'web.sign-out-everywhere': () => 'Sign out everywhere',
};
