import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { NEXT_STATES } from '../../store/drafts/draft-states.ts';
import { suffices } from '../../store/roles.ts';
import { useAccount } from '../account/account.tsx';
import type { DraftState } from '../drafts/store.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import classes from './decision.module.css';

/** What the roles may do with a draft: everybody who writes may submit and return it, the others decide. */
const NEEDED = {
  draft: 'drafter',
  submitted: 'drafter',
  approved: 'approver',
  withdrawn: 'approver',
} as const;

/** Where a shared draft stands on its way to a decision, and the steps that whoever looks may take. */
export function Decision(): ReactNode {
  const { say } = useWording();
  const { store, draft, state, kept, open } = useSession();
  const { person } = useAccount().session;
  const { failure, attempt } = useAttempt();
  const [hasChanged, setChanged] = useState(false);
  const [isSure, setSure] = useState<DraftState>();
  if (store.step === undefined) return null;
  const role = person?.role ?? 'reader';
  const steps = NEXT_STATES[state].filter((to) => suffices(role, NEEDED[to]));
  const take = async (to: DraftState): Promise<void> => {
    setSure(undefined);
    await attempt(async () => {
      const stepped = await store.step?.(draft, to);
      setChanged(stepped === undefined);
      if (stepped !== undefined) open(stepped);
    });
  };
  // Nobody takes back what was approved or withdrawn, so these are asked for twice.
  const press = (to: DraftState): void => {
    if (to === 'withdrawn' && isSure !== to) setSure(to);
    else void take(to);
  };
  return (
    <Panel title={say('web.way-of-draft')}>
      <p>{say(`web.state-${state}`)}</p>
      {steps.length > 0 && (
        <div className={classes.steps}>
          {steps.map((to) => (
            <Button
              key={to}
              size="xs"
              variant={to === 'approved' || (to === 'submitted' && state === 'draft') ? 'filled' : 'default'}
              disabled={state === 'draft' && !kept}
              onClick={() => press(to)}
              onBlur={() => setSure(undefined)}
            >
              {isSure === to ? say('web.step-sure') : say(`web.step-${to}`)}
            </Button>
          ))}
        </div>
      )}
      {hasChanged && <p role="alert">{say('web.changed-meanwhile')}</p>}
      {failure !== undefined && <Failure failure={failure} />}
    </Panel>
  );
}
