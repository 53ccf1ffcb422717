import { z } from 'zod';
import { poolSourceSchema, unitsSourceSchema } from '../../questions/case-schema.ts';
import { freezeTables } from '../../records/frozen-case.ts';
import { replayReport, replaySchema } from '../../records/replay-report.ts';
import { timeLimit } from '../../questions/options.ts';
import { valueOf } from '../../words/problem.ts';
import { route } from '../requests/route.ts';

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
      pool: poolSourceSchema
        .optional()
        .meta({ description: 'Of a report without names: the candidates that it was made of.' }),
      units: unitsSourceSchema
        .optional()
        .meta({ description: 'Of a report without names that lacks its table of units, too: that table.' }),
      timeLimitMs: timeLimit(),
    })
    .meta({ id: 'ReplayRequest', description: 'A report of record that is to be repeated.' }),
  answer: replaySchema,
  handle: async ({ body: { report, pool, units } }, reader, control) => {
    const given =
      pool === undefined ? undefined : valueOf(await freezeTables({ pool, units }, reader.folders));
    const tables = given?.contents;
    const asking = { ...control, giveWay: true, began: performance.now() };
    return replayReport(report, 'report', asking, { reader, tables });
  },
  outcome: ({ same }) => (same ? 'same' : 'differs'),
});
