import { proposalSchema } from '../slate/propose-answer.ts';
import { propose } from '../slate/propose.ts';
import { noticesIn } from './notices.ts';
import { choice, flag, share, timeLimit, whole } from './options.ts';
import { question } from './question.ts';

/** Which slate is best under the rules? */
export const proposeQuestion = question({
  name: 'propose',
  tag: 'Slates',
  summary: 'Find the best slate under the rules, and alternatives',
  work: 'solve',
  about: 'case',
  jobs: 'proposals',
  options: {
    alternatives: whole('cli.alternatives-option', 1, 100),
    differ: whole('cli.differ-option', 1, 10_000),
    nearBest: share('cli.near-best-option'),
    proof: flag('cli.proof-option'),
    prices: flag('cli.prices-option'),
    solver: choice('cli.solver-option', ['auto', 'highs', 'javascript-lp-solver']),
    timeLimitMs: timeLimit(),
  },
  answer: proposalSchema,
  ask: async ({ asked, pool }, options, control) => ({
    ...(await propose(asked, {
      ...control,
      ...options,
      ...(control.onProgress !== undefined && { onNearBest: control.onProgress }),
    })),
    ...noticesIn({ pool, asked }),
  }),
  slates: ({ slates }) => slates,
  outcome: ({ status }) => status,
});
