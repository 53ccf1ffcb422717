import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { JobAnswer } from '../../service/jobs/job-answers.ts';
import { useLanguage } from '../shared/language.tsx';
import { type Following, followJob, type KnownJob } from './follow-job.ts';
import type { Asked } from './service.ts';

/** A job as the page follows it. */
export interface FollowedJob<Result> {
  readonly job: JobAnswer | undefined;
  readonly result: Result | undefined;
  readonly failure: Error | undefined;
  readonly running: boolean;
  /** Begins a job; one that still runs is cancelled first. */
  readonly start: (asked: Asked<z.ZodType<Result>>) => void;
  /** Ends the job; what it has found until then is its result. */
  readonly cancel: () => void;
  /** Ends the job and forgets what is known of it. */
  readonly forget: () => void;
}

const NOTHING = { job: undefined, result: undefined, failure: undefined, running: false };

/** Starts long work, follows its progress by server-sent events, and fetches its result. */
export function useJob<Result>(): FollowedJob<Result> {
  const language = useLanguage();
  const [known, setKnown] = useState<KnownJob<Result>>(NOTHING);
  const following = useRef<Following>(undefined);
  const drop = useCallback(() => following.current?.drop(), []);
  useEffect(() => drop, [drop]);
  const start = useCallback(
    (asked: Asked<z.ZodType<Result>>) => {
      drop();
      following.current = followJob(asked, language, setKnown);
    },
    [drop, language],
  );
  const cancel = useCallback(() => following.current?.cancel(), []);
  const forget = useCallback(() => {
    drop();
    setKnown(NOTHING);
  }, [drop]);
  return { ...known, start, cancel, forget };
}
