import { useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { proposalOf } from '../api/questions.ts';
import { ask } from '../api/service.ts';
import { useWording } from '../shared/language.tsx';
import { useCase } from './case.tsx';
import { useQuestion } from './question.ts';
import { useSession } from './session.tsx';

/** The shortest way to a slate: takes the best one and shows it. */
interface Proposing {
  readonly propose: () => void;
  /** Whether it can be asked for, and is not on its way already. */
  readonly canPropose: boolean;
}

/** See {@link Proposing}. */
export function usePropose(): Proposing {
  const { language } = useWording();
  const { ready } = useCase();
  const { make } = useSession();
  const question = useQuestion();
  const [isAsking, setAsking] = useState(false);
  const send = async (): Promise<void> => {
    setAsking(true);
    // Why there is none, or no answer, is told where the slate stands.
    const answer = await ask(proposalOf(question), language).catch(() => undefined);
    const members = answer?.slates[0]?.members;
    if (members !== undefined) make({ do: 'take', members, from: 'proposal' });
    setAsking(false);
    goTo('slate');
  };
  const canPropose = ready && !isAsking;
  return { propose: () => void (canPropose && send()), canPropose };
}
