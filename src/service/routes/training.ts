import { trainingNeeds, trainingSchema } from '../../placements/training.ts';
import { BadInput } from '../../words/problem.ts';
import { trainingRequestSchema } from '../requests.ts';
import { route } from '../route.ts';
import { slateProblems } from './check.ts';

/** Who needs which course for their place on a slate or plan? */
export const trainingRoute = route({
  operation: 'training',
  method: 'post',
  path: '/api/v1/training',
  tag: 'Slates',
  summary: 'Say who lacks which political theory, degree or grade for their place by rule',
  work: 'read',
  body: trainingRequestSchema,
  answer: trainingSchema,
  handle: async ({ body }, desk) => {
    const asked = await desk.caseOf(body, body.slate);
    const problems = slateProblems(asked, body.slate);
    if (problems.length > 0) throw new BadInput(problems);
    return { needs: [...(await trainingNeeds(asked, body.slate))] };
  },
});
