import { Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { useDropTarget } from '../../shared/drop-area.tsx';
import { drag } from '../../shared/dragging.ts';
import { NameButton } from '../../shared/focus-button.tsx';
import { useWording } from '../../shared/language.tsx';
import classes from './member-row.module.css';
import { actByKey, type PersonAction, PersonActions } from './person-actions.tsx';
import { PersonFact, useShortFacts } from '../columns/person-facts.tsx';
import { StandingMark } from './standing-mark.tsx';
import type { Standing } from './standing.ts';
import { stepToNeighbour } from './row-focus.ts';
import { ownProperty } from '../../../words/own-property.ts';

/** One member: the facts that rules use, and what can be done with them by hand, key or dragging. */
export function MemberRow(properties: {
  readonly id: string;
  readonly number: number;
  readonly facts: readonly string[];
  readonly dim: boolean;
  /** Whether they do not satisfy what every member must. */
  readonly faulty: boolean;
  readonly standing: Standing | undefined;
  readonly leaving: boolean;
  readonly onSwap: (id: string | undefined) => void;
}): ReactNode {
  const { id, number, facts, dim, faulty, standing, leaving, onSwap } = properties;
  const { people } = useCase();
  const { work, make } = useSession();
  const person = people.byId.get(id);
  const pinned = work.pin.includes(id);
  const actions: readonly PersonAction[] = [
    {
      deed: pinned ? 'unpin' : 'pin',
      act: () => make({ do: pinned ? 'release' : 'pin', id }),
    },
    { deed: 'swap', act: () => onSwap(leaving ? undefined : id), pressed: leaving },
    { deed: 'remove', act: () => make({ do: 'remove', id }), leaves: true },
    { deed: 'exclude', act: () => make({ do: 'exclude', id }), leaves: true },
  ];
  const { over, targets } = useDropTarget((came) => {
    if (!work.members.includes(came)) make({ do: 'swap', out: id, in: came });
  });
  return (
    <tr
      className={classes.row}
      data-dim={dim}
      data-faulty={faulty}
      data-over={over}
      data-leaving={leaving}
      draggable
      onDragStart={(event) => drag(event, id)}
      {...targets}
    >
      <td className={classes.number}>{number}</td>
      <th scope="row" className={classes.who}>
        <Name id={id} facts={facts} pinned={pinned} standing={standing} actions={actions} />
        <span className={classes.actions}>
          <PersonActions name={person?.name ?? id} actions={actions} />
        </span>
      </th>
      {facts.map((fact) => (
        <td key={fact} data-fact={fact} data-value={ownProperty(person?.cells, fact) ?? ''}>
          {person !== undefined && <PersonFact person={person} fact={fact} />}
        </td>
      ))}
    </tr>
  );
}

function Name(properties: {
  readonly id: string;
  readonly facts: readonly string[];
  readonly pinned: boolean;
  readonly standing: Standing | undefined;
  readonly actions: readonly PersonAction[];
}): ReactNode {
  const { id, facts, pinned, standing, actions } = properties;
  const { say } = useWording();
  const person = useCase().people.byId.get(id);
  const isIncumbent = person?.cells['incumbent'] === 'true';
  const known = [person?.cells['post'], person?.cells['unit'], isIncumbent ? say('web.incumbent') : ''];
  const words = known.filter((each) => each !== undefined && each !== '');
  const narrow = useShortFacts(facts)(person);
  return (
    <>
      <NameButton id={id} data-row onKeyDown={(event) => stepToNeighbour(event) || actByKey(event, actions)}>
        {person?.name ?? id}
        {pinned && <Pin size={12} className={classes.pin} aria-hidden />}
        {pinned && <span className="visually-hidden">{say('web.is-pinned')}</span>}
      </NameButton>
      <StandingMark standing={standing} />
      <small>
        {narrow.length > 0 && (
          <span className={classes.narrow}>
            {narrow.join(' · ')}
            {words.length > 0 && ' · '}
          </span>
        )}
        {words.join(' · ')}
      </small>
    </>
  );
}
