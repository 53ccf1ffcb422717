import { Button } from '@mantine/core';
import { Sparkles } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { proposalOf } from '../api/questions.ts';
import { ask } from '../api/service.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { useWording } from '../shared/language.tsx';
import classes from './lead.module.css';

/** What the page is for, in one line, and the shortest way to a slate. */
export function Lead(): ReactNode {
  const { say, language } = useWording();
  const { ready } = useCase();
  const { make } = useSession();
  const question = useQuestion();
  const [isAsking, setAsking] = useState(false);
  const propose = async (): Promise<void> => {
    setAsking(true);
    // Why there is none, or no answer, is told where the slate stands.
    const answer = await ask(proposalOf(question), language).catch(() => undefined);
    const members = answer?.slates[0]?.members;
    if (members !== undefined) make({ do: 'take', members, from: 'proposal' });
    goTo('slate');
  };
  return (
    <section className={classes.lead} aria-label={say('web.name')}>
      <p>{say('web.lead')}</p>
      <Button
        leftSection={<Sparkles size={16} aria-hidden />}
        disabled={!ready || isAsking}
        onClick={() => void propose()}
      >
        {say('web.propose-now')}
      </Button>
    </section>
  );
}
