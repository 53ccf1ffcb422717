import type { z } from 'zod';
import { type Proposal, proposalSchema } from '../../slate/answers.ts';
import { propose } from '../../slate/propose.ts';
import type { SlateCase, TaskControl } from '../../slate/requests.ts';
import { proposeRequestSchema } from '../requests.ts';
import { route } from '../route.ts';

/** Which slate is best under the rules? */
export const proposeRoute = route({
  operation: 'propose',
  method: 'post',
  path: '/api/v1/propose',
  tag: 'Slates',
  summary: 'Find the best slate under the rules, and alternatives',
  work: 'solve',
  body: proposeRequestSchema,
  answer: proposalSchema,
  handle: async ({ body }, desk, control) => proposal(await desk.caseOf(body), body, control),
  outcome: ({ status }) => status,
});

/** Answers a parsed question; the job of the same question does it too. */
export async function proposal(
  asked: SlateCase,
  { alternatives, differ, nearBest, solver }: z.output<typeof proposeRequestSchema>,
  control: TaskControl,
): Promise<Proposal> {
  return propose(asked, {
    ...control,
    ...(alternatives !== undefined && { alternatives }),
    ...(differ !== undefined && { differ }),
    ...(nearBest !== undefined && { nearBest }),
    ...(control.onProgress !== undefined && { onNearBest: control.onProgress }),
    ...(solver !== undefined && { solver }),
  });
}
