import type { ReactNode } from 'react';
import type { Person } from '../people/person.ts';
import { useCellWords } from '../shared/cell-words.ts';
import { useWording } from '../shared/language.tsx';
import classes from './roster-view.module.css';
import { ownValue } from '../../words/own.ts';

/** Columns after the name and the dates of birth. */
const COLUMNS = ['nativePlace', 'ethnicity', 'degree', 'politicalTheory', 'joinedParty'] as const;

/** Lines of a roster under a heading of their own. */
export interface RosterSection {
  /** Unique among the sections. */
  readonly key: string;
  /** Absent where there is nothing to divide by. */
  readonly title?: string;
  readonly lines: readonly RosterLine[];
  /** What is to be said below the lines. */
  readonly note?: string;
}

/** One person of a roster. */
export interface RosterLine {
  readonly id: string;
  /** Absent where the candidates have them no more. */
  readonly person: Person | undefined;
  /** Of a placement: the post that they get. */
  readonly post?: string;
}

/** The table of a roster, with dates of birth of men and women in columns of their own. */
export function RosterTable({ sections }: { readonly sections: readonly RosterSection[] }): ReactNode {
  const { say, fact } = useWording();
  const all = sections.flatMap(({ lines }) => lines);
  const numbers = new Map(all.map((line, index) => [line, index + 1]));
  const hasPosts = all.some(({ post }) => post !== undefined);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.roster-title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {say('web.number')}
            </th>
            <th rowSpan={2} scope="col">
              {fact('name')}
            </th>
            {hasPosts && (
              <th rowSpan={2} scope="col">
                {say('web.roster-post')}
              </th>
            )}
            <th colSpan={2} scope="colgroup">
              {fact('birthDate')}
            </th>
            {COLUMNS.map((column) => (
              <th key={column} rowSpan={2} scope="col">
                {fact(column)}
              </th>
            ))}
            <th rowSpan={2} scope="col">
              {say('web.post-and-unit')}
            </th>
          </tr>
          <tr>
            <th scope="col">{say('web.men')}</th>
            <th scope="col">{say('web.women')}</th>
          </tr>
        </thead>
        {sections.map((section) => (
          <SectionRows key={section.key} section={section} numbers={numbers} hasPosts={hasPosts} />
        ))}
      </table>
    </div>
  );
}

function SectionRows(properties: {
  readonly section: RosterSection;
  readonly numbers: ReadonlyMap<RosterLine, number>;
  readonly hasPosts: boolean;
}): ReactNode {
  const { section, numbers, hasPosts } = properties;
  const { title, lines, note } = section;
  const width = COLUMNS.length + (hasPosts ? 6 : 5);
  return (
    <tbody>
      {title !== undefined && (
        <tr className={classes.group}>
          <th colSpan={width} scope="rowgroup">
            {title}
          </th>
        </tr>
      )}
      {lines.map((line) => (
        <RosterRow key={line.id} line={line} number={numbers.get(line) ?? 0} hasPosts={hasPosts} />
      ))}
      {note !== undefined && (
        <tr>
          <td colSpan={width}>{note}</td>
        </tr>
      )}
    </tbody>
  );
}

function RosterRow(properties: {
  readonly line: RosterLine;
  readonly number: number;
  readonly hasPosts: boolean;
}): ReactNode {
  const { line, number, hasPosts } = properties;
  const { id, person, post } = line;
  const words = useCellWords();
  const cell = (heading: string): string => ownValue(person?.cells, heading) ?? '';
  const born = words('birthDate', cell('birthDate'));
  const isWoman = cell('gender') === 'female';
  return (
    <tr>
      <td>{number}</td>
      <th scope="row">{person?.name ?? id}</th>
      {hasPosts && <td>{post}</td>}
      <td data-date>{isWoman ? '' : born}</td>
      <td data-date>{isWoman ? born : ''}</td>
      {COLUMNS.map((column) => (
        <td key={column} data-date={column === 'joinedParty' ? '' : undefined}>
          {words(column, cell(column))}
        </td>
      ))}
      <td>{[cell('post'), cell('unit')].filter(Boolean).join(', ')}</td>
    </tr>
  );
}
