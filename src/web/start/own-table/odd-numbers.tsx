import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { oddNumbersOf, withEmpty } from '../../pools/table-mapping.ts';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import { linesOfPeople } from './raw-table.ts';
import classes from './unread-words.module.css';
import { useOwnTable } from './use-own-table.ts';

/** Columns of the user's table that hold numbers but for a cell or two, which one click counts as empty. */
export function OddNumbers(): ReactNode {
  const { say } = useWording();
  const { pool } = useSession().work;
  const { people, layout, sheetText } = useCase();
  const { readAnew } = useOwnTable();
  // Of several sheets read as one, a line alone would not say where.
  const isOneSheet = pool.kind === 'workbook' && pool.sheet !== '*';
  const csv = pool.kind === 'own' ? pool.csv : isOneSheet ? sheetText : undefined;
  const odd = useMemo(() => {
    // Most tables have none, and then no line is asked for.
    if (csv === undefined || layout === undefined || oddNumbersOf(people).length === 0)
      return oddNumbersOf(people);
    return oddNumbersOf(people, linesOfPeople(csv, layout.line, people.list.length));
  }, [people, csv, layout]);
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
