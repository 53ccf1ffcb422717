import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWording } from '../../shared/language.tsx';
import classes from './column-chooser.module.css';
import type { Columns } from './use-columns.ts';

/** Chooses which columns of people are shown. */
export function ColumnChooser({ columns }: { readonly columns: Columns }): ReactNode {
  const { shown, all, choose, isChosen } = columns;
  const { say, fact: titleOf } = useWording();
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={say('web.columns')}>
          <SlidersHorizontal size={17} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('web.columns')}>
        <div className={classes.list}>
          {all.map((column) => (
            <Checkbox
              key={column}
              size="xs"
              label={titleOf(column)}
              checked={shown.includes(column)}
              onChange={(event) =>
                choose(
                  event.currentTarget.checked ? [...shown, column] : shown.filter((each) => each !== column),
                )
              }
            />
          ))}
        </div>
        <Button size="compact-xs" variant="subtle" disabled={!isChosen} onClick={() => choose(undefined)}>
          {say('web.columns-of-rules')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
