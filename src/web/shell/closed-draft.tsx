import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { newId } from '../session/new-id.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import classes from './conflicts.module.css';

/** Says that a draft that was submitted, approved or withdrawn is not changed any more, and goes on in a copy. */
export function ClosedDraft(): ReactNode {
  const { say } = useWording();
  const { state, draft, open } = useSession();
  if (state === 'draft') return null;
  return (
    <section className={classes.conflicts} role="status">
      <h2>{say(`web.closed-${state}`)}</h2>
      <Button size="compact-sm" variant="default" onClick={() => open({ ...draft, id: newId() })}>
        {say('web.go-on-in-copy')}
      </Button>
    </section>
  );
}
