import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSending } from '../account/use-sending.ts';
import { beginning, PROCEDURES } from '../api/consultations.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import classes from './rounds-panel.module.css';

/** Begins the rounds of consultation about the open draft, whose members stand in the first of them. */
export function BeginRounds({ onBegun }: { readonly onBegun: () => void }): ReactNode {
  const { say, text } = useWording();
  const { draft, work } = useSession();
  const procedures = useAnswer(PROCEDURES).answer?.procedures ?? [];
  const [procedure, setProcedure] = useState('');
  const [title, setTitle] = useState('');
  const [seats, setSeats] = useState<number>(Math.max(work.members.length, 1));
  const chosen = procedure === '' ? (procedures[0]?.id ?? '') : procedure;
  const { send, isSending, failure } = useSending(
    () =>
      beginning({
        name: `rounds-${Date.now().toString(36)}`,
        ...(title.trim() !== '' && { title: title.trim() }),
        procedure: { id: chosen },
        seats,
        draft: draft.id,
      }),
    onBegun,
  );
  return (
    <Panel title={say('web.begin-rounds')}>
      <form className={classes.entry} onSubmit={send}>
        <TextInput
          size="xs"
          label={say('web.rounds-title')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={say('web.procedure')}
          value={chosen}
          data={procedures.map((each) => ({ value: each.id, label: text(each.title) }))}
          onChange={(event) => setProcedure(event.currentTarget.value)}
        />
        <NumberInput
          size="xs"
          w={110}
          min={1}
          label={say('web.seats')}
          value={seats}
          onChange={(value) => typeof value === 'number' && setSeats(value)}
        />
        <Button type="submit" size="xs" loading={isSending} disabled={chosen === ''}>
          {say('web.begin')}
        </Button>
      </form>
      {failure !== undefined && <Failure failure={failure} />}
    </Panel>
  );
}
