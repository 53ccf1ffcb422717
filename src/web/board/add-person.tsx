import { TextInput } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useSending } from '../account/use-sending.ts';
import { adding, type Invited, type Role } from '../api/people.ts';
import { useWording } from '../shared/language.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { LineForm } from './line-form.tsx';
import { RoleSelect } from './role-select.tsx';

/** Adds somebody to the board, and shows the link that invites them. */
export function AddPerson({ onAdded }: { readonly onAdded: () => void }): ReactNode {
  const { say } = useWording();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<Role>('drafter');
  const [invited, setInvited] = useState<Invited>();
  const sending = useSending(
    () => adding({ name: name.trim(), login: login.trim(), role }),
    (answer) => {
      setInvited(answer);
      setName('');
      setLogin('');
      onAdded();
    },
  );
  return (
    <LineForm
      sending={sending}
      icon={<UserPlus size={14} aria-hidden />}
      words={say('web.invite')}
      outcome={invited && <InvitationLink invited={invited} />}
    >
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
    </LineForm>
  );
}
