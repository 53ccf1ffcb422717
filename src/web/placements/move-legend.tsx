import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import type { Grid, PlanFacts } from './grid.ts';
import { MoveMark } from './move-mark.tsx';
import classes from './move-legend.module.css';
import { moveOf, MOVES, type PlanMove } from './moves.ts';

/** How many stay and move in which way, how many posts are combined or vacant; each lights those it counts. */
export function MoveLegend(properties: {
  readonly facts: PlanFacts;
  readonly grid: Grid;
  readonly moves: readonly PlanMove[];
  readonly chosen: string | undefined;
  readonly onChoose: (chosen: string | undefined, ids: readonly string[] | undefined) => void;
}): ReactNode {
  const { facts, grid, moves, chosen, onChoose } = properties;
  const { say, number } = useWording();
  const { appointments } = facts;
  const leaving = moves.filter(({ move }) => move === 'leaves');
  const vacant = grid.sections
    .flatMap(({ groups }) => groups)
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .reduce((sum, cell) => sum + cell.vacant, 0);
  const combined = appointments.filter(({ posts }) => posts.length > 1);
  const kinds = MOVES.flatMap((move) => {
    const ids = appointments.filter((each) => moveOf(each) === move).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ key: move, ids, mark: <MoveMark move={move} /> }];
  });
  const lines = [
    ...kinds,
    ...(combined.length === 0
      ? []
      : [
          {
            key: 'combined',
            ids: combined.map(({ id }) => id),
            mark: <span>{say('web.move-combined')}</span>,
          },
        ]),
  ];
  return (
    <ul className={classes.legend}>
      {lines.map(({ key, ids, mark }) => (
        <li key={key}>
          <button
            type="button"
            aria-pressed={chosen === key}
            onClick={() => (chosen === key ? onChoose(undefined, undefined) : onChoose(key, ids))}
          >
            <b>{number(ids.length)}</b> {mark}
          </button>
        </li>
      ))}
      {leaving.length > 0 && (
        <li>
          <b>{number(leaving.length)}</b> <MoveMark move="leaves" />
        </li>
      )}
      {vacant > 0 && (
        <li data-vacant>
          <b>{number(vacant)}</b> {say('web.move-vacant')}
        </li>
      )}
    </ul>
  );
}
