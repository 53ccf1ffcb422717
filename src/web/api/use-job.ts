import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { type JobAnswer, jobSchema } from '../../service/answers.ts';
import { useLanguage } from '../shared/language.tsx';
import { ask, type Asked, asProblem, cancelJob } from './service.ts';

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
}

interface Known<Result> {
  readonly job: JobAnswer | undefined;
  readonly result: Result | undefined;
  readonly failure: Error | undefined;
}

const NOTHING = { job: undefined, result: undefined, failure: undefined };

/** Starts long work, follows its progress by server-sent events, and fetches its result. */
export function useJob<Result>(): FollowedJob<Result> {
  const language = useLanguage();
  const [known, setKnown] = useState<Known<Result>>(NOTHING);
  const address = useRef<string>(undefined);
  const events = useRef<EventSource>(undefined);
  const drop = useCallback(() => {
    events.current?.close();
    if (address.current !== undefined) cancelJob(address.current);
    [events.current, address.current] = [undefined, undefined];
  }, []);
  useEffect(() => drop, [drop]);
  const start = useCallback(
    (asked: Asked<z.ZodType<Result>>) => {
      drop();
      setKnown(NOTHING);
      const fail = (error: unknown): void =>
        setKnown((before) => ({ ...before, failure: error instanceof Error ? error : new Error('failed') }));
      const finish = async (path: string): Promise<void> => {
        address.current = undefined;
        const full = z.object({ ...jobSchema.shape, result: asked.answer.optional() });
        const { result, ...job } = await ask({ path, answer: full }, language);
        const failure = job.problem === undefined ? undefined : asProblem(job.problem);
        setKnown({ job, result, failure });
      };
      const follow = (created: JobAnswer): void => {
        const path = `${asked.path}/${created.id}`;
        address.current = path;
        setKnown((before) => ({ ...before, job: created }));
        const source = new EventSource(`/api/v1${path}/events`);
        events.current = source;
        source.addEventListener('message', ({ data }) => {
          const job = jobSchema.parse(JSON.parse(String(data)));
          setKnown((before) => ({ ...before, job }));
          if (job.status === 'queued' || job.status === 'running') return;
          source.close();
          finish(path).catch(fail);
        });
      };
      ask({ ...asked, answer: jobSchema }, language).then(follow, fail);
    },
    [drop, language],
  );
  const status = known.job?.status;
  const running = known.failure === undefined && (status === 'queued' || status === 'running');
  const cancel = useCallback(() => {
    if (address.current !== undefined) cancelJob(address.current);
  }, []);
  return { ...known, running, start, cancel };
}
