import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Session, signingIn } from '../api/account.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { CodeField } from './code-field.tsx';
import { Entrance } from './entrance.tsx';
import { useSending } from './use-sending.ts';

/** Where people sign in. */
export function SignInView(properties: {
  /** The title of an issuer at which people can sign in as well. */
  readonly issuer: string | undefined;
  readonly onSignedIn: (session: Session) => void;
}): ReactNode {
  const { issuer } = properties;
  const { say } = useWording();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { send, isSending, failure } = useSending(
    () => signingIn({ login, password, code }),
    properties.onSignedIn,
  );
  const typed = { required: true, withAsterisk: false, maxLength: 200 };
  return (
    <Entrance title={say('web.sign-in')}>
      <form onSubmit={send}>
        <Stack>
          <Refusal />
          {issuer !== undefined && (
            <Button component="a" href="/api/v1/session/openid" variant="default">
              {say('web.sign-in-at', { issuer })}
            </Button>
          )}
          <TextInput
            {...typed}
            label={say('web.login')}
            name="login"
            autoComplete="username"
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <PasswordInput
            {...typed}
            label={say('web.password')}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <CodeField
            label={say('web.code')}
            description={say('web.code-hint')}
            value={code}
            onChange={setCode}
          />
          {failure !== undefined && <Failure failure={failure} />}
          <Button type="submit" loading={isSending}>
            {say('web.sign-in')}
          </Button>
          <Text size="sm" c="dimmed">
            {say('web.no-account')}
          </Text>
        </Stack>
      </form>
    </Entrance>
  );
}

/** Says why an issuer let nobody in. */
function Refusal(): ReactNode {
  const [refused] = useState(takenRefusal);
  const { say } = useWording();
  if (refused === undefined) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {say(refused)}
    </Alert>
  );
}

/** Why an issuer led back here without letting anybody in, as the address says it once. */
function takenRefusal(): 'web.no-role' | 'web.not-signed-in' | undefined {
  const found = /^#\/(no-role|not-signed-in)$/.exec(location.hash)?.[1];
  if (found === undefined) return undefined;
  history.replaceState(undefined, '', '#/start');
  return found === 'no-role' ? 'web.no-role' : 'web.not-signed-in';
}
