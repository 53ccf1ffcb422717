import { capacitiesOf } from '../../slate/capacity.ts';
import { decidedOf, rowDecisions } from '../../slate/case.ts';
import { setAsideOf } from '../../slate/propose.ts';
import { Task } from '../../slate/task.ts';
import { capacityAnswerSchema } from '../answers.ts';
import { capacityRequestSchema } from '../requests.ts';
import { route } from '../route.ts';

/** What can the pool give each rule alone? */
export const capacityRoute = route({
  operation: 'capacity',
  method: 'post',
  path: '/api/v1/capacity',
  tag: 'Slates',
  summary: 'Hold what the rules need against what the pool can give',
  work: 'read',
  body: capacityRequestSchema,
  answer: capacityAnswerSchema,
  handle: async ({ body }, desk, control) => {
    const asked = await desk.caseOf(body);
    const decided = await decidedOf(asked, new Task(control));
    return {
      capacity: [...capacitiesOf(decided, rowDecisions(asked).exclude)],
      setAside: setAsideOf(decided),
    };
  },
});
