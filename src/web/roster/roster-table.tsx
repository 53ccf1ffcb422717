import type { ReactNode } from 'react';
import { dateWords, type Person } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import { useWording } from '../shared/language.tsx';
import type { PeopleGroup } from '../slate/groups.ts';
import classes from './roster-view.module.css';

/** Columns after the name and the dates of birth. */
const COLUMNS = ['nativePlace', 'ethnicity', 'degree', 'politicalTheory', 'joinedParty'] as const;

/** The table of a roster, with dates of birth of men and women in columns of their own. */
export function RosterTable({ groups }: { readonly groups: readonly PeopleGroup[] }): ReactNode {
  const { say, fact } = useWording();
  const all = groups.flatMap(({ ids }) => ids);
  const numbers = new Map(all.map((id, index) => [id, index + 1]));
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
        {groups.map((group) => (
          <RosterGroup key={group.key ?? ''} group={group} numbers={numbers} />
        ))}
      </table>
    </div>
  );
}

function RosterGroup(properties: {
  readonly group: PeopleGroup;
  readonly numbers: ReadonlyMap<string, number>;
}): ReactNode {
  const { group, numbers } = properties;
  const { value } = useWording();
  const { people } = useCase();
  return (
    <tbody>
      {group.key !== undefined && (
        <tr className={classes.group}>
          <th colSpan={10} scope="rowgroup">
            {value('bloc', group.key)} ({group.ids.length})
          </th>
        </tr>
      )}
      {group.ids.map((id) => (
        <RosterRow key={id} id={id} number={numbers.get(id) ?? 0} person={people.byId.get(id)} />
      ))}
    </tbody>
  );
}

function RosterRow(properties: {
  readonly id: string;
  readonly number: number;
  readonly person: Person | undefined;
}): ReactNode {
  const { id, number, person } = properties;
  const { value } = useWording();
  const cell = (heading: string): string => person?.cells[heading] ?? '';
  const born = dateWords(cell('birthDate'));
  const isWoman = cell('gender') === 'female';
  const words = (column: (typeof COLUMNS)[number]): string => {
    const text = cell(column);
    if (text === '') return '';
    return column === 'joinedParty' ? dateWords(text) : value(column, text);
  };
  return (
    <tr>
      <td>{number}</td>
      <th scope="row">{person?.name ?? id}</th>
      <td>{isWoman ? '' : born}</td>
      <td>{isWoman ? born : ''}</td>
      {COLUMNS.map((column) => (
        <td key={column}>{words(column)}</td>
      ))}
      <td>{[cell('post'), cell('unit')].filter(Boolean).join(', ')}</td>
    </tr>
  );
}
