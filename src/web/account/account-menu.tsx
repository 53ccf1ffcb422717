import { ActionIcon, Button, Popover, Stack, Text } from '@mantine/core';
import { CircleUserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { useWording } from '../shared/language.tsx';
import { useAccount } from './account.tsx';
import { PasswordDialog } from './password-dialog.tsx';

/** Who one is here, and the way out; nothing where a service is one person's, or lets in by keys. */
export function AccountMenu(): ReactNode {
  const { say } = useWording();
  const { session, signOut, turnTo } = useAccount();
  const [isOpen, setOpen] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const { person } = session;
  if (person?.id === undefined) return null;
  const { name, login, role, body, boards } = person;
  const others = boards.filter((each) => each.body !== body);
  const choice = (label: string, choose: () => void): ReactNode => (
    <Button
      key={label}
      variant="subtle"
      size="compact-md"
      justify="start"
      onClick={() => {
        setOpen(false);
        choose();
      }}
    >
      {label}
    </Button>
  );
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus withinPortal shadow="md">
        <Popover.Target>
          <ActionIcon
            aria-label={say('web.account')}
            title={say('web.account')}
            onClick={() => setOpen((before) => !before)}
          >
            <CircleUserRound size={18} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={say('web.account')}>
          <Stack gap={4}>
            <Text fw={620}>{name}</Text>
            <Text size="sm">{login}</Text>
            <Text size="sm">{say('web.board', { body })}</Text>
            <Text size="sm">{say('web.role', { role })}</Text>
            {others.map((each) => choice(say('web.other-board', each), () => turnTo(each.body)))}
            {role === 'administrator' && choice(say('web.people-of-board'), () => goTo('board'))}
            {choice(say('web.change-password'), () => setChanging(true))}
            {choice(say('web.sign-out'), () => signOut(false))}
            {choice(say('web.sign-out-everywhere'), () => signOut(true))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <PasswordDialog opened={isChanging} onClose={() => setChanging(false)} />
    </>
  );
}
