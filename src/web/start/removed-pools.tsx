import { ActionIcon } from '@mantine/core';
import { RotateCcw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useKeptPools } from '../pools/use-kept-pools.tsx';
import { useWording } from '../shared/language.tsx';
import classes from './removed-pools.module.css';

/** Tables that were thrown away: each can be taken out again, or deleted for good. */
export function RemovedPools(): ReactNode {
  const { say } = useWording();
  const { removed, remove, forget } = useKeptPools();
  if (removed.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={say('web.removed-tables')}>
      {removed.map(({ id, title }) => (
        <li key={id}>
          <span>{say('web.table-removed', { title })}</span>
          <ActionIcon aria-label={say('web.restore-table', { title })} onClick={() => remove(id, false)}>
            <RotateCcw size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={say('web.forget-table', { title })} onClick={() => forget(id)}>
            <X size={16} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
