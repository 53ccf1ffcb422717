import { useMemo } from 'react';
import type { Proposal, Report } from '../../slate/answers.ts';
import { checkOf, proposalOf } from '../api/questions.ts';
import { type Answering, useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useSession } from '../session/session.tsx';

/** What is known of the slate in hand and of the best one, kept up to date with every change. */
export interface SlateAnswers {
  /** The slate in hand against the rules. */
  readonly report: Answering<Report>;
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
  const { ready, people } = useCase();
  const { pool, rules, changes, pin, exclude, members } = work;
  const known = useMemo(() => members.filter((id) => people.byId.has(id)), [members, people]);
  const report = useAnswer(
    useMemo(
      () => (ready ? checkOf({ pool, rules, changes, pin: [], exclude: [] }, known) : undefined),
      [ready, pool, rules, changes, known],
    ),
  );
  const best = useAnswer(
    useMemo(
      () => (ready ? proposalOf({ pool, rules, changes, pin, exclude }) : undefined),
      [ready, pool, rules, changes, pin, exclude],
    ),
    PATIENCE,
  );
  const bestSlate = best.current ? best.answer?.slates[0] : undefined;
  const isBest = bestSlate !== undefined && bestSlate.members.join() === known.join();
  const isCompliant = report.current && report.answer?.compliant === true;
  // The best slate that has exactly these members: what the slate in hand is worth.
  const own = useAnswer(
    useMemo(() => {
      if (!ready || !isCompliant || isBest) return undefined;
      const others = people.list.filter(({ id }) => !known.includes(id)).map(({ id }) => id);
      return proposalOf({ pool, rules, changes, pin: known, exclude: others });
    }, [ready, isCompliant, isBest, people, pool, rules, changes, known]),
    PATIENCE,
  );
  const ownWorth = own.current ? own.answer?.slates[0]?.objective : undefined;
  return { report, best, worth: isBest ? bestSlate.objective : ownWorth };
}
