import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { replacementOf } from '../api/explanations.ts';
import type { QuestionOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { useNamed } from '../shared/ids-as-names.ts';
import classes from './details.module.css';
import { Exchange } from './exchange.tsx';

/** If a member withdraws: what the free seat must still bring, and who could take it. Asked on demand. */
export function ReplaceSection({ id }: { readonly id: string }): ReactNode {
  const { say, points } = useWording();
  const named = useNamed();
  const { ready } = useCase();
  const { work, make } = useSession();
  const [wanted, setWanted] = useState(false);
  const { members } = work;
  const question = useWithdrawal(id);
  const { answer, failure, asking } = useAnswer(
    useMemo(
      () => (ready && wanted ? replacementOf(question, members, id) : undefined),
      [ready, wanted, question, members, id],
    ),
  );
  if (!members.includes(id)) return null;
  return (
    <section className={classes.why} aria-label={say('web.if-withdraws')} aria-busy={asking}>
      <h3>{say('web.if-withdraws')}</h3>
      {!wanted && (
        <Button size="xs" variant="default" onClick={() => setWanted(true)}>
          {say('web.find-replacements')}
        </Button>
      )}
      {failure !== undefined && <Failure failure={failure} />}
      {answer !== undefined && <p className={classes.answer}>{named(answer.message)}</p>}
      {answer?.assurance === 'one-solver' && (
        <p>
          <small>{say('web.by-one-solver')}</small>
        </p>
      )}
      {answer?.replacements.map((replacement) => (
        <div key={replacement.slate.members.join()} className={classes.option}>
          <Exchange leave={replacement.leave} enter={replacement.enter} />
          <span>{points(replacement.slate.objective)}</span>
          <Button
            size="compact-xs"
            variant="default"
            disabled={asking}
            onClick={() => make({ do: 'take', members: replacement.slate.members, from: 'repair' })}
          >
            {say('web.take')}
          </Button>
        </div>
      ))}
    </section>
  );
}

/** Of a placement somebody who withdraws takes no other post either. */
function useWithdrawal(id: string): QuestionOf {
  const question = useQuestion();
  const { plan } = useCase();
  const person = plan?.find(id)?.candidate;
  return useMemo(
    () =>
      person === undefined
        ? question
        : {
            ...question,
            pin: question.pin.filter((each) => each !== person),
            exclude: [...question.exclude, person],
          },
    [question, person],
  );
}
