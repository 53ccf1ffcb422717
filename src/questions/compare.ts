import { comparisonSchema } from '../scenarios/answers.ts';
import { casesUnder, compare } from '../scenarios/compare.ts';
import { paperSlate } from './paper-slate.ts';
import { BASE } from '../scenarios/scenario.ts';
import { choice, flag, timeLimit } from './options.ts';
import { question } from './question.ts';

/** What would these scenarios give? */
export const compareQuestion = question({
  name: 'compare',
  tag: 'Scenarios',
  summary: 'Propose under several scenarios and put the slates side by side',
  work: 'solve',
  about: 'scenarios',
  options: {
    base: flag('cli.base-option'),
    solver: choice('cli.solver-option', ['auto', 'highs', 'javascript-lp-solver']),
    timeLimitMs: timeLimit(),
  },
  answer: comparisonSchema,
  ask: ({ ground, scenarios }, { base = false, ...options }, control) =>
    compare(ground, base ? [BASE, ...scenarios] : scenarios, { ...control, ...options }),
  papers: async ({ scenarios: outcomes }, { ground, scenarios }, { base = false }) => {
    const cases = await casesUnder(ground, base ? [BASE, ...scenarios] : scenarios);
    return Promise.all(
      outcomes.map(async ({ members, objective }, at) => {
        const under = cases[at]!;
        return members && { ...(await paperSlate(under, members)), under, objective };
      }),
    );
  },
});
