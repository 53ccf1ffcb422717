import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { type BoardKey, withdrawing } from '../api/people.ts';
import { ask } from '../api/service.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { useTimes } from '../shared/times.ts';
import { useAttempt } from '../shared/use-attempt.ts';
import classes from './board-view.module.css';
import { SureButton } from './sure-button.tsx';

/** A key: whose it is, what it may, how long, and the way to take it back. */
export function KeyRow(properties: { readonly listed: BoardKey; readonly onChange: () => void }): ReactNode {
  const { listed, onChange } = properties;
  const { id, name, role, addedAt, expiresAt, state } = listed;
  const { say, language } = useWording();
  const { moment } = useTimes();
  const { failure, attempt } = useAttempt();
  const withdraw = (): Promise<void> =>
    attempt(async () => {
      await ask(withdrawing(id), language);
      onChange();
    });
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
          <SureButton
            icon={<X size={14} aria-hidden />}
            label={say('web.withdraw-key', { name })}
            words={say('web.withdraw')}
            sure={say('web.withdraw-sure')}
            onSure={() => void withdraw()}
          />
        )}
      </div>
      {failure !== undefined && <Failure failure={failure} />}
    </li>
  );
}
