import type { OpenCase } from '../opening/open-case.ts';
import { lossSchema, robustnessSchema } from '../scenarios/answers.ts';
import {
  joinRobustness,
  lostInParts,
  losses,
  robustness,
  type RobustnessTask,
} from '../scenarios/robustness.ts';
import { canonicalIds } from '../slate/case.ts';
import { Task } from '../slate/task.ts';
import { oneOrTwo, timeLimit } from './options.ts';
import { question } from './question.ts';

/** How does a slate stand if members drop out? */
export const robustnessQuestion = question({
  name: 'robustness',
  tag: 'Scenarios',
  summary: 'Say how a slate stands if any one member drops out, or any two',
  work: 'solve',
  about: 'slate',
  jobs: 'robustness-studies',
  options: { out: oneOrTwo('cli.drop-outs-option'), timeLimitMs: timeLimit() },
  answer: robustnessSchema,
  division: {
    part: lossSchema,
    said: (opened, options) => {
      const task = robustnessTask(opened, options);
      const { ruleSet, decisions } = opened.asked;
      const slate = canonicalIds(opened.asked, task.slate);
      return lostInParts(task).map((lost) => JSON.stringify([ruleSet.sha256, decisions, slate, lost]));
    },
    beside: 0,
    find: (opened, options, parts, { beginFor, ...control }) => {
      const until = performance.now() + beginFor;
      const isOver = (): boolean => performance.now() > until || control.signal?.aborted === true;
      return losses(robustnessTask(opened, options), parts, new Task(control), isOver);
    },
    isFinal: () => true,
    mayBePartial: false,
    join: async (opened, options, found, milliseconds) => ({
      ...(await joinRobustness(robustnessTask(opened, options), found, new Task({}))),
      milliseconds,
    }),
  },
  ask: ({ asked, slate }, options, control) => robustness(asked, slate, { ...control, ...options }),
  outcome: ({ compliant }) => (compliant ? 'compliant' : 'violated'),
});

function robustnessTask({ asked, slate }: OpenCase, { out = 2 }: { readonly out?: 1 | 2 }): RobustnessTask {
  return { case: asked, slate, out };
}
