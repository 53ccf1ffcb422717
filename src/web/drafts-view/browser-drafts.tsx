import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { DraftRow } from './draft-row.tsx';
import { useBrowserDrafts } from './use-drafts.ts';

/** Drafts from before the service had a store: opening one brings it there. */
export function BrowserDrafts(): ReactNode {
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
