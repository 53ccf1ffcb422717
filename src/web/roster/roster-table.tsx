import type { ReactNode } from 'react';
import type { Person } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import { columnsInUse } from '../slate/columns/person-facts.tsx';
import { useCellWords } from '../shared/cell-words.ts';
import { useWording } from '../shared/language.tsx';
import classes from './roster-view.module.css';
import { ownProperty } from '../../words/own-property.ts';

/** Columns of an official roster after the name and the dates of birth. */
const OFFICIAL = ['nativePlace', 'ethnicity', 'degree', 'politicalTheory', 'joinedParty'];

/** Which columns a roster has: those of an official one that the table can fill, and what the rules ask for. */
interface RosterColumns {
  readonly hasPosts: boolean;
  /**
   * Dates of birth, of men and of women apart; without them, or where somebody is neither, gender and date are
   * columns like others.
   */
  readonly hasBirthDates: boolean;
  readonly facts: readonly string[];
  readonly hasWork: boolean;
}

function useRosterColumns(hasPosts: boolean): RosterColumns {
  const { people, ruleSet } = useCase();
  const has = (heading: string): boolean => people.headings.includes(heading);
  const isParted = people.list.every(({ cells }) => ownProperty(cells, 'gender') !== 'other');
  const hasBirthDates = has('birthDate') && isParted;
  const ofPerson = isParted ? [] : ['gender', 'birthDate'].filter(has);
  const official = OFFICIAL.filter(has);
  // Where the table is no official one, what counts is what is shown.
  const own = official.length > 1 ? [] : columnsInUse(people, ruleSet?.uses ?? []);
  const facts = own.filter((each) => !official.includes(each) && has(each));
  return {
    hasPosts,
    hasBirthDates,
    facts: [
      ...ofPerson,
      ...facts.filter((each) => !ofPerson.includes(each) && (each !== 'gender' || !hasBirthDates)),
      ...official,
    ],
    hasWork: has('post') || has('unit'),
  };
}

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
interface RosterLine {
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
  const columns = useRosterColumns(all.some(({ post }) => post !== undefined));
  const { hasPosts, hasBirthDates, facts, hasWork } = columns;
  const rows = hasBirthDates ? 2 : 1;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.roster-title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th rowSpan={rows} scope="col">
              {say('web.number')}
            </th>
            <th rowSpan={rows} scope="col">
              {fact('name')}
            </th>
            {hasPosts && (
              <th rowSpan={rows} scope="col">
                {say('web.roster-post')}
              </th>
            )}
            {hasBirthDates && (
              <th colSpan={2} scope="colgroup">
                {fact('birthDate')}
              </th>
            )}
            {facts.map((column) => (
              <th key={column} rowSpan={rows} scope="col">
                {fact(column)}
              </th>
            ))}
            {hasWork && (
              <th rowSpan={rows} scope="col">
                {say('web.post-and-unit')}
              </th>
            )}
          </tr>
          {hasBirthDates && (
            <tr>
              <th scope="col">{say('web.men')}</th>
              <th scope="col">{say('web.women')}</th>
            </tr>
          )}
        </thead>
        {sections.map((section) => (
          <SectionRows key={section.key} section={section} numbers={numbers} columns={columns} />
        ))}
      </table>
    </div>
  );
}

function SectionRows(properties: {
  readonly section: RosterSection;
  readonly numbers: ReadonlyMap<RosterLine, number>;
  readonly columns: RosterColumns;
}): ReactNode {
  const { section, numbers, columns } = properties;
  const { title, lines, note } = section;
  const { facts, hasPosts, hasBirthDates, hasWork } = columns;
  const width = 2 + facts.length + Number(hasPosts) + 2 * Number(hasBirthDates) + Number(hasWork);
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
        <RosterRow key={line.id} line={line} number={numbers.get(line) ?? 0} columns={columns} />
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
  readonly columns: RosterColumns;
}): ReactNode {
  const { line, number, columns } = properties;
  const { hasPosts, hasBirthDates, facts, hasWork } = columns;
  const { id, person, post } = line;
  const words = useCellWords();
  const cell = (heading: string): string => ownProperty(person?.cells, heading) ?? '';
  const born = words('birthDate', cell('birthDate'));
  const isWoman = cell('gender') === 'female';
  return (
    <tr>
      <td>{number}</td>
      <th scope="row">{person?.name ?? id}</th>
      {hasPosts && <td>{post}</td>}
      {hasBirthDates && <td data-date>{isWoman ? '' : born}</td>}
      {hasBirthDates && <td data-date>{isWoman ? born : ''}</td>}
      {facts.map((column) => (
        <td key={column} data-date={column === 'joinedParty' ? '' : undefined}>
          {words(column, cell(column))}
        </td>
      ))}
      {hasWork && <td>{[cell('post'), cell('unit')].filter(Boolean).join(', ')}</td>}
    </tr>
  );
}
