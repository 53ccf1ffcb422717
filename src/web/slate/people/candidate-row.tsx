import type { ReactNode } from 'react';
import type { Text } from '../../../words/language.ts';
import type { Person } from '../../people/person.ts';
import { useDeciding } from '../../session/deciding.ts';
import { drag } from '../../shared/dragging.ts';
import { NameButton } from '../../shared/focus-button.tsx';
import { useNamed } from '../../shared/ids-as-names.ts';
import classes from './candidate-row.module.css';
import { actByKey, type PersonAction, PersonActions } from './person-actions.tsx';
import { useShortFacts } from '../columns/person-facts.tsx';
import { useColumns } from '../columns/use-columns.ts';
import { StandingMark } from './standing-mark.tsx';
import type { Standing } from './standing.ts';
import { stepToNeighbour } from './row-focus.ts';

/** What it is called to choose somebody. */
const WAYS_IN = { true: 'swap-in', best: 'exchange-in', false: 'add' } as const;

/** Somebody who is not on the slate. */
export function CandidateRow(properties: {
  readonly person: Person;
  readonly excluded: boolean;
  /** Whether somebody leaves for them: a member who is to be swapped, or the one whom a full slate can best spare. */
  readonly swapping: boolean | 'best';
  /** Why the rules cannot judge them or have them, if they cannot. */
  readonly setAside: Text | undefined;
  /** How they stand in the slates near the best, where that is known. */
  readonly standing?: Standing | undefined;
  /** What else is to be known of them. */
  readonly note?: ReactNode;
  /** Absent where there is no place to put them. */
  readonly onChoose?: (id: string) => void;
}): ReactNode {
  const { person, excluded, swapping, setAside, standing, note, onChoose } = properties;
  const named = useNamed();
  const { pin, exclude, release } = useDeciding();
  const { id, name, cells } = person;
  const facts = [...useShortFacts(useColumns().shown)(person), cells['unit'] ?? ''].filter(Boolean);
  const actions: readonly PersonAction[] = [
    ...(onChoose === undefined
      ? []
      : [{ deed: WAYS_IN[`${swapping}`], act: () => onChoose(id), leaves: true } as const]),
    { deed: 'pin', act: () => pin(id), leaves: true },
    {
      deed: excluded ? 'readmit' : 'exclude',
      act: () => (excluded ? release(id) : exclude(id)),
      leaves: true,
    },
  ];
  return (
    <li className={classes.row} draggable onDragStart={(event) => drag(event, id)}>
      <div className={classes.who}>
        <NameButton
          id={id}
          data-row
          onKeyDown={(event) => stepToNeighbour(event) || actByKey(event, actions)}
        >
          {name}
        </NameButton>
        <StandingMark standing={standing} />
        <small>{facts.join(' · ')}</small>
        {note !== undefined && <small className={classes.note}>{note}</small>}
        {setAside !== undefined && <small className={classes.aside}>{named(setAside)}</small>}
      </div>
      <div className={classes.actions}>
        <PersonActions name={name} actions={actions} />
      </div>
    </li>
  );
}
