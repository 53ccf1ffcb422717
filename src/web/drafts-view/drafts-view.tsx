import type { ReactNode } from 'react';
import { DraftList } from './draft-list.tsx';
import classes from './drafts-view.module.css';
import { StepList } from './step-list.tsx';

/** The drafts of this browser, and what was done in the open one. */
export function DraftsView(): ReactNode {
  return (
    <div className={classes.view}>
      <DraftList />
      <StepList />
    </div>
  );
}
