import { planOf } from '../placements/plan-answer.ts';
import { checkAnswerSchema } from '../check/check-answer.ts';
import { checkSlate } from '../check/check.ts';
import { consequencesOf } from '../slate/consequences.ts';
import { Task } from '../slate/task.ts';
import { noticesIn } from './notices.ts';
import { notInPool, notOnSlate } from './named-persons.ts';
import { names, optionalName, whole } from './options.ts';
import { question } from './question.ts';

/** Does this slate keep the rules? */
export const checkQuestion = question({
  name: 'check',
  tag: 'Slates',
  summary: 'Hold a slate against its rules',
  work: 'read',
  about: 'slate',
  options: {
    consequences: whole('cli.consequences-option', 1, 10_000),
    leave: optionalName('cli.leave-option'),
    join: names('cli.join-option'),
  },
  answer: checkAnswerSchema,
  wrong: ({ leave, join = [] }, read) => {
    const leaving = leave === undefined ? [] : [{ id: leave, field: '/leave' }];
    const joining = join.map((id, index) => ({ id, field: `/join/${index}` }));
    return [...notInPool([...leaving, ...joining], read), ...notOnSlate(leaving, read)];
  },
  ask: async ({ asked, slate, pool }, { consequences: most, leave, join }, control) => {
    const task = new Task(control);
    const report = await checkSlate(asked, slate, task);
    const placement = planOf(asked, slate);
    const consequences =
      most === undefined || (placement !== undefined && join === undefined)
        ? undefined
        : await consequencesOf(asked, slate, { leave, join, most }, task);
    return {
      ...report,
      ...(placement !== undefined && { placement }),
      ...(consequences !== undefined && { consequences: [...consequences] }),
      ...noticesIn({ pool, asked }),
    };
  },
  slates: (report, { slate }) => {
    const { placement } = report;
    return [
      { members: slate, report, ...(placement !== undefined && { appointments: placement.appointments }) },
    ];
  },
  outcome: ({ compliant }) => (compliant ? 'compliant' : 'violated'),
});
