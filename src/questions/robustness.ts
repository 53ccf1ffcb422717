import { robustnessSchema } from '../scenarios/answers.ts';
import { robustness } from '../scenarios/robustness.ts';
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
  ask: ({ asked, slate }, options, control) => robustness(asked, slate, { ...control, ...options }),
  outcome: ({ compliant }) => (compliant ? 'compliant' : 'violated'),
});
