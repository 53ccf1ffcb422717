import { capacityAnswerSchema } from '../slate/capacity-answer.ts';
import { rowsOf } from '../optimize/model/model-options.ts';
import { capacitiesOf } from '../slate/capacity.ts';
import { decidedOf } from '../slate/case.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import { setAsideOf } from '../slate/set-aside.ts';
import { Task } from '../slate/task.ts';
import { candidatesWithoutValue } from '../slate/candidates-without-value.ts';
import { noticesIn } from './notices.ts';
import { question } from './question.ts';
import { rowDecisions } from '../check/row-decisions.ts';

/** What can the pool give each rule alone? */
export const capacityQuestion = question({
  name: 'capacity',
  tag: 'Slates',
  summary: 'Hold what the rules need against what the pool can give',
  work: 'read',
  about: 'case',
  options: {},
  answer: capacityAnswerSchema,
  ask: async ({ asked, pool }, _options, control) => {
    const decided = await decidedOf(asked, new Task(control));
    const withoutValue = candidatesWithoutValue(decided);
    return {
      capacity: [...capacitiesOf(decided, rowsOf(rowDecisions(asked).exclude))],
      setAside: setAsideOf(decided),
      ...(withoutValue.length > 0 && { withoutValue }),
      ...noticesIn({ pool, asked }),
      inputs: answerInputs(asked, {}),
    };
  },
});
