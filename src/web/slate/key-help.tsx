import { ActionIcon, Kbd, Popover } from '@mantine/core';
import { Keyboard } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import classes from './key-help.module.css';

/** Which keys do what on a row. */
export function KeyHelp(): ReactNode {
  const { say } = useWording();
  const keys = [
    ['↑ ↓', say('web.key-rows')],
    ['Enter', say('web.key-why')],
    ['P', say('web.key-pin')],
    ['S', say('web.key-swap')],
    ['Del', say('web.key-remove')],
    ['X', say('web.key-exclude')],
    ['Ctrl Z', say('web.undo')],
    ['Alt 1–6', say('web.key-views')],
  ] as const;
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={say('web.keys')}>
          <Keyboard size={17} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('web.keys')}>
        <dl className={classes.keys}>
          {keys.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
