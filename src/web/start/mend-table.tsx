import { Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { ProblemItem } from '../../service/answers.ts';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { MendRow } from './mend-row.tsx';
import classes from './mend-table.module.css';
import { ProblemList } from './problem-list.tsx';
import { problemsByCell, rawTableIn, withCell } from './raw-table.ts';

/** Rows that are shown at once; when these are mended, others follow. */
const MOST_ROWS = 100;

/** The rows of a table of the user's own that have problems, each said in its cell and mended there. */
export function MendTable(properties: {
  readonly id: string;
  readonly title: string;
  /** The text of the table. */
  readonly csv: string;
  readonly problems: readonly ProblemItem[];
  /** Given the text with one cell written anew. */
  readonly onMend: (csv: string) => void;
}): ReactNode {
  const { id, title, csv, problems, onMend } = properties;
  const { say } = useWording();
  const table = useMemo(() => rawTableIn(csv), [csv]);
  const byCell = useMemo(() => problemsByCell(table, problems), [table, problems]);
  const badLines = useMemo(() => new Set(problems.map(({ place }) => place?.line ?? 0)), [problems]);
  const bad = table.rows.filter(({ line }) => badLines.has(line));
  const rowLines = new Set(table.rows.map(({ line }) => line));
  const others = problems.filter(({ place }) => !rowLines.has(place?.line ?? 0));
  const mend = (line: number, column: number, value: string): void =>
    onMend(withCell(table, line, column, value));
  return (
    <Panel id={id} title={title} flush aside={<span>{say('web.problems', { count: problems.length })}</span>}>
      <Text size="sm" c="dimmed" px="md" pb="sm">
        {say('web.mend-hint')}
      </Text>
      <ProblemList problems={others} />
      {bad.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
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
