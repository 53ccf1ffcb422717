import { ActionIcon, Kbd, Popover } from '@mantine/core';
import { Keyboard, Pin } from 'lucide-react';
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
        <Legend />
      </Popover.Dropdown>
    </Popover>
  );
}

/** What the marks on a row mean. */
function Legend(): ReactNode {
  const { say, value } = useWording();
  return (
    <>
      <h4 className={classes.heading}>{say('web.legend')}</h4>
      <dl className={classes.keys}>
        {(['excellent', 'good', 'completed', 'not-completed'] as const).map((grade) => (
          <div key={grade}>
            <dt>{say(`web.grade-${grade}`)}</dt>
            <dd>{value('lastAppraisal', grade)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <Pin size={14} aria-hidden />
          </dt>
          <dd>{say('web.pinned')}</dd>
        </div>
        <div>
          <dt className={classes.faulty} aria-hidden />
          <dd>{say('web.legend-faulty')}</dd>
        </div>
        <div>
          <dt className={classes.allowed} aria-hidden />
          <dd>{say('web.legend-allowed')}</dd>
        </div>
        <div>
          <dt className={classes.have} aria-hidden />
          <dd>{say('web.legend-have')}</dd>
        </div>
      </dl>
    </>
  );
}
