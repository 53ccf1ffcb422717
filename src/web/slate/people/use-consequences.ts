import { useMemo } from 'react';
import type { CheckAnswer, Consequence } from '../../../check/check-answer.ts';
import { type Coming, consequencesOf } from '../../api/questions.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { Text } from '../../../words/language.ts';
import { useCase } from '../../session/case.tsx';
import { useQuestion } from '../../session/question.ts';
import { useSession } from '../../session/session.tsx';

/** What would become of the slate with somebody, and how the rules that it names are called. */
export interface TitledConsequence extends Consequence {
  /** By rule, as it stands now: a bound that was moved stands in the title. */
  readonly titles: ReadonlyMap<string, Text>;
}

/** What would become of the slate or plan with each who could come, as far as it is known. */
export interface Consequences {
  readonly byId: ReadonlyMap<string, TitledConsequence>;
  /** The place of somebody in the list, the best first; those of whom nothing is known come last. */
  readonly placeOf: (id: string) => number;
}

/** Milliseconds that the hand rests before it is asked: the check of the slate itself goes first. */
const PATIENCE = 150;

const NONE: Consequences = { byId: new Map(), placeOf: () => 0 };

/**
 * Asks what would become of the slate in hand with each candidate, all in one question. The last answer
 * stays until the next one is there, so that a list does not jump about under a hand.
 *
 * @param leaving the member whose place is taken; absent: nobody's, or on a full slate the best one's.
 */
export function useConsequences(leaving: string | undefined): Consequences {
  const { plan } = useCase();
  const coming = useMemo((): Coming => ({ leave: leaving }), [leaving]);
  return useOrdered(useConsequencesAnswer(plan === undefined ? coming : undefined, 1));
}

/**
 * The same of a plan, for appointments to one place.
 *
 * @param coming the appointments that are asked about; `undefined` while that is not known.
 */
export function usePlanConsequences(coming: Coming | undefined): Consequences {
  return useOrdered(useConsequencesAnswer(coming, 0));
}

/** @param least how many members there are at least, or nothing is asked. */
function useConsequencesAnswer(coming: Coming | undefined, least: number): CheckAnswer | undefined {
  const { ready, people, plan } = useCase();
  const { members } = useSession().work;
  const question = useQuestion();
  const { answer } = useAnswer(
    useMemo(() => {
      const isKnown = (id: string): boolean =>
        plan === undefined ? people.byId.has(id) : plan.find(id) !== undefined;
      const known = members.filter(isKnown);
      if (!ready || coming === undefined || known.length < least) return undefined;
      return consequencesOf(question, known, coming);
    }, [ready, plan, question, members, people, coming, least]),
    PATIENCE,
  );
  return answer;
}

function useOrdered(answer: CheckAnswer | undefined): Consequences {
  return useMemo(() => {
    const list = answer?.consequences ?? [];
    if (list.length === 0) return NONE;
    const places = new Map(list.map(({ candidate }, place) => [candidate, place]));
    // Where nobody brings or costs any, as under rules without an objective, there is nothing to say of points.
    const areCounted = list.some(({ points }) => points !== undefined && points !== 0);
    const titles = new Map(answer?.rules.map(({ id, title }) => [id, title]));
    return {
      byId: new Map(
        list.map((each) => [
          each.candidate,
          { ...each, titles, points: areCounted ? each.points : undefined },
        ]),
      ),
      placeOf: (id) => places.get(id) ?? list.length,
    };
  }, [answer]);
}
