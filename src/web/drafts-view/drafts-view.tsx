import type { ReactNode } from 'react';
import { useSession } from '../session/session.tsx';
import { BrowserDrafts } from './browser-drafts.tsx';
import { CompareWorks } from './compare-works.tsx';
import { Decision } from './decision.tsx';
import { DraftList } from './draft-list.tsx';
import classes from './drafts-view.module.css';
import { RoundsPanel } from './rounds-panel.tsx';
import { StepList } from './step-list.tsx';

/** All drafts, what was done in the open one, and the rounds of consultation that it goes through. */
export function DraftsView(): ReactNode {
  const { store } = useSession();
  return (
    <div className={classes.view}>
      <div className={classes.wide}>
        <DraftList />
        {store.isShared && <BrowserDrafts />}
      </div>
      <div className={classes.wide}>
        {store.isShared && <Decision />}
        <StepList />
        <CompareWorks />
        {store.isShared && <RoundsPanel />}
      </div>
    </div>
  );
}
