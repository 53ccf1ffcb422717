import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCase } from '../../session/case.tsx';
import { useCellWords } from '../../shared/cell-words.ts';
import { NameButton } from '../../shared/focus-button.tsx';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import classes from './people-table.module.css';
import { ownProperty } from '../../../words/own-property.ts';

/** Rows that are shown before somebody asks for more. */
const PAGE = 50;

/** All candidates as the service has read them. */
export function PeopleTable(): ReactNode {
  const { say, fact } = useWording();
  const cell = useCellWords();
  const { people } = useCase();
  const [shown, setShown] = useState(PAGE);
  if (people.list.length === 0) return null;
  const columns = people.headings.filter((heading) => heading !== 'name');
  return (
    <Panel
      title={say('web.all-candidates')}
      flush
      aside={<span>{say('web.candidates', { count: people.list.length })}</span>}
    >
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.all-candidates')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{fact('name')}</th>
              {columns.map((heading) => (
                <th key={heading} scope="col">
                  {fact(heading)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.list.slice(0, shown).map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  <NameButton id={person.id} />
                </th>
                {columns.map((heading) => (
                  <td key={heading}>{cell(heading, ownProperty(person.cells, heading) ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown < people.list.length && (
        <div className={classes.more}>
          <Button variant="subtle" onClick={() => setShown((before) => before + 10 * PAGE)}>
            {say('web.show-more', { count: people.list.length - shown })}
          </Button>
        </div>
      )}
    </Panel>
  );
}
