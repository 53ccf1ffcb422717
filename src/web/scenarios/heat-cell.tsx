import type { KeyboardEvent, ReactNode } from 'react';
import type { SweepCell } from '../../scenarios/answers.ts';
import { useWording } from '../shared/language.tsx';
import classes from './heat-map.module.css';

declare module 'react' {
  interface CSSProperties {
    /** How deep the colour of a cell of a heat map is, from 0 to 1. */
    '--depth'?: number;
  }
}

/** One combination of a heat map. Arrow keys go to its neighbours. */
export function HeatCell(properties: {
  /** Absent where the sweep was stopped before. */
  readonly cell: SweepCell | undefined;
  readonly label: readonly (string | undefined)[];
  readonly shade: (merit: number) => number;
  readonly isChosen: boolean;
  /** Whether the rules as they are written stand here. */
  readonly isStanding: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { cell, label, shade, isChosen, isStanding, onChoose } = properties;
  const { say, points } = useWording();
  if (cell === undefined) return <td />;
  const { objective, frontier, assurance } = cell;
  const isUnproven = assurance !== undefined && assurance !== 'proven';
  const depth = objective === undefined ? undefined : shade(objective);
  const state = objective === undefined ? say('web.no-slate-short') : points(objective);
  return (
    <td>
      <button
        type="button"
        className={classes.cell}
        aria-pressed={isChosen}
        aria-label={[
          ...label,
          state,
          isUnproven && say('web.not-proven'),
          isStanding && say('web.as-it-stands'),
        ]
          .filter(Boolean)
          .join(', ')}
        data-none={objective === undefined}
        data-frontier={frontier}
        data-unproven={isUnproven}
        data-standing={isStanding}
        style={depth === undefined ? {} : { '--depth': depth }}
        onClick={onChoose}
        onKeyDown={(event) => stepInTable(event)}
      >
        {objective === undefined ? '' : points(objective)}
      </button>
    </td>
  );
}

const STEPS: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves the focus to the button of a neighbouring cell. */
function stepInTable(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const own = event.currentTarget.closest('td');
  const row = own?.closest('tr');
  if (step === undefined || own === null || row === null || row === undefined) return;
  event.preventDefault();
  const rows = [...(row.parentElement?.children ?? [])];
  const next = rows[rows.indexOf(row) + step[1]];
  next?.children[own.cellIndex + step[0]]?.querySelector('button')?.focus();
}
