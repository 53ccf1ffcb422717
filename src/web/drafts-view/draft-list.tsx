import { Button, Group } from '@mantine/core';
import { Download, FilePlus2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { listedDraft } from '../drafts/browser-store.ts';
import { draftIn } from '../drafts/draft.ts';
import type { ListedDraft } from '../drafts/store.ts';
import { newDraft, suggestedWork } from '../session/first-draft.ts';
import { newId } from '../session/new-id.ts';
import { useSession } from '../session/session.tsx';
import { FileDrop } from '../shared/file-drop.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { saveToFile } from './draft-file.ts';
import classes from './draft-list.module.css';
import { DraftRow } from './draft-row.tsx';
import { useDrafts } from './use-drafts.ts';
import { jsonIn } from '../../tables/text/json-text.ts';

/** The drafts of the board, or of this browser: open another, begin a new one, save to a file, open from a file. */
export function DraftList(): ReactNode {
  const { say } = useWording();
  const { draft, open, store } = useSession();
  const { drafts, open: openListed, toggle } = useDrafts();
  const [unreadable, setUnreadable] = useState(false);
  const fromFile = async (file: File): Promise<void> => {
    const read = draftIn(jsonIn(await file.text()));
    setUnreadable(read === undefined);
    if (read === undefined) return;
    // A copy of its own: the draft that the file was saved from stays as it is.
    const { removed: _removed, ...kept } = read;
    open({ ...kept, id: newId() });
  };
  const present = drafts.filter(({ removed }) => removed === undefined);
  const removed = drafts.filter((each) => each.removed !== undefined);
  const rowOf = (each: ListedDraft): ReactNode => (
    <DraftRow
      key={each.id}
      draft={each}
      onOpen={() => void openListed(each)}
      {...(toggle !== undefined && { onToggle: () => void toggle(each) })}
    />
  );
  return (
    <Panel title={say(store.isShared ? 'web.drafts-shared' : 'web.drafts')}>
      <DraftRow draft={listedDraft(draft)} />
      {present.map(rowOf)}
      <DraftButtons />
      <FileDrop
        accept=".json,application/json"
        label={say('web.open-file')}
        onFile={(file) => void fromFile(file)}
      />
      {unreadable && (
        <p role="alert" className={classes.unreadable}>
          {say('web.no-draft-file')}
        </p>
      )}
      {removed.length > 0 && (
        <details className={classes.removed}>
          <summary>{say('web.removed-drafts', { count: removed.length })}</summary>
          {removed.map(rowOf)}
        </details>
      )}
    </Panel>
  );
}

/** Begins a new draft, or saves the open one to a file. */
function DraftButtons(): ReactNode {
  const { say } = useWording();
  const { draft, open } = useSession();
  const begin = async (): Promise<void> => open(newDraft(await suggestedWork()));
  return (
    <Group gap="xs" mt="md">
      <Button
        variant="default"
        leftSection={<FilePlus2 size={16} aria-hidden />}
        onClick={() => void begin()}
      >
        {say('web.new-draft')}
      </Button>
      <Button
        variant="default"
        leftSection={<Download size={16} aria-hidden />}
        onClick={() => saveToFile(draft)}
      >
        {say('web.save-file')}
      </Button>
    </Group>
  );
}
