import type { Writing } from '../store/database.ts';
import { type JobLimits, KeyOfAnother, TooManyJobs } from './job.ts';

/** @throws KeyOfAnother where there is any job under this key */
export async function refuseAnother(tx: Writing, underKey: string): Promise<void> {
  const other = await tx
    .selectFrom('jobs')
    .select('id')
    .where('id', 'like', `${underKey}%`)
    .executeTakeFirst();
  if (other !== undefined) throw new KeyOfAnother();
}

/** @throws TooManyJobs where one more that is open would be too many */
export async function refuseTooMany(
  tx: Writing,
  who: string,
  { open, openOfCaller }: JobLimits,
): Promise<void> {
  const all = await tx.selectFrom('jobs').select('asked_by').where('ended_at', 'is', null).execute();
  if (all.filter(({ asked_by }) => asked_by === who).length >= openOfCaller) throw new TooManyJobs('caller');
  if (all.length >= open) throw new TooManyJobs('all');
}
