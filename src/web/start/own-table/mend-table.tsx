import { Checkbox, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { columnOfHeading } from '../../../pool/synonyms.ts';
import type { ProblemItem } from '../../../service/answers/answers.ts';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import { MendRow } from './mend-row.tsx';
import classes from './mend-table.module.css';
import { ProblemList } from '../choices/problem-list.tsx';
import { cellKey, problemsByCell, type RawRow, type RawTable, rawTableIn, withCell } from './raw-table.ts';

/** Rows that are shown at once; when these are mended, others follow. */
const MOST_ROWS = 100;

/** The rows of a table of the user's own that have problems, each shown in its cell and mended there. */
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
  const { bad, others } = useMemo(() => badRows(table, problems), [table, problems]);
  const hasRowFaults = bad.some(({ line }) => byCell.has(cellKey(line, -1)));
  const columns = columnsOf(headings, bad);
  const narrow = columns.filter(
    (column) =>
      ['id', 'name'].includes(factOf(column) ?? '') ||
      bad.some(({ line }) => byCell.has(cellKey(line, column))),
  );
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
        <BadRows
          title={title}
          rows={bad.slice(0, MOST_ROWS)}
          headings={headings}
          columns={isWhole || hasRowFaults ? columns : narrow}
          byCell={byCell}
          editable={table.whole}
          onMend={(line, column, value) => onMend(withCell(table, line, column, value))}
        />
      )}
    </Panel>
  );
}

/** The rows that have problems, and the problems that are of no row. */
function badRows(table: RawTable, problems: readonly ProblemItem[]) {
  const badLines = new Set(problems.map(({ place }) => place?.line ?? 0));
  const lines = new Set(table.rows.map(({ line }) => line));
  return {
    bad: table.rows.filter(({ line }) => badLines.has(line)),
    others: problems.filter(({ place }) => !lines.has(place?.line ?? 0)),
  };
}

/** Every column, from 0; a row may have more cells than there are headings. */
function columnsOf(headings: readonly string[], rows: readonly RawRow[]): readonly number[] {
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_each, column) => column);
}

/** The rows that are to be mended, under their headings. */
function BadRows(properties: {
  readonly title: string;
  readonly rows: readonly RawRow[];
  readonly headings: readonly string[];
  readonly columns: readonly number[];
  readonly byCell: ReadonlyMap<string, readonly ProblemItem[]>;
  readonly editable: boolean;
  readonly onMend: (line: number, column: number, value: string) => void;
}): ReactNode {
  const { title, rows, ...table } = properties;
  const { headings, columns } = table;
  const { say } = useWording();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('web.line-heading')}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {headings[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MendRow key={row.line} row={row} {...table} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
