import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type BoardKey, withdrawing } from '../api/people.ts';
import { ask } from '../api/service.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { useTimes } from '../shared/times.ts';
import classes from './board-view.module.css';

/** A key: whose it is, what it may, how long, and the way to take it back. */
export function KeyRow(properties: { readonly listed: BoardKey; readonly onChange: () => void }): ReactNode {
  const { listed, onChange } = properties;
  const { id, name, role, addedAt, expiresAt, state } = listed;
  const { say, language } = useWording();
  const { moment } = useTimes();
  const [failure, setFailure] = useState<Error>();
  const [isSure, setSure] = useState(false);
  const withdraw = async (): Promise<void> => {
    try {
      await ask(withdrawing(id), language);
      onChange();
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const told = [
    say('web.role', { role }),
    say('web.key-given', { at: moment(Date.parse(addedAt)) }),
    ...(expiresAt === undefined ? [] : [say('web.key-ends', { until: moment(Date.parse(expiresAt)) })]),
    say('web.key-state', { state }),
  ];
  return (
    <li className={classes.person} data-key={id}>
      <div className={classes.line}>
        <div className={classes.who}>
          <strong>{name}</strong>
          <small>{told.join(' · ')}</small>
        </div>
        {state !== 'withdrawn' && (
          <Button
            size="xs"
            variant="default"
            color="red"
            aria-label={isSure ? say('web.withdraw-sure') : say('web.withdraw-key', { name })}
            leftSection={<X size={14} aria-hidden />}
            onClick={() => (isSure ? void withdraw() : setSure(true))}
            onBlur={() => setSure(false)}
          >
            {isSure ? say('web.withdraw-sure') : say('web.withdraw')}
          </Button>
        )}
      </div>
      {failure !== undefined && <Failure failure={failure} />}
    </li>
  );
}
