import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import type { Cell, Grid, GridRow, GridSection } from './grid.ts';
import { PlanCell, type PlanMarks } from './plan-cell.tsx';
import classes from './plan-grid.module.css';

/** Units by kind as rows, titles as columns, in each cell who holds it and how they come there. */
export function PlanGrid({ grid, ...marks }: PlanMarks & { readonly grid: Grid }): ReactNode {
  return grid.sections.map((section) => (
    <SectionTable key={section.columns.map(({ id }) => id).join()} section={section} {...marks} />
  ));
}

function SectionTable({ section, ...marks }: PlanMarks & { readonly section: GridSection }): ReactNode {
  const { say, text } = useWording();
  const { columns, groups } = section;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{say('web.unit')}</th>
          {columns.map(({ id, title }) => (
            <th key={id} scope="col">
              {text(title)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ kind, rows }) => (
        <tbody key={kind ?? ''}>
          {kind !== undefined && <KindHead kind={kind} count={rows.length} columns={columns.length} />}
          {rows.map((row) => (
            <UnitRow key={row.unit.name} row={row} {...marks} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function KindHead(properties: {
  readonly kind: string;
  readonly count: number;
  readonly columns: number;
}): ReactNode {
  const { kind, count, columns } = properties;
  const { value } = useWording();
  const title = value('unit.kind', kind);
  return (
    <tr className={classes.group}>
      <th scope="rowgroup" colSpan={columns + 1}>
        {title.charAt(0).toLocaleUpperCase() + title.slice(1)} <span>{count}</span>
      </th>
    </tr>
  );
}

function UnitRow({ row, ...marks }: PlanMarks & { readonly row: GridRow }): ReactNode {
  const { unit, cells } = row;
  const starts = cells.map((_cell, index) =>
    cells.slice(0, index).reduce((sum: number, { titles }: Cell) => sum + titles.length, 0),
  );
  return (
    <tr className={classes.row}>
      <th scope="row">{unit.name}</th>
      {cells.map((cell, index) => (
        <PlanCell
          key={cell.titles.map(({ id }) => id).join('+')}
          unit={unit.name}
          cell={cell}
          column={starts[index] ?? 0}
          {...marks}
        />
      ))}
    </tr>
  );
}
