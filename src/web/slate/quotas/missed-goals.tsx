import { Popover } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { Report, RuleReport } from '../../../check/check-answer.ts';
import { RuleButton } from '../../shared/focus-button.tsx';
import { useWording } from '../../shared/language.tsx';
import { useNamed } from '../../shared/ids-as-names.ts';
import classes from './missed-goals.module.css';

/** The goals that a slate misses, each with its lines: one, or one for each group that misses it. */
export function missedGoals(
  report: Pick<Report, 'rules'>,
): ReadonlyMap<string, readonly [RuleReport, ...RuleReport[]]> {
  const missed = report.rules.filter(({ strength, status }) => strength === 'soft' && status === 'violated');
  const goals = new Map<string, [RuleReport, ...RuleReport[]]>();
  for (const line of missed) {
    const lines = goals.get(line.id);
    if (lines === undefined) goals.set(line.id, [line]);
    else lines.push(line);
  }
  return goals;
}

/** How many goals a slate misses, as a button that tells which and leads to each, and what they take off its merit. */
export function MissedGoals(properties: {
  readonly report: Pick<Report, 'rules'>;
  /** What the slate is worth, where that is known. */
  readonly worth: number | undefined;
}): ReactNode {
  const { report, worth } = properties;
  const { say, points } = useWording();
  const named = useNamed();
  const [opened, setOpened] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const goals = missedGoals(report);
  const price = [...goals.values()].flat().reduce((sum, { cost }) => sum + cost, 0);
  if (goals.size === 0) return null;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={360}
      position="bottom-start"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button
          ref={opener}
          data-finger
          type="button"
          className={classes.count}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {say('web.goals-missed', { count: goals.size })}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('web.section-soft')}>
        <ul
          className={classes.list}
          // What is opened leads back to the button, for the list is gone by then.
          onClickCapture={() => opener.current?.focus()}
          onClick={() => setOpened(false)}
        >
          {[...goals].map(([id, [first, ...others]]) => (
            <li key={id}>
              <RuleButton id={id}>{named(first.message)}</RuleButton>
              {others.length > 0 && <small> {say('web.and-groups', { count: others.length })}</small>}
            </li>
          ))}
        </ul>
        {worth !== undefined && price > 0 && (
          <p className={classes.price}>
            {say('web.goals-price', {
              worth: points(worth),
              before: points(worth + price),
              price: points(price),
            })}
          </p>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
