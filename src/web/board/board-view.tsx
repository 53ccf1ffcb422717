import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { people } from '../api/people.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { AddPerson } from './add-person.tsx';
import classes from './board-view.module.css';
import { KeysOfBoard } from './keys-of-board.tsx';
import { PersonRow } from './person-row.tsx';

/** Who is of the board, what each may do, how others are let in, and keys for programs; administrators change it. */
export function BoardView(): ReactNode {
  const { say } = useWording();
  // Asked anew after every change.
  const [asked, setAsked] = useState(people);
  const { answer, failure } = useAnswer(asked);
  const look = (): void => setAsked(people());
  return (
    <div className={classes.view}>
      <Panel title={say('web.people-of-board')} flush>
        {failure !== undefined && <Failure failure={failure} />}
        <ul className={classes.people}>
          {(answer?.people ?? []).map((person) => (
            <PersonRow key={person.id} person={person} onChange={look} />
          ))}
        </ul>
      </Panel>
      <Panel title={say('web.add-person')}>
        <Text size="sm" c="dimmed">
          {say('web.add-person-hint')}
        </Text>
        <AddPerson onAdded={look} />
      </Panel>
      <KeysOfBoard />
    </div>
  );
}
