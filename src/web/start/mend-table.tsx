import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { MendRow } from './mend-row.tsx';
import classes from './mend-table.module.css';
import { ProblemList } from './problem-list.tsx';
import { problemsByCell, rawTableIn, withCell } from './raw-table.ts';

/** Rows that are shown at once; when these are mended, others follow. */
const MOST_ROWS = 100;

/** The rows of the user's table that have problems, each said in its cell and mended there. */
export function MendTable(): ReactNode {
  const { say } = useWording();
  const { poolProblems, people } = useCase();
  const { work, make } = useSession();
  const csv = work.pool.kind === 'own' ? work.pool.csv : '';
  const file = work.pool.kind === 'own' ? work.pool.file : '';
  const table = useMemo(() => rawTableIn(csv), [csv]);
  const byCell = useMemo(() => problemsByCell(table, poolProblems), [table, poolProblems]);
  const badLines = useMemo(() => new Set(poolProblems.map(({ place }) => place?.line ?? 0)), [poolProblems]);
  const bad = table.rows.filter(({ line }) => badLines.has(line));
  const rowLines = new Set(table.rows.map(({ line }) => line));
  const others = poolProblems.filter(({ place }) => !rowLines.has(place?.line ?? 0));
  const mend = (line: number, column: number, value: string): void =>
    make({
      do: 'mend-pool',
      pool: { kind: 'own', file, csv: withCell(table, line, column, value) },
      ids: people.list.map(({ id }) => id),
    });
  return (
    <Panel
      title={say('web.mend')}
      flush
      aside={<span>{say('web.problems', { count: poolProblems.length })}</span>}
    >
      <Text size="sm" c="dimmed" px="md" pb="sm">
        {say('web.mend-hint')}
      </Text>
      <ProblemList problems={others} />
      {bad.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.mend')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say('web.line-heading')}</th>
                {table.headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bad.slice(0, MOST_ROWS).map((row) => (
                <MendRow
                  key={row.line}
                  row={row}
                  headings={table.headings}
                  byCell={byCell}
                  editable={table.whole}
                  onMend={mend}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
