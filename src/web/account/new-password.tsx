import { PasswordInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWording } from '../shared/language.tsx';

/** Characters that a password has at least. */
const LEAST = 12;

/** A new password, typed twice; `undefined` is told while it cannot be taken. */
export function NewPassword(properties: {
  readonly onChange: (password: string | undefined) => void;
}): ReactNode {
  const { onChange } = properties;
  const { say } = useWording();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const isShort = password !== '' && password.length < LEAST;
  const differs = again !== '' && again !== password;
  const changed = (one: string, other: string): void => {
    setPassword(one);
    setAgain(other);
    onChange(one === other && one.length >= LEAST ? one : undefined);
  };
  const typed = { required: true, withAsterisk: false, autoComplete: 'new-password', maxLength: 200 };
  return (
    <>
      <PasswordInput
        {...typed}
        label={say('web.new-password')}
        description={say('web.password-hint')}
        value={password}
        error={isShort && say('web.password-short')}
        onChange={(event) => changed(event.currentTarget.value, again)}
      />
      <PasswordInput
        {...typed}
        label={say('web.password-again')}
        value={again}
        error={differs && say('web.passwords-differ')}
        onChange={(event) => changed(password, event.currentTarget.value)}
      />
    </>
  );
}
