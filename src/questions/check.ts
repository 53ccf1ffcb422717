import { planOf } from '../placements/plan-answer.ts';
import { checkAnswerSchema } from '../slate/answers.ts';
import { checkSlate } from '../slate/check.ts';
import { Task } from '../slate/task.ts';
import { noticesIn } from './notices.ts';
import { question } from './question.ts';

/** Does this slate keep the rules? */
export const checkQuestion = question({
  name: 'check',
  tag: 'Slates',
  summary: 'Hold a slate against its rules',
  work: 'read',
  about: 'slate',
  options: {},
  answer: checkAnswerSchema,
  ask: async ({ asked, slate, pool }, _options, control) => {
    const report = await checkSlate(asked, slate, new Task(control));
    const placement = planOf(asked, slate);
    return { ...report, ...(placement !== undefined && { placement }), ...noticesIn({ pool, asked }) };
  },
  slates: (report, { slate }) => {
    const { placement } = report;
    return [
      { members: slate, report, ...(placement !== undefined && { appointments: placement.appointments }) },
    ];
  },
  outcome: ({ compliant }) => (compliant ? 'compliant' : 'violated'),
});
