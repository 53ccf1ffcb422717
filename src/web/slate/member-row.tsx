import { Pin } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';
import { useDropTarget } from '../shared/drop-area.tsx';
import { drag } from '../shared/dragging.ts';
import { NameButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import { type MemberAction, MemberActions } from './member-actions.tsx';
import classes from './member-row.module.css';
import { PersonFact, type ShownFact } from './person-facts.tsx';
import { StandingMark } from './standing-mark.tsx';
import type { Standing } from './standing.ts';
import { focusNext, stepToNeighbour } from './row-focus.ts';
import { ownValue } from '../../words/own.ts';

/** One member: the facts that rules use, and what can be done with them by hand, key or dragging. */
export function MemberRow(properties: {
  readonly id: string;
  readonly number: number;
  readonly facts: readonly ShownFact[];
  readonly dim: boolean;
  readonly standing: Standing | undefined;
  readonly leaving: boolean;
  readonly onSwap: (id: string | undefined) => void;
}): ReactNode {
  const { id, number, facts, dim, standing, leaving, onSwap } = properties;
  const { people } = useCase();
  const { work, make } = useSession();
  const person = people.byId.get(id);
  const pinned = work.pin.includes(id);
  const actions: Readonly<Record<MemberAction, () => void>> = {
    pin: () => make({ do: pinned ? 'release' : 'pin', id }),
    exclude: () => make({ do: 'exclude', id }),
    remove: () => make({ do: 'remove', id }),
    swap: () => onSwap(leaving ? undefined : id),
  };
  const { over, targets } = useDropTarget((came) => {
    if (!work.members.includes(came)) make({ do: 'swap', out: id, in: came });
  });
  return (
    <tr
      className={classes.row}
      data-dim={dim}
      data-over={over}
      data-leaving={leaving}
      draggable
      onDragStart={(event) => drag(event, id)}
      {...targets}
    >
      <td className={classes.number}>{number}</td>
      <th scope="row" className={classes.who}>
        <Name id={id} pinned={pinned} standing={standing} actions={actions} />
      </th>
      {facts.map((fact) => (
        <td key={fact} data-fact={fact} data-value={ownValue(person?.cells, fact) ?? ''}>
          {person !== undefined && <PersonFact person={person} fact={fact} />}
        </td>
      ))}
      <td className={classes.actions}>
        <span>
          <MemberActions name={person?.name ?? id} pinned={pinned} leaving={leaving} actions={actions} />
        </span>
      </td>
    </tr>
  );
}

/** What each key does on a row. */
const KEYS: Readonly<Record<string, MemberAction>> = {
  p: 'pin',
  x: 'exclude',
  s: 'swap',
  Delete: 'remove',
  Backspace: 'remove',
};

function Name(properties: {
  readonly id: string;
  readonly pinned: boolean;
  readonly standing: Standing | undefined;
  readonly actions: Readonly<Record<MemberAction, () => void>>;
}): ReactNode {
  const { id, pinned, standing, actions } = properties;
  const { say } = useWording();
  const person = useCase().people.byId.get(id);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || stepToNeighbour(event)) return;
    const action = KEYS[event.key];
    if (action === undefined) return;
    event.preventDefault();
    if (action === 'exclude' || action === 'remove') focusNext(event.currentTarget);
    actions[action]();
  };
  const isIncumbent = person?.cells['incumbent'] === 'true';
  const words = [person?.cells['post'], person?.cells['unit'], isIncumbent ? say('web.incumbent') : ''];
  return (
    <>
      <NameButton id={id} data-row onKeyDown={press}>
        {person?.name ?? id}
        {pinned && <Pin size={12} className={classes.pin} aria-hidden />}
        {pinned && <span className="visually-hidden">{say('web.is-pinned')}</span>}
      </NameButton>
      <StandingMark standing={standing} />
      <small>{words.filter(Boolean).join(' · ')}</small>
    </>
  );
}
