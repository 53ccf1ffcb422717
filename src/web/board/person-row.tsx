import { Button } from '@mantine/core';
import { LogOut, Mail } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { useAccount } from '../account/account.tsx';
import { type BoardPerson, givingRole, type Invited, invitingAgain, removing } from '../api/people.ts';
import { ask, type Asked } from '../api/service.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { useTimes } from '../shared/times.ts';
import { useAttempt } from '../shared/use-attempt.ts';
import classes from './board-view.module.css';
import { HeldOnPerson } from './held-on-person.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { RoleSelect } from './role-select.tsx';
import { SureButton } from './sure-button.tsx';

/** Somebody of the board: what they may do, a new invitation, the way out, and what is held on them. */
export function PersonRow(properties: {
  readonly person: BoardPerson;
  readonly onChange: () => void;
}): ReactNode {
  const { person, onChange } = properties;
  const { id, name, login, role, hasJoined, addedAt } = person;
  const { say, language } = useWording();
  const { moment } = useTimes();
  const { session } = useAccount();
  const { failure, attempt } = useAttempt();
  const [invited, setInvited] = useState<Invited>();
  const send = <Answer extends z.ZodType>(
    asked: Asked<Answer>,
    onDone: (answer: z.output<Answer>) => void,
  ): Promise<void> => attempt(async () => onDone(await ask(asked, language)));
  const isOwn = session.person?.id === id;
  return (
    <li className={classes.person} data-person={id}>
      <div className={classes.line}>
        <div className={classes.who}>
          <strong>{name}</strong>
          <small>
            {login} ·{' '}
            {hasJoined ? say('web.joined-on', { at: moment(Date.parse(addedAt)) }) : say('web.not-joined')}
          </small>
        </div>
        <RoleSelect
          label={say('web.may-named', { name })}
          value={role}
          onChange={(next) => void send(givingRole(id, next), onChange)}
        />
        {!isOwn && (
          <>
            <Button
              size="xs"
              variant="default"
              leftSection={<Mail size={14} aria-hidden />}
              onClick={() => void send(invitingAgain(id), setInvited)}
            >
              {say('web.invite-again')}
            </Button>
            <SureButton
              icon={<LogOut size={14} aria-hidden />}
              words={say('web.remove-person')}
              sure={say('web.remove-person-sure')}
              onSure={() => void send(removing(id), onChange)}
            />
          </>
        )}
      </div>
      {failure !== undefined && <Failure failure={failure} />}
      {invited !== undefined && <InvitationLink invited={invited} />}
      <HeldOnPerson id={id} />
    </li>
  );
}
