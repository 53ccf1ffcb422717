import { afterEach, expect, test } from 'vitest';
import { pino } from 'pino';
import { startJobRole } from '../../../src/service/jobs/job-role.ts';
import { onEachDatabase } from '../../store/databases.ts';
import { jobOf, running, SMALL, until } from '../running.ts';

onEachDatabase(({ fresh }) => {
  const open: { readonly close: () => Promise<void> }[] = [];
  afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

  test('two services that do no long work, and two workers: every request elsewhere', async () => {
    const store = fresh();
    const logger = pino({ level: 'silent' });
    const services = [
      await running({ store, limits: { jobsAtOnce: 0 } }),
      await running({ store, limits: { jobsAtOnce: 0 } }),
    ];
    open.push(...services);
    let asked = 0;
    const elsewhere: (typeof services)[number]['ask'] = (...request) =>
      services[asked++ % 2]!.ask(...request);
    const path = '/api/v1/proposals';
    const created = await Promise.all([1, 2, 3].map(() => elsewhere('POST', path, SMALL)));
    const ids = await Promise.all(created.map(async (response) => jobOf(await response.json()).id));
    const status = async (id: string) => (await (await elsewhere('GET', `${path}/${id}`)).json()) as object;
    // Nobody works on them yet.
    for (const id of ids) expect(await status(id)).toMatchObject({ status: 'queued' });
    await elsewhere('POST', `${path}/${ids[2]}/cancel`);
    expect(await status(ids[2]!)).toMatchObject({ status: 'cancelled' });
    open.push(
      await startJobRole({ store, places: 1, logger }),
      await startJobRole({ store, places: 1, logger }),
    );
    const events = await elsewhere('GET', `${path}/${ids[0]}/events`);
    expect(await events.text()).toContain('event: done');
    await until(async () => 'result' in (await status(ids[1]!)));
    for (const id of ids.slice(0, 2)) {
      expect(await status(id)).toMatchObject({ status: 'done', result: { status: 'optimal' } });
    }
    const list = (await (await elsewhere('GET', path)).json()) as {
      readonly jobs: readonly { id: string }[];
    };
    expect(list.jobs.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });
});
