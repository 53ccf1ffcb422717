import { useMemo } from 'react';
import type { RuleFigure } from '../../slate/capacity-answer.ts';
import { poolFiguresOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useUndecided } from '../session/question.ts';
import { NO_CHANGES } from '../state/work.ts';

/** What the pool comes to by each rule, by its id; of a rule with groups, a figure each. */
export type PoolFigures = ReadonlyMap<string, readonly RuleFigure[]>;

/** Milliseconds that a text must stand before the pool is held against it. */
const QUIET = 200;

/** Asks what the pool comes to by the rules of a text; nothing is known of it while it is asked, or cannot be. */
export function usePoolFigures(text: string | undefined): PoolFigures {
  const { people, plan } = useCase();
  const undecided = useUndecided();
  const { answer, current } = useAnswer(
    useMemo(() => {
      if (text === undefined || people.list.length === 0 || plan !== undefined) return undefined;
      return poolFiguresOf({
        ...undecided,
        changes: NO_CHANGES,
        rules: { kind: 'own', id: 'shown', yaml: text },
      });
    }, [text, people, plan, undecided]),
    QUIET,
  );
  return useMemo(
    () => Map.groupBy(current ? (answer?.figures ?? []) : [], ({ rule }) => rule),
    [current, answer],
  );
}
