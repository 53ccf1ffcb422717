import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { SIGNING_OUT, SIGNING_OUT_EVERYWHERE, type Session, turningTo, WHO } from '../api/account.ts';
import { ask, SIGNED_OUT, Unreachable } from '../api/service.ts';
import { Failure } from '../shared/failure.tsx';
import { useLanguage } from '../shared/language.tsx';
import { asError } from '../shared/use-attempt.ts';

// Most pages are one person's: who never signs in loads nothing of it.
const JoinView = lazy(async () => ({ default: (await import('./join-view.tsx')).JoinView }));
const SignInView = lazy(async () => ({ default: (await import('./sign-in-view.tsx')).SignInView }));

/** Who is at the page, and how they go. */
export interface Account {
  readonly session: Session;
  readonly signOut: (everywhere: boolean) => void;
  readonly turnTo: (body: string) => void;
}

const AccountContext = createContext<Account | undefined>(undefined);

/** Milliseconds after which a service that could not be reached is asked again. */
const RETRY = 2_000;

/** Shows what is inside to whoever the service knows, and the way to sign in to everybody else. */
export function AccountProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const language = useLanguage();
  const [invitation, setInvitation] = useState(takenInvitation);
  const [session, setSession] = useState<Session>();
  const [failure, setFailure] = useState<Error>();
  const look = useCallback(async () => {
    try {
      setSession(await ask(WHO, language));
      setFailure(undefined);
    } catch (error) {
      setFailure(asError(error));
    }
  }, [language]);
  useEffect(() => void look(), [look]);
  useEffect(() => {
    const lost = (): void => void look();
    addEventListener(SIGNED_OUT, lost);
    return () => removeEventListener(SIGNED_OUT, lost);
  }, [look]);
  useEffect(() => {
    if (!(failure instanceof Unreachable)) return undefined;
    const timer = setTimeout(() => void look(), RETRY);
    return () => clearTimeout(timer);
  }, [failure, look]);
  const signOut = useCallback(
    (everywhere: boolean) =>
      void ask(everywhere ? SIGNING_OUT_EVERYWHERE : SIGNING_OUT, language).then(look, look),
    [language, look],
  );
  const turnTo = useCallback(
    // What was looked up for one board is not there for another.
    (body: string) => void ask(turningTo(body), language).then(() => location.reload(), look),
    [language, look],
  );
  const account = useMemo(
    () => (session === undefined ? undefined : { session, signOut, turnTo }),
    [session, signOut, turnTo],
  );
  if (account === undefined) return failure === undefined ? null : <Failure failure={failure} />;
  if (invitation !== undefined && account.session.people === 'accounts') {
    const joined = (next: Session | undefined): void => {
      if (next !== undefined) setSession(next);
      setInvitation(undefined);
    };
    return (
      <Suspense fallback={null}>
        <JoinView invitation={invitation} onDone={joined} />
      </Suspense>
    );
  }
  if (account.session.person === undefined)
    return (
      <Suspense fallback={null}>
        <SignInView issuer={account.session.openId?.title} onSignedIn={setSession} />
      </Suspense>
    );
  return <AccountContext value={account}>{children}</AccountContext>;
}

/** The invitation of a link, which is taken out of the address: nobody is to find it in the history. */
function takenInvitation(): string | undefined {
  const [, invitation] = /^#\/join\/([\w.-]+)$/.exec(location.hash) ?? [];
  if (invitation !== undefined) history.replaceState(undefined, '', '#/start');
  return invitation;
}

/** Who is at the page. */
export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (account === undefined) throw new Error('nobody is signed in here');
  return account;
}
