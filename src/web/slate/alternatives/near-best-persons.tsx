import { type ReactNode, useMemo } from 'react';
import type { NearBest } from '../../../slate/propose-answer.ts';
import { inOrderOfPosts } from '../../placements/plan.ts';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { NameButton } from '../../shared/focus-button.tsx';
import { useWording } from '../../shared/language.tsx';
import { groupsOf } from '../filters/groups.ts';
import classes from './near-best-panel.module.css';
import type { Standing } from '../people/standing.ts';

/** Names that are shown at once; the others bear their mark in the lists below. */
const MOST_SHOWN = 60;

/** Everybody, or every appointment, of one standing: those on the slate in hand, and those who are not. */
export function NearBestPersons(properties: {
  readonly near: NearBest;
  readonly chosen: Standing;
}): ReactNode {
  const { near, chosen } = properties;
  const { people, plan } = useCase();
  const { members } = useSession().work;
  const ordered = useMemo(
    () =>
      plan === undefined
        ? groupsOf(near[chosen], people).flatMap(({ ids }) => ids)
        : inOrderOfPosts(near[chosen], plan),
    [near, chosen, people, plan],
  );
  const on = new Set(members);
  return (
    <div className={classes.persons}>
      <Side chosen={chosen} side="on" ids={ordered.filter((id) => on.has(id))} />
      <Side chosen={chosen} side="off" ids={ordered.filter((id) => !on.has(id))} />
    </div>
  );
}

function Side(properties: {
  readonly chosen: Standing;
  /** Whether they are on the slate in hand. */
  readonly side: 'on' | 'off';
  readonly ids: readonly string[];
}): ReactNode {
  const { chosen, side, ids } = properties;
  const { say } = useWording();
  if (ids.length === 0) return null;
  // Sure and not on it, or out and on it: that is why the slate in hand is not near the best.
  const isOdd = (chosen === 'sure' && side === 'off') || (chosen === 'out' && side === 'on');
  return (
    <section data-odd={isOdd}>
      <h3>{say(`web.near-${side}`, { count: ids.length })}</h3>
      <ul>
        {ids.slice(0, MOST_SHOWN).map((id) => (
          <li key={id}>
            <NameButton id={id} look="pill" />
          </li>
        ))}
        {ids.length > MOST_SHOWN && <li>{say('web.near-more', { count: ids.length - MOST_SHOWN })}</li>}
      </ul>
    </section>
  );
}
