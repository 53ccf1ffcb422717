import type { ReactNode } from 'react';
import { useSession } from '../session/session.tsx';
import { CompareWorks } from './compare-works.tsx';
import { Decision } from './decision.tsx';
import { DraftList } from './draft-list.tsx';
import classes from './drafts-view.module.css';
import { RoundsPanel } from './rounds-panel.tsx';
import { StepList } from './step-list.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { DraftRow } from './draft-row.tsx';
import { useBrowserDrafts } from './use-drafts.ts';

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

/** Drafts from before the service had a store: opening one brings it there. */
function BrowserDrafts(): ReactNode {
  const { say } = useWording();
  const { drafts, open } = useBrowserDrafts();
  const present = drafts.filter(({ removed }) => removed === undefined);
  if (present.length === 0) return null;
  return (
    <Panel title={say('web.drafts')}>
      <p>{say('web.drafts-to-share')}</p>
      {present.map((each) => (
        <DraftRow key={each.id} draft={each} onOpen={() => void open(each)} />
      ))}
    </Panel>
  );
}
