import { useCallback, useEffect, useMemo, useState } from 'react';
import type { NearBest, Proposal } from '../../../slate/propose-answer.ts';
import { nearBestOf } from '../../api/questions.ts';
import { useJob } from '../../api/use-job.ts';
import { useCase } from '../../session/case.tsx';
import { useQuestion } from '../../session/question.ts';
import { type Standings, standingsIn } from '../people/standing.ts';

/** How far below the best a slate may lie, as shares of the best. */
export const SHARES = [0.001, 0.005, 0.01, 0.02, 0.05] as const;

/** Milliseconds that the hand rests before it is asked: it is long work, and every change ends it. */
const PATIENCE = 500;
/** Milliseconds that the service may look at first, and how many times as many when asked to go on. */
const FIRST_LIMIT = 15_000;
const LONGER = 4;
const LONGEST_LIMIT = 240_000;

/** Who is sure, open, out: what is known, and what can be asked. */
export interface NearBestAnswer {
  /** Whether it is wanted at all. */
  readonly shown: boolean;
  readonly show: (shown: boolean) => void;
  readonly within: number;
  readonly choose: (within: number) => void;
  /** Part that is done while it is being asked, from 0 to 1; `undefined` while it is not. */
  readonly progress: number | undefined;
  readonly near: NearBest | undefined;
  /** Why the answer has no `near`: no slate exists, or time did not suffice for the best. */
  readonly without: 'impossible' | 'unknown' | undefined;
  readonly standings: Standings | undefined;
  readonly failure: Error | undefined;
  /** Seconds that the service looks for at most. */
  readonly seconds: number;
  /** Whether it was stopped by hand; nothing is asked until it is asked again. */
  readonly stopped: boolean;
  readonly stop: () => void;
  readonly again: () => void;
  /** Looks for longer; absent where it was long already. */
  readonly longer: (() => void) | undefined;
}

/**
 * Asks who is on every slate near the best, on some, on none: apart from the proposal, which need not
 * wait for it, and only while it is shown. Any change ends the question and asks it anew.
 */
export function useNearBest(): NearBestAnswer {
  const { ready } = useCase();
  const question = useQuestion();
  const [shown, show] = useState(false);
  const [within, choose] = useState<number>(SHARES[0]);
  const [limit, setLimit] = useState(FIRST_LIMIT);
  const [round, setRound] = useState(0);
  const [stopped, setStopped] = useState(false);
  const { job, result, failure, running, start, forget } = useJob<Proposal>();
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!ready || !shown || stopped) return undefined;
    setWaiting(true);
    const timer = setTimeout(() => {
      setWaiting(false);
      start(nearBestOf(question, within, limit));
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
      setWaiting(false);
      forget();
    };
  }, [ready, shown, question, within, limit, round, stopped, start, forget]);
  const again = useCallback(() => {
    setStopped(false);
    setRound((before) => before + 1);
  }, []);
  const near = result?.nearBest;
  const { done = 0, total = 0 } = job?.progress ?? {};
  return {
    shown,
    show,
    within,
    choose: (share) => {
      choose(share);
      setStopped(false);
    },
    progress: waiting || running ? done / Math.max(total, 1) : undefined,
    near,
    without:
      result === undefined || near !== undefined
        ? undefined
        : result.status === 'infeasible'
          ? 'impossible'
          : 'unknown',
    standings: useMemo(() => near && standingsIn(near), [near]),
    failure,
    seconds: limit / 1000,
    stopped,
    stop: useCallback(() => setStopped(true), []),
    again,
    longer: limit < LONGEST_LIMIT ? () => setLimit(limit * LONGER) : undefined,
  };
}
