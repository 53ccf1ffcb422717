import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { WhyAnswer } from '../../explain/answers.ts';
import { whyOf } from '../api/explanations.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { useNamed } from '../shared/named.ts';
import classes from './details.module.css';
import { Exchange } from './exchange.tsx';

/** Why somebody is on the best slate or not, what the contrary costs, and which rules stand in the way. */
export function WhySection({ id }: { readonly id: string }): ReactNode {
  const { say } = useWording();
  const named = useNamed();
  const { ready } = useCase();
  const question = useQuestion();
  const { answer, failure, asking } = useAnswer(
    useMemo(() => (ready ? whyOf(question, id) : undefined), [ready, question, id]),
  );
  return (
    <section className={classes.why} aria-label={say('web.why')} aria-busy={asking}>
      <h3>{say('web.why')}</h3>
      {failure !== undefined && <Failure failure={failure} />}
      {answer === undefined ? (
        asking && <p>{say('web.asking')}</p>
      ) : (
        <>
          <p className={classes.answer}>{named(answer.message)}</p>
          <Contrary answer={answer} />
          {answer.conflicts.map((conflict) => (
            <p key={conflict.rules.join()}>{named(conflict.message)}</p>
          ))}
          {answer.obstacles.length > 0 && (
            <>
              <h4>{say('web.obstacles')}</h4>
              <ul>
                {answer.obstacles.map((obstacle) => (
                  <li key={obstacle.rule}>{named(obstacle.message)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}

/** The best slate with them, or without them. */
function Contrary({ answer }: { readonly answer: WhyAnswer }): ReactNode {
  const { say } = useWording();
  const { make } = useSession();
  const { other } = answer;
  if (other === undefined) return null;
  return (
    <>
      <Exchange leave={other.leave} enter={other.enter} />
      <Button
        size="xs"
        variant="default"
        onClick={() => make({ do: 'take', members: other.members, from: 'alternative' })}
      >
        {answer.status === 'on' ? say('web.take-without') : say('web.take-with')}
      </Button>
    </>
  );
}
