import { useMemo } from 'react';
import type { CheckAnswer } from '../../check/check-answer.ts';
import type { Proposal } from '../../slate/propose-answer.ts';
import { checkOf, proposalOf } from '../api/questions.ts';
import { type Answering, useAnswer } from '../api/use-answer.ts';
import { personNamed } from '../people/person.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion, useUndecided } from '../session/question.ts';
import { useSession } from '../session/session.tsx';

/** What is known of the slate in hand and of the best one, kept up to date with every change. */
export interface SlateAnswers {
  /** The slate in hand against the rules. */
  readonly report: Answering<CheckAnswer>;
  /** The best slate under the decisions of the board. */
  readonly best: Answering<Proposal>;
  /** What the slate in hand is worth; `undefined` unless it keeps all hard rules. */
  readonly worth: number | undefined;
}

/** Milliseconds that the hand may rest before the best slate is asked for. */
const PATIENCE = 60;

/** Asks about the slate in hand after every change. */
export function useSlateAnswers(): SlateAnswers {
  const { work } = useSession();
  const { ready, people, plan } = useCase();
  const { members } = work;
  const question = useQuestion();
  const undecided = useUndecided();
  const known = useMemo(
    () => members.filter((id) => (plan === undefined ? people.byId.has(id) : plan.find(id) !== undefined)),
    [members, people, plan],
  );
  const report = useAnswer(
    useMemo(() => (ready ? checkOf(question, known) : undefined), [ready, question, known]),
  );
  const best = useAnswer(
    useMemo(() => (ready ? proposalOf(question) : undefined), [ready, question]),
    PATIENCE,
  );
  const bestSlate = best.current ? best.answer?.slates[0] : undefined;
  const isBest = bestSlate !== undefined && bestSlate.members.join() === known.join();
  const isCompliant = report.current && report.answer?.compliant === true;
  // The best slate that has exactly these members: what the slate in hand is worth.
  const own = useAnswer(
    useMemo(() => {
      if (!ready || !isCompliant || isBest) return undefined;
      const on = new Set(known.map((id) => personNamed(id, people)?.id));
      const others = people.list.filter(({ id }) => !on.has(id)).map(({ id }) => id);
      return proposalOf({ ...undecided, pin: known, exclude: others });
    }, [ready, isCompliant, isBest, people, undecided, known]),
    PATIENCE,
  );
  const ownWorth = own.current ? own.answer?.slates[0]?.objective : undefined;
  return { report, best, worth: isBest ? bestSlate.objective : ownWorth };
}
