import { type ReactNode, useMemo, useState } from 'react';
import type { Sweep, SweepCell } from '../../scenarios/answers.ts';
import { useWording } from '../shared/language.tsx';
import type { Changes } from '../state/work.ts';
import { HeatCell } from './heat-cell.tsx';
import { HeatDetails } from './heat-details.tsx';
import classes from './heat-map.module.css';

/** Every combination of one or two quotas: the stronger the colour, the better; hatched where no slate exists. */
export function HeatMap(properties: {
  readonly sweep: Sweep;
  readonly changes: Changes;
  readonly onChanges: (changes: Changes) => void;
}): ReactNode {
  const { sweep, changes, onChanges } = properties;
  const { say, text } = useWording();
  const [chosen, setChosen] = useState<string>();
  const [across, down] = sweep.variations;
  const byPlace = useMemo(() => cellsByPlace(sweep), [sweep]);
  if (across === undefined) return null;
  const cell = chosen === undefined ? undefined : byPlace.get(chosen);
  return (
    <div className={classes.map}>
      <p role="status">
        {say('web.sweep-done', { cells: sweep.cells.length })}{' '}
        {!sweep.complete && say('web.sweep-partial', { total: sweep.total })}
      </p>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.sweep')}>
        <table>
          <caption>
            {[
              `${say('web.across')}: ${text(across.title)}`,
              down && `${say('web.down')}: ${text(down.title)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </caption>
          <Grid sweep={sweep} chosen={chosen} onChoose={setChosen} />
        </table>
      </div>
      {cell !== undefined && (
        <HeatDetails sweep={sweep} cell={cell} changes={changes} onChanges={onChanges} />
      )}
    </div>
  );
}

function Grid(properties: {
  readonly sweep: Sweep;
  readonly chosen: string | undefined;
  readonly onChoose: (place: string) => void;
}): ReactNode {
  const { sweep, chosen, onChoose } = properties;
  const { text } = useWording();
  const [across, down] = sweep.variations;
  const byPlace = useMemo(() => cellsByPlace(sweep), [sweep]);
  const shade = useMemo(() => shadeOf(sweep.cells), [sweep]);
  if (across === undefined) return null;
  const rows = down?.values ?? [''];
  return (
    <>
      <thead>
        <tr>
          <td />
          {across.values.map((value) => (
            <th key={value} scope="col">
              {value}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((value, row) => (
          <tr key={value}>
            <th scope="row">{value}</th>
            {across.values.map((columnValue, column) => {
              const place = down === undefined ? `${column}` : `${column} ${row}`;
              return (
                <HeatCell
                  key={columnValue}
                  cell={byPlace.get(place)}
                  label={[`${text(across.title)} ${columnValue}`, down && `${text(down.title)} ${value}`]}
                  shade={shade}
                  isChosen={place === chosen}
                  onChoose={() => onChoose(place)}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function cellsByPlace({ cells }: Sweep): ReadonlyMap<string, SweepCell> {
  return new Map(cells.map((cell) => [cell.at.join(' '), cell]));
}

/** How dark a merit is, from 0 for the least of the map to 1 for the best. */
function shadeOf(cells: readonly SweepCell[]): (merit: number) => number {
  const merits = cells.flatMap(({ objective }) => (objective === undefined ? [] : [objective]));
  const low = Math.min(...merits);
  const width = Math.max(...merits) - low;
  return (merit) => (width > 0 ? (merit - low) / width : 1);
}
