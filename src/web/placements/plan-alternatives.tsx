import type { ReactNode } from 'react';
import type { Slate } from '../../slate/propose-answer.ts';
import { useCase } from '../session/case.tsx';
import { nameOfPerson } from '../shared/action-words.ts';
import { NameButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import { SlateColumns } from '../slate/alternatives/alternatives-table.tsx';
import type { DifferingPost } from './differing-posts.ts';

/** Plans as columns, and the posts in which they differ as rows. */
export function PlanAlternatives(properties: {
  readonly slates: readonly Slate[];
  readonly differing: readonly DifferingPost[];
}): ReactNode {
  const { slates, differing } = properties;
  const { say } = useWording();
  return (
    <SlateColumns slates={slates} rowsAre={say('web.differing-posts')}>
      {differing.map((row) => (
        <PostRow key={`${row.unit}\n${row.title}`} row={row} />
      ))}
    </SlateColumns>
  );
}

function PostRow({ row }: { readonly row: DifferingPost }): ReactNode {
  const { text, say } = useWording();
  const { people, plan } = useCase();
  const title = plan?.titles.find(({ id }) => id === row.title)?.title;
  return (
    <tr>
      <th scope="row">
        <b>{row.unit}</b>
        <small>{title === undefined ? row.title : text(title)}</small>
      </th>
      {row.holders.map((ids, index) => (
        // Plans have no id of their own; their order is what the columns have.
        <td key={index}>
          {ids.length === 0 && <small>{say('web.vacant')}</small>}
          {ids.map((id) => (
            <NameButton key={id} id={id}>
              {nameOfPerson(plan?.find(id)?.candidate ?? id, people)}
            </NameButton>
          ))}
        </td>
      ))}
    </tr>
  );
}
