import { formatNumber } from '../number.ts';

const english = (value: number): string => formatNumber(value, 'en');

const STATES = {
  queued: 'waits',
  running: 'runs',
  done: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
} as const;

/** Where a job is in its life. */
export type JobState = keyof typeof STATES;

/** English sentences of the command about jobs. */
export const cliJobsEn = {
  'cli.jobs-summary': () =>
    'the long work that the store keeps: batches, sweeps, trade-offs and the like; how far it is, cancel, resume, delete',
  'cli.jobs-list': () => 'all jobs, the newest first',
  'cli.jobs-show': () => 'one job: how far it is and how long the rest takes; with --json its result, too',
  'cli.jobs-cancel': () => 'stop a job; what it found by then is kept',
  'cli.jobs-resume': () => 'take up a job that was cancelled or failed where it was left',
  'cli.jobs-delete': () => 'delete a job that has ended, with everything that came of it',
  'cli.jobs-argument': () => 'id of the job, or its first letters if no other begins so; last: the newest',
  'cli.jobs-id': () => 'Job',
  'cli.jobs-kind': () => 'What',
  'cli.jobs-state-heading': () => 'State',
  'cli.jobs-done-heading': () => 'Done',
  'cli.jobs-left-heading': () => 'Left',
  'cli.jobs-state': (of: { readonly state: JobState }): string => STATES[of.state],
  'cli.jobs-done': (of: { readonly done: number; readonly total: number }) =>
    of.total === 0 ? '' : `${english(of.done)} of ${english(of.total)}`,
  'cli.jobs-left': (of: { readonly seconds: number }) =>
    of.seconds < 120
      ? `${english(Math.ceil(of.seconds))} s`
      : of.seconds < 7_200
        ? `${english(Math.ceil(of.seconds / 60))} min`
        : `${english(Math.ceil(of.seconds / 360) / 10)} h`,
  'cli.jobs-none': () => 'There are no jobs.',
  'cli.jobs-unknown': (of: { readonly id: string }) => `there is no job “${of.id}”; slate jobs lists them`,
  'cli.jobs-ambiguous': (of: { readonly id: string }) =>
    `several jobs begin with “${of.id}”; give more letters of the id`,
  'cli.jobs-ended': (of: { readonly id: string; readonly state: JobState }) =>
    `the job ${of.id} has ended already (${STATES[of.state]})`,
  'cli.jobs-open': (of: { readonly id: string }) =>
    `the job ${of.id} has not ended; slate jobs cancel stops it first`,
  'cli.jobs-no-resume': (of: { readonly id: string; readonly state: JobState }) =>
    `the job ${of.id} cannot be taken up again (${STATES[of.state]}): only one that was cancelled or failed can`,
  'cli.jobs-is': (of: { readonly id: string; readonly state: JobState }) =>
    `Job ${of.id}: ${STATES[of.state]}`,
  'cli.jobs-expires': (of: { readonly at: string }) =>
    `It is forgotten with its result on ${of.at} (UTC), or sooner if too many jobs end before.`,
  'cli.jobs-deleted': (of: { readonly id: string }) => `Job ${of.id} is deleted.`,
};
