import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { changingPassword } from '../api/account.ts';
import { SIGNED_OUT } from '../api/service.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { CodeField } from './code-field.tsx';
import { NewPassword } from './new-password.tsx';
import { useSending } from './use-sending.ts';

/** Changes the password of whoever is signed in. */
export function PasswordDialog(properties: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { opened, onClose } = properties;
  const { say } = useWording();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('web.change-password')}
      closeButtonProps={{ 'aria-label': say('web.close') }}
    >
      <PasswordForm />
    </Modal>
  );
}

function PasswordForm(): ReactNode {
  const { say } = useWording();
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState<string>();
  const [code, setCode] = useState('');
  const { send, isSending, failure } = useSending(
    () => changingPassword({ password, code, newPassword: newPassword ?? '' }),
    () => dispatchEvent(new Event(SIGNED_OUT)),
  );
  return (
    <form onSubmit={send}>
      <Stack>
        <PasswordInput
          required
          withAsterisk={false}
          label={say('web.present-password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <NewPassword onChange={setNewPassword} />
        <CodeField
          label={say('web.code')}
          description={say('web.code-hint')}
          value={code}
          onChange={setCode}
        />
        <Text size="sm" c="dimmed">
          {say('web.password-ends-all')}
        </Text>
        {failure !== undefined && <Failure failure={failure} />}
        <Button type="submit" loading={isSending} disabled={newPassword === undefined}>
          {say('web.change-password')}
        </Button>
      </Stack>
    </form>
  );
}
