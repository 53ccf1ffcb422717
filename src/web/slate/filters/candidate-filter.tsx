import { SegmentedControl, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../../session/session.tsx';
import { useWording } from '../../shared/language.tsx';
import classes from '../people/candidates-panel.module.css';

/** Which candidates are listed: those still open, or those excluded. */
export type Which = 'open' | 'excluded';

/** Narrows the list of candidates. */
export function CandidateFilter(properties: {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly which: Which;
  readonly onWhich: (which: Which) => void;
}): ReactNode {
  const { search, onSearch, which, onWhich } = properties;
  const { say } = useWording();
  const { exclude } = useSession().work;
  return (
    <div className={classes.tools}>
      <TextInput
        type="search"
        size="xs"
        aria-label={say('web.search')}
        placeholder={say('web.search')}
        leftSection={<Search size={14} aria-hidden />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <SegmentedControl
        size="xs"
        fullWidth
        value={which}
        aria-label={say('web.which')}
        onChange={(value) => onWhich(value === 'excluded' ? 'excluded' : 'open')}
        data={[
          { value: 'open', label: say('web.which-open') },
          { value: 'excluded', label: say('web.which-excluded', { count: exclude.length }) },
        ]}
      />
    </div>
  );
}
