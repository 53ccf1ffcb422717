import { ActionIcon, Tooltip } from '@mantine/core';
import { RotateCcw, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListedDraft } from '../drafts/store.ts';
import { useWording, type Wording } from '../shared/language.tsx';
import { useTimes } from '../shared/times.ts';
import classes from './draft-list.module.css';

/** One draft. Throwing one away keeps it among the removed ones, from which it comes back. */
export function DraftRow(properties: {
  readonly draft: ListedDraft;
  /** Absent for the draft that is open. */
  readonly onOpen?: () => void;
  readonly onToggle?: () => void;
}): ReactNode {
  const { draft, onOpen, onToggle } = properties;
  const wording = useWording();
  const { say } = wording;
  const { moment } = useTimes();
  const opened = onOpen === undefined;
  const title = draft.title === '' ? say('web.draft-untitled') : draft.title;
  const isRemoved = draft.removed !== undefined;
  const label = isRemoved ? say('web.restore-draft', { title }) : say('web.remove-draft', { title });
  return (
    <div className={classes.row} data-opened={opened}>
      <button type="button" disabled={opened || isRemoved} onClick={onOpen}>
        <strong>{title}</strong>
        <small>
          {opened ? say('web.draft-open') : moment(draft.changed)} · {inShort(draft, wording)}
        </small>
      </button>
      {onToggle !== undefined && (
        <Tooltip label={label}>
          <ActionIcon aria-label={label} onClick={onToggle}>
            {isRemoved ? <RotateCcw size={16} aria-hidden /> : <Trash2 size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

function inShort({ size, shared }: ListedDraft, { say }: Wording): string {
  if (size !== undefined) return say('web.draft-in-short', size);
  return shared === undefined ? '' : say('web.draft-shared', shared);
}
