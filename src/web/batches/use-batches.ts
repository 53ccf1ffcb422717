import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type JobAnswer, jobListSchema, jobSchema } from '../../service/jobs/job-answers.ts';
import { ask, refusal, send } from '../api/service.ts';
import { useLanguage } from '../shared/language.tsx';
import { useAttempt } from '../shared/use-attempt.ts';

/** The batches that the service knows, and what may be done with them. */
export interface Batches {
  /** The newest first. */
  readonly jobs: readonly JobAnswer[];
  readonly failure: Error | undefined;
  readonly begin: (batch: Promise<object>) => Promise<void>;
  readonly cancel: (id: string) => Promise<void>;
  readonly resume: (id: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/** Batches that are followed as they go; a browser has few lines to one service. */
const FOLLOWED = 2;
/** Milliseconds between two looks at all of them while some are open. */
const LOOK = 3_000;

/** Whether nothing will change any more. */
export function hasEnded({ status }: JobAnswer): boolean {
  return status !== 'queued' && status !== 'running';
}

/** Looks at the batches of the service, follows those that run, and does what is wanted with them. */
export function useBatches(): Batches {
  const language = useLanguage();
  const [jobs, setJobs] = useState<readonly JobAnswer[]>([]);
  const { failure, attempt } = useAttempt();
  const looks = useRef(0);
  const refresh = useCallback(async (): Promise<void> => {
    const look = (looks.current += 1);
    const { jobs: all } = await ask({ path: '/batches', answer: jobListSchema }, language);
    // What was asked for before, and comes after, is out of date.
    if (look === looks.current) setJobs(all.toReversed());
  }, [language]);
  const trying = useCallback(
    (deed: () => Promise<unknown>): Promise<void> =>
      attempt(async () => {
        await deed();
        await refresh();
      }),
    [attempt, refresh],
  );
  useEffect(() => void trying(async () => undefined), [trying]);
  useFollowed(jobs, setJobs, refresh);
  return useMemo(() => {
    const deed = (id: string, how: 'cancel' | 'resume' | 'delete'): Promise<void> =>
      trying(async () => {
        const path = `/batches/${id}`;
        const response = await send(
          how === 'delete' ? { path, method: 'DELETE' } : { path: `${path}/${how}`, body: {} },
          language,
        );
        if (!response.ok) throw await refusal(response);
        // What was found is looked at by whoever wants it.
        await response.body?.cancel();
      });
    return {
      jobs,
      failure,
      begin: (batch) =>
        trying(async () => ask({ path: '/batches', body: await batch, answer: jobSchema }, language)),
      cancel: (id) => deed(id, 'cancel'),
      resume: (id) => deed(id, 'resume'),
      remove: async (id) => {
        await deed(id, 'delete');
        await refresh().catch(() => undefined);
      },
    };
  }, [failure, jobs, language, refresh, trying]);
}

/** Hears how far the newest open batches are. */
function useFollowed(
  jobs: readonly JobAnswer[],
  setJobs: (change: (before: readonly JobAnswer[]) => readonly JobAnswer[]) => void,
  refresh: () => Promise<void>,
): void {
  const ids = jobs
    .filter((job) => !hasEnded(job))
    .slice(0, FOLLOWED)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    const lines = ids
      .split(' ')
      .filter(Boolean)
      .map((id) => {
        const events = new EventSource(`/api/v1/batches/${id}/events`);
        const told = ({ data }: MessageEvent<unknown>): void => {
          const job = jobSchema.parse(JSON.parse(String(data)));
          setJobs((before) => before.map((each) => (each.id === id ? job : each)));
        };
        events.addEventListener('progress', told);
        events.addEventListener('done', (event: MessageEvent<unknown>) => {
          events.close();
          told(event);
          refresh().catch(() => undefined);
        });
        return events;
      });
    // A line may break, and others may be open.
    const looking =
      lines.length === 0 ? undefined : setInterval(() => refresh().catch(() => undefined), LOOK);
    return () => {
      clearInterval(looking);
      for (const line of lines) line.close();
    };
  }, [ids, setJobs, refresh]);
}
