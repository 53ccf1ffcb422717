import { ActionIcon, Tooltip } from '@mantine/core';
import { RotateCcw, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Draft } from '../drafts/draft.ts';
import { useSession } from '../session/session.tsx';
import { useTimes } from '../shared/times.ts';
import { useWording } from '../shared/language.tsx';
import classes from './draft-list.module.css';

/** One draft. Throwing one away keeps it among the removed ones, from which it comes back. */
export function DraftRow(properties: {
  readonly draft: Draft;
  readonly opened?: boolean;
  readonly onChange?: (draft: Draft) => Promise<void>;
}): ReactNode {
  const { draft, opened = false, onChange } = properties;
  const { say } = useWording();
  const { open } = useSession();
  const { moment } = useTimes();
  const { work, past } = draft.history;
  const title = draft.title === '' ? say('web.draft-untitled') : draft.title;
  const { removed, ...kept } = draft;
  const isRemoved = removed !== undefined;
  const label = isRemoved ? say('web.restore-draft', { title }) : say('web.remove-draft', { title });
  const change = (): void => void onChange?.(isRemoved ? kept : { ...kept, removed: Date.now() });
  return (
    <div className={classes.row} data-opened={opened}>
      <button type="button" disabled={opened || isRemoved} onClick={() => open(draft)}>
        <strong>{title}</strong>
        <small>
          {opened ? say('web.draft-open') : moment(draft.changed)} ·{' '}
          {say('web.draft-in-short', { members: work.members.length, steps: past.length })}
        </small>
      </button>
      {onChange !== undefined && (
        <Tooltip label={label}>
          <ActionIcon aria-label={label} onClick={change}>
            {isRemoved ? <RotateCcw size={16} aria-hidden /> : <Trash2 size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
