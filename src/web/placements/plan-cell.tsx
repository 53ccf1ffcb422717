import { Link2, Pin, UserPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { useDeciding } from '../session/deciding.ts';
import { useSession } from '../session/session.tsx';
import { nameOfPerson } from '../shared/action-words.ts';
import { useDropTarget } from '../shared/drop-area.tsx';
import { drag } from '../shared/dragging.ts';
import { NameButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import { actByKey, type PersonAction, PersonActions } from '../slate/people/person-actions.tsx';
import { StandingMark } from '../slate/people/standing-mark.tsx';
import type { Standing, Standings } from '../slate/people/standing.ts';
import type { Cell, Holder } from './grid.ts';
import { stepInGrid } from './grid-focus.ts';
import { MoveMark } from './move-mark.tsx';
import { moveOf } from './moves.ts';
import { openingKey, type Place } from './plan.ts';
import classes from './plan-grid.module.css';
import { useAppoint } from './use-appoint.ts';
import { usePlaceWords } from './use-places.ts';

/** What the hand is on in the plan, and what is known of its appointments besides. */
export interface PlanMarks {
  /** Whom a quota counts that the hand is on; all others stand back. */
  readonly lit: ReadonlySet<string> | undefined;
  /** How each appointment stands in the plans near the best, where that is known. */
  readonly standings: Standings | undefined;
  /** Whose place is to be taken, or which opening is to be filled. */
  readonly leaving: string | undefined;
  readonly onSwap: (id: string | undefined) => void;
}

/** One post, or several that one person holds: who, how they come there, whom they take the place of. */
export function PlanCell(
  properties: PlanMarks & {
    readonly unit: string;
    readonly cell: Cell;
    /** The first column that it takes, from 0. */
    readonly column: number;
  },
): ReactNode {
  const { unit, cell, column, lit, standings, leaving, onSwap } = properties;
  const { say, text } = useWording();
  const { people } = useCase();
  const { titles, exists, holders, vacant, replaced } = cell;
  const appoint = useAppoint();
  const place: Place = { unit, titles: titles.map(({ id }) => id) };
  const opening = openingKey(place);
  const { over, targets } = useDropTarget((id) => appoint(id, place, holders[0]?.id));
  const title = say('web.titles-together', { titles: titles.map((each) => text(each.title)) });
  if (!exists) return <NoPost title={title} />;
  const isLeaving = leaving === opening || holders.some(({ id }) => id === leaving);
  const isDim = lit !== undefined && !holders.some(({ id }) => lit.has(id));
  const names = replaced.map((id) => nameOfPerson(id, people));
  return (
    <td
      className={classes.cell}
      colSpan={titles.length}
      data-title={title}
      data-column={column}
      data-combined={titles.length > 1}
      data-over={over}
      data-leaving={isLeaving}
      data-dim={isDim}
      {...targets}
    >
      <div className={classes.holders}>
        {holders.map((holder) => (
          <HolderEntry
            key={holder.id}
            holder={holder}
            combined={titles.length > 1}
            replaced={holders.length === 1 ? names : []}
            standing={standings?.get(holder.id)}
            leaving={holder.id === leaving}
            onSwap={onSwap}
          />
        ))}
      </div>
      {holders.length > 1 && names.length > 0 && <FormerHolders names={names} />}
      {vacant > 0 && (
        <Opening
          place={place}
          count={vacant}
          held={holders.length === 0 ? names : []}
          onFill={() => onSwap(leaving === opening ? undefined : opening)}
        />
      )}
    </td>
  );
}

/** A unit that has no such post. */
function NoPost({ title }: { readonly title: string }): ReactNode {
  const { say } = useWording();
  return (
    <td className={classes.none} data-title={title}>
      <span className="visually-hidden">{say('web.no-such-post')}</span>
    </td>
  );
}

/** Who held a post of several seats; of one seat it stands beside who takes it. */
function FormerHolders({ names }: { readonly names: readonly string[] }): ReactNode {
  const { say } = useWording();
  return (
    <details className={classes.former}>
      <summary>{say('web.former-holders', { count: names.length })}</summary>
      {names.join(', ')}
    </details>
  );
}

function HolderEntry(properties: {
  readonly holder: Holder;
  readonly combined: boolean;
  readonly replaced: readonly string[];
  readonly standing: Standing | undefined;
  readonly leaving: boolean;
  readonly onSwap: (id: string | undefined) => void;
}): ReactNode {
  const { holder, combined, replaced, standing, leaving, onSwap } = properties;
  const { id, candidate, facts } = holder;
  const { say } = useWording();
  const { people, ruleSet } = useCase();
  const isListed = ruleSet?.list !== undefined;
  const { work, make } = useSession();
  const { pin, exclude, release } = useDeciding();
  const isPinned = work.pin.includes(id) || work.pin.includes(candidate);
  const name = nameOfPerson(candidate, people);
  const isPlaced = work.pin.includes(id);
  const actions: readonly PersonAction[] = [
    { deed: isPlaced ? 'unpin' : 'pin', act: () => (isPlaced ? release(id) : pin(id)) },
    { deed: 'swap', act: () => onSwap(leaving ? undefined : id), pressed: leaving },
    { deed: 'remove', act: () => make({ do: 'remove', id }) },
    { deed: 'exclude', act: () => exclude(id) },
  ];
  return (
    <div className={classes.holder} draggable onDragStart={(event) => drag(event, id)}>
      <NameButton
        id={id}
        data-row
        data-appointment={id}
        onKeyDown={(event) => stepInGrid(event) || actByKey(event, actions)}
      >
        {name}
        {isPinned && <Pin size={12} className={classes.pin} aria-hidden />}
        {isPinned && <span className="visually-hidden">{say('web.is-pinned')}</span>}
      </NameButton>
      <small>
        <StandingMark standing={standing} />
        {combined && (
          <span className={classes.together}>
            <Link2 size={13} aria-hidden /> {say('web.combined-post')}
          </span>
        )}
        {facts !== undefined && !isListed && <MoveMark move={moveOf(facts)} from={facts.from} />}
        {replaced.length > 0 && <span>{say('web.replaces', { names: replaced })}</span>}
      </small>
      <span className={classes.actions}>
        <PersonActions name={name} actions={actions} />
      </span>
    </div>
  );
}

function Opening(properties: {
  readonly place: Place;
  readonly count: number;
  readonly held: readonly string[];
  readonly onFill: () => void;
}): ReactNode {
  const { place, count, held, onFill } = properties;
  const { say } = useWording();
  const words = usePlaceWords();
  return (
    <div className={classes.opening}>
      <button
        type="button"
        data-row
        onClick={onFill}
        onKeyDown={(event) => {
          if (stepInGrid(event) || event.key !== 's' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          onFill();
        }}
      >
        <UserPlus size={14} aria-hidden />
        {count === 1 ? say('web.vacant') : say('web.vacant-seats', { count })}
        <span className="visually-hidden">: {words(place)}</span>
      </button>
      {held.length > 0 && <small>{say('web.held-now', { names: held })}</small>}
    </div>
  );
}
