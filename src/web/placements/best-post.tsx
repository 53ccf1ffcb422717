import { Button, Select } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { focusOn } from '../address/use-address.ts';
import { proposalOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { Person } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import details from '../why/details.module.css';
import classes from './person-in-plan.module.css';
import { placedId, type PlanGround } from './plan.ts';
import { titleWords } from './place-words.ts';
import { usePlaceWords } from './use-places.ts';

/**
 * Of somebody without a post: the best one they could have, and what it costs that they get one; and
 * why they do not have any other one.
 */
export function BestPost({
  plan,
  person,
}: {
  readonly plan: PlanGround;
  readonly person: Person;
}): ReactNode {
  const { say, points } = useWording();
  const words = usePlaceWords();
  const { best, held, isNone, failure, asking } = useBestWith(person.id);
  const id = held?.members.find((member) => plan.find(member)?.candidate === person.id);
  const place = id === undefined ? undefined : plan.find(id);
  return (
    <section className={details.why} aria-label={say('web.why')} aria-busy={asking}>
      <h3>{say('web.why')}</h3>
      {failure !== undefined && <Failure failure={failure} />}
      {asking && <p>{say('web.seeking-post')}</p>}
      {!asking && failure === undefined && place === undefined && (
        <p>{isNone ? say('web.no-post-possible') : say('web.post-unknown')}</p>
      )}
      {place !== undefined && best !== undefined && held !== undefined && (
        <>
          <p className={details.answer}>
            {say('web.best-post', { post: words(place), loss: points(best.objective - held.objective) })}
          </p>
          <Button size="xs" variant="default" onClick={() => focusOn({ on: 'person', id: place.id })}>
            {say('web.ask-of-post')}
          </Button>
        </>
      )}
      <AskOfPost plan={plan} person={person} />
    </section>
  );
}

/** The best plan, and the best one in which somebody has a post. */
function useBestWith(person: string) {
  const { ready } = useCase();
  const question = useQuestion();
  const without = useMemo(
    () => ({ ...question, exclude: question.exclude.filter((id) => id !== person) }),
    [question, person],
  );
  const best = useAnswer(useMemo(() => (ready ? proposalOf(question) : undefined), [ready, question]));
  const held = useAnswer(
    useMemo(
      () => (ready ? proposalOf({ ...without, pin: [...without.pin, person] }) : undefined),
      [ready, without, person],
    ),
  );
  return {
    best: best.answer?.slates[0],
    held: held.current ? held.answer?.slates[0] : undefined,
    /** Proven: no plan has a post for them. */
    isNone: held.answer?.status === 'infeasible',
    failure: held.failure ?? best.failure,
    asking: held.asking || best.asking,
  };
}

/** Any post of any unit, to be asked why they do not have it. */
function AskOfPost({ plan, person }: { readonly plan: PlanGround; readonly person: Person }): ReactNode {
  const wording = useWording();
  const { say } = wording;
  const [unit, setUnit] = useState(plan.units.find(({ name }) => name === person.cells['unit'])?.name ?? '');
  const [way, setWay] = useState(plan.ways[0]?.join('+') ?? '');
  const titles = plan.ways.find((ids) => ids.join('+') === way);
  const ask = (): void => {
    if (titles !== undefined) focusOn({ on: 'person', id: placedId(person.id, { unit, titles }) });
  };
  return (
    <div className={classes.choose}>
      <Select
        size="xs"
        label={say('web.unit')}
        searchable
        value={unit === '' ? null : unit}
        data={plan.units.map(({ name }) => name)}
        onChange={(value) => setUnit(value ?? '')}
      />
      <Select
        size="xs"
        label={wording.fact('title')}
        allowDeselect={false}
        value={way}
        data={plan.ways.map((ids) => ({
          value: ids.join('+'),
          label: titleWords(ids, plan.titles, wording),
        }))}
        onChange={(value) => setWay(value ?? '')}
      />
      <Button size="xs" variant="default" disabled={unit === ''} onClick={ask}>
        {say('web.ask-of-post')}
      </Button>
    </div>
  );
}
