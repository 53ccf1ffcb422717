import { useMemo } from 'react';
import type { Consequence } from '../../slate/check-answer.ts';
import { consequencesOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { useSession } from '../session/session.tsx';

/** What would become of the slate with each candidate, as far as it is known. */
export interface Consequences {
  readonly byId: ReadonlyMap<string, Consequence>;
  /** The place of a candidate in the list, the best first; whom nothing is known of stand last. */
  readonly placeOf: (id: string) => number;
}

/** Milliseconds that the hand rests before it is asked: the check of the slate itself goes first. */
const PATIENCE = 150;

const NONE: Consequences = { byId: new Map(), placeOf: () => 0 };

/**
 * Asks what would become of the slate in hand with each candidate, all in one question. The last answer
 * stays until the next one is there, so that a list does not jump about under a hand.
 */
export function useConsequences(leaving: string | undefined): Consequences {
  const { ready, people, plan } = useCase();
  const { members } = useSession().work;
  const question = useQuestion();
  const { answer } = useAnswer(
    useMemo(() => {
      const known = members.filter((id) => people.byId.has(id));
      if (!ready || plan !== undefined || known.length === 0) return undefined;
      return consequencesOf(question, known, leaving);
    }, [ready, plan, question, members, people, leaving]),
    PATIENCE,
  );
  return useMemo(() => {
    const list = answer?.consequences ?? [];
    if (list.length === 0) return NONE;
    const places = new Map(list.map(({ candidate }, place) => [candidate, place]));
    return {
      byId: new Map(list.map((each) => [each.candidate, each])),
      placeOf: (id) => places.get(id) ?? list.length,
    };
  }, [answer]);
}
