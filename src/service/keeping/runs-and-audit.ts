import { z } from 'zod';
import { entriesOf } from '../../store/audit.ts';
import { listRuns, readRun } from '../../store/runs.ts';
import { verifyAudit } from '../../store/audit/verify-audit.ts';
import { Refusal } from '../answers/problem-document.ts';
import {
  auditAnswerSchema,
  auditVerdictSchema,
  runAnswerSchema,
  runsAnswerSchema,
} from './keeping-answers.ts';
import { keeping } from './keeping-route.ts';

/** All runs. */
export const runsRoute = keeping({
  operation: 'listRuns',
  role: 'reader',
  method: 'get',
  path: '/api/v1/runs',
  tag: 'Runs',
  summary: 'List the questions that were recorded, the newest first',
  answer: runsAnswerSchema,
  handle: async ({ store, actor }) => ({ answer: { runs: [...(await listRuns(store.db, actor.body))] } }),
});

/** One run. */
export const runRoute = keeping({
  operation: 'getRun',
  role: 'reader',
  method: 'get',
  path: '/api/v1/runs/{id}',
  tag: 'Runs',
  summary: 'Read what was asked and answered',
  parameters: z.object({ id: z.string() }),
  answer: runAnswerSchema,
  handle: async ({ store, actor, parameters: { id } }) => {
    const found = await readRun(store.db, actor.body, id);
    if (found.kind === 'unknown') throw Refusal.of('not-found', 'store.no-run', { id });
    if (found.kind === 'removed') {
      throw Refusal.of('gone', 'store.removed', { named: `run/${found.run.id}`, at: found.at });
    }
    return { answer: { run: found.run, asked: { ...found.asked }, answer: { ...found.answer } } };
  },
});

/** The audit. */
export const auditRoute = keeping({
  operation: 'listAudit',
  role: 'approver',
  method: 'get',
  path: '/api/v1/audit',
  tag: 'Audit',
  summary: 'List who did what: the newest thousand entries, the oldest first',
  answer: auditAnswerSchema,
  handle: async ({ store, actor }) => ({ answer: { entries: [...(await entriesOf(store.db, actor.body))] } }),
});

/** Whether the audit is whole. */
export const auditVerdictRoute = keeping({
  operation: 'verifyAudit',
  role: 'approver',
  method: 'get',
  path: '/api/v1/audit/verification',
  tag: 'Audit',
  summary: 'Compute the chain of the audit anew and hold everything that is kept against it',
  answer: auditVerdictSchema,
  handle: async ({ store }) => {
    const { faults, ...verdict } = await verifyAudit(store.db);
    return { answer: { ...verdict, faults: [...faults] } };
  },
});
