import { ActionIcon, Tooltip } from '@mantine/core';
import { ArrowLeftRight, Ban, Pin, Plus, RotateCcw } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Text } from '../../words/language.ts';
import type { Person } from '../people/person.ts';
import { useDeciding } from '../session/deciding.ts';
import { drag } from '../shared/dragging.ts';
import { NameButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import classes from './candidate-row.module.css';
import { ageWords } from './person-facts.tsx';
import { StandingMark } from './standing-mark.tsx';
import type { Standing } from './standing.ts';
import { focusNext, stepToNeighbour } from './row-focus.ts';

/** Somebody who is not on the slate. */
export function CandidateRow(properties: {
  readonly person: Person;
  readonly excluded: boolean;
  /** Whether a member is about to be swapped for somebody of this list. */
  readonly swapping: boolean;
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
  const { say, text, value } = useWording();
  const { pin, exclude, release } = useDeciding();
  const { id, name, cells, age } = person;
  const gender = cells['gender'] ?? '';
  const facts = [gender === '' ? '' : value('gender', gender), ageWords(age), cells['unit'] ?? ''].filter(
    Boolean,
  );
  const choice = onChoose && {
    key: 'A',
    label: swapping ? say('web.swap-in', { name }) : say('web.add', { name }),
    icon: swapping ? ArrowLeftRight : Plus,
    act: () => onChoose(id),
  };
  const actions = [
    ...(choice === undefined ? [] : [choice]),
    { key: 'P', label: say('web.pin', { name }), icon: Pin, act: () => pin(id) },
    {
      key: 'X',
      label: excluded ? say('web.readmit', { name }) : say('web.exclude', { name }),
      icon: excluded ? RotateCcw : Ban,
      act: () => (excluded ? release(id) : exclude(id)),
    },
  ];
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || stepToNeighbour(event)) return;
    const action = actions.find(({ key }) => key.toLowerCase() === event.key);
    if (action === undefined) return;
    event.preventDefault();
    focusNext(event.currentTarget);
    action.act();
  };
  return (
    <li className={classes.row} draggable onDragStart={(event) => drag(event, id)}>
      <div className={classes.who}>
        <NameButton id={id} data-row onKeyDown={press}>
          {name}
        </NameButton>
        <StandingMark standing={standing} />
        <small>{facts.join(' · ')}</small>
        {note !== undefined && <small className={classes.note}>{note}</small>}
        {setAside !== undefined && <small className={classes.aside}>{text(setAside)}</small>}
      </div>
      <div className={classes.actions}>
        {actions.map(({ key, label, icon: Icon, act }) => (
          <Tooltip key={key} label={`${label} (${key})`}>
            <ActionIcon size={26} aria-label={label} tabIndex={-1} onClick={act}>
              <Icon size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
    </li>
  );
}
