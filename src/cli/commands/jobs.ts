import type { Command } from '@commander-js/extra-typings';
import type { StoredJob } from '../../jobs/job.ts';
import { progressOf } from '../../jobs/progress.ts';
import type { Actor } from '../../store/audit.ts';
import type { Store } from '../../store/store.ts';
import { InputError, problem } from '../../words/problem.ts';
import type { Answer, Cli } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { dataOption, withStore } from '../store/store-access.ts';
import { tableLines } from '../printing/table.ts';
import type { OptionValues } from '../options/options.ts';

/** What is done with one job. */
type Deed = (store: Store, job: StoredJob, cli: Cli) => Promise<Answer>;

/** `slate jobs`: the long work that a store keeps; how far it is, cancel, resume, delete. */
export function configure(command: Command, cli: Cli): void {
  const { say } = cli;
  command.addOption(dataOption(say)).action(cli.answering(async () => listed(command.opts(), cli)));
  const listing = command.command('list').description(say('cli.jobs-list', undefined));
  listing.action(cli.answering(async () => listed(listing.optsWithGlobals(), cli)));
  const deeds = [
    ['show', say('cli.jobs-show', undefined), shown],
    ['cancel', say('cli.jobs-cancel', undefined), cancelled],
    ['resume', say('cli.jobs-resume', undefined), resumed],
    ['delete', say('cli.jobs-delete', undefined), deleted],
  ] as const;
  for (const [name, summary, deed] of deeds) {
    const one = command.command(name).description(summary);
    one
      .argument('<job>', say('cli.jobs-argument', undefined))
      .action(cli.answering(async (id) => done(id, deed, one.optsWithGlobals(), cli)));
  }
}

async function listed(read: OptionValues, { say, width }: Cli): Promise<Answer> {
  return withStore(read, async (store, actor) => {
    const jobs = (await jobsIn(store, actor)).toReversed();
    const columns = [
      { heading: say('cli.jobs-id', undefined) },
      { heading: say('cli.jobs-kind', undefined) },
      { heading: say('cli.jobs-state-heading', undefined) },
      { heading: say('cli.jobs-done-heading', undefined), align: 'right' as const },
      { heading: say('cli.jobs-left-heading', undefined), align: 'right' as const },
      { heading: say('cli.run-when', undefined) },
    ];
    const rows = jobs.map((job) => [
      job.id,
      job.operation,
      say('cli.jobs-state', { state: job.status }),
      say('cli.jobs-done', job),
      leftOf(job, say),
      `${minuteOf(job.createdAt)} ${job.askedBy}`,
    ]);
    const text = (): string =>
      jobs.length === 0 ? say('cli.jobs-none', undefined) : tableLines(columns, rows, width).join('\n');
    return { exit: EXIT.done, json: { jobs: jobs.map(jsonOf) }, text };
  });
}

/** `2026-01-31 09:00`, in UTC. */
function minuteOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
}

async function jobsIn({ db }: Store, { body }: Actor): Promise<readonly StoredJob[]> {
  const { jobsOf } = await import('../../jobs/job-rows.ts');
  return jobsOf(db, body);
}

/** How long the rest takes; nothing for a job of which that is not known, or that has ended. */
function leftOf(job: StoredJob, say: Cli['say']): string {
  const { secondsLeft: seconds } = progressOf(job);
  return job.endedAt !== undefined || seconds === undefined ? '' : say('cli.jobs-left', { seconds });
}

function jsonOf(job: StoredJob) {
  const { id, operation, status, askedBy, createdAt, endedAt, expiresAt, problem: why } = job;
  return {
    id,
    operation,
    status,
    progress: progressOf(job),
    askedBy,
    createdAt: new Date(createdAt).toISOString(),
    ...(endedAt !== undefined && { endedAt: new Date(endedAt).toISOString() }),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
    ...(why !== undefined && { problem: JSON.parse(why) as unknown }),
  };
}

async function done(named: string, deed: Deed, read: OptionValues, cli: Cli): Promise<Answer> {
  return withStore(read, async (store, actor) =>
    deed(store, jobNamed(await jobsIn(store, actor), named), cli),
  );
}

/** @throws InputError where no job is meant, or several may be */
function jobNamed(jobs: readonly StoredJob[], named: string): StoredJob {
  const meant = named === 'last' ? jobs.slice(-1) : jobs.filter(({ id }) => id.startsWith(named));
  const [job, another] = meant;
  if (job === undefined) throw new InputError([problem('cli.jobs-unknown', { id: named })]);
  if (another !== undefined) throw new InputError([problem('cli.jobs-ambiguous', { id: named })]);
  return job;
}

const shown: Deed = async ({ db }, job, { say }) => {
  const { resultOfJob } = await import('../../jobs/job-rows.ts');
  const result = await resultOfJob(db, job.id);
  const json = {
    ...jsonOf(job),
    ...(result !== undefined && { result: JSON.parse(Buffer.from(result).toString('utf8')) as unknown }),
  };
  const lines = (): readonly string[] => [
    say('cli.jobs-is', { id: job.id, state: job.status }),
    `${say('cli.jobs-kind', undefined)}: ${job.operation}`,
    ...(job.total === 0 ? [] : [`${say('cli.jobs-done-heading', undefined)}: ${say('cli.jobs-done', job)}`]),
    ...(leftOf(job, say) === '' ? [] : [`${say('cli.jobs-left-heading', undefined)}: ${leftOf(job, say)}`]),
    ...(job.expiresAt === undefined ? [] : [say('cli.jobs-expires', { at: minuteOf(job.expiresAt) })]),
    ...detailOf(json.problem),
  ];
  return { exit: EXIT.done, json, text: () => lines().join('\n') };
};

/** Why a job failed, which was worded for whoever asked. */
function detailOf(why: unknown): readonly string[] {
  if (typeof why !== 'object' || why === null || !('detail' in why)) return [];
  return [String(why.detail)];
}

const cancelled: Deed = async ({ db }, { id, endedAt, status }, cli) => {
  if (endedAt !== undefined) throw new InputError([problem('cli.jobs-ended', { id, state: status })]);
  const { stopJob } = await import('../../jobs/stop-and-resume.ts');
  return answerOf(await stopJob(db, id), id, cli);
};

const resumed: Deed = async (store, { id, status }, cli) => {
  const { isResumable, resumeJob } = await import('../../jobs/stop-and-resume.ts');
  if (!isResumable({ status })) throw new InputError([problem('cli.jobs-no-resume', { id, state: status })]);
  const { openQueue } = await import('../../jobs/open-queue.ts');
  const { OWN_LIMITS } = await import('../store/queued-batch.ts');
  const queue = await openQueue(store);
  try {
    return answerOf(await resumeJob(store.db, queue, id, OWN_LIMITS), id, cli);
  } finally {
    await queue.close();
  }
};

function answerOf(job: StoredJob | undefined, id: string, { say }: Cli): Answer {
  if (job === undefined) throw new InputError([problem('cli.jobs-unknown', { id })]);
  return {
    exit: EXIT.done,
    json: jsonOf(job),
    text: () => say('cli.jobs-is', { id, state: job.status }),
  };
}

const deleted: Deed = async ({ db }, { id, endedAt }, { say }) => {
  if (endedAt === undefined) throw new InputError([problem('cli.jobs-open', { id })]);
  const { forgetJob } = await import('../../jobs/job-rows.ts');
  await forgetJob(db, id);
  return { exit: EXIT.done, json: { id, deleted: true }, text: () => say('cli.jobs-deleted', { id }) };
};
