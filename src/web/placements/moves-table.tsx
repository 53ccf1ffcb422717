import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { nameOfPerson } from '../shared/action-words.ts';
import { NameButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import { MoveMark } from './move-mark.tsx';
import type { PlanMove } from './moves.ts';
import classes from './moves-table.module.css';
import { titleWords } from './place-words.ts';

/** Everybody who does not stay, as a list: who, from where, to which post, and what kind of move it is. */
export function MovesTable(properties: {
  readonly moves: readonly PlanMove[];
  readonly lit: ReadonlySet<string> | undefined;
}): ReactNode {
  const { moves, lit } = properties;
  const wording = useWording();
  const { say, fact } = wording;
  const { people, plan } = useCase();
  if (moves.length === 0) return <p className={classes.none}>{say('web.nobody-moves')}</p>;
  const post = ({ id, to }: PlanMove): ReactNode => {
    const placed = plan?.find(id);
    if (placed === undefined || to === undefined) return say('web.no-post');
    return (
      <>
        {titleWords(placed.titles, plan?.titles ?? [], wording)} · <b>{to}</b>
      </>
    );
  };
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{fact('name')}</th>
          <th scope="col">{say('web.move-from')}</th>
          <th scope="col">{say('web.move-to')}</th>
          <th scope="col">{say('web.move-kind')}</th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <tr key={move.id} data-dim={lit !== undefined && !lit.has(move.id)}>
            <th scope="row">
              <NameButton id={move.id}>{nameOfPerson(move.candidate, people)}</NameButton>
            </th>
            <td>{move.from}</td>
            <td>{post(move)}</td>
            <td>
              <MoveMark move={move.move} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
