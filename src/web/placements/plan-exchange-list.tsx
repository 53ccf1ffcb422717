import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCase } from '../session/case.tsx';
import { nameOfPerson } from '../shared/action-words.ts';
import { NameButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import type { PlanGround } from './plan.ts';
import { type PlanChange, planChanges } from './plan-exchange.ts';
import classes from './plan-exchange-list.module.css';
import { usePlaceWords } from './use-places.ts';

/** Lines that stand open; of more, the rest is folded away. */
const MOST_OPEN = 6;

/** Who comes, moves and goes when one plan gives way to another, one line a person. */
export function PlanExchangeList(properties: {
  readonly plan: PlanGround;
  readonly leave: readonly string[];
  readonly enter: readonly string[];
}): ReactNode {
  const { plan, leave, enter } = properties;
  const { say } = useWording();
  const changes = planChanges(leave, enter, plan);
  const [open, folded] = [changes.slice(0, MOST_OPEN), changes.slice(MOST_OPEN)];
  return (
    <div className={classes.exchange}>
      <Lines changes={open} />
      {folded.length > 0 && (
        <details>
          <summary>{say('web.more-changes', { count: folded.length })}</summary>
          <Lines changes={folded} />
        </details>
      )}
    </div>
  );
}

function Lines({ changes }: { readonly changes: readonly PlanChange[] }): ReactNode {
  const { say } = useWording();
  const { people } = useCase();
  const words = usePlaceWords();
  return (
    <ul>
      {changes.map(({ id, candidate, from, to }) => (
        <li key={id} data-change={to === undefined ? 'goes' : from === undefined ? 'comes' : 'moves'}>
          <NameButton id={id}>{nameOfPerson(candidate, people)}</NameButton>
          <span>
            {from === undefined ? say('web.no-post') : words(from)} <ArrowRight size={11} aria-hidden />
            <span className="visually-hidden">→</span> {to === undefined ? say('web.no-post') : words(to)}
          </span>
        </li>
      ))}
    </ul>
  );
}
