import { Button, Group, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { JobAnswer } from '../../service/jobs/job-answers.ts';
import { useTimes } from '../shared/times.ts';
import classes from './batches-view.module.css';
import { hasEnded } from './use-batches.ts';
import { useBatchWords } from './words.ts';

/** What may be done with one batch. */
interface BatchDeeds {
  readonly onShow: () => void;
  readonly onCancel: () => void;
  readonly onResume: () => void;
  readonly onRemove: () => void;
}

/** One batch: how far it is, how long the rest takes, and what may be done with it. */
export function BatchRow(properties: {
  readonly job: JobAnswer;
  readonly shown: boolean;
  readonly deeds: BatchDeeds;
}): ReactNode {
  const { job, shown, deeds } = properties;
  const words = useBatchWords();
  const { moment } = useTimes();
  const { status, progress } = job;
  const problem = status === 'failed' ? job.problem : undefined;
  const when = moment(Date.parse(job.createdAt));
  const left = progress.secondsLeft;
  const facts = [
    words.states[status],
    words.done(progress),
    ...('expiresAt' in job && job.expiresAt !== undefined
      ? [words.keptUntil(moment(Date.parse(job.expiresAt)))]
      : []),
    ...(status === 'running' && left !== undefined ? [words.left(left)] : []),
  ].filter((each) => each !== '');
  return (
    <li className={classes.row} data-batch={status}>
      <div>
        <strong>{when}</strong>
        <span>{facts.join(' · ')}</span>
        {problem !== undefined && <span className={classes.bad}>{problem.detail}</span>}
      </div>
      {!hasEnded(job) && (
        <Progress
          value={(100 * progress.done) / Math.max(progress.total, 1)}
          aria-label={words.progressOf(when)}
        />
      )}
      <Group gap="xs">
        {(status === 'done' || status === 'cancelled') && (
          <Button size="compact-sm" variant="default" aria-pressed={shown} onClick={deeds.onShow}>
            {words.show}
          </Button>
        )}
        {!hasEnded(job) && (
          <Button size="compact-sm" variant="default" onClick={deeds.onCancel}>
            {words.cancel}
          </Button>
        )}
        {(status === 'cancelled' || status === 'failed') && (
          <Button size="compact-sm" variant="default" onClick={deeds.onResume}>
            {words.resume}
          </Button>
        )}
        {hasEnded(job) && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={deeds.onRemove}>
            {words.remove}
          </Button>
        )}
      </Group>
    </li>
  );
}
