import { Button, TextInput } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useSending } from '../account/use-sending.ts';
import { adding, type Invited, type Role } from '../api/people.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import classes from './board-view.module.css';
import { InvitationLink } from './invitation-link.tsx';
import { RoleSelect } from './role-select.tsx';

/** Adds somebody to the board, and shows the link that invites them. */
export function AddPerson({ onAdded }: { readonly onAdded: () => void }): ReactNode {
  const { say } = useWording();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<Role>('drafter');
  const [invited, setInvited] = useState<Invited>();
  const { send, isSending, failure } = useSending(
    () => adding({ name: name.trim(), login: login.trim(), role }),
    (answer) => {
      setInvited(answer);
      setName('');
      setLogin('');
      onAdded();
    },
  );
  return (
    <form onSubmit={send}>
      <div className={classes.line}>
        <TextInput
          size="xs"
          required
          withAsterisk={false}
          label={say('web.person-name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          required
          withAsterisk={false}
          label={say('web.login')}
          autoComplete="off"
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <RoleSelect label={say('web.may')} hasLabel value={role} onChange={setRole} />
        <Button type="submit" size="xs" loading={isSending} leftSection={<UserPlus size={14} aria-hidden />}>
          {say('web.invite')}
        </Button>
      </div>
      {failure !== undefined && <Failure failure={failure} />}
      {invited !== undefined && <InvitationLink invited={invited} />}
    </form>
  );
}
