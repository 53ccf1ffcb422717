/** English sentences of `people`: accounts and signing in. */
export const peopleEn = {
  'people.not-signed-in': () =>
    'sign in first, on the page of the service; programs send a key as Authorization: Bearer KEY',
  'people.wrong-sign-in': () =>
    'name, password and code do not belong together; a code is taken once, so wait for the next one',
  'people.wait': (p: { readonly seconds: number }) =>
    `after several wrong attempts the next one is taken in ${p.seconds} ${p.seconds === 1 ? 'second' : 'seconds'}`,
  'people.no-accounts': () =>
    'this service has no accounts to sign in to; it is one person’s, or it lets in by keys alone',
  'people.issuer-away': (p: { readonly issuer: string; readonly reason: string }) =>
    `${p.issuer}: the issuer of OpenID Connect cannot be reached, so nobody can sign in there: ${p.reason}`,
  'people.no-openid': () => 'this service has no issuer of OpenID Connect; sign in with a password',
  'people.no-session': () => 'you came with a key, not with an account: there is no session and no password',
  'people.no-origin': () =>
    'the browser did not say that this comes from the page of the service itself; open that page',
  'people.no-board': (p: { readonly body: string }) => `you are not of a board “${p.body}”`,
  'people.invitation-ended': () =>
    'this invitation was taken up already, or its time is over; ask an administrator of your board for another',
  'people.wrong-code': () =>
    'this is not the code that the app shows now; enter the newest one, and look whether the clock of the telephone is right',
  'people.login-taken': (p: { readonly login: string }) =>
    `somebody signs in as “${p.login}” already; take another name`,
  'people.nobody': (p: { readonly id: string }) => `nobody of the board has the id “${p.id}”`,
  'people.not-yours': () =>
    'what is held on others only an administrator of the board may see; ask for what is held on yourself',
  'people.of-other-boards': () =>
    'they are of another board, too, whose account this would take over; whoever runs the service can invite them anew (slate people invite)',
  'people.last-administrator': () =>
    'they are the last administrator of the board; make somebody else one first',
  'people.key-ends-before': () => 'a key that is over already lets nobody in; say a time to come',
  'people.no-key': (p: { readonly id: string }) => `the board has no key “${p.id}” that could be withdrawn`,
};
