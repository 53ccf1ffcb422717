import { stepByStep } from '../rules/checkpoint.ts';
import { Task } from '../slate/task.ts';
import { verificationSchema } from '../slate/proofs/verify-answer.ts';
import { verifyAnswerInSteps } from '../slate/proofs/verify.ts';
import { document } from './options.ts';
import { question } from './question.ts';

/** Does the proof of an answer hold? */
export const verifyQuestion = question({
  name: 'verify',
  tag: 'Slates',
  summary: 'Check the proof of an answer against pool and rules, in whole numbers',
  work: 'read',
  about: 'case',
  options: { proven: document('cli.answer-argument') },
  answer: verificationSchema,
  ask: async ({ asked }, { proven }, control) =>
    stepByStep(verifyAnswerInSteps(asked, proven), new Task(control)),
  outcome: ({ proven }) => (proven ? 'proven' : 'not proven'),
});
