import { proposalSchema } from '../../slate/answers.ts';
import { jobKind } from '../job-kind.ts';
import { proposeRequestSchema } from '../requests.ts';
import { proposal } from './propose.ts';

/** `propose` as a job: for pools and numbers of alternatives that nobody wants to hold a line open for. */
export const proposalsJob = jobKind({
  operation: 'proposals',
  path: '/api/v1/proposals',
  tag: 'Jobs',
  summary: 'Find the best slate as a job, with progress and cancelling',
  body: proposeRequestSchema,
  result: proposalSchema,
  handle: ({ body }, desk, control) => proposal(body, desk, control),
  outcome: ({ status }) => status,
});
