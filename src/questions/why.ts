import { whyAnswerSchema } from '../explain/answers.ts';
import { whyCandidate } from '../explain/why.ts';
import { notInPool } from './named-persons.ts';
import { name, timeLimit, whole } from './options.ts';
import { question } from './question.ts';

/** Why is somebody on the best slate, or not? */
export const whyQuestion = question({
  name: 'why',
  tag: 'Explanations',
  summary: 'Say why a candidate is on the best slate or not, and what the opposite costs',
  work: 'solve',
  about: 'case',
  options: {
    candidate: name('cli.candidate-argument'),
    conflicts: whole('cli.reasons-option', 1, 100),
    timeLimitMs: timeLimit(),
  },
  answer: whyAnswerSchema,
  wrong: ({ candidate }, read) => notInPool([{ id: candidate, field: '/candidate' }], read),
  ask: ({ asked }, { candidate, ...options }, control) =>
    whyCandidate(asked, candidate, { ...control, ...options }),
  slates: ({ best, other }) => [best, other].filter((slate) => slate !== undefined),
  outcome: ({ status }) => status,
});
