import { proposalSchema } from '../../slate/answers.ts';
import { problemsOfCase } from '../../slate/propose.ts';
import { BadInput } from '../../words/problem.ts';
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
  open: async (body, desk) => {
    const asked = await desk.caseOf(body);
    const problems = await problemsOfCase(asked);
    if (problems.length > 0) throw new BadInput(problems);
    return { asked, body };
  },
  work: ({ asked, body }, control) => proposal(asked, body, control),
  outcome: ({ status }) => status,
});
