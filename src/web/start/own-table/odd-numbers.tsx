import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { oddNumbersOf, withEmpty } from '../../pools/table-mapping.ts';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import classes from './unread-words.module.css';
import { useOwnTable } from './use-own-table.ts';

/** Columns of the user's table that hold numbers but for a cell or two, which one click counts as empty. */
export function OddNumbers(): ReactNode {
  const { say } = useWording();
  const { pool } = useSession().work;
  const { people } = useCase();
  const { readAnew } = useOwnTable();
  const odd = useMemo(() => oddNumbersOf(people), [people]);
  if (pool.kind === 'shipped' || odd.length === 0) return null;
  return (
    <Panel title={say('web.odd-numbers')} flush>
      <section className={classes.words} aria-label={say('web.odd-numbers')}>
        <ul>
          {odd.map((each) => (
            <li key={each.heading}>
              <span>{say('web.odd-number', each)}</span>
              <Button
                size="xs"
                variant="default"
                onClick={() => readAnew({ ...pool, mapping: withEmpty(pool.mapping, each) })}
              >
                {say('web.leave-empty')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </Panel>
  );
}
