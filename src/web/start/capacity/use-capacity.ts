import { useMemo } from 'react';
import { capacityOf } from '../../api/questions.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCase } from '../../session/case.tsx';
import { useUndecided } from '../../session/question.ts';

/** What the pool can give each rule, and what looks odd in it under the rules, as far as it is answered. */
export type CapacityAsked = ReturnType<typeof useCapacity>;

/** Asks what the pool can give each rule, once the case can be asked about. */
export function useCapacity() {
  const { ready } = useCase();
  const undecided = useUndecided();
  return useAnswer(useMemo(() => (ready ? capacityOf(undecided) : undefined), [ready, undecided]));
}
