import { z } from 'zod';
import { replayReport, replaySchema } from '../../records/replay-report.ts';
import { timeLimit } from '../../questions/options.ts';
import { route } from '../route.ts';

/** Does a report of record still tell what is answered, and was it changed? */
export const replayRoute = route({
  operation: 'replay',
  method: 'post',
  path: '/api/v1/replay',
  tag: 'Slates',
  summary: 'Repeat a report of record: what differs, and whether it was changed since',
  work: 'solve',
  role: 'reader',
  body: z
    .strictObject({
      report: z.string().meta({ description: 'The whole text of the HTML file.' }),
      timeLimitMs: timeLimit(),
    })
    .meta({ id: 'ReplayRequest', description: 'A report of record that is to be repeated.' }),
  answer: replaySchema,
  handle: ({ body }, reader, control) =>
    replayReport(body.report, 'report', { ...control, giveWay: true, began: performance.now() }, reader),
  outcome: ({ same }) => (same ? 'same' : 'differs'),
});
