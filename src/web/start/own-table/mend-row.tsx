import type { ReactNode } from 'react';
import type { ProblemItem } from '../../../service/answers/answers.ts';
import { useWording } from '../../shared/language.tsx';
import { MendCell } from './mend-cell.tsx';
import classes from './mend-table.module.css';
import { cellKey, type RawRow } from './raw-table.ts';

/** One row of the user's table, with the problems of its cells in them. */
export function MendRow(properties: {
  readonly row: RawRow;
  readonly headings: readonly string[];
  /** Which columns are shown, from 0. */
  readonly columns: readonly number[];
  readonly byCell: ReadonlyMap<string, readonly ProblemItem[]>;
  /** False where the file could not be split into cells, so that writing it anew would lose something. */
  readonly editable: boolean;
  readonly onMend: (line: number, column: number, value: string) => void;
}): ReactNode {
  const { row, headings, columns, byCell, editable, onMend } = properties;
  const { text } = useWording();
  const ofRow = byCell.get(cellKey(row.line, -1)) ?? [];
  return (
    <tr>
      <th scope="row">
        {row.line}
        {ofRow.map((problem) => (
          <small key={problem.detail} className={classes.words}>
            {text(problem.message)}
          </small>
        ))}
      </th>
      {columns.map((column) => {
        const problems = byCell.get(cellKey(row.line, column)) ?? [];
        const value = row.cells[column] ?? '';
        const heading = headings[column] ?? '';
        return problems.length === 0 ? (
          <td key={column}>{value}</td>
        ) : (
          <MendCell
            key={`${column} ${value}`}
            label={`${heading}, ${row.line}`}
            value={value}
            problems={problems}
            editable={editable}
            onMend={(mended) => onMend(row.line, column, mended)}
          />
        );
      })}
    </tr>
  );
}
