import { type ReactNode, useId, useState } from 'react';
import type { ProblemItem } from '../../../service/answers/answers.ts';
import { useWording } from '../../shared/language.tsx';
import classes from './mend-table.module.css';

/** Goes to the next cell that is to be mended, by which this one is left; false at the last. */
function goToNext(cell: HTMLElement): boolean {
  const cells = [...(cell.closest('table')?.querySelectorAll<HTMLElement>('input[aria-invalid]') ?? [])];
  const next = cells[cells.indexOf(cell) + 1];
  next?.focus();
  return next !== undefined;
}

/** A cell that cannot be read, with the reason below it; what is written instead counts when the cell is left. */
export function MendCell(properties: {
  readonly label: string;
  readonly value: string;
  readonly problems: readonly ProblemItem[];
  readonly editable: boolean;
  readonly onMend: (value: string) => void;
}): ReactNode {
  const { label, value, problems, editable, onMend } = properties;
  const { text } = useWording();
  const [written, setWritten] = useState(value);
  const reason = useId();
  const leave = (): void => {
    if (written !== value) onMend(written);
  };
  return (
    <td className={classes.bad}>
      <input
        aria-label={label}
        aria-invalid
        aria-describedby={reason}
        value={written}
        readOnly={!editable}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !goToNext(event.currentTarget)) leave();
          if (event.key === 'Escape') setWritten(value);
        }}
      />
      <span id={reason} className={classes.words}>
        {problems.map((problem) => text(problem.message)).join('; ')}
      </span>
    </td>
  );
}
