import { Text, TextInput } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useSending } from '../account/use-sending.ts';
import { type GivenKey, givingKey, keys, type Role } from '../api/people.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import classes from './board-view.module.css';
import { KeyRow } from './key-row.tsx';
import { LineForm } from './line-form.tsx';
import { RoleSelect } from './role-select.tsx';
import { ShownOnce } from './shown-once.tsx';

/** The keys by which programs ask for the board: which there are, a new one, and taking one back. */
export function KeysOfBoard(): ReactNode {
  const { say } = useWording();
  // Asked anew after every change.
  const [asked, setAsked] = useState(keys);
  const { answer, failure } = useAnswer(asked);
  const look = (): void => setAsked(keys());
  const known = answer?.keys ?? [];
  return (
    <Panel title={say('web.keys-of-board')}>
      <Text size="sm" c="dimmed">
        {say('web.keys-hint')}
      </Text>
      {failure !== undefined && <Failure failure={failure} />}
      {answer !== undefined && known.length === 0 && <Text size="sm">{say('web.no-keys')}</Text>}
      <ul className={classes.people}>
        {known.map((key) => (
          <KeyRow key={key.id} listed={key} onChange={look} />
        ))}
      </ul>
      <GiveKey onGiven={look} />
    </Panel>
  );
}

function GiveKey({ onGiven }: { readonly onGiven: () => void }): ReactNode {
  const { say } = useWording();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('reader');
  const [lastDay, setLastDay] = useState('');
  const [given, setGiven] = useState<GivenKey>();
  const sending = useSending(
    () => givingKey({ name: name.trim(), role, ...(lastDay !== '' && { expiresAt: endOf(lastDay) }) }),
    (answer) => {
      setGiven(answer);
      setName('');
      onGiven();
    },
  );
  return (
    <LineForm
      sending={sending}
      icon={<KeyRound size={14} aria-hidden />}
      words={say('web.give-key')}
      outcome={given && <ShownOnce hint={say('web.key-once')} label={say('web.key')} value={given.key} />}
    >
      <TextInput
        size="xs"
        required
        withAsterisk={false}
        label={say('web.key-name')}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RoleSelect label={say('web.key-may')} hasLabel value={role} onChange={setRole} />
      <TextInput
        size="xs"
        type="date"
        label={say('web.key-until')}
        value={lastDay}
        onChange={(event) => setLastDay(event.currentTarget.value)}
      />
    </LineForm>
  );
}

/** The last moment of a day where the page is read. */
function endOf(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString();
}
