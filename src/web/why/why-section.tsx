import { Button } from '@mantine/core';
import { Copy } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { WhyAnswer } from '../../explain/answers.ts';
import type { Text } from '../../words/language.ts';
import { whyOf } from '../api/explanations.ts';
import { useAnswer } from '../api/use-answer.ts';
import { planChanges } from '../placements/plan-exchange.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { nameOfPerson } from '../shared/action-words.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { useNamed } from '../shared/ids-as-names.ts';
import classes from './details.module.css';
import { Exchange } from './exchange.tsx';

/** Why somebody is on the best slate or not, what the contrary costs, and which rules stand in the way. */
export function WhySection({ id }: { readonly id: string }): ReactNode {
  const { say } = useWording();
  const words = useWhyWords();
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
          <p className={classes.answer}>{words(answer)}</p>
          <CopyMemo id={id} answer={answer} sentence={words(answer)} />
          <Contrary answer={answer} />
          {answer.assurance === 'one-solver' && (
            <p>
              <small>{say('web.by-one-solver')}</small>
            </p>
          )}
          {unsaid(answer.conflicts, words(answer), named).map((conflict) => (
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

/** The conflicts that the answer does not tell in its one sentence. */
function unsaid(
  conflicts: WhyAnswer['conflicts'],
  sentence: string,
  named: (text: Text) => string,
): WhyAnswer['conflicts'] {
  return conflicts.filter(({ message }) => !sentence.includes(named(message)));
}

/** The answer in a sentence; of a placement without the many who then change places, who stand below it. */
function useWhyWords(): (answer: WhyAnswer) => string {
  const { say, points } = useWording();
  const named = useNamed();
  const { plan } = useCase();
  return ({ status, other, message }) => {
    if (plan === undefined || other === undefined) return named(message);
    const changes = planChanges(other.leave, other.enter, plan).length;
    const isOn = status === 'on';
    const loss = points(other.loss);
    if (loss === points(0)) return say(isOn ? 'web.why-post-equal' : 'web.why-post-close', { changes });
    return say(isOn ? 'web.why-post-on' : 'web.why-post-off', { loss, changes });
  };
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

/** Copies the reasons in words, with the name, for a memo. */
function CopyMemo(properties: {
  readonly id: string;
  readonly answer: WhyAnswer;
  readonly sentence: string;
}): ReactNode {
  const { id, answer, sentence } = properties;
  const { say } = useWording();
  const { people } = useCase();
  const named = useNamed();
  const [copied, setCopied] = useState(false);
  // Without TLS there is no clipboard, and nothing to offer.
  if (navigator.clipboard === undefined) return null;
  const copy = (): void => {
    const further = unsaid(answer.conflicts, sentence, named);
    const reasons = [...further, ...answer.obstacles].map(({ message }) => `– ${named(message)}.`);
    const text = [`${nameOfPerson(id, people)}: ${sentence}.`, ...reasons].join('\n');
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Button size="compact-xs" variant="subtle" leftSection={<Copy size={13} aria-hidden />} onClick={copy}>
      {copied ? say('web.link-copied') : say('web.copy-memo')}
    </Button>
  );
}
