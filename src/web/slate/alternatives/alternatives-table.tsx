import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { Slate } from '../../../slate/propose-answer.ts';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { NameButton } from '../../shared/focus-button.tsx';
import { useWording } from '../../shared/language.tsx';
import { missedGoals } from '../quotas/missed-goals.tsx';
import classes from './alternatives-panel.module.css';
import { groupsOf } from '../filters/groups.ts';

/** Slates as columns, and the persons in whom they differ as rows. */
export function AlternativesTable(properties: {
  readonly slates: readonly Slate[];
  readonly differing: readonly string[];
}): ReactNode {
  const { slates, differing } = properties;
  const { say } = useWording();
  const { people } = useCase();
  const rows = useMemo(() => groupsOf(differing, people).flatMap(({ ids }) => ids), [differing, people]);
  return (
    <SlateColumns slates={slates} rowsAre={say('web.open-persons')}>
      {rows.map((id) => (
        <tr key={id}>
          <th scope="row">
            <NameButton id={id} />
            <small>{people.byId.get(id)?.cells['unit']}</small>
          </th>
          {slates.map((slate) => (
            <On key={slate.members.join()} isOn={slate.members.includes(id)} />
          ))}
        </tr>
      ))}
    </SlateColumns>
  );
}

/** A table with a column a slate, the best first, headed by what each is worth. */
export function SlateColumns(properties: {
  readonly slates: readonly Slate[];
  /** What the rows are, as the heading of the first column. */
  readonly rowsAre: string;
  /** The rows. */
  readonly children: ReactNode;
}): ReactNode {
  const { slates, rowsAre, children } = properties;
  const { say } = useWording();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.alternatives')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{rowsAre}</th>
            {slates.map((slate, index) => (
              <SlateHead key={slate.members.join()} slate={slate} index={index} best={slates[0]} />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** The head of one slate: what it is worth against the best, and the click that takes it. */
function SlateHead(properties: {
  readonly slate: Slate;
  readonly index: number;
  readonly best: Slate | undefined;
}): ReactNode {
  const { slate, index, best = slate } = properties;
  const { say, points, pointsMore } = useWording();
  const { work, make } = useSession();
  const loss = best.objective - slate.objective;
  const missed = missedGoals(slate.report).size;
  return (
    <th scope="col">
      <span>{say('web.slate-number', { number: index + 1 })}</span>
      <b>{points(slate.objective)}</b>
      {index > 0 && <small>{loss > 0 ? pointsMore(-loss) : say('web.is-best')}</small>}
      {slate.assurance !== undefined && (
        <small>{say(slate.assurance === 'proven' ? 'web.proven' : 'web.not-proven')}</small>
      )}
      {missed > 0 && <small className={classes.missed}>{say('web.goals-missed', { count: missed })}</small>}
      <div>
        <Button
          size="compact-xs"
          variant="default"
          disabled={slate.members.join() === work.members.join()}
          onClick={() => make({ do: 'take', members: slate.members, from: 'alternative' })}
        >
          {say('web.take')}
        </Button>
      </div>
    </th>
  );
}

function On({ isOn }: { readonly isOn: boolean }): ReactNode {
  const { say } = useWording();
  return (
    <td data-on={isOn}>
      <span className="visually-hidden">{isOn ? say('web.yes') : say('web.no')}</span>
      {isOn && <i aria-hidden />}
    </td>
  );
}
