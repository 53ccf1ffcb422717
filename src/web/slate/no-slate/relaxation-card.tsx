import { Button } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RelaxationAnswer } from '../../../explain/answers.ts';
import { useCase } from '../../session/case.tsx';
import { useSession } from '../../session/session.tsx';
import { useWording } from '../../shared/language.tsx';
import { useNamed } from '../../shared/ids-as-names.ts';
import { acceptedBy } from './accepted-way-out.ts';
import classes from './no-slate-panel.module.css';

/** One way out: what gives way, what it costs, and the slate that then exists. */
export function RelaxationCard({ relaxation }: { readonly relaxation: RelaxationAnswer }): ReactNode {
  const { say, number, points } = useWording();
  const named = useNamed();
  const { work, make } = useSession();
  const { cost, changes, slate } = relaxation;
  const accepted = acceptedBy(relaxation, work, useCase().ruleSet?.rules ?? []);
  return (
    <article className={classes.card}>
      <ul className={classes.changes}>
        {changes.map(({ rule, side, message }) => (
          <li key={`${rule} ${side ?? ''}`}>{named(message)}</li>
        ))}
      </ul>
      <dl className={classes.figures}>
        <div>
          <dt>{say('web.relaxation-cost')}</dt>
          <dd>{number(cost)}</dd>
        </div>
        <div>
          <dt>{say('web.objective')}</dt>
          <dd>{points(slate.objective)}</dd>
        </div>
      </dl>
      <Button
        size="xs"
        rightSection={<ArrowRight size={14} aria-hidden />}
        onClick={() => make({ do: 'relax', ...accepted.relaxed })}
      >
        {accepted.complete ? say('web.accept') : say('web.accept-with-exceptions')}
      </Button>
    </article>
  );
}
