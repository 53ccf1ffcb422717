import { Alert, Button, Stack, Text, Group } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { renderSVG } from 'uqr';
import { type Joined, type Opened, opening, type Session, takingUp } from '../api/account.ts';
import { ask, Refused } from '../api/service.ts';
import { Failure } from '../shared/failure.tsx';
import { useLanguage, useWording } from '../shared/language.tsx';
import { CodeField } from './code-field.tsx';
import { Entrance } from './entrance.tsx';
import classes from './entrance.module.css';
import { NewPassword } from './new-password.tsx';
import { useSending } from './use-sending.ts';
import { saveText } from '../shared/save-file.ts';

/** Where an invited person sets a password and a second factor. */
export function JoinView(properties: {
  readonly invitation: string;
  /** Told who has joined; `undefined`: the invitation leads nowhere. */
  readonly onDone: (session: Session | undefined) => void;
}): ReactNode {
  const { invitation, onDone } = properties;
  const { say } = useWording();
  const language = useLanguage();
  const [opened, setOpened] = useState<Opened>();
  const [joined, setJoined] = useState<Joined>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    // Another language is no reason for another secret.
    if (opened === undefined && failure === undefined)
      ask(opening(invitation), language).then(setOpened, setFailure);
  }, [invitation, language, opened, failure]);
  if (joined !== undefined)
    return <RecoveryCodes codes={joined.recoveryCodes} onKept={() => onDone(joined.session)} />;
  if (opened !== undefined) return <Joining invitation={invitation} opened={opened} onJoined={setJoined} />;
  if (failure === undefined) return null;
  const isEnded = failure instanceof Refused;
  return (
    <Entrance title={say('web.join')}>
      <Stack>
        {isEnded ? (
          <Alert color="red" variant="light" title={say('web.no-invitation')} role="alert">
            {failure.message}
          </Alert>
        ) : (
          <Failure failure={failure} />
        )}
        <Button variant="default" onClick={() => onDone(undefined)}>
          {say('web.sign-in')}
        </Button>
      </Stack>
    </Entrance>
  );
}

function Joining(properties: {
  readonly invitation: string;
  readonly opened: Opened;
  readonly onJoined: (joined: Joined) => void;
}): ReactNode {
  const { invitation, opened, onJoined } = properties;
  const { ticket, secret, uri } = opened;
  const { say } = useWording();
  const [password, setPassword] = useState<string>();
  const [code, setCode] = useState('');
  const { send, isSending, failure } = useSending(
    () => takingUp({ invitation, ticket, password: password ?? '', code }),
    onJoined,
  );
  const picture = useMemo(() => `data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}`, [uri]);
  return (
    <Entrance title={say('web.join')}>
      <form onSubmit={send}>
        <Stack>
          <Text>{say('web.join-as', opened)}</Text>
          <NewPassword onChange={setPassword} />
          <div>
            <Text size="sm">{say('web.scan')}</Text>
            <img className={classes.picture} src={picture} alt={say('web.scan-picture')} />
            <p className={classes.secret} data-secret>
              {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
            </p>
          </div>
          <CodeField label={say('web.scan-code')} value={code} onChange={setCode} />
          {failure !== undefined && <Failure failure={failure} />}
          <Button type="submit" loading={isSending} disabled={password === undefined}>
            {say('web.join-now')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}

/** Shows the recovery codes, the only time that anybody sees them. */
function RecoveryCodes(properties: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}): ReactNode {
  const { codes, onKept } = properties;
  const { say } = useWording();
  return (
    <Entrance title={say('web.recovery-codes')}>
      <Stack>
        <Text>{say('web.recovery-hint')}</Text>
        <ul className={classes.codes} aria-label={say('web.recovery-codes')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group>
          <Button
            variant="default"
            onClick={() => saveText('slate-recovery-codes.txt', `${codes.join('\n')}\n`, 'text/plain')}
          >
            {say('web.save-codes')}
          </Button>
          <Button onClick={onKept}>{say('web.codes-kept')}</Button>
        </Group>
      </Stack>
    </Entrance>
  );
}
