import { capacityAnswerSchema } from '../slate/capacity-answer.ts';
import { rowsOf } from '../optimize/model/model-options.ts';
import { capacitiesOf } from '../slate/capacity.ts';
import { decidedOf } from '../slate/case.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import { setAsideOf } from '../slate/set-aside.ts';
import { Task } from '../slate/task.ts';
import { candidatesWithoutValue } from '../slate/candidates-without-value.ts';
import { figuresOfPool } from '../slate/figures-of-pool.ts';
import { noticesIn } from './notices.ts';
import { flag } from './options.ts';
import { question } from './question.ts';
import { rowDecisions } from '../check/row-decisions.ts';

/** What can the pool give each rule alone? */
export const capacityQuestion = question({
  name: 'capacity',
  tag: 'Slates',
  summary: 'Hold what the rules need against what the pool can give',
  work: 'read',
  about: 'case',
  options: { figures: flag('cli.figures-option') },
  answer: capacityAnswerSchema,
  ask: async ({ asked, pool }, { figures: isAsked = false }, control) => {
    const task = new Task(control);
    const decided = await decidedOf(asked, task);
    const excluded = rowsOf(rowDecisions(asked).exclude);
    const isSlate = asked.placement === undefined;
    const figures = isAsked && isSlate ? await figuresOfPool(decided, excluded, task) : undefined;
    const withoutValue = candidatesWithoutValue(decided);
    return {
      capacity: [...capacitiesOf(decided, excluded)],
      setAside: setAsideOf(decided),
      ...(withoutValue.length > 0 && { withoutValue }),
      ...(figures !== undefined && { figures: [...figures] }),
      ...noticesIn({ pool, asked }),
      inputs: answerInputs(asked, isAsked ? { figures: true } : {}),
    };
  },
});
