import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Conflict } from '../drafts/merge-drafts.ts';
import { conflictKey as keyOf } from '../session/opened-draft.ts';
import { useSession } from '../session/session.tsx';
import { useTeller } from '../session/use-teller.ts';
import { nameOfPerson, ruleTitle, type Teller } from '../shared/action-words.ts';
import { conflictSides } from './conflict-sides.ts';
import classes from './conflicts.module.css';

/** What others decided otherwise meanwhile, with both sides; theirs stands until mine is taken. */
export function Conflicts(): ReactNode {
  const teller = useTeller();
  const { wording } = teller;
  const { say } = wording;
  const { conflicts, by, settle } = useSession();
  if (conflicts.length === 0) return null;
  return (
    <section className={classes.conflicts} role="alert" aria-label={say('web.others-decided')}>
      <h2>{by === undefined ? say('web.others-decided') : say('web.others-decided-by', { by })}</h2>
      {conflicts.map((conflict) => {
        const { mine, theirs } = conflictSides(conflict, wording);
        const subject = subjectOf(conflict, teller);
        return (
          <div key={keyOf(conflict)} role="group" aria-label={subject} className={classes.conflict}>
            <strong>{subject}</strong>
            <span>{say('web.conflict-theirs', { value: theirs })}</span>
            <span>{say('web.conflict-mine', { value: mine })}</span>
            <Group gap="xs">
              <Button size="compact-sm" variant="default" onClick={() => settle(conflict, false)}>
                {say('web.leave-theirs')}
              </Button>
              <Button size="compact-sm" onClick={() => settle(conflict, true)}>
                {say('web.take-mine')}
              </Button>
            </Group>
          </div>
        );
      })}
      <p>{say('web.conflict-hint', { mark: say('web.mine-before') })}</p>
    </section>
  );
}

/** What was decided. */
function subjectOf(conflict: Conflict, teller: Teller): string {
  const { say } = teller.wording;
  switch (conflict.of) {
    case 'pool':
      return say('web.pool');
    case 'rules':
      return say('web.rules');
    case 'units':
      return say('web.units');
    case 'size':
      return say('web.size');
    case 'title':
      return say('web.draft-title');
    case 'slate':
      return say('web.conflict-slate');
    case 'rule':
      return ruleTitle(conflict.id, teller);
    case 'person':
      return nameOfPerson(conflict.id, teller.people);
    case 'scenario':
      return say('web.conflict-scenario');
  }
}
