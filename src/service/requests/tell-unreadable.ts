import type { Logger } from 'pino';
import { poolListSchema } from '../answers/pool-answers.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';

/**
 * Tells whoever runs the service which of its pools cannot be read, each problem with file, line and
 * column. What stands in a table may be of persons, so of tables only the places are told.
 */
export async function tellUnreadable(read: WorkerPool, logger: Logger): Promise<void> {
  const reply = await read.ask('listPools', { parameters: {}, language: 'en' });
  if (reply.kind !== 'answer') return;
  const { unreadable } = poolListSchema.parse(JSON.parse(Buffer.from(reply.json).toString('utf8')));
  for (const { name, problems } of unreadable) {
    for (const { code, place, detail } of problems) {
      const { file = name, line, column, field } = place ?? {};
      const at = [file, line, column].filter((part) => part !== undefined).join(':');
      const isTable = !file.endsWith('.yaml');
      logger.warn(
        { pool: name, at, code, ...(field !== undefined && { field }), ...(!isTable && { detail }) },
        'pool cannot be read',
      );
    }
  }
}
