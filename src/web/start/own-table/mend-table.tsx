import { Checkbox, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { columnOfHeading } from '../../../pool/synonyms.ts';
import type { ProblemItem } from '../../../service/answers/answers.ts';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import { MendRow } from './mend-row.tsx';
import classes from './mend-table.module.css';
import { ProblemList } from '../choices/problem-list.tsx';
import { cellKey, problemsByCell, rawTableIn, withCell } from './raw-table.ts';

/** Rows that are shown at once; when these are mended, others follow. */
const MOST_ROWS = 100;

/** The rows of a table of the user's own that have problems, each said in its cell and mended there. */
export function MendTable(properties: {
  readonly id: string;
  readonly title: string;
  /** The text of the table. */
  readonly csv: string;
  /** The headings as they were read; absent: those of the first line. */
  readonly headings?: readonly string[] | undefined;
  /** What a column is read as; absent: what its heading says. */
  readonly factOf?: ((column: number) => string | undefined) | undefined;
  readonly problems: readonly ProblemItem[];
  /** Given the text with one cell written anew. */
  readonly onMend: (csv: string) => void;
}): ReactNode {
  const { id, title, csv, problems, onMend } = properties;
  const { say } = useWording();
  const [isWhole, setIsWhole] = useState(false);
  const table = useMemo(() => rawTableIn(csv), [csv]);
  const headings = properties.headings ?? table.headings;
  const factOf = properties.factOf ?? ((column: number) => columnOfHeading(headings[column] ?? '')?.name);
  const byCell = useMemo(() => problemsByCell({ headings }, problems), [headings, problems]);
  const badLines = useMemo(() => new Set(problems.map(({ place }) => place?.line ?? 0)), [problems]);
  const bad = table.rows.filter(({ line }) => badLines.has(line));
  const rowLines = new Set(table.rows.map(({ line }) => line));
  const others = problems.filter(({ place }) => !rowLines.has(place?.line ?? 0));
  const width = Math.max(headings.length, ...bad.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_each, column) => column);
  const isBad = (column: number): boolean => bad.some(({ line }) => byCell.has(cellKey(line, column)));
  const isNamed = (column: number): boolean => ['id', 'name'].includes(factOf(column) ?? '');
  const hasRowFaults = bad.some(({ line }) => byCell.has(cellKey(line, -1)));
  const narrow = columns.filter((column) => isNamed(column) || isBad(column));
  const shown = isWhole || hasRowFaults ? columns : narrow;
  const mend = (line: number, column: number, value: string): void =>
    onMend(withCell(table, line, column, value));
  return (
    <Panel id={id} title={title} flush aside={<span>{say('web.problems', { count: problems.length })}</span>}>
      <Text size="sm" c="dimmed" px="md" pb="sm">
        {say('web.mend-hint')}
      </Text>
      <ProblemList problems={others} />
      {narrow.length < columns.length && !hasRowFaults && (
        <Checkbox
          size="xs"
          mx="md"
          mb="xs"
          label={say('web.mend-all-columns')}
          checked={isWhole}
          onChange={(event) => setIsWhole(event.currentTarget.checked)}
        />
      )}
      {bad.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say('web.line-heading')}</th>
                {shown.map((column) => (
                  <th key={column} scope="col">
                    {headings[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bad.slice(0, MOST_ROWS).map((row) => (
                <MendRow
                  key={row.line}
                  row={row}
                  headings={headings}
                  columns={shown}
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
