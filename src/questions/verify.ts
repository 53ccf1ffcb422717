import { verificationSchema } from '../slate/verify-answer.ts';
import { verifyAnswer } from '../slate/verify-proof.ts';
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
  ask: async ({ asked }, { proven }) => verifyAnswer(asked, proven),
  outcome: ({ proven }) => (proven ? 'proven' : 'not proven'),
});
