import type { ReactNode } from 'react';
import type { Person } from '../people/person.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import { ReplaceSection } from '../why/replace-section.tsx';
import { WhySection } from '../why/why-section.tsx';
import { BestPost } from './best-post.tsx';
import type { PlanGround } from './plan.ts';
import { PlanDecisions } from './plan-decisions.tsx';
import classes from './person-in-plan.module.css';
import { usePlaceWords } from './use-places.ts';

/** Of a placement: which post somebody has or is asked about, what can be decided, and why it is so. */
export function PersonInPlan(properties: {
  readonly plan: PlanGround;
  /** An appointment, or a candidate. */
  readonly id: string;
  readonly person: Person;
}): ReactNode {
  const { plan, id, person } = properties;
  const { say } = useWording();
  const words = usePlaceWords();
  const { members } = useSession().work;
  const own = members.find((member) => plan.find(member)?.candidate === person.id);
  const asked = plan.find(id) === undefined ? own : id;
  const place = asked === undefined ? undefined : plan.find(asked);
  return (
    <>
      <p className={classes.place}>
        {place === undefined ? (
          say('web.without-in-plan')
        ) : (
          <>
            <span>{asked === own ? say('web.in-the-plan') : say('web.asked-post')}: </span>
            <b>{words(place)}</b>
          </>
        )}
      </p>
      <PlanDecisions person={person} appointment={asked} />
      {asked === undefined ? (
        <BestPost plan={plan} person={person} />
      ) : (
        <>
          <WhySection id={asked} />
          <ReplaceSection id={asked} />
        </>
      )}
    </>
  );
}
