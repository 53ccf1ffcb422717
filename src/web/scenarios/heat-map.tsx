import { type ReactNode, useMemo, useState } from 'react';
import type { Sweep, SweepCell } from '../../scenarios/answers.ts';
import { useWording } from '../shared/language.tsx';
import type { Changes } from '../state/work.ts';
import { HeatCell } from './heat-cell.tsx';
import type { RuleSetAnswer } from '../../service/answers/answers.ts';
import { useCase } from '../session/case.tsx';
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
  const { ruleSet } = useCase();
  const [chosen, setChosen] = useState<string>();
  const [across, down] = sweep.variations;
  const byPlace = useMemo(() => cellsByPlace(sweep), [sweep]);
  if (across === undefined) return null;
  const standing = useMemo(() => placeOfRules(sweep, ruleSet), [sweep, ruleSet]);
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
          <Grid sweep={sweep} chosen={chosen} standing={standing} onChoose={setChosen} />
        </table>
      </div>
      <HeatLegend
        hasStanding={standing !== undefined && byPlace.has(standing)}
        hasUnproven={sweep.cells.some(({ assurance }) => assurance !== undefined && assurance !== 'proven')}
      />
      {cell !== undefined && (
        <HeatDetails sweep={sweep} cell={cell} changes={changes} onChanges={onChanges} />
      )}
    </div>
  );
}

function Grid(properties: {
  readonly sweep: Sweep;
  readonly chosen: string | undefined;
  /** Where the rules as they are written stand. */
  readonly standing: string | undefined;
  readonly onChoose: (place: string) => void;
}): ReactNode {
  const { sweep, chosen, standing, onChoose } = properties;
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
                  isStanding={place === standing}
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

/** The cell that has the bounds of the rules as they are written; `undefined` where the ranges leave it out. */
function placeOfRules({ variations }: Sweep, ruleSet: RuleSetAnswer | undefined): string | undefined {
  const places = variations.map(({ rule, side, values }) => {
    const found = ruleSet?.rules.find(({ id }) => id === rule);
    const size = rule === undefined || rule === 'size' ? ruleSet?.size : undefined;
    const { min, max } = found ?? size ?? { min: null, max: null };
    const bound = side === 'max' ? max : min;
    if (bound === null || (side === 'exactly' && min !== max)) return -1;
    return values.findIndex((value) => Math.abs(writtenValue(value) - bound) < 1e-9);
  });
  return places.includes(-1) ? undefined : places.join(' ');
}

/** `11` is eleven, `20%` a fifth. */
function writtenValue(text: string): number {
  const number = Number.parseFloat(text);
  return text.includes('%') ? number / 100 : number;
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

/** What the colours and marks of a heat map mean. */
function HeatLegend({
  hasStanding,
  hasUnproven,
}: {
  readonly hasStanding: boolean;
  readonly hasUnproven: boolean;
}): ReactNode {
  const { say } = useWording();
  const marks = [
    { key: 'least', words: say('web.heat-least'), data: { 'data-none': false }, depth: 0 },
    { key: 'most', words: say('web.heat-most'), data: { 'data-none': false }, depth: 1 },
    { key: 'none', words: say('web.no-slate-short'), data: { 'data-none': true }, depth: 0 },
    { key: 'frontier', words: say('web.heat-frontier'), data: { 'data-frontier': true }, depth: 0.5 },
    ...(hasStanding
      ? [{ key: 'standing', words: say('web.as-it-stands'), data: { 'data-standing': true }, depth: 0.5 }]
      : []),
    ...(hasUnproven
      ? [{ key: 'unproven', words: say('web.not-proven'), data: { 'data-unproven': true }, depth: 0.5 }]
      : []),
  ];
  return (
    <ul className={classes.legend} aria-label={say('web.legend')}>
      {marks.map(({ key, words, data, depth }) => (
        <li key={key}>
          <i className={classes.cell} style={{ '--depth': depth }} aria-hidden {...data} />
          {words}
        </li>
      ))}
    </ul>
  );
}
