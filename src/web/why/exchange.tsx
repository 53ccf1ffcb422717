import type { ReactNode } from 'react';
import { PlanExchangeList } from '../placements/plan-exchange-list.tsx';
import { useCase } from '../session/case.tsx';
import { nameOfPerson } from '../shared/action-words.ts';
import { NameButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import classes from './details.module.css';

/** Who leaves and who enters when one slate gives way to another. */
export function Exchange(properties: {
  readonly leave: readonly string[];
  readonly enter: readonly string[];
}): ReactNode {
  const { leave, enter } = properties;
  const { say } = useWording();
  const { plan } = useCase();
  if (leave.length === 0 && enter.length === 0) return null;
  if (plan !== undefined) return <PlanExchangeList plan={plan} leave={leave} enter={enter} />;
  return (
    <dl className={classes.exchange}>
      <Side title={say('web.enter')} ids={enter} sign="+" />
      <Side title={say('web.leave')} ids={leave} sign="−" />
    </dl>
  );
}

function Side(properties: {
  readonly title: string;
  readonly ids: readonly string[];
  readonly sign: string;
}): ReactNode {
  const { title, ids, sign } = properties;
  const { people } = useCase();
  if (ids.length === 0) return null;
  return (
    <div data-sign={sign}>
      <dt>{title}</dt>
      <dd>
        {ids.map((id) => (
          <NameButton key={id} id={id} look="pill">
            <span aria-hidden>{sign}</span> {nameOfPerson(id, people)}
          </NameButton>
        ))}
      </dd>
    </div>
  );
}
