import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Sending } from '../account/use-sending.ts';
import { Failure } from '../shared/failure.tsx';
import classes from './board-view.module.css';

/** A form on one line, and below it why it was refused or what came of it. */
export function LineForm(properties: {
  readonly sending: Sending;
  readonly icon: ReactNode;
  /** What its button does. */
  readonly words: string;
  /** What came of it, once there is something. */
  readonly outcome: ReactNode;
  /** The fields. */
  readonly children: ReactNode;
}): ReactNode {
  const { sending, icon, words, outcome, children } = properties;
  const { send, isSending, failure } = sending;
  return (
    <form onSubmit={send}>
      <div className={classes.line}>
        {children}
        <Button type="submit" size="xs" loading={isSending} leftSection={icon}>
          {words}
        </Button>
      </div>
      {failure !== undefined && <Failure failure={failure} />}
      {outcome}
    </form>
  );
}
