import { Button, Select } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { replacementOf } from '../api/explanations.ts';
import type { QuestionOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { nameOfPerson } from '../shared/action-words.ts';
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
  const [also, setAlso] = useState<readonly string[]>([]);
  const withdrawing = useMemo(
    () => also.filter((each) => each !== id && members.includes(each)),
    [also, members, id],
  );
  const question = useWithdrawal(id, withdrawing);
  const { answer, failure, asking } = useAnswer(
    useMemo(
      () => (ready && wanted ? replacementOf(question, members, id, withdrawing) : undefined),
      [ready, wanted, question, members, id, withdrawing],
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
      {wanted && (
        <AlsoWithdraw among={members.filter((each) => each !== id)} chosen={withdrawing} choose={setAlso} />
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

/** Who else withdraws at the same time: chosen one by one, each taken back again by their button. */
function AlsoWithdraw({
  among,
  chosen,
  choose,
}: {
  readonly among: readonly string[];
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}): ReactNode {
  const { say } = useWording();
  const { people } = useCase();
  const others = among.filter((each) => !chosen.includes(each));
  return (
    <>
      <Select
        size="xs"
        searchable
        label={say('web.also-withdraws')}
        data={others.map((value) => ({ value, label: nameOfPerson(value, people) }))}
        value={null}
        onChange={(value) => value !== null && choose([...chosen, value])}
      />
      {chosen.map((each) => (
        <Button
          key={each}
          size="compact-xs"
          variant="default"
          aria-label={say('web.withdraws-not', { name: nameOfPerson(each, people) })}
          onClick={() => choose(chosen.filter((other) => other !== each))}
        >
          {nameOfPerson(each, people)} ×
        </Button>
      ))}
    </>
  );
}

/** Of a placement somebody who withdraws takes no other post either. */
function useWithdrawal(id: string, also: readonly string[]): QuestionOf {
  const question = useQuestion();
  const { plan } = useCase();
  return useMemo(() => {
    const persons = [id, ...also].flatMap((each) => plan?.find(each)?.candidate ?? []);
    if (persons.length === 0) return question;
    return {
      ...question,
      pin: question.pin.filter((each) => !persons.includes(each)),
      exclude: [...question.exclude, ...persons],
    };
  }, [question, plan, id, also]);
}
