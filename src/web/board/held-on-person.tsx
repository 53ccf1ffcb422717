import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { heldOf } from '../api/people.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { saveText } from '../shared/save-file.ts';
import { useTimes } from '../shared/times.ts';
import classes from './board-view.module.css';

/** Sessions and invitations of somebody, and everything else that is held on them as a file; asked for once it is opened. */
export function HeldOnPerson({ id }: { readonly id: string }): ReactNode {
  const { say } = useWording();
  const { moment } = useTimes();
  const [isOpen, setOpen] = useState(false);
  const { answer: held, failure } = useAnswer(useMemo(() => (isOpen ? heldOf(id) : undefined), [isOpen, id]));
  const at = (time: string): string => moment(Date.parse(time));
  return (
    <details className={classes.held} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('web.held')}</summary>
      {failure !== undefined && <Failure failure={failure} />}
      {held !== undefined && (
        <>
          <ul>
            {held.sessions.length === 0 && <li>{say('web.no-sessions')}</li>}
            {held.sessions.map(({ beganAt, usedAt }) => (
              <li key={`${beganAt} ${usedAt}`}>
                {say('web.session-of', { began: at(beganAt), used: at(usedAt) })}
              </li>
            ))}
            {held.invitations.map(({ endsAt }) => (
              <li key={endsAt}>{say('web.invitation-open', { until: at(endsAt) })}</li>
            ))}
            <li>{say('web.deeds', { count: held.deeds.length })}</li>
          </ul>
          <Button
            size="xs"
            mt="xs"
            variant="default"
            leftSection={<Download size={14} aria-hidden />}
            onClick={() => saveText(`${id}.json`, JSON.stringify(held, undefined, 2))}
          >
            {say('web.save-held')}
          </Button>
        </>
      )}
    </details>
  );
}
